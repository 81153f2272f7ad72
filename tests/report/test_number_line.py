"""The drawing: ends stand where they belong, and what is apart looks apart."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise

import pytest

from sensecheck.numbers.intervals import Interval
from sensecheck.report.number_line import number_line
from sensecheck.report.style import Style, cells
from tests.report.build import interval


def draw(allowed: Interval, said: Interval, value: str | None = None, width: int = 80) -> list[str]:
    at = None if value is None else Fraction(value)
    return number_line(allowed, said, at, Style(width=width))


def test_a_drawing() -> None:
    # 49 columns for 13.75 to 13.90: 13.807 is 0.057 ÷ 0.15 × 48 = 18.2 columns from the left.
    assert draw(interval("13.807", "13.877"), interval("13.855", "13.865"), "13.842") == [
        "     13.75         13.80           13.85           13.90",
        "     ┼───────────────┼───────────────┼───────────────┼",
        "                       ├──────────●───────────┤           what the figures allow",
        "                                       ╞══╡               what the article says",
    ]


def test_ends_that_are_open_or_missing() -> None:
    lines = draw(interval("1", "2", open_ends="("), interval("1.5", None, open_ends="("))
    assert "○" in lines[2]
    assert "┤" in lines[2]
    assert "○" in lines[3]
    assert lines[3].rstrip().removesuffix("what the article says").rstrip().endswith("►")
    lines = draw(interval(None, "2"), interval("1", "2"))
    assert lines[2].lstrip().startswith("◄")


def test_a_single_value_is_a_mark() -> None:
    lines = draw(interval("1582", "1582"), interval("1583", "1583"), "1582")
    assert "●" in lines[2]
    assert "║" in lines[3]


@pytest.mark.parametrize(
    ("allowed", "said"),
    [
        (interval("5", "5"), interval("5", "5")),
        (interval(None, None), interval("5", "5")),
        (interval(f"1{'0' * 20}", f"1{'0' * 21}"), interval("5", "6")),
    ],
)
def test_nothing_is_drawn_where_there_is_nothing_to_compare(
    allowed: Interval, said: Interval
) -> None:
    assert draw(allowed, said) == []


def test_sets_that_are_apart_never_touch() -> None:
    seeded = random.Random(5)
    for _ in range(300):
        a, b, c, d = sorted(Fraction(seeded.randint(-(10**6), 10**6), 1000) for _ in range(4))
        if b == c:
            continue
        for allowed, said in (
            (Interval(a, b), Interval(c, d)),
            (Interval(c, d), Interval(a, b)),
        ):
            lines = number_line(allowed, said, None, Style(width=seeded.choice([60, 80, 100])))
            bars = [line.partition("    what")[0] for line in lines[2:]]
            shared = [x for x, y in zip(*bars, strict=False) if x != " " and y != " "]
            assert shared == []


@pytest.mark.parametrize("width", range(30, 120, 5))
def test_the_drawing_fits_the_screen(width: int) -> None:
    lines = draw(interval("13.807", "13.877"), interval("13.855", "13.865"), "13.842", width)
    assert max(map(cells, lines)) <= width


def test_ticks_are_round_and_in_order() -> None:
    seeded = random.Random(7)
    for _ in range(200):
        low = Fraction(seeded.randint(-(10**7), 10**7), 10 ** seeded.randint(0, 6))
        high = low + Fraction(seeded.randint(1, 10**5), 10 ** seeded.randint(0, 6))
        lines = draw(Interval(low, high), Interval(high, high))
        ticks = [Fraction(label.replace(",", "")) for label in lines[0].split()]
        steps = {b - a for a, b in pairwise(ticks)}
        assert ticks[0] <= low
        assert ticks[-1] >= high
        assert len(steps) == 1
        assert str(steps.pop()).strip("0/")[0] in "125"
