"""One claim at length: what was printed, what follows from it, and why that is the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from sensecheck.model import Results, Verdict, place
from sensecheck.report.arithmetic import arithmetic
from sensecheck.report.comparison import comparison_of
from sensecheck.report.conflicts import headline
from sensecheck.report.inputs import inputs
from sensecheck.report.number_line import number_line
from sensecheck.report.page import columns, running, title
from sensecheck.report.places import place_of, words_of
from sensecheck.report.sentences import in_words, notes
from sensecheck.report.style import DIM, LOOKS, Style, cells
from sensecheck.report.uses import used_elsewhere, users_of


def explain_claim(verdict: Verdict, results: Results, style: Style) -> str:
    """The page of a claim, or of an assumption."""
    words = [
        line
        for sentence in (*in_words(verdict, results), *_uses(verdict, results), *notes(verdict))
        for line in running(sentence, style)
    ]
    blocks = [
        _heading(verdict, results, style),
        columns(inputs(verdict, results), style),
        arithmetic(verdict, style),
        _drawing(verdict, style),
        words,
        _conflicts(verdict, results, style),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _heading(verdict: Verdict, results: Results, style: Style) -> list[str]:
    claim, look = verdict.claim, LOOKS[verdict.outcome]
    weak = " (weak)" if verdict.weak else ""
    where = f"{results.document.path}:{place(claim.span)[0]}"
    kind = "an assumption: " if claim.assumption else ""
    source = place_of(claim, results)
    lead = f"{source}   " if source != where else ""
    first, *more = running(f"{kind}{words_of(claim, results)}", style, 2 + cells(lead)) or [""]
    return [
        title(f"{claim.id} · {look}{weak}", where, style, look.colour),
        *([f"  {style.paint(style.text(lead), DIM)}{first.strip()}".rstrip()] if first else []),
        *more,
    ]


def _drawing(verdict: Verdict, style: Style) -> list[str]:
    seen = comparison_of(verdict)
    return number_line(seen.allowed, seen.said, seen.value, style) if seen else []


def _uses(verdict: Verdict, results: Results) -> Iterator[str]:
    """Which other claims use the same figures."""
    uses = used_elsewhere(verdict.claim, users_of(results))
    listed = [f"{', '.join(names)} in {', '.join(claims)}" for names, claims in uses]
    if listed:
        yield f"Used elsewhere: {'; '.join(listed)}."


def _conflicts(verdict: Verdict, results: Results, style: Style) -> list[str]:
    lines = []
    for conflict in results.conflicts:
        if verdict.claim.id in (*conflict.claims, *conflict.assumptions):
            lines += running(f"{headline(conflict, results)}: {conflict.id}", style)
            lines += (line for step in conflict.proof for line in running(step, style, 4))
    return lines
