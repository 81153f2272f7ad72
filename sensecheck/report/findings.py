"""Problems with the claims file itself: the line, the place, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sensecheck.model import Document, Finding, Results, Severity, place
from sensecheck.report.style import DIM, RED, YELLOW, Style, cells

LONGEST_LINE: Final = 160
"""Code points of a line that are shown around a problem."""


def findings_text(results: Results, style: Style) -> str:
    """All findings of a file, in file order; '' where there are none."""
    blocks = [block(finding, results.document, style) for finding in in_order(results.findings)]
    return "\n".join(line for lines in blocks for line in lines)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings as they stand in the file."""
    return sorted(findings, key=lambda finding: finding.span)


def block(finding: Finding, document: Document, style: Style) -> list[str]:
    """One finding: where and what, the line with carets under the place, the hint."""
    line, column = place(finding.span)
    is_error = finding.severity is Severity.ERROR
    colour = RED if is_error else YELLOW
    where = style.text(f"{document.path}:{line}:{column}")
    message = style.text(finding.message if is_error else f"warning: {finding.message}")
    head = f"{style.paint(where, DIM)}  {style.paint(message, colour)}"
    hint = style.text(finding.hint)
    if finding.span.line >= len(document.lines) or not document.lines[finding.span.line]:
        return [head, *style.wrap(hint, 6)]
    source, carets = _marked(document.lines[finding.span.line], finding, style)
    bar = style.paint("|", DIM)
    number = style.paint(f"{line:5}", DIM)
    lines = [head, f"{number} {bar} {source}".rstrip()]
    under = f"      {bar} {style.paint(carets, colour)}"
    if not hint:
        return [*lines, under]
    needed = 8 + len(carets) + 3 + cells(hint)
    if style.width is None or needed <= style.width:
        return [*lines, f"{under}   {hint}"]
    return [*lines, under, *style.wrap(hint, 8)]


def closing(results: Results) -> str:
    """'claims.yaml: 3 problems; checked 55 of 58 claims'; '' where there are no problems."""
    problems = sum(finding.severity is Severity.ERROR for finding in results.findings)
    if not problems:
        return ""
    named = f"{results.document.path}: {problems} problem{'s' if problems > 1 else ''}"
    # Of a selection, too, everything has been checked.
    checked = max(len(results.document.claims), len(results.verdicts))
    total = results.document.claim_count
    if not checked:
        return f"{named}; nothing was checked"
    return f"{named}; checked {checked} of {total} claims"


def _marked(line: str, finding: Finding, style: Style) -> tuple[str, str]:
    """The line as it is shown, and carets that stand under the finding's place."""
    span = finding.span
    start = min(span.column, len(line))
    end = span.end_column if span.end_line == span.line else len(line)
    end = max(start, min(end, len(line)))
    first = max(start - LONGEST_LINE // 2, 0) if len(line) > LONGEST_LINE else 0
    last = min(first + LONGEST_LINE, len(line))
    end = min(end, last)
    before = _shown(line[first:start], style, 0)
    if first:
        before = style.text("…") + before
    marked = _shown(line[start:end], style, cells(before))
    after = _shown(line[end:last], style, cells(before + marked))
    if last < len(line):
        after += style.text("…")
    return before + marked + after, " " * cells(before) + "^" * max(cells(marked), 1)


def _shown(text: str, style: Style, column: int) -> str:
    """The text with its tabs as spaces (to every fourth column), safe to print."""
    shown = ""
    for index, piece in enumerate(text.split("\t")):
        if index:
            shown += " " * (4 - (column + cells(shown)) % 4)
        shown += style.text(piece)
    return shown
