"""Numbers in English texts that others labelled: how many of them are found, and what is not there.

Each file labels one kind only, in its authors' sense, so what is found is first put in theirs. Then
the values of each text are matched, as often as they occur. The labels that go against what
sensecheck is for are listed in docs/design/2026-11-25-numbers-in-prose.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

import pytest

import sensecheck
from tests.external.cases import Case, read
from tests.number_labels import Found

Ends = tuple[Fraction | None, Fraction | None]
"""Both ends of a range; a single value is both of them."""

CLOSE: Final = Fraction(1, 10**9)  # the files give about 15 digits of 1/3


# ── what is found, in the authors' sense of each kind ────────────────────────────────────────

# Dates, ordinals and the 'one' of an idiom are no numbers to them; 'version two' and SCP-173 are.
NO_NUMBERS: Final = frozenset({"date", "ordinal", "idiom"})
# '180ml' and '29km' are no numbers, '3 years' and '100 metres' are.
ATTACHED: Final = re.compile(r"[0-9][A-Za-z°µμ]")
# Durations and temperatures have files of their own.
NO_DIMENSIONS: Final = frozenset(
    "second minute hour day week month quarter half-year year decade century celsius fahrenheit "
    "°c °f".split()
)
# Nouns that measure, which to us count like any other noun.
MEASURES: Final = frozenset({"tablespoon", "teaspoon", "cup", "turn"})
FROM: Final = frozenset({"above", "at least"})
TO: Final = frozenset({"below", "at most"})


def numbers(found: Iterable[Found]) -> list[Ends]:
    """Every value, of amounts and percentages too; of a range both ends, as numbers."""
    values = []
    for each in found:
        is_attached = each.kind == "dimension" and ATTACHED.search(each.text) is not None
        if each.kind not in NO_NUMBERS and not is_attached:
            low, high = _ends(each)
            values += [low, high] if isinstance(each.value, tuple) else [low]
    return [(value, value) for value in values if value is not None]


def percentages(found: Iterable[Found]) -> list[Ends]:
    return [_ends(each) for each in found if each.kind == "percent"]


def currencies(found: Iterable[Found]) -> list[Ends]:
    return [_ends(each) for each in found if each.kind == "currency"]


def dimensions(found: Iterable[Found]) -> list[Ends]:
    return [
        _ends(each)
        for each in found
        if (each.kind == "dimension" and _singular(each.unit) not in NO_DIMENSIONS)
        or (each.kind == "count" and _singular(each.unit) in MEASURES)
    ]


def ranges(found: Iterable[Found]) -> list[Ends]:
    """Ranges, and the numbers of which only one end is said."""
    values: list[Ends] = []
    for each in found:
        low, high = _ends(each)
        if each.kind == "range":
            values.append((low, high))
        elif each.is_quantity and each.hedge in FROM:
            values.append((low, None))
        elif each.is_quantity and each.hedge in TO:
            values.append((None, high))
    return values


def _singular(unit: str | None) -> str:
    return (unit or "").casefold().removesuffix("s")


def _ends(each: Found) -> Ends:
    low, high = each.value if isinstance(each.value, tuple) else (each.value, each.value)
    return None if low is None else Fraction(low), None if high is None else Fraction(high)


# ── matching ─────────────────────────────────────────────────────────────────────────────────


class Score(NamedTuple):
    """How many values were matched, found beside the labels, and missed; and in which texts."""

    hits: int
    extra: int
    missed: int
    lines: tuple[str, ...]

    @property
    def f1(self) -> Fraction:
        return Fraction(2 * self.hits, 2 * self.hits + self.extra + self.missed)


def score(cases: Iterable[Case], values: Callable[[Iterable[Found]], list[Ends]]) -> Score:
    hits = extra = missed = 0
    lines = []
    for case in cases:
        # A label without a value ('dollars') is a unit and no number.
        to_find = [_label(each["value"]) for each in case["expected"] if each["value"] is not None]
        beside = []
        for ends in values(sensecheck.find_numbers(case["text"])):
            match = next((label for label in to_find if _is_close(ends, label)), None)
            if match is None:
                beside.append(ends)
            else:
                to_find.remove(match)
                hits += 1
        extra, missed = extra + len(beside), missed + len(to_find)
        if beside or to_find:
            lines.append(f"{case['text']!r}: missed {_shown(to_find)}, found {_shown(beside)}")
    return Score(hits, extra, missed, tuple(lines))


def _label(value: object) -> Ends:
    low, high = value if isinstance(value, list) else (value, value)
    return None if low is None else Fraction(str(low)), None if high is None else Fraction(
        str(high)
    )


def _is_close(found: Ends, label: Ends) -> bool:
    return all(map(_is_same, found, label))


def _is_same(found: Fraction | None, label: Fraction | None) -> bool:
    if found is None or label is None:
        return found is label
    return abs(found - label) <= CLOSE * abs(label)


def _shown(values: Sequence[Ends]) -> str:
    texts = [
        " to ".join("" if end is None else f"{float(end):g}" for end in dict.fromkeys(ends))
        for ends in values
    ]
    return ", ".join(texts) or "nothing"


FLOORS: Final = [
    ("number", numbers, "0.90"),
    ("percent", percentages, "1"),
    ("currency", currencies, "0.93"),
    ("range", ranges, "0.75"),
    ("dimension", dimensions, "0.85"),
]


@pytest.mark.parametrize(("kind", "values", "floor"), FLOORS, ids=[row[0] for row in FLOORS])
def test_f1(kind: str, values: Callable[[Iterable[Found]], list[Ends]], floor: str) -> None:
    result = score(read(f"numbers_en_{kind}.jsonl"), values)
    summary = (
        f"{kind}: F1 {float(result.f1):.3f}, at least {floor}; {result.hits} values, "
        f"{result.extra} beside them, {result.missed} missed"
    )
    assert result.f1 >= Fraction(floor), "\n".join([summary, *result.lines])


def test_all_cases_are_read() -> None:
    lengths = {kind: len(read(f"numbers_en_{kind}.jsonl")) for kind, _, _ in FLOORS}
    expected = {"number": 117, "percent": 8, "currency": 94, "range": 40, "dimension": 58}
    assert lengths == expected


def test_a_value_is_matched_as_often_as_it_occurs() -> None:
    case = {"text": "5% and 5%", "expected": [{"value": 5}]}
    assert score([case], percentages)[:3] == (1, 1, 0)
    case = {"text": "5% and 6%", "expected": [{"value": 5}, {"value": 5}, {"value": None}]}
    assert score([case], percentages)[:3] == (1, 1, 1)
