"""Plain text and Markdown: every character as it is, every place as an editor counts."""

from __future__ import annotations

import codecs
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecheck.article.documents import Unsuitable, read_document
from tests.article.documents.files import pieces

MIXED = "a 1\r\nb\r\rc\t2\n\u20283 \U0001d7d9 4\x0c5\n"


@pytest.mark.parametrize(
    "data",
    [
        MIXED.encode(),
        codecs.BOM_UTF8 + MIXED.encode(),
        codecs.BOM_UTF16_LE + MIXED.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + MIXED.encode("utf-16-be"),
    ],
    ids=["utf-8", "with a mark", "utf-16-le", "utf-16-be"],
)
@pytest.mark.parametrize("name", ["article.txt", "article.md", "article", "notes.rst"])
def test_the_text_is_what_the_file_holds(data: bytes, name: str) -> None:
    text = read_document(name, data)
    assert text.path == name
    assert text.content == MIXED
    assert pieces(text) == [
        ("1:1", "a 1\r\n"),
        ("2:1", "b\r"),
        ("3:1", "\r"),
        ("4:1", "c\t2\n"),
        ("5:1", "\u20283 \U0001d7d9 4\x0c5\n"),
        ("6:1", ""),
    ]
    # A tab, an astral character and a line separator are one column each.
    assert text.place(MIXED.index("2")) == "4:3"
    assert text.place(MIXED.index("3")) == "5:2"
    assert text.place(MIXED.index("4")) == "5:6"


def test_markdown_keeps_its_marks() -> None:
    source = "# Title\n\n*4.7*<sup>1</sup> &amp; <!-- 5 -->\n"
    assert read_document("a.md", source.encode()).content == source


def test_an_empty_file_is_an_empty_text() -> None:
    for data in (b"", codecs.BOM_UTF8):
        text = read_document("a.txt", data)
        assert (text.content, text.place(0)) == ("", "1:1")


@given(st.text(alphabet="a1 \t\r\n\u2028\x0b\u0301\U0001f600"))
def test_places_are_lines_and_columns(content: str) -> None:
    text = read_document("a.txt", content.encode())
    assert text.content == content
    for offset in range(len(content)):
        before = re.split("\r\n|\r|\n", content[:offset])
        if content[offset - 1 : offset + 1] != "\r\n":  # inside the end of a line is no place
            assert text.place(offset) == f"{len(before)}:{len(before[-1]) + 1}"


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (b"Jan\r\n4.7 \x96 5\n", "not UTF-8: the byte 0x96 at 2:5", "save the file as UTF-8"),
        (codecs.BOM_UTF8 + b"\xc3\xa4\xe4", "not UTF-8: the byte 0xE4 at 1:2", "save the file as"),
        (b"a\xed\xa0\x80", "not UTF-8: the byte 0xED at 1:2", "UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\0b", "begins as UTF-16, but is none from byte 5 on", "UTF-8"),
        (codecs.BOM_UTF16_LE + b"\0\xd8a\0", "is none from byte 3 on", "UTF-8"),
        (b"ab\n4\0 5", "is no text: there is a NUL at 2:2", "save it as text in UTF-8"),
        ("a5".encode("utf-16-be"), "is no text: there is a NUL at 1:1", "save it as text"),
        ("a5".encode("utf-32"), "is no text: there is a NUL at 1:1", "save it as text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is neither text nor any other format", "save it as"),
    ],
)
def test_what_is_no_text_says_what_to_do(data: bytes, message: str, hint: str) -> None:
    with pytest.raises(Unsuitable) as caught:
        read_document("article.txt", data)
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert str(caught.value) == caught.value.message


def test_sizes_end_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unsuitable, match="longer than any article"):
        read_document("a.txt", b"x" * 16_000_001)
    with pytest.raises(Unsuitable, match="longer than any article"):
        read_document("a.txt", b"\n" * 1_000_001)
    monkeypatch.setattr("sensecheck.article.documents.LARGEST", 10)
    assert read_document("a.txt", b"x" * 10).content == "x" * 10
    with pytest.raises(Unsuitable, match="larger than 64 MiB"):
        read_document("a.txt", b"x" * 11)


def test_reading_it_imports_no_library() -> None:
    """The start of every run that has an article depends on it."""
    program = (
        "import sys\nfrom sensecheck.article.documents import read_document\n"
        "read_document('a.md', '# Ä 4.7'.encode())\nprint(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "sensecheck.article.documents.plain" in loaded
    assert not loaded & {"pypdf", "xml.etree.ElementTree", "zipfile", "html", "yaml", "typer"}
    assert not {name for name in loaded if name.startswith("sensecheck.article.documents.html")}
