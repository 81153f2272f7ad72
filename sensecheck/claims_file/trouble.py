"""Findings as they are collected, and the names that were probably meant."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import Final

from sensecheck.claims_file.nodes import Node, Scalar
from sensecheck.model import Finding, Severity, Span

_MOST_COMPARISONS: Final = 50_000
_LONGEST: Final = 400


class Trouble:
    """Collects the findings of one file. All places are of the text that `lines` holds."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self._findings: dict[tuple[Span, str], Finding] = {}
        self._comparisons = 0
        self._places: list[tuple[int, int]] | None = None

    def __len__(self) -> int:
        return len(self._findings)

    def at(self, node: Node, message: str, hint: str = "") -> None:
        """An error at a node."""
        self.add(self.visible(node), message, hint)

    def within(self, scalar: Scalar, start: int, end: int, message: str, hint: str = "") -> None:
        """An error at some characters of a scalar; at all of it where they have no one place."""
        self.add(self.part(scalar, start, end), message, hint)

    def add(
        self, span: Span, message: str, hint: str = "", severity: Severity = Severity.ERROR
    ) -> None:
        """One finding; the same one twice is one."""
        if span.line >= len(self.lines):  # what is missing at the end is shown at the end
            span = _end(self.lines)
        finding = Finding(span, _escaped(message), _escaped(hint), severity)
        new = self._findings.setdefault((span, message), finding) is finding
        if new and self._places is not None and severity is Severity.ERROR:
            insort(self._places, (span.line, span.column))

    def sorted(self) -> tuple[Finding, ...]:
        """All findings by their place."""
        return tuple(sorted(self._findings.values(), key=lambda f: (f.span, f.message)))

    def forget(self, first: int, last: int, known: Collection[Finding]) -> None:
        """Drops the findings from line `first` to line `last`, except those that are `known`."""
        for place, finding in list(self._findings.items()):
            if first <= finding.span.line <= last and finding not in known:
                del self._findings[place]
        self._places = None

    def touches(self, start: tuple[int, int], end: tuple[int, int]) -> bool:
        """Whether an error lies from `start` to before `end` (lines and columns)."""
        if self._places is None:
            self._places = sorted(
                (finding.span.line, finding.span.column)
                for finding in self._findings.values()
                if finding.severity is Severity.ERROR
            )
        index = bisect_left(self._places, start)
        return index < len(self._places) and self._places[index] < end

    def visible(self, node: Node) -> Span:
        """Where a node stands; a block of several lines is shown by its first."""
        is_block = isinstance(node, Scalar) and node.style in (">", "|")
        is_open = not isinstance(node, Scalar) and node.end_column == node.column
        if node.end_line == node.line and not is_block and not is_open:
            return node.span
        line = self.lines[node.line] if node.line < len(self.lines) else ""
        end = max(len(_without_comment(line, node.column)), node.column)
        return Span(node.line, node.column, node.line, end)

    def part(self, scalar: Scalar, start: int, end: int) -> Span:
        """The place of scalar.text[start:end], where the scalar is written out on one line."""
        column = scalar.column + (1 if scalar.style in ("'", '"') else 0)
        line = self.lines[scalar.line] if scalar.line < len(self.lines) else ""
        if not line.startswith(scalar.text, column):
            return self.visible(scalar)
        return Span(scalar.line, column + start, scalar.line, column + max(end, start + 1))

    def meant(self, word: str, known: Collection[str]) -> str:
        """The known word nearest to `word`, or ''; no more than a bounded effort per file."""
        self._comparisons += len(known)
        if self._comparisons > _MOST_COMPARISONS or len(word) > 100:
            return ""
        folded = {name.lower(): name for name in known}
        near = get_close_matches(word.lower(), folded, n=1, cutoff=0.6)
        return folded[near[0]] if near else ""

    def did_you_mean(self, word: str, known: Collection[str]) -> str:
        """'did you mean …?', or ''."""
        meant = self.meant(word, known)
        return f"did you mean {meant}?" if meant else ""


def _end(lines: Sequence[str]) -> Span:
    line = max(len(lines) - 1, 0)
    column = len(lines[line]) if lines else 0
    return Span(line, column, line, column)


def _escaped(text: str) -> str:
    """The text with what cannot be seen written as escapes, and not longer than people read."""
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _without_comment(line: str, column: int) -> str:
    cut = line.find(" #", column)
    return (line if cut < 0 else line[:cut]).rstrip()
