"""One line a claim and a finding, for editors and grep: `file:line:column: verdict id: reason`."""

from __future__ import annotations

from sensecheck.model import Results, Severity, Span, Verdict, place
from sensecheck.report.conflicts import headline
from sensecheck.report.style import CONFLICT, LOOKS, Style
from sensecheck.report.table import is_trouble, why
from sensecheck.report.values import MUST_BE, range_text, result_text, stated_text


def concise(results: Results, style: Style, *, quiet: bool = False) -> str:
    """Everything in file order, or only trouble; the verdicts are words, easy to search for."""
    every = (*results.verdicts, *results.assumptions)
    spans = {verdict.claim.id: verdict.claim.span for verdict in every}
    lines: list[tuple[Span, str]] = []
    for verdict in (*results.verdicts, *results.printings, *results.assumptions):
        if quiet and not is_trouble(verdict):
            continue
        lines.append((verdict.claim.span, verdict_line(verdict)))
    for conflict in results.conflicts:
        if quiet and conflict.accepted:
            continue
        members = (*conflict.claims, *conflict.assumptions)
        known = (spans[name] for name in members if name in spans)
        span = min(known, default=Span(0, 0, 0, 0))
        accepted = f"; accepted: {conflict.accepted}" if conflict.accepted else ""
        said = f"{CONFLICT.word} {conflict.id}: {headline(conflict, results)}{accepted}"
        lines.append((span, said))
    for finding in results.findings:
        kind = "error" if finding.severity is Severity.ERROR else "warning"
        hint = f"; {finding.hint}" if finding.hint else ""
        lines.append((finding.span, f"{kind}: {finding.message}{hint}"))
    path = results.document.path
    return "".join(
        "{}:{}:{}: {}\n".format(style.text(path), *place(span), style.text(text))
        for span, text in sorted(lines, key=lambda line: line[0])
    )


def verdict_line(verdict: Verdict, *, full: bool = False) -> str:
    """'fail deficit: stated 24.4%, recomputed 35.29%; likely slip: …'.

    `full` has the range, too, and the stated figure even where nothing is recomputed.
    """
    word = LOOKS[verdict.outcome].word + (" (weak)" if verdict.weak else "")
    said, shown, implied = stated_text(verdict), result_text(verdict), verdict.implied
    values = f"stated {said}, recomputed {shown}" if said and shown else ""
    if full and said:
        allowed = "" if implied else range_text(verdict)
        values = f"{values} ({allowed})" if values and allowed else values or f"stated {said}"
    must_be = f"it {MUST_BE} {implied.text}" if implied else ""
    reason = "; ".join(part for part in (values, why(verdict), must_be) if part)
    return f"{word} {verdict.claim.id}: {reason}"
