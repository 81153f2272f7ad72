"""Files made by hand, and how the texts read from them are looked at."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

from sensecheck.model import Text

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = f'xmlns:w="{_W}" xmlns:m="{_M}" xmlns:mc="{_MC}"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pieces(text: Text) -> list[tuple[str, str]]:
    """Every stretch: its place as people name it, and its characters."""
    starts = [stretch.start for stretch in text.stretches]
    ends = [*starts[1:], len(text.content)]
    return [
        (text.place(start), text.content[start:end])
        for start, end in zip(starts, ends, strict=True)
    ]


def place_of(text: Text, words: str) -> str:
    """Where some words that stand once in the text begin."""
    assert text.content.count(words) == 1, (words, text.content)
    return text.place(text.content.index(words))


def run(words: str, properties: str = "") -> str:
    """A run of a paragraph."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inside: str, properties: str = "") -> str:
    """A paragraph with runs and other elements."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inside)}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """A table of cells with a paragraph each."""
    cells = ["".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def relations(**targets: str) -> str:
    """The XML of a part of relations."""
    each = "".join(
        f'<Relationship Id="{kind}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{each}</Relationships>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def docx(body: str, *, footnotes: str = "", endnotes: str = "", styles: str = "") -> bytes:
    """A DOCX file."""
    return archive(
        {
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations(
                footnotes="footnotes.xml", endnotes="/word/endnotes.xml", styles="styles.xml"
            ),
            "word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{footnotes}</w:footnotes>",
            "word/endnotes.xml": f"<w:endnotes {NAMESPACES}>{endnotes}</w:endnotes>",
            "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
            "word/header1.xml": f"<w:hdr {NAMESPACES}>{paragraph(run('Header 9'))}</w:hdr>",
        }
    )


# What the letters a to g are in the font G, to have it in a hand-made stream; the last is half of
# a character.
_GLYPHS = (
    b"7 beginbfchar <61><FB01> <62><FB02> <63><2009> <64><00AD> <65><2212> <66><00A0> <67><D835> "
    b"endbfchar"
)


def pdf(*streams: bytes, extra: Sequence[bytes] = (), resources: bytes = b"") -> bytes:
    """A PDF file with a page for each stream; /F is Times, /G has special glyphs for a to g.

    The objects of `extra` follow the five of the file itself and two for each page.
    """
    first = 6
    pages = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (pages, len(streams)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/ToUnicode 5 0 R>>",
        stream_object(_GLYPHS),
    ]
    for number, stream in enumerate(streams):
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R/G 4 0 R>>%s>>>>" % (first + 2 * number + 1, resources),
            stream_object(stream),
        ]
    return pdf_of([*objects, *extra])


def stream_object(stream: bytes, entries: bytes = b"") -> bytes:
    """A stream, packed."""
    packed = zlib.compress(stream)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (
        len(packed),
        entries,
        packed,
    )


def pdf_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF file of these objects, the first of which is its catalogue."""
    file, offsets = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size, start = len(objects) + 1, len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % size
    file += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    file += b"trailer<</Size %d/Root 1 0 R%s>>\n" % (size, trailer)
    return file + b"startxref\n%d\n%%%%EOF" % start


def lines(*texts: str, left: int = 60, top: int = 780, step: int = 12, size: int = 10) -> bytes:
    """Lines of text from the top of a page downwards."""
    shown = b" ".join(b"(%s) Tj 0 -%d Td" % (text.encode("cp1252"), step) for text in texts)
    return b"BT /F %d Tf %d %d Td %s ET\n" % (size, left, top, shown)
