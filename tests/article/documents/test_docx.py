"""DOCX: paragraphs, rows and notes, with every tracked change accepted."""

from __future__ import annotations

import io
import zipfile

import pytest

from sensecheck.article.documents import Unsuitable, read_document
from sensecheck.model import Text
from tests.article.documents.files import (
    NAMESPACES,
    archive,
    docx,
    paragraph,
    pieces,
    relations,
    run,
    table,
)


def read(*body: str, footnotes: str = "", endnotes: str = "", styles: str = "") -> Text:
    data = docx("".join(body), footnotes=footnotes, endnotes=endnotes, styles=styles)
    return read_document("article.docx", data)


def test_places_are_paragraphs_rows_and_notes() -> None:
    text = read(
        paragraph(run("Break and Rebuild"), properties='<w:pStyle w:val="Title"/>'),
        paragraph(),
        paragraph(run("Revenue of RMB 4.7"), "<w:r><w:footnoteReference w:id='7'/></w:r>"),
        table(("Year", "Revenue"), ("", ""), ("2021", "4.700")),
        paragraph(run("First"), properties='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        table(("2022", "3.809")),
        paragraph(run("Last"), "<w:r><w:endnoteReference w:id='2'/></w:r>"),
        footnotes=(
            f'<w:footnote w:id="-1" w:type="separator">{paragraph(run("never"))}</w:footnote>'
            f'<w:footnote w:id="7">{paragraph("<w:r><w:footnoteRef/></w:r>", run(" Page 17."))}'
            f"{paragraph(run('And 18.'))}</w:footnote>"
            f'<w:footnote w:id="8">{paragraph(run("not referred to"))}</w:footnote>'
        ),
        endnotes=f'<w:endnote w:id="2">{paragraph(run("The end."))}</w:endnote>',
    )
    assert pieces(text) == [
        ("paragraph 1", "Break and Rebuild\n\n"),
        ("paragraph 2", "Revenue of RMB 4.7¹\n\n"),
        ("table 1, row 1", "Year\tRevenue\n"),
        ("table 1, row 3", "2021\t4.700\n\n"),
        ("paragraph 3", "First\n\n"),
        ("table 2, row 1", "2022\t3.809\n\n"),
        ("paragraph 4", "Last¹\n\n"),
        ("footnote 1", "¹ Page 17.\nAnd 18.\n\n"),
        ("endnote 1", "¹ The end."),
    ]
    assert text.where(text.content.index("4.700")) == "article.docx, table 1, row 3"


DELETED = "<w:del><w:r><w:delText>5</w:delText><w:t>5</w:t></w:r></w:del>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ((run("4."), run("7")), "4.7"),
        ((run("a "), DELETED, f"<w:ins>{run('6')}</w:ins>"), "a 6"),
        ((f"<w:moveFrom>{run('5')}</w:moveFrom><w:moveTo>{run('6')}</w:moveTo>",), "6"),
        ((f"<w:ins><w:del>{run('5')}</w:del></w:ins>", run("6")), "6"),
        ((run("4.7"), run("1", '<w:vertAlign w:val="superscript"/>')), "4.7¹"),
        ((run("CO"), run("2", '<w:vertAlign w:val="subscript"/>')), "CO₂"),
        ((run("4.7"), run("1", '<w:position w:val="8"/>')), "4.7¹"),
        ((run("H"), run("2", '<w:position w:val="-6"/>')), "H₂"),
        ((run("4.7"), run("1", '<w:position w:val="2"/>')), "4.71"),
        ((run("4.7"), run("1", '<w:rStyle w:val="Mark"/>')), "4.7¹"),
        ((run("4.7"), run("1", '<w:rStyle w:val="Own"/>')), "4.7¹"),
        ((run("4.7"), run("1", '<w:rStyle w:val="Flat"/>')), "4.71"),
        ((run("4.7"), run("1", '<w:rStyle w:val="Loop"/>')), "4.71"),
        (
            (run("1", '<w:rStyle w:val="Mark"/><w:vertAlign w:val="baseline"/>'),),
            "1",
        ),
        ((run("5", "<w:vanish/>"), run("6", '<w:vanish w:val="0"/>')), "6"),
        (("<w:r><w:t> a </w:t><w:t xml:space='preserve'> b</w:t></w:r>",), "a b"),
        (("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>",), "a\tb\nc\n"),
        (("<w:r><w:t>6</w:t><w:noBreakHyphen/><w:t>7</w:t><w:softHyphen/></w:r>",), "6\u20117"),
        ((run("emplo\u00adyees"),), "employees"),
        (("<w:r><w:sym w:font='Symbol' w:char='F02D'/><w:t>5</w:t></w:r>",), "−5"),
        (("<w:r><w:sym w:font='Wingdings' w:char='F0E0'/><w:t>5</w:t></w:r>",), "\ufffd5"),
        ((f"<w:hyperlink>{run('link')}</w:hyperlink>",), "link"),
        ((f"<w:sdt><w:sdtPr>{run('5')}</w:sdtPr><w:sdtContent>{run('6')}</w:sdtContent></w:sdt>",),
         "6"),
        (("<w:r><w:instrText>PAGE 5</w:instrText></w:r>", run("6")), "6"),
        ((f"<w:ruby><w:rt>{run('5')}</w:rt><w:rubyBase>{run('人')}</w:rubyBase></w:ruby>",), "人"),
        (("<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r>"
          "</m:sup></m:sSup></m:oMath>",), "10⁶"),
        (("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>"
          "</m:den></m:f></m:oMath>",), "1/2"),
        ((run("a"), "<w:r><w:footnoteReference w:id='3' w:customMarkFollows='1'/></w:r>", run("*")),
         "a*"),
    ],
)  # fmt: skip
def test_what_a_paragraph_says(inside: tuple[str, ...], text: str) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Own"><w:rPr><w:vertAlign w:val="superscript"/>'
        '</w:rPr></w:style><w:style w:styleId="Mark"><w:basedOn w:val="Own"/></w:style>'
        '<w:style w:styleId="Flat"><w:basedOn w:val="Own"/><w:rPr><w:vertAlign w:val="baseline"/>'
        '</w:rPr></w:style><w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    assert read(paragraph(*inside), styles=styles).content == text


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    text = read(
        paragraph(run("one "), properties=gone),
        paragraph(run("half ")),
        paragraph(run("two"), properties="<w:rPr><w:ins/></w:rPr>"),
        paragraph(run("three"), properties=gone),
    )
    assert pieces(text) == [
        ("paragraph 1", "one half \n\n"),
        ("paragraph 2", "two\n\n"),
        ("paragraph 3", "three"),
    ]


def test_a_deleted_row_is_no_row() -> None:
    rows = table(("2021", "5"), ("2022", "6")).replace(
        "<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1
    )
    assert pieces(read(rows)) == [("table 1, row 1", "2022\t6")]


def test_boxes_and_inner_tables_follow_what_they_stand_in() -> None:
    box = f"<w:drawing><w:txbxContent>{paragraph(run('box'))}</w:txbxContent></w:drawing>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    cells = (
        f"<w:tc>{paragraph(run('a'))}{paragraph(run('b'))}</w:tc><w:tc>{table(('c', 'd'))}</w:tc>"
    )
    text = read(
        paragraph(both, run("around")),
        f"<w:sdt><w:sdtContent><w:tbl><w:tr>{cells}</w:tr></w:tbl></w:sdtContent></w:sdt>",
    )
    assert pieces(text) == [
        ("paragraph 1", "around\n\n"),
        ("paragraph 2", "box\n\n"),
        ("table 1, row 1", "a\nb\t\n\n"),
        ("table 2, row 1", "c\td"),
    ]


def test_other_names_of_parts_and_the_strict_namespace() -> None:
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = archive(
        {
            "_rels/.rels": relations(officeDocument="/word/document2.xml"),
            "word/document2.xml": f"<w:document {strict}>{paragraph(run('4.7'))}</w:document>",
        }
    )
    assert read_document("x", data).content == "4.7"


def xml_of(body: str) -> bytes:
    return archive(
        {"_rels/.rels": relations(officeDocument="word/document.xml"), "word/document.xml": body}
    )


def packed(compression: int, *, encrypted: bool = False) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as parts:
        parts.writestr("_rels/.rels", relations(officeDocument="word/document.xml"))
        parts.writestr("word/document.xml", f"<w:document {NAMESPACES}/>")
    data = file.getvalue()
    # Bit 0 of the flags, in the local header and in the directory.
    return data.replace(b"PK\1\2\x14\3\x14\0\0", b"PK\1\2\x14\3\x14\0\1") if encrypted else data


SOUND = docx(paragraph(run("x" * 500)))
LAUGHS = "<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><w:document " + NAMESPACES + ">&b;"
NESTED = "<w:tbl><w:tr><w:tc>" * 70 + "</w:tc></w:tr></w:tbl>" * 70


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (docx(""), "holds no text"),
        (docx(paragraph()), "holds no text"),
        (SOUND[: len(SOUND) // 2], "is a broken DOCX file"),
        (SOUND[:30], "is a broken DOCX file"),
        (b"PK\x03\x04", "is a broken DOCX file"),
        (xml_of("<w:document"), "is a broken DOCX file"),
        (xml_of(""), "is a broken DOCX file"),
        (xml_of("<html>5</html>"), "is a broken DOCX file"),
        (xml_of("<?xml version='1.0' encoding='none'?><a/>"), "is a broken DOCX file"),
        (xml_of(LAUGHS + "</w:document>"), "is a broken DOCX file"),
        (xml_of("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"), "is a broken DOCX file"),
        (xml_of("<a>" * 100_000 + "</a>" * 100_000), "is a broken DOCX file"),
        (docx(NESTED), "is a broken DOCX file"),
        (packed(zipfile.ZIP_BZIP2), "is a broken DOCX file"),
        (packed(zipfile.ZIP_STORED, encrypted=True), "is encrypted"),
        (docx(" " * (64 << 20)), "is larger than 64 MiB when unpacked"),
        (archive({f"{n}": "" for n in range(10_001)}), "is a zip archive of too many files"),
        (archive({"a.txt": "5"}), "is a zip archive, not a DOCX file"),
        (archive({"xl/workbook.xml": "5"}), "is a workbook, not a DOCX file"),
        (archive({"ppt/presentation.xml": "5"}), "is a presentation, not a DOCX file"),
        (archive({"mimetype": "x", "content.xml": "5"}), "is an OpenDocument file"),
        (archive({"META-INF/container.xml": "5"}), "is an e-book"),
        (archive({"_rels/.rels": relations(officeDocument="../../etc/passwd")}),
         "is a zip archive, not a DOCX file"),
    ],
    ids=range(23),  # archives hold the time, so that their bytes are no names
)  # fmt: skip
def test_what_cannot_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(Unsuitable) as caught:
        read_document("article.docx", data)
    assert caught.value.message == message


def test_a_part_whose_sum_is_wrong_is_broken() -> None:
    data = bytearray(SOUND)
    data[data.index(b"word/document.xml") + 60] ^= 0x10
    with pytest.raises(Unsuitable, match="broken"):
        read_document("a.docx", bytes(data))


def test_too_many_elements_are_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sensecheck.article.documents.docx_parts.MOST_ELEMENTS", 1000)
    assert read(paragraph(run("x")) * 100).content.count("x") == 100
    with pytest.raises(Unsuitable, match="broken"):
        read(paragraph(run("x")) * 250)
