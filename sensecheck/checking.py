"""The pipeline in one screen: load → judge → results. Files are read here and nowhere below."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sensecheck.claims_file import decode, load
from sensecheck.judge import judge, judge_printings
from sensecheck.model import Claim, Document, Finding, Results, Severity, Verdict

Progress = Callable[[int, int], None]
"""Called now and then with how many claims are done, of how many."""


def check(path: str | Path, progress: Progress | None = None) -> Results:
    """Checks a claims file. OSError where it cannot be read; all else is a finding."""
    text, findings = decode(Path(path).read_bytes())
    return check_text(text, str(path), findings, progress)


def check_text(
    text: str,
    path: str = "claims.yaml",
    findings: tuple[Finding, ...] = (),
    progress: Progress | None = None,
) -> Results:
    """Checks the text of a claims file; `path` is the name that findings and results carry."""
    with _without_cyclic_gc():
        document = load(text, path)
        done = _judged(document.claims, document, progress)
        assumptions = _judged(document.assumptions, document, None)
    printings = tuple(judge_printings(f) for f in document.figures.values() if f.contradictory)
    stale = _stale_acceptances(done)
    # Of bytes that are no text, that there is no text either is no news.
    of_text = document.findings if text or not findings else ()
    found = sorted((*findings, *of_text, *stale), key=lambda finding: finding.span)
    return Results(document, done, assumptions, printings, (), (), tuple(found))


def _judged(
    claims: tuple[Claim, ...], document: Document, progress: Progress | None
) -> tuple[Verdict, ...]:
    verdicts = []
    for number, claim in enumerate(claims):
        if progress is not None and number % 500 == 0:
            progress(number, len(claims))
        verdicts.append(judge(claim, document))
    return tuple(verdicts)


def _stale_acceptances(verdicts: tuple[Verdict, ...]) -> tuple[Finding, ...]:
    """A warning for each claim that is accepted although nothing is wrong with it any more."""
    return tuple(
        Finding(
            verdict.claim.span,
            f"{verdict.claim.id} is accepted, but is no trouble any more: {verdict.outcome.value}",
            "remove 'accepted'",
            Severity.WARNING,
        )
        for verdict in verdicts
        if verdict.claim.accepted and not verdict.accepted
    )


@contextmanager
def _without_cyclic_gc() -> Iterator[None]:
    """Loading makes many small objects and no cycles: collecting them is most of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
