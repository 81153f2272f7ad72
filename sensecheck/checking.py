"""The pipeline in one screen: load → judge → reconcile → results.

Files are read here and nowhere below.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sensecheck.article.files import article_reader
from sensecheck.article.unsuitable import Unsuitable
from sensecheck.claims_file import decode, load
from sensecheck.judge import judge, judge_printings
from sensecheck.model import (
    Claim,
    Document,
    Finding,
    ReadArticle,
    Results,
    Severity,
    Span,
    Text,
    Verdict,
)
from sensecheck.reconcile.groups import in_question

Progress = Callable[[int, int], None]
"""Called now and then with how many claims are done, of how many."""


ArticleReader = Callable[[Document], Text | None]
"""Reads the article of a claims file; None where there is none, Unsuitable where it cannot."""


def check(
    path: str | Path, progress: Progress | None = None, article: str | Path | None = None
) -> Results:
    """Checks a claims file, with the article that it names beside it or with another one.

    OSError where the claims file cannot be read; all else is a finding.
    """
    text, findings = decode(Path(path).read_bytes())
    named = None if article is None else str(article)
    return check_text(text, str(path), findings, progress, article_reader(str(path), named))


def check_text(
    text: str,
    path: str = "claims.yaml",
    findings: tuple[Finding, ...] = (),
    progress: Progress | None = None,
    article: ArticleReader | None = None,
) -> Results:
    """Checks the text of a claims file; `path` is the name that findings and results carry.

    Without an `article` to read, nothing is looked for in it.
    """
    with _without_cyclic_gc():
        document = load(text, path)
        read, unborne = _anchored(document, article)
        judged = Results(
            document,
            _judged(document.claims, document, progress),
            _judged(document.assumptions, document, None),
            tuple(judge_printings(f) for f in document.figures.values() if f.contradictory),
            article=read,
        )
        results = _reconciled(judged)
    # Of bytes that are no text, that there is no text either is no news.
    of_text = document.findings if text or not findings else ()
    found = (*findings, *of_text, *unborne, *_stale_acceptances(results))
    return replace(results, findings=tuple(sorted(found, key=lambda finding: finding.span)))


def _anchored(
    document: Document, reader: ArticleReader | None
) -> tuple[ReadArticle | None, tuple[Finding, ...]]:
    """The article, where there is one, and what of the claims file it does not bear out."""
    if reader is None:
        return None, ()
    try:
        text = reader(document)
    except Unsuitable as error:
        span = document.article.text_span or Span(0, 0, 0, 0)
        return None, (Finding(span, str(error), error.hint),)
    if text is None:
        return None, ()
    from sensecheck.article.reading import read_article

    article, unborne = read_article(document, text)
    # Of a line that could not be read as it was meant, that alone is news.
    misread = {f.span.line for f in document.findings if f.severity is Severity.ERROR}
    return article, tuple(f for f in unborne if f.span.line not in misread)


def _reconciled(results: Results) -> Results:
    """The results with the claims held against each other, where there is any need.

    An interrupt leaves the verdicts that were made: this is the part that may take long.
    """
    doubtful = in_question((*results.verdicts, *results.assumptions))
    if not doubtful:
        return results
    from sensecheck.reconcile.reconciling import reconcile

    try:
        return reconcile(results, doubtful)
    except KeyboardInterrupt:
        names = tuple(verdict.claim.id for verdict in doubtful)
        return replace(results, not_reconciled=names, interrupted=True)


def _judged(
    claims: tuple[Claim, ...], document: Document, progress: Progress | None
) -> tuple[Verdict, ...]:
    verdicts = []
    for number, claim in enumerate(claims):
        if progress is not None and number % 500 == 0:
            progress(number, len(claims))
        verdicts.append(judge(claim, document))
    return tuple(verdicts)


def _stale_acceptances(results: Results) -> Iterator[Finding]:
    """A warning for each thing that is accepted although nothing is wrong with it any more."""
    for verdict in results.verdicts:
        if verdict.claim.accepted and not verdict.accepted:
            yield Finding(
                verdict.claim.span,
                f"{verdict.claim.id} is accepted, but is no trouble any more: "
                f"{verdict.outcome.value}",
                "remove 'accepted'",
                Severity.WARNING,
            )
    found = {conflict.id for conflict in results.conflicts}
    for acceptance in results.document.accepted:
        if acceptance.id not in found:
            yield Finding(
                acceptance.span,
                f"{acceptance.id} is accepted, but these do not exclude each other any more",
                "remove it",
                Severity.WARNING,
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
