"""Numbers in prose: snippets read by hand, with everything that is to be found in each of them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import pytest

import sensecheck
from tests.number_labels import Found, exact
from tests.numbers import prose_others, prose_quantities
from tests.numbers.prose_snippets import ANY, NO_QUANTITY, Expected

TABLES: Final = {
    "units": prose_quantities.UNITS,
    "lists": prose_quantities.LISTS,
    "ranges": prose_quantities.RANGES,
    "signs": prose_quantities.SIGNS,
    "hedges": prose_quantities.HEDGES,
    "directions": prose_quantities.DIRECTIONS,
    "spaces": prose_quantities.SPACES,
    "marks": prose_quantities.MARKS,
    "words": prose_quantities.WORDS,
    "ambiguous": prose_quantities.AMBIGUOUS,
    "times": prose_others.TIMES,
    "labels": prose_others.LABELS,
    "idioms": prose_others.IDIOMS,
}
ROWS: Final = [
    pytest.param(*row, id=f"{name}-{number}-{row[0][:30].encode('ascii', 'replace').decode()}")
    for name, rows in TABLES.items()
    for number, row in enumerate(rows)
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_everything_in_a_snippet_is_found(text: str, expected: list[Expected]) -> None:
    assert _problems(text, expected) == []


def _problems(text: str, expected: list[Expected]) -> list[str]:
    left = list(sensecheck.find_numbers(text))
    problems, at = [], 0
    for each in expected:
        start = text.index(each.text.removesuffix("…"), at)
        at = start + 1
        covering = [number for number in left if number.start <= start < number.end]
        if each.kind in NO_QUANTITY:
            held = sensecheck.find_numbers(text)
            problems += _misread(each, [n for n in held if n.start <= start < n.end])
        elif len(covering) != 1 or covering[0].start != start:
            problems.append(f"{each.text!r}: {list(map(_shown, covering))} instead of one quantity")
        else:
            problems += _wrong(covering[0], each)
        left = [number for number in left if number not in covering]
    return problems + [f"{_shown(each)} beside" for each in left if each.kind != "idiom"]


def _misread(each: Expected, covering: list[Found]) -> list[str]:
    """What is wrong with the reading of a number that is no quantity."""
    kinds = [number.kind for number in covering]
    if any(number.is_quantity for number in covering):
        return [f"{each.text!r}: {list(map(_shown, covering))} is no quantity"]
    if each.kind == "none" or (each.kind == "idiom" and not kinds):
        return []
    return [] if kinds == [each.kind] else [f"{each.text!r}: {kinds} instead of {each.kind}"]


def _wrong(number: Found, each: Expected) -> list[str]:
    expected_text = each.text.removesuffix("…")
    pairs: list[tuple[str, object, object]] = [
        ("kind", number.kind, each.kind),
        ("value", exact(number.value), each.value if each.value == ANY else exact(each.value)),
        ("unit", number.unit, each.unit),
        ("hedge", number.hedge, each.hedge),
        ("direction", number.direction, each.direction),
        ("is_quantity", number.is_quantity, True),
    ]
    if expected_text == each.text:
        pairs.append(("text", number.text, each.text))
    if each.noted is not None:
        pairs.append(("noted", number.note != "", each.noted))
    return [
        f"{each.text!r}: {name} {got!r} instead of {wanted!r}"
        for name, got, wanted in pairs
        if wanted != ANY and got != wanted
    ]


def _shown(number: Found) -> str:
    return f"{number.kind} {number.text!r} ({number.value})"


# What the strict and the loose reading admit, worked out by hand.
READINGS: Final[list[tuple[str, tuple[str | None, str | None], tuple[str | None, str | None]]]] = [
    ("RMB 4.7 billion", ("4650000000", "4750000000"), ("4650000000", "4750000000")),
    ("RMB -4.963 billion", ("-4963500000", "-4962500000"), ("-4963500000", "-4962500000")),
    ("45,000 GPUs", ("45000", "45000"), ("44500", "45500")),
    ("RMB 680 million", ("679500000", "680500000"), ("675000000", "685000000")),
    ("13.86%", ("13.855", "13.865"), ("13.855", "13.865")),
    ("down 18.97%", ("18.965", "18.975"), ("18.965", "18.975")),
    ("6,113 employees", ("6113", "6113"), ("6113", "6113")),
    ("6,113", ("6112.5", "6113.5"), ("6112.5", "6113.5")),
    ("1.6 km", ("1.55", "1.65"), ("1.55", "1.65")),
    ("50 cents", ("49.5", "50.5"), ("45", "55")),
    ("over HKD 250 billion", ("250000000000", None), ("250000000000", None)),
    ("at least 12 people", ("12", None), ("12", None)),
    ("less than RMB 170 million", (None, "170000000"), (None, "170000000")),
    ("fewer than 10 staff", ("0", "10"), ("0", "10")),
    ("nearly RMB 10 billion", ("9000000000", "10000000000"), ("9000000000", "10000000000")),
    # 15 % of 300 million are 45; loosely 300 million without 'about' is ± 50.
    ("about RMB 300 million", ("255000000", "345000000"), ("250000000", "350000000")),
    ("12–15%", ("11.5", "15.5"), ("11.5", "15.5")),
    ("two-thirds of them", ("3/5", "11/15"), ("3/5", "11/15")),
    ("nearly double", ("1.8", "2"), ("1.8", "2")),
    ("five billion yuan", ("4500000000", "5500000000"), ("4500000000", "5500000000")),
]


@pytest.mark.parametrize(("text", "strict", "loose"), READINGS, ids=[row[0] for row in READINGS])
def test_both_readings(
    text: str, strict: tuple[str | None, str | None], loose: tuple[str | None, str | None]
) -> None:
    (number,) = sensecheck.find_numbers(text)
    assert (exact(number.strict), exact(number.loose)) == (exact(strict), exact(loose))


DECIMALS: Final = [
    ("RMB 4.70 billion", 2),
    ("623.70 days", 2),
    ("45,000 GPUs", 0),
    ("RMB -4.963 billion", 3),
    ("ten people", 0),
    ("five and a half years", 1),
]


@pytest.mark.parametrize(("text", "decimals"), DECIMALS)
def test_decimals_are_those_printed(text: str, decimals: int) -> None:
    (number,) = sensecheck.find_numbers(text)
    assert number.decimals == decimals


def test_a_text_without_numbers() -> None:
    for text in ("", " \n", "Nobody counts.", "-", "%", "RMB billion", "about over under"):
        assert [each for each in sensecheck.find_numbers(text) if each.is_quantity] == []


def test_what_is_found_is_in_order_and_apart() -> None:
    text = " | ".join(row[0] for rows in TABLES.values() for row in rows)
    found = sensecheck.find_numbers(text)
    assert isinstance(found, tuple)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_paragraphs_do_not_touch_each_other() -> None:
    texts = [row[0] for name, rows in TABLES.items() if name != "ambiguous" for row in rows]
    for before, text in pairwise(texts):
        joined = sensecheck.find_numbers(f"{before}.\n\n{text}")
        start = len(before) + 3
        alone = [
            (each.start + start, each.text, each.kind) for each in sensecheck.find_numbers(text)
        ]
        after = [(each.start, each.text, each.kind) for each in joined if each.start >= start]
        assert after == alone


def test_a_number_is_frozen() -> None:
    (number,) = sensecheck.find_numbers("5%")
    with pytest.raises((AttributeError, TypeError)):
        setattr(number, "text", "6%")  # noqa: B010  (mypy knows that it cannot be)


def test_there_are_enough_snippets() -> None:
    assert len(ROWS) >= 250
