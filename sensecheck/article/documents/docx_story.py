"""The paragraphs and rows of a DOCX document, from the elements of its XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from sensecheck.article.documents.composing import shifted, without_soft_hyphens


class Block(NamedTuple):
    """A paragraph, or a row of a table, both of them counted from 1; its cells stand by tabs."""

    text: str
    table: int = 0
    row: int = 0


class Story:
    """Reads what elements hold; `notes` are those referred to so far, by their kind, numbered.

    `styles` are the styles that raise or lower characters.
    """

    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles
        self.notes: dict[str, dict[str, int]] = {"footnote": {}, "endnote": {}}
        self._tables = 0

    def blocks(self, container: Element) -> Iterator[Block]:
        """The paragraphs and rows of a document, a cell, a text box or a note."""
        text = ""
        for element in _nearest(container, ("p", "tbl")):
            if element.tag == "tbl":
                yield from self._rows(element)
                continue
            boxes: list[Element] = []
            text += "".join(self._inline(element, "", boxes))
            if not _is_gone(element, "pPr/rPr"):  # else the next paragraph goes on with it
                yield Block(without_soft_hyphens(text))
                text = ""
            for box in boxes:
                yield from self.blocks(box)
        if text:
            yield Block(without_soft_hyphens(text))

    def _rows(self, table: Element) -> Iterator[Block]:
        self._tables += 1
        number = self._tables
        inner: list[Block] = []
        rows = (row for row in _nearest(table, ("tr",)) if not _is_gone(row, "trPr"))
        for count, row in enumerate(rows, start=1):
            cells = []
            for cell in _nearest(row, ("tc",)):
                blocks = list(self.blocks(cell))
                texts = (block.text.strip() for block in blocks if not block.table)
                cells.append("\n".join(text for text in texts if text))
                inner += [block for block in blocks if block.table]
            yield Block("\t".join(cells), number, count)
        yield from inner

    def _inline(self, element: Element, shift: str, boxes: list[Element]) -> Iterator[str]:
        """The characters of a paragraph; the text boxes in it are put by."""
        for child in element:
            tag = child.tag
            if tag in ("t", "m_t"):
                text = child.text or ""
                is_kept = child.get("xml_space") == "preserve"
                yield shifted(text if is_kept else text.strip(" \t\r\n"), shift)
            elif tag == "r":
                if not _is_on(child.find("rPr/vanish")):
                    yield from self._inline(child, self._shift(child), boxes)
            elif tag == "txbxContent":
                boxes.append(child)
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag]
            elif tag == "sym":
                yield _symbol(child)
            elif tag in _REFERENCES:
                yield self._mark(_REFERENCES[tag], child)
            elif tag in _MATHS:
                yield "/" if tag == "m_den" else ""
                yield from self._inline(child, _MATHS[tag] or shift, boxes)
            elif tag not in _SKIPPED:
                yield from self._inline(child, shift, boxes)

    def _shift(self, run: Element) -> str:
        properties, style = run.find("rPr"), run.find("rPr/rStyle")
        shift = shift_of(properties)
        if shift is None and style is not None:
            shift = self._styles.get(style.get("val", ""))
        return shift or ""

    def _mark(self, kind: str, reference: Element) -> str:
        """The number of a note, raised; its own mark, if it has one, is text of its own."""
        numbers = self.notes[kind]
        number = numbers.setdefault(reference.get("id", ""), len(numbers) + 1)
        has_own_mark = reference.get("customMarkFollows", "0") not in _OFF
        return "" if has_own_mark else shifted(str(number), "sup")


_OFF: Final = frozenset({"0", "false", "off"})
# Properties; what was deleted or moved away; what is said once more for old programs; readings
# that stand above the line.
_SKIPPED: Final = frozenset({"pPr", "rPr", "sdtPr", "del", "moveFrom", "mc_Fallback", "rt"})
_CHARACTERS: Final = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
}
_REFERENCES: Final = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_MATHS: Final = {"m_sup": "sup", "m_sub": "sub", "m_den": ""}
_RAISED: Final = 4  # half-points; less is a matter of taste
_SHIFTS: Final = {"superscript": "sup", "subscript": "sub"}
# Old documents take their mathematical signs from a font of this name.
_SYMBOLS: Final = {"2B": "+", "2D": "−", "A3": "≤", "B1": "±", "B3": "≥", "B4": "×", "BB": "≈"}


def _nearest(element: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """The elements with these names that do not lie in one another, in order."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _nearest(child, tags)


def _is_gone(element: Element, properties: str) -> bool:
    """Whether the end of a paragraph, or a row, is deleted or moved away."""
    return any(element.find(f"{properties}/{tag}") is not None for tag in ("del", "moveFrom"))


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get("val", "1").lower() not in _OFF


def shift_of(properties: Element | None) -> str | None:
    """'sup' or 'sub' for raised or lowered characters, '' for others, None where it is not said."""
    if properties is None:
        return None
    align, position = properties.find("vertAlign"), properties.find("position")
    if align is not None:
        return _SHIFTS.get(align.get("val", ""), "")
    points = position.get("val", "") if position is not None else ""
    if re.fullmatch("-?[0-9]{1,4}", points) and abs(int(points)) >= _RAISED:
        return "sub" if points.startswith("-") else "sup"
    return None


def _symbol(element: Element) -> str:
    code = element.get("char", "").upper()
    if element.get("font") == "Symbol":
        return _SYMBOLS.get(code[-2:], "\ufffd")
    return "\ufffd"
