"""Which format a file is in: its content decides where that is clear, else its name."""

from __future__ import annotations

import random

import pytest

from sensecheck.article.documents import Unsuitable, read_document
from tests.article.documents.files import docx, lines, paragraph, pdf, run

PDF = pdf(lines("Words 4.7"))
DOCX = docx(paragraph(run("Words 4.7")))
HTML = b"<p>Words 4.7</p>"
NAMED_HTML = b"<!DOCTYPE html>" + HTML
FILES = (PDF, DOCX, NAMED_HTML)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.html", "a.txt", "a.md", "a", "a.DOCX", ""])
@pytest.mark.parametrize("data", FILES, ids=["pdf", "docx", "html"])
def test_a_wrong_name_does_not_matter(name: str, data: bytes) -> None:
    assert read_document(name, data).content == "Words 4.7"


@pytest.mark.parametrize(
    "start",
    [
        b"<html>", b"<HTML lang=en>", b"<!doctype HTML>", b"\n  <html>", b"<!-- a --><html>",
        b"\xef\xbb\xbf<html>", b"<?xml version='1.0'?>\n<!-- a -->\n<!DOCTYPE html PUBLIC 'x'>",
    ],
)  # fmt: skip
def test_pages_are_known_by_their_beginning(start: bytes) -> None:
    assert read_document("a.txt", start + HTML).content == "Words 4.7"


@pytest.mark.parametrize(
    "text", ["<p>Words 4.7</p>", "<!-- note -->\n# Title", "<htmlx>", "a <html>", "%PD", "PK 5"]
)
def test_other_beginnings_are_text_where_the_name_says_so(text: str) -> None:
    assert read_document("a.md", text.encode()).content == text


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.xhtml"])
def test_fragments_of_pages_are_known_by_their_name(name: str) -> None:
    assert read_document(name, HTML).content == "Words 4.7"


def test_a_pdf_file_may_begin_with_something_else() -> None:
    assert read_document("a.pdf", b"From: mail\n" + PDF).content == "Words 4.7"


@pytest.mark.parametrize(
    ("name", "data", "message", "hint"),
    [
        ("a.pdf", b"Words", "is named .pdf, but is none inside", "export it once more"),
        ("a.DOCX", b"Words", "is named .docx, but is none inside", "export it once more"),
        ("a.docx", b"", "is named .docx, but is none inside", "export it once more"),
        ("a.doc", OLE, "is a file of an old version of Office", "save it as DOCX"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "is encrypted",
         "save it without a password"),
        ("a.rtf", b"{\\rtf1 Words}", "is an RTF file", "save it as DOCX"),
        ("a.gif", b"GIF89a\x01\0\x01\0\x80",
         "is neither text nor any other format that can be read",
         "save it as text in UTF-8, HTML, DOCX or PDF"),
    ],
)  # fmt: skip
def test_other_formats_are_named(name: str, data: bytes, message: str, hint: str) -> None:
    with pytest.raises(Unsuitable) as caught:
        read_document(name, data)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_damaged_files_are_read_or_refused(full: bool) -> None:
    """Bytes changed, left out, doubled: a text with sound places, or Unsuitable, nothing else."""
    chance = random.Random(20261126)
    outcomes = set()
    for _ in range(5_000 if full else 200):
        data = bytearray(chance.choice(FILES))
        for _ in range(chance.choice((1, 3, 20))):
            at = chance.randrange(len(data))
            part = data[chance.randrange(len(data)) :][: chance.randrange(50)]
            data[at : at + chance.randrange(40)] = chance.choice((b"", part, chance.randbytes(1)))
            data = data or bytearray(b"x")
        try:
            text = read_document(chance.choice(("a.pdf", "a.docx", "a.html", "a")), bytes(data))
        except Unsuitable as error:
            outcomes.add(error.message)
        else:
            outcomes.add("read")
            starts = [stretch.start for stretch in text.stretches]
            assert starts[0] == 0 and starts == sorted(set(starts))
            assert starts[-1] <= len(text.content)
            text.content.encode()
    assert {"read", "is a broken DOCX file", "is a broken PDF file"} <= outcomes


@pytest.mark.parametrize(
    ("limit", "data"),
    [
        ("LONGEST", HTML),
        ("LONGEST", DOCX),
        ("LONGEST", PDF),
        ("MOST_STRETCHES", b"<p>a<p>b<p>c<p>d<p>e<p>f<p>g<p>h<p>i<p>j"),
    ],
)
def test_texts_that_unfold_end_somewhere(
    limit: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"sensecheck.article.documents.composing.{limit}", 9)
    assert read_document("a.html", HTML).content == "Words 4.7"
    monkeypatch.setattr(f"sensecheck.article.documents.composing.{limit}", 8)
    with pytest.raises(Unsuitable, match="longer than any article"):
        read_document("a.html", data)
