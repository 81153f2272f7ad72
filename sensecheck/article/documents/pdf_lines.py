"""The lines of a PDF page, from the pieces of text that are drawn on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import pairwise
from math import hypot
from statistics import median
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sensecheck.article.documents.composing import shifted
from sensecheck.article.unsuitable import Unsuitable

if TYPE_CHECKING:
    from pypdf import PageObject

    Operation = tuple[Any, bytes]

SECONDS: Final = 120
# Parts of the size of the letters beside.
_SMALLER: Final = 0.95
_SMALL: Final = 0.75
_MOVED: Final = 0.1
_SAME: Final = 0.2
_WIDER: Final = 1.3  # than the usual step from line to line
_WIDEST: Final = 3.0
_MARK: Final = re.compile(r"\s*\d{1,3}(?:[,–-]\d{1,3})*\s*")


class Gap(Enum):
    """How a line lies to the one before it."""

    NEXT = "the next one below"
    APART = "with more space between, or in another size"
    ELSEWHERE = "in another column or on another page"


class Line(NamedTuple):
    """A line of a page."""

    text: str
    gap: Gap


class Deadline:
    """Ends what takes too long: a small file can name the same page, font or drawing many times."""

    def __init__(self) -> None:
        self._end = monotonic() + SECONDS

    def check(self, *_: object) -> None:
        """Unsuitable where the time is over."""
        if monotonic() > self._end:
            raise Unsuitable(f"takes more than {SECONDS} seconds to read", "save the article alone")


def page_lines(page: PageObject, deadline: Deadline) -> list[Line]:
    """The lines of a page in the order in which they are drawn."""
    from pypdf.generic import ContentStream, NameObject

    deadline.check()
    contents = page.get("/Contents")
    if contents is None:
        return []
    stream = ContentStream(contents, page.pdf, "bytes")
    stream.operations = list(_with_seams(stream.operations))
    page[NameObject("/Contents")] = stream
    drawing = _Drawing()
    page.extract_text(visitor_operand_before=deadline.check, visitor_text=drawing.add)
    page[NameObject("/Contents")] = contents
    return list(_spaced(drawing.rows()))


def _with_seams(operations: Iterable[Operation]) -> Iterator[Operation]:
    """The operations with the font set anew before each place that is set.

    The library gives text in pieces of one font. Where a footnote mark is set by its place or its
    scale alone, it would be in one piece with the number before it.
    """
    font, fonts = None, []
    for operands, operator in operations:
        if operator == b"Tf":
            font = operands
        elif operator == b"q":
            fonts.append(font)
        elif operator == b"Q" and fonts:
            font = fonts.pop()
        elif operator == b"Tm" and font is not None:
            yield font, b"Tf"
        yield operands, operator


class _Place(NamedTuple):
    """Where letters stand and how large they are, in the direction in which they are read."""

    baseline: float
    left: float
    size: float


class _Row(NamedTuple):
    """A line as it is drawn: the place of its first piece, and all its pieces."""

    place: _Place
    pieces: list[str]


class _Drawing:
    """Collects the pieces of a page into rows."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._row: _Row | None = None
        self._size = 0.0
        self._is_after_mark = False

    def rows(self) -> list[_Row]:
        """The rows that hold anything."""
        self._end_row()
        return self._rows

    def add(
        self, text: str, outer: list[float], inner: list[float], _: object, font_size: float
    ) -> None:
        """A piece of text, with the matrices that say where its first letter stands."""
        from pypdf import mult

        a, b, c, d, x, y = mult(inner, outer)
        length = hypot(a, b) or 1.0
        baseline, left = (a * y - b * x) / length, (a * x + b * y) / length
        place = _Place(baseline, left, abs(font_size) * hypot(c, d))
        for number, words in enumerate(_cleaned(text).split("\n")):
            if number:
                self._end_row()
            if words.strip():
                self._piece(words, place)
            elif words and self._row:
                self._row.pieces.append(words)

    def _piece(self, words: str, place: _Place) -> None:
        """Some words, in the row that they belong to; small digits beside larger ones are marks."""
        row, is_number = self._row, _MARK.fullmatch(words) is not None
        if row is None:
            row = self._row = self._reopened(place, is_number) or _Row(place, [])
        shift = _shift(place, row.place.baseline, self._size) if is_number and row.pieces else ""
        if not shift:
            self._size = place.size
            if len(row.pieces) == 1 and _MARK.fullmatch(row.pieces[0]):  # a footnote begins so
                mark = _shift(row.place, place.baseline, place.size)
                row.pieces[0] = shifted(row.pieces[0], mark)
        row.pieces.append(shifted(words, shift))
        self._is_after_mark = bool(shift)

    def _reopened(self, place: _Place, is_number: bool) -> _Row | None:
        """The row before, where a place is in it: another cell of a table, or a mark."""
        if not self._rows or place.left <= self._rows[-1].place.left:
            return None
        row = self._rows[-1]
        raised = place.baseline - row.place.baseline
        is_raised = is_number and 0 < raised < row.place.size
        if abs(raised) < _SAME * row.place.size:
            row.pieces.append(" " if self._is_after_mark else "\t")
        elif not is_raised or not _shift(place, row.place.baseline, self._size):
            return None
        return self._rows.pop()

    def _end_row(self) -> None:
        if self._row:
            self._rows.append(self._row)
            self._row = None


def _shift(mark: _Place, baseline: float, size: float) -> str:
    """How a number is moved from the words beside it. Some files tell it by the size alone."""
    raised = mark.baseline - baseline
    is_moved = abs(raised) > _MOVED * size and mark.size < _SMALLER * size
    if not is_moved and not mark.size < _SMALL * size:
        return ""
    return "sub" if raised < -_MOVED * size else "sup"


def _spaced(rows: list[_Row]) -> Iterator[Line]:
    """The rows with how they lie to each other: by the usual step on their page, in letters."""
    places = [row.place for row in rows]
    pairs = list(pairwise(places))
    steps = [(above.baseline - place.baseline) / (place.size or 1.0) for above, place in pairs]
    usual = median([step for step in steps if step > 0] or [0.0])
    for row, above, step in zip(rows, [None, *places], [0.0, *steps], strict=False):
        if above is None or step < 0:
            gap = Gap.ELSEWHERE
        else:
            is_other = abs(row.place.size - above.size) > _SAME * above.size
            gap = Gap.APART if is_other or step > min(_WIDER * usual, _WIDEST) else Gap.NEXT
        yield Line(re.sub(r" *(\t| ) *", r"\1", "".join(row.pieces)).strip(), gap)


_LIGATURES: Final = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st", 0xF0B7: "•",
}  # fmt: skip
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def _cleaned(text: str) -> str:
    text = _CONTROL.sub("", _SURROGATE.sub("\ufffd", text))
    return text.translate(_LIGATURES)
