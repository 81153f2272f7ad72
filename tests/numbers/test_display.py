"""Exact numbers as decimal text."""

from __future__ import annotations

import random
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

import pytest

from sensecheck.numbers.display import (
    Rounding,
    decimal_text,
    exact_text,
    finite_decimals,
    magnitude,
    significant,
)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("31.25", 1, "31.2"),  # a float would agree by chance
        ("2.675", 2, "2.68"),  # a float says 2.67
        ("-2.5", 0, "-2"),
        ("1582.5", 1, "1,582.5"),
        ("0.001", 2, "0.00"),
        ("-0.001", 2, "0.00"),
        ("0.995", 2, "1.00"),
        ("1e40", 0, "10" + ",000" * 13),
        ("0", 0, "0"),
        ("0", 3, "0.000"),
    ],
)
def test_decimals(value: str, decimals: int, text: str) -> None:
    assert decimal_text(Fraction(value), decimals) == text


def test_outward_rounding_never_cuts_a_range() -> None:
    low, high = Fraction(-1, 3), Fraction(2, 3)
    assert decimal_text(low, 2, rounding="down") == "-0.34"
    assert decimal_text(high, 2, rounding="up") == "0.67"
    assert decimal_text(Fraction("-0.001"), 2, rounding="up") == "0.00"
    assert decimal_text(Fraction("-0.001"), 2, rounding="down") == "-0.01"


def test_the_same_as_decimal_arithmetic() -> None:
    modes: dict[Rounding, str] = {
        "half_even": ROUND_HALF_EVEN,
        "down": ROUND_FLOOR,
        "up": ROUND_CEILING,
    }
    seeded = random.Random(3)
    with localcontext() as context:
        context.prec = 60
        for _ in range(3000):
            value = Decimal(seeded.randint(-(10**9), 10**9)).scaleb(-seeded.randint(0, 12))
            decimals = seeded.randint(0, 6)
            for rounding, mode in modes.items():
                wanted = value.quantize(Decimal(1).scaleb(-decimals), rounding=mode) + 0
                found = decimal_text(Fraction(value), decimals, grouping=False, rounding=rounding)
                assert found == f"{wanted:f}".replace("-0", "0") if not wanted else f"{wanted:f}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("13.860", "13.86"),
        ("-0.05", "-0.05"),
        ("1000", "1000"),
        ("1/3", "1/3"),
        ("-7/6", "-7/6"),
        ("1/1024", "0.0009765625"),
        ("0", "0"),
    ],
)
def test_exact_texts(value: str, text: str) -> None:
    assert exact_text(Fraction(value)) == text


def test_exact_texts_read_back_as_the_same_number() -> None:
    seeded = random.Random(4)
    for _ in range(2000):
        value = Fraction(seeded.randint(-(10**12), 10**12), seeded.randint(1, 10**6))
        assert Fraction(exact_text(value)) == value


@pytest.mark.parametrize("value", [Fraction(10**700), Fraction(1, 10**700), Fraction(1, 3**1300)])
def test_exact_texts_that_nobody_would_read(value: Fraction) -> None:
    with pytest.raises(ValueError, match="too long"):
        exact_text(value)


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        ("0.0138421", 3, "0.0138"),
        ("123456", 3, "123,456"),
        ("1/3", 4, "0.3333"),
        ("99.96", 3, "100.0"),
        ("0", 3, "0.00"),
        ("-1/30000", 2, "-0.000033"),
    ],
)
def test_significant_digits(value: str, digits: int, text: str) -> None:
    assert significant(Fraction(value), digits) == text


def test_magnitude() -> None:
    for power in range(-60, 61):
        ten = Fraction(10) ** power
        assert magnitude(ten) == magnitude(-ten) == power
        assert magnitude(ten * Fraction(999, 1000)) == power - 1
        assert magnitude(ten * Fraction(1001, 1000)) == power
    assert magnitude(Fraction(0)) == 0


@pytest.mark.parametrize(
    ("value", "decimals"), [("5", 0), ("0.05", 2), ("1/8", 3), ("1/3", None), ("1/15", None)]
)
def test_finite_decimals(value: str, decimals: int | None) -> None:
    assert finite_decimals(Fraction(value)) == decimals
