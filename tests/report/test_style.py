"""What a stream can show."""

from __future__ import annotations

import pytest

from sensecheck.model import Outcome
from sensecheck.report.style import CONFLICT, LOOKS, Style, cells, pad, wrap


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "latin-1", "utf-8", "UTF8"])
def test_nothing_raises_in_any_encoding(encoding: str) -> None:
    everything = "✓ ≈ ✗ ? … · → − × ÷ ┼─├┤╞╡═◄►●○║ ½ “a” 销售 😀 e\u0301 \u00a0"
    assert Style(encoding=encoding).text(everything).encode(encoding)


def test_verdicts_differ_without_colour_in_every_encoding() -> None:
    assert set(LOOKS) == set(Outcome)
    for encoding in ("utf-8", "ascii"):
        style = Style(encoding=encoding)
        assert len({style.text(look.symbol) for look in LOOKS.values()}) == 4
    assert len({look.word for look in (*LOOKS.values(), CONFLICT)}) == 5


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("rose [sic] [/x]", "rose [sic] [/x]"),
        ("a\x00b\x1b[31m", r"a\x00b\x1b[31m"),
        ("\x9b31m", r"\x9b31m"),
        ("a\u202eb\u2066", r"a\u202eb\u2066"),
        ("a\u2028b", r"a\u2028b"),
        ("one\ntwo\tthree", "one two three"),
        ("5\u00a0%", "5\u00a0%"),
        ("\ud800", r"\ud800"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert Style().text(text) == shown


def test_colour_only_where_it_is_on() -> None:
    assert Style().paint("a", "1") == "a"
    assert Style(colour=True).paint("a", "1") == "\x1b[1ma\x1b[0m"
    assert Style(colour=True).paint("", "1") == ""


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("销售", 4), ("e\u0301", 1), ("😀", 2), ("✓ …", 3)]
)
def test_columns(text: str, columns: int) -> None:
    assert cells(text) == columns
    assert cells(pad(text, 9)) == 9


def test_words_are_never_broken() -> None:
    text = "a-very-long-id-of-a-claim and 3.122 … 3.124 of 12 shops · 2 conflicts"
    for width in range(1, 80):
        lines = wrap(text, width)
        assert " ".join(lines) == text
        assert any("3.122 … 3.124" in line for line in lines)
        assert any("· 2 conflicts" in line for line in lines)


def test_text_that_fits_is_left_as_it_is() -> None:
    assert wrap("two  spaces", 40) == ["two  spaces"]
    assert wrap("", 40) == []
    assert wrap("anything " * 50, None) == ["anything " * 50]
    assert Style(width=20).wrap("some words that are wrapped", 4) == [
        "    some words that",
        "    are wrapped",
    ]
