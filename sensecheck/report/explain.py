"""The page for a name: a claim, an assumption, a conflict, a figure, a series."""

from __future__ import annotations

from collections.abc import Iterable

from sensecheck.model import Results
from sensecheck.report.claim_page import explain_claim
from sensecheck.report.conflict_page import explain_conflict
from sensecheck.report.figure_page import explain_figure, explain_series
from sensecheck.report.findings import closing
from sensecheck.report.style import Style


def explained(name: str, results: Results, style: Style) -> str | None:
    """The page; None where the file has nothing of that name."""
    document = results.document
    for verdict in (*results.verdicts, *results.assumptions):
        if verdict.claim.id == name:
            return explain_claim(verdict, results, style)
    if name in document.figures:
        return explain_figure(document.figures[name], results, style)
    if name in document.series:
        return explain_series(name, results, style)
    for conflict in results.conflicts:
        if conflict.id == name:
            return explain_conflict(conflict, results, style)
    return None


def unknown(name: str, results: Results) -> str:
    """What to say of a name that the file does not have."""
    document = results.document
    claims = [verdict.claim.id for verdict in (*results.verdicts, *results.assumptions)]
    conflicts = [conflict.id for conflict in results.conflicts]
    near = did_you_mean(name, [*claims, *document.figures, *document.series, *conflicts])
    problems = closing(results)
    if problems:
        file = "" if document.path == "claims.yaml" else f" {document.path}"
        problems = f" ({problems}: see 'sensecheck verify{file}')"
    return f"{document.path}: no claim or figure {name!r}{near}{problems}"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """'; did you mean staff.2021?', or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=3, cutoff=0.6)
    if not near:
        return ""
    *first, last = near
    return f"; did you mean {', '.join(first)} or {last}?" if first else f"; did you mean {last}?"
