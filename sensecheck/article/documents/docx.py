"""DOCX: paragraphs, rows of tables and notes, as they read with every tracked change accepted.

The XML is read as it is: the library for it leaves out what tracked changes insert, and unpacks
an archive whatever its size.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sensecheck.article.documents.composing import Composer, shifted
from sensecheck.article.documents.docx_parts import Parts, broken
from sensecheck.article.documents.docx_story import Block, Story, shift_of
from sensecheck.article.unsuitable import Unsuitable
from sensecheck.model import Text


def read_docx(path: str, data: bytes) -> Text:
    """The text of a document: its body, then its notes; headers and footers are left out."""
    parts = Parts(data)
    main = parts.related("", "officeDocument")
    document = parts.read(main) if main in parts.names() else None
    if document is None or document.tag != "document":
        raise _other_format(parts.names())
    styles = _styles(parts, parts.related(main, "styles"))
    story = Story(styles)
    composer = Composer()
    _compose(composer, story.blocks(document))
    for kind, numbers in story.notes.items():
        part = parts.related(main, f"{kind}s")
        notes = {note.get("id"): note for note in parts.read(part)} if numbers and part else {}
        for identity, number in numbers.items():
            if identity in notes:
                text = "\n".join(block.text for block in Story(styles).blocks(notes[identity]))
                composer.separate("\n\n")
                mark = shifted(str(number), "sup")
                composer.add(f"{mark} {text.strip()}", name=f"{kind} {number}")
    return composer.text(path)


def _styles(parts: Parts, part: str) -> dict[str, str]:
    """The styles that raise or lower characters, each after the one that it is based on."""
    if part not in parts.names():
        return {}
    own: dict[str, str | None] = {}
    base: dict[str, str] = {}
    for style in parts.read(part).iter("style"):
        name, based = style.get("styleId", ""), style.find("basedOn")
        own[name] = shift_of(style.find("rPr"))
        base[name] = based.get("val", "") if based is not None else ""
    found = {}
    for name in own:
        ancestor, steps = name, 0
        while own.get(ancestor) is None and ancestor in base and steps < _LONGEST_LINE:
            ancestor, steps = base[ancestor], steps + 1
        if shift := own.get(ancestor):
            found[name] = shift
    return found


_LONGEST_LINE: Final = 20
_OTHERS: Final = {
    "xl/": "is a workbook, not a DOCX file",
    "ppt/": "is a presentation, not a DOCX file",
    "content.xml": "is an OpenDocument file",
    "META-INF/container.xml": "is an e-book",
}


def _other_format(names: list[str]) -> Unsuitable:
    for start, message in _OTHERS.items():
        if any(name.startswith(start) for name in names):
            return Unsuitable(message, "save the article as DOCX")
    if "word/document.xml" in names:
        return broken()
    return Unsuitable("is a zip archive, not a DOCX file", "take the article out of it")


def _compose(composer: Composer, blocks: Iterable[Block]) -> None:
    """Writes the blocks that say something; paragraphs outside of tables are counted."""
    paragraphs = 0
    table = 0
    for block in blocks:
        if not block.text.strip():
            continue
        if block.table:
            name = f"table {block.table}, row {block.row}"
        else:
            paragraphs += 1
            name = f"paragraph {paragraphs}"
        composer.separate("\n" if block.table and block.table == table else "\n\n")
        composer.add(block.text, name=name)
        table = block.table
