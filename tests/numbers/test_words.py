"""The tables of words: nothing is in two of them with two meanings, phrases go longest first."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sensecheck.numbers import number_words, words
from sensecheck.numbers.printed import Unreadable, parse
from sensecheck.numbers.tokens import match_phrase, read_digits, tokenize
from sensecheck.numbers.words import HEDGES, LATE_HEDGES, OPPOSITES, Direction, Hedge


def test_longer_phrases_come_first() -> None:
    for table in (HEDGES, LATE_HEDGES):
        for phrases in table.values():
            lengths = [len(phrase) for phrase, _ in phrases]
            assert lengths == sorted(lengths, reverse=True)


def test_a_phrase_is_lower_case_and_begins_with_its_key() -> None:
    for first, phrases in HEDGES.items():
        for phrase, _ in phrases:
            assert phrase[0] == first
            assert " ".join(phrase) == " ".join(phrase).lower()


def test_no_more_than_is_not_more_than() -> None:
    assert match_phrase(HEDGES, tokenize("no more than 5"), 0) == (Hedge.TO, 3)
    assert match_phrase(HEDGES, tokenize("more than 5"), 0) == (Hedge.ABOVE, 2)
    assert match_phrase(HEDGES, tokenize("more 5"), 0) is None


def test_opposites_go_opposite_ways() -> None:
    for up, down in OPPOSITES.items():
        assert words.DIRECTIONS[up] is Direction.UP
        assert words.DIRECTIONS[down] is Direction.DOWN


def test_number_words_have_one_meaning() -> None:
    numbers = [
        *number_words.ONES,
        *number_words.TENS,
        *number_words.SCALES,
        *number_words.MULTIPLES,
    ]
    assert len(numbers) == len(set(numbers))
    assert number_words.ORDINALS["twentieth"] == 20
    assert number_words.DENOMINATORS["thirds"] == 3
    assert "second" not in number_words.DENOMINATORS
    assert number_words.MULTIPLES["threefold"] == 3


@pytest.mark.parametrize("dash", "-‐‑‒–—―−﹣－")
def test_every_dash_is_one_token(dash: str) -> None:
    assert [token.word for token in tokenize(f"{dash}5")] == ["-", "5", "", ""]


def test_tokens_keep_their_place_in_the_text_as_given() -> None:
    text = "  RMB\u00a0-4.963  billion"
    assert [text[token.start : token.end] for token in tokenize(text)] == [
        "RMB",
        "-",
        "4.963",
        "billion",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("raw", "number", "decimals"),
    [
        ("4531", 4531, 0),
        ("6,113", 6113, 0),
        ("6\u00a0113", 6113, 0),
        ("6\u202f113\u202f000", 6113000, 0),
        ("6 113", 6113, 0),
        ("1,23,456", 123456, 0),
        ("12,34,56,789", 123456789, 0),
        ("1'234'567", 1234567, 0),
        ("1’234", 1234, 0),
        ("007", 7, 0),
        ("5.00", 5, 2),
        ("1,234.50", Fraction(2469, 2), 2),
    ],
)
def test_digits(raw: str, number: Fraction | int, decimals: int) -> None:
    assert read_digits(raw, 0) == (Fraction(number), decimals)


@pytest.mark.parametrize(
    ("raw", "instead"),
    [
        ("1,5", "1.5"),
        ("0,123", "0.123"),
        ("12,34", "12.34"),
        ("1,2345", "1.2345"),
        ("1.234,56", "1,234.56"),
        ("1.234.567,8", "1,234,567.8"),
        ("1.234.567", "1,234,567"),
        ("3.817.69", ""),
        ("1,234'567", ""),
        ("1,234,56", ""),
        ("12,3456,789", ""),
        ("1,234.567,8", ""),
    ],
)
def test_ill_formed_digits_say_what_to_write(raw: str, instead: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_digits(raw, 7)
    assert (caught.value.start, caught.value.end) == (7, 7 + len(raw))
    assert caught.value.instead == instead
    assert caught.value.reason
    if instead:
        assert parse(instead).text == instead


def test_digits_have_a_limit() -> None:
    assert read_digits("1" * 60, 0)[0] == int("1" * 60)
    for raw in ("1" * 61, "0." + "1" * 60, ",".join(["1", *["234"] * 20]), "1,2" * 5000):
        with pytest.raises(Unreadable):
            read_digits(raw, 0)
