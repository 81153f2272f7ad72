"""PDF: lines and pages, from files whose every stroke is known."""

from __future__ import annotations

import io
import logging
import sys

import pytest

from sensecheck.article.documents import Unsuitable, read_document
from sensecheck.model import Text
from tests.article.documents.files import lines, pdf, pdf_of, pieces, stream_object


def read(*streams: bytes) -> Text:
    return read_document("report.pdf", pdf(*streams))


def shown(*streams: bytes) -> str:
    return read(*streams).content


def test_places_are_pages() -> None:
    text = read(lines("Revenue of RMB 4.7", "billion."), lines("Next."), b"", lines("Last 5"))
    assert pieces(text) == [
        ("page 1", "Revenue of RMB 4.7\nbillion.\n\n"),
        ("page 2", "Next.\n\n"),
        ("page 4", "Last 5"),
    ]
    assert text.where(0) == "report.pdf, page 1"


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("about RMB 4.7", "billion", "about RMB 4.7\nbillion"),
        ("from RMB", "4.7 billion", "from RMB\n4.7 billion"),
        ("It rose.", "4.7 billion", "It rose.\n\n4.7 billion"),
        ('"It rose."', "it fell", '"It rose."\n\nit fell'),
        ("no full stop", "A headline", "no full stop\n\nA headline"),
    ],
)
def test_a_sentence_goes_on_where_it_can(first: str, second: str, text: str) -> None:
    assert shown(lines(first), lines(second)) == text
    columns = lines(first, top=100) + lines(second, left=320, top=780)
    assert shown(columns) == text


def test_more_space_or_another_size_ends_a_paragraph() -> None:
    stream = (
        b"BT /F 10 Tf 60 780 Td (one) Tj 0 -12 Td (two) Tj 0 -18 Td (three) Tj 0 -12 Td (four) Tj"
    )
    headline = b" /F 16 Tf 0 -19 Td (Five) Tj 0 -19 Td (years) Tj ET"
    assert shown(stream + headline) == "one\ntwo\n\nthree\nfour\n\nFive\nyears"


def test_columns_are_read_one_after_the_other() -> None:
    left = lines("left one", "left two", "left 3")
    assert shown(left + lines("right one", "right 2", left=320)) == (
        "left one\nleft two\nleft 3\nright one\nright 2"
    )


def test_cells_of_one_row_stay_in_it() -> None:
    rows = [("Year", "Revenue"), ("2021", "4.700"), ("2022", "3.809")]
    cells = b"".join(
        lines(cell, left=60 + 90 * column, top=780 - 14 * row)
        for row, each in enumerate(rows)
        for column, cell in enumerate(each)
    )
    assert shown(cells) == "Year\tRevenue\n2021\t4.700\n2022\t3.809"


# Each sets the 2 of a note behind 4.7 (12.5 wide at size 10) in the way of some program.
MARKS = {
    "size and rise": b"BT /F 10 Tf 60 780 Td (4.7) Tj /F 6 Tf 4 Ts (2) Tj "
    b"0 Ts /F 10 Tf ( bn) Tj ET",
    "places": b"BT /F 10 Tf 1 0 0 1 60 780 Tm (4.7) Tj /F 8.3 Tf 1 0 0 1 72.5 784 Tm (2) Tj "
    b"/F 10 Tf 1 0 0 1 77 780 Tm ( bn) Tj ET",
    "scale": b"BT /F 1 Tf 10 0 0 10 60 780 Tm (4.7) Tj 6 0 0 6 72.5 784 Tm (2) Tj "
    b"10 0 0 10 76 780 Tm ( bn) Tj ET",
    "scale after q": b"q BT /F 1 Tf 10 0 0 10 60 780 Tm (4.7) Tj ET Q q BT /F 1 Tf "
    b"6 0 0 6 72.5 784 Tm (2) Tj ET Q BT /F 1 Tf 10 0 0 10 76 780 Tm ( bn) Tj ET",
    "high above": b"BT /F 10 Tf 1 0 0 1 60 780 Tm (4.7) Tj /F 6 Tf 1 0 0 1 72.5 786 Tm (2) Tj "
    b"/F 10 Tf 1 0 0 1 77 780 Tm ( bn) Tj ET",
    "upside down": b"1 0 0 -1 0 842 cm BT /F 10 Tf 1 0 0 -1 60 62 Tm (4.7) Tj /F 8.3 Tf "
    b"1 0 0 -1 72.5 58 Tm (2) Tj /F 10 Tf 1 0 0 -1 77 62 Tm ( bn) Tj ET",
}


@pytest.mark.parametrize("stream", MARKS.values(), ids=MARKS)
def test_a_raised_mark_is_no_digit_of_its_number(stream: bytes) -> None:
    assert shown(stream) == "4.7² bn"


@pytest.mark.parametrize(
    ("stream", "text"),
    [
        (b"BT /F 10 Tf 60 780 Td (CO) Tj /F 7 Tf 0 -2 Td (2) Tj ET", "CO₂"),
        # A number in another font of nearly the same size is one.
        (b"BT /F 10 Tf 60 780 Td (in ) Tj /F 9 Tf (12) Tj /F 10 Tf ( days) Tj ET", "in 12 days"),
        (b"BT /F 10 Tf 60 780 Td (No. ) Tj /F 5 Tf (4.7) Tj ET", "No. 4.7"),
        # It stands on a line of its own.
        (lines("in 12 days") + lines("13", top=770, left=70, size=9), "in 12 days\n13"),
        # The note itself.
        (b"BT /F 5 Tf 60 64 Td (2) Tj /F 8 Tf 3 -3 Td (Page 17) Tj ET", "²Page 17"),
    ],
)
def test_marks_and_numbers(stream: bytes, text: str) -> None:
    assert shown(stream) == text


def glyphs(*parts: tuple[bytes, bytes]) -> bytes:
    """A line of parts in the font F, or in G where a to g are special."""
    shown = b" ".join(b"/%s 10 Tf (%s) Tj" % part for part in parts)
    return b"BT 60 780 Td " + shown + b" ET "


def test_a_font_lasts_as_long_as_its_surroundings() -> None:
    within = b"q BT /G 10 Tf 1 0 0 1 60 780 Tm (a) Tj ET Q "
    assert shown(b"/F 10 Tf " + within + b"BT 1 0 0 1 60 768 Tm (a) Tj ET") == "fi\na"


def test_ligatures_spaces_and_signs() -> None:
    line = glyphs((b"F", b"of"), (b"G", b"a"), (b"F", b"ces: 6"), (b"G", b"c"), (b"F", b"113, "))
    more = (
        b"BT 60 768 Td /G 10 Tf (e) Tj /F 10 Tf (4.9, pro) Tj /G 10 Tf (d) Tj /F 10 Tf (ject) Tj ET"
    )
    assert shown(line + more) == "offices: 6\u2009113,\n−4.9, project"


def test_half_a_character_is_replaced() -> None:
    assert shown(glyphs((b"F", b"4.7 "), (b"G", b"g"))) == "4.7 \ufffd"


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("the effi-", "ciency, efficiency.", "the efficiency,\nefficiency."),
        ("Effi-", "ciency. An efficiency", "Efficiency.\nAn efficiency"),
        ("RMB 1.2 bil-", "lion in cash", "RMB 1.2 billion\nin cash"),
        ("6,113 em-", "ployees.", "6,113 employees."),
        ("5 per-", "cent", "5 percent"),
        ("a well-", "known firm", "a well-\nknown firm"),
        ("twenty-", "five", "twenty-\nfive"),
        ("re-", "Cover recover", "re-\nCover recover"),
        ("from 4-", "5 people", "from 4-\n5 people"),
        ("trans-", "formation", "trans-\nformation"),
        ("known, well-known, the well-", "known", "known, well-known, the well-\nknown"),
    ],
)
def test_divided_words_are_joined_where_it_is_safe(first: str, second: str, text: str) -> None:
    assert shown(lines(first, second)) == text


def test_a_soft_hyphen_divides_a_word_whatever_it_is() -> None:
    first = glyphs((b"F", b"the trans"), (b"G", b"d"))
    assert shown(first + lines("formation of it", top=768)) == "the transformation\nof it"
    pages = read(first, lines("formation of it"))
    assert pieces(pages) == [("page 1", "the transformation\n"), ("page 2", "of it")]


def numbered(*feet: str) -> str:
    """Pages with a word each and with these feet."""
    words = ("One.", "Two.", "Three.")
    return shown(
        *(lines(word) + lines(foot, top=30) for word, foot in zip(words, feet, strict=False))
    )


def test_page_numbers_are_no_numbers_of_the_article() -> None:
    assert numbered("1", "2", "3") == "One.\n\nTwo.\n\nThree."
    for first, second in (("- 7 -", "- 8 -"), ("Page 2 of 9", "Page 3 of 9"), ("1/9", "2/9")):
        assert numbered(first, second) == "One.\n\nTwo."
    # These do not count the pages.
    assert numbered("2021", "2023").endswith("Two.\n\n2023")
    assert numbered("5") == "One.\n\n5"
    assert numbered("4.7", "5.8").endswith("5.8")
    assert numbered("Sales 2021", "Sales 2022").endswith("Sales 2022")


def test_running_heads_and_feet_part_no_sentence() -> None:
    bodies = (("Net loss", "of RMB"), ("4.7", "billion."), ("End",))
    pages = [
        lines("Rhodium 2024", f"7/24 | {number}", top=800)
        + lines(*body, top=700)
        + lines("a@b.c", top=30)
        for number, body in enumerate(bodies, start=5)
    ]
    # The head is read where it stands first, the foot where it stands last.
    assert shown(*pages) == "Rhodium 2024\n\nNet loss\nof RMB\n4.7\nbillion.\n\nEnd\n\na@b.c"
    assert "7/24 | 6" in shown(*pages[:2])  # two are no series yet
    assert shown(lines("of 5", "of 5", "a", "of 6", "of 6")) == "of 5\nof 5\na\nof 6\nof 6"


def test_text_in_forms_is_read() -> None:
    form = stream_object(
        lines("inside 5"),
        b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>",
    )
    data = pdf(
        lines("outside", top=800) + b"/X Do", extra=[form], resources=b"/XObject<</X 8 0 R>>"
    )
    assert "inside 5" in read_document("a.pdf", data).content


def encrypted(*, user: str, algorithm: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(lines("Secret 5")))))
    writer.encrypt(user_password=user, owner_password="owner", algorithm=algorithm)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_what_needs_no_password_is_read(algorithm: str) -> None:
    """Files that forbid to print or to copy are encrypted with the empty password."""
    data = encrypted(user="", algorithm=algorithm)
    assert read_document("a.pdf", data).content == "Secret 5"
    with pytest.raises(Unsuitable) as caught:
        read_document("a.pdf", encrypted(user="secret", algorithm=algorithm))
    assert caught.value.message == "is encrypted"
    assert caught.value.hint == "save it without a password"


def test_without_the_library_for_encryption_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pypdf.errors import DependencyError

    def refuse(*_: object) -> None:
        raise DependencyError("cryptography>=3.1 is required")

    monkeypatch.setattr("pypdf.PdfReader.decrypt", refuse)
    with pytest.raises(Unsuitable) as caught:
        read_document("a.pdf", encrypted(user="", algorithm="RC4-128"))
    assert caught.value.message == "is encrypted, and a library for it is not installed"
    assert "sensecheck[documents]" in caught.value.hint


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(Unsuitable) as caught:
        read(lines("5"))
    assert caught.value.message == "reading a PDF file needs a library that is not installed"
    assert caught.value.hint == "pip install 'sensecheck[documents]'"


SOUND = pdf(lines("Revenue 4.7"))
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PICTURE = b"q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q"
SELF = stream_object(b"/X Do", b"/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 8 0 R>>>>")
MAP = stream_object(b"1 beginbfrange <0000><ffffffff><0041> endbfrange")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf(PICTURE), "holds no text: its pages are pictures, or empty"),
        (pdf(b""), "holds no text: its pages are pictures, or empty"),
        (pdf(b"/X Do", extra=[SELF], resources=b"/XObject<</X 8 0 R>>"),
         "holds no text: its pages are pictures, or empty"),
        (pdf(b"BT (no font) Tj ET" + b"["* 100_000), "page 1 cannot be read"),
        (b"%PDF-1.7\n", "is a broken PDF file"),
        (b"%PDF-1.7\n" + b"x" * 5000, "is a broken PDF file"),
        (SOUND[: len(SOUND) // 2], "is a broken PDF file"),
        (pdf_of([CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]), "is a broken PDF file"),
        (pdf_of([CATALOGUE[:-2] + b"/X " + b"<</A " * 50_000 + b">>" * 50_001]),
         "is a broken PDF file"),
        (pdf_of([CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", *(
            b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count 9>>" % (n + 1, n + 1) for n in range(3, 30)),
            b"<</Type/Page/MediaBox[0 0 9 9]>>"]), "is a broken PDF file"),
        (pdf(lines("5") + b" " * 100_000_000), "page 1 cannot be read"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(Unsuitable) as caught:
        read_document("report.pdf", data)
    assert caught.value.message == message


@pytest.mark.parametrize("stream", [lines("5"), b""])
def test_what_takes_too_long_ends(stream: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sensecheck.article.documents.pdf_lines.SECONDS", -1)
    with pytest.raises(Unsuitable) as caught:
        read(stream)
    assert caught.value.message.startswith("takes more than")


def test_the_time_counts_within_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(10**9))
    monkeypatch.setattr("sensecheck.article.documents.pdf_lines.monotonic", lambda: next(ticks))
    with pytest.raises(Unsuitable, match="takes more than 120 seconds"):
        read(lines(*"words" * 40))


def test_too_many_pages_are_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sensecheck.article.documents.pdf.MOST_PAGES", 2)
    assert shown(lines("a"), lines("b")) == "a\nb"
    with pytest.raises(Unsuitable, match="has more than 2 pages"):
        read(lines("a"), lines("b"), lines("c"))


def test_the_library_says_nothing_beside_the_results(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="pypdf")
    read_document("a.pdf", SOUND.replace(b"startxref\n", b"startxref\n9"))
    assert logging.getLogger("pypdf").level == logging.INFO
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []
