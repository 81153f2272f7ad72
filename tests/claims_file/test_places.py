"""Places are exact whatever the text's line ends, marks and quotes; bytes become text."""

from __future__ import annotations

import gc

import pytest

from sensecheck.claims_file import decode, load
from sensecheck.model import Span
from tests.claims_file.loading import document_of

CLAIM = "claims:\n  a:\n    rule: decrease\n    from: {}\n    to: 4,531\n    stated: 1,582\n"


def span_of(text: str) -> Span:
    (finding,) = load(text, "claims.yaml").findings
    return finding.span


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_move_nothing(end: str, mark: str) -> None:
    text = mark + CLAIM.format("6,113 employees «»").replace("\n", end)
    assert span_of(text) == Span(3, 26, 3, 27)


@pytest.mark.parametrize(
    ("value", "column"),
    [
        ("6,113 =", 16),
        ("'6,113 ='", 17),
        ('"6,113 ="', 17),
        ("六 6,113", 10),
        ("😀 6,113", 10),
    ],
)
def test_columns_count_characters(value: str, column: int) -> None:
    assert span_of(CLAIM.format(value)).column == column


@pytest.mark.parametrize("value", ['"6,113\\x20="', "'6,113''='"])
def test_an_escape_points_at_the_whole_scalar(value: str) -> None:
    assert span_of(CLAIM.format(value)) == Span(3, 10, 3, 10 + len(value))


def test_a_folded_value_points_at_its_first_line() -> None:
    assert span_of(CLAIM.format(">-\n      6,113\n      =")) == Span(3, 10, 3, 12)


def test_lines_are_those_of_the_text() -> None:
    assert load("a: b\r\nc: d", "x").lines == ("a: b", "c: d")


def test_spans_of_the_document() -> None:
    document = document_of(
        "a-claim:\n  rule: increase\n  from: 5 GPUs\n  to: gpus.2021\n  stated: 2 GPUs",
        figures="gpus:\n  2021: [7 GPUs, over 6 GPUs]",
    )
    lines = document.lines

    def text_at(span: Span) -> str:
        return lines[span.line][span.column : span.end_column]

    (claim,) = document.claims
    assert text_at(claim.span) == "a-claim"
    assert text_at(document.figures["gpus.2021"].span) == "2021"
    printings = document.figures["gpus.2021"].printings
    assert [text_at(printing.span) for printing in printings] == ["7 GPUs", "over 6 GPUs"]
    assert text_at(claim.arguments.figures["from"][0].figure.span) == "5 GPUs"
    assert claim.stated is not None
    assert text_at(claim.stated.span) == "2 GPUs"


@pytest.mark.parametrize(
    ("line", "sound"),
    [
        ("2021: 6,113 employees   # from the annual report", True),
        ("2021: 6,113 employees   ## aside", True),
        ("2021: '6,113 employees' #5", True),
        ("2021: 6,113 employees # see #5", True),
        ("#2021: 5", True),
        ("2021: 6,113 employees #5", False),
    ],
)
def test_a_comment_needs_a_space_after_its_sign(line: str, sound: bool) -> None:
    document = document_of(figures=f"staff:\n  2020: 5 employees\n  {line}\n")
    assert (not document.findings) is sound


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"a: b", "a: b"), ("a: Ä".encode(), "a: Ä"), (b"\xef\xbb\xbfa: b", "a: b"), (b"", "")],
)
def test_bytes_become_text(data: bytes, text: str) -> None:
    assert decode(data) == (text, ())


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_bytes_that_are_no_utf8_are_a_finding_at_their_place(mark: bytes) -> None:
    text, (finding,) = decode(mark + "a: Ä\r\nbc: Ä".encode() + b"\xff\n")
    assert text == ""
    assert finding.span == Span(1, 5, 1, 6)
    assert "0xFF" in finding.message
    assert "UTF-8" in finding.hint


def test_a_file_that_is_too_large_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sensecheck.claims_file.characters.LARGEST", 100)
    for findings in (decode(b"#" * 101)[1], load("#" * 101, "x").findings):
        assert [finding.message for finding in findings] == ["the file is larger than 64 MiB"]
    assert load("#" * 100, "x").findings[0].message.startswith("nothing to check")


def test_without_the_c_parser_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("yaml.CLoader")
    (finding,) = load("claims:\n  a:\n    unverifiable: b\n", "x").findings
    assert "no C parser" in finding.message
    assert "install PyYAML" in finding.hint


@pytest.mark.parametrize("enabled", [True, False])
def test_collecting_garbage_is_left_as_it_was(enabled: bool) -> None:
    was_enabled = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        load("claims: [", "x")
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()
