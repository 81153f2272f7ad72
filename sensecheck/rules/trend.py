"""Checks whether figures rise, fall or stay the same from each to the next.

Other words are read too: growing, up, lower every year, flat, up overall.

Formula: rising: each figure is higher than the one before; falling: each is lower; unchanged: each
is equal to the one before. With 'overall' only the last is compared with the first. Over `*` or a
slice of a series, labels that are not printed are left out and named.

A claim that passes:

    longer-every-year:
      rule: trend
      of: [3.1 km, 3.4 km, 3.9 km]
      stated: rising

A claim that fails:

    stable-share:
      rule: trend
      of: [4.69%, 4.71%]
      stated: unchanged

Rounding: rising and falling are strict. Two neighbours are unchanged where they would print the
same at the coarser of their printings: 4.7 and 4.71 are, 4.69 and 4.71 are not.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Final

from sensecheck.numbers.differences import middle
from sensecheck.rules import relations
from sensecheck.rules.base import (
    Given,
    NotComputable,
    Parameter,
    RelationRule,
    Row,
    Takes,
    same_unit,
)

_RELATIONS: Final = {"rising": "higher", "falling": "lower", "unchanged": "equal"}
_ANSWERS: Final = relations.table(
    rising="rising, rise, rises, rose, increasing, increased, growing, grew, grown, climbing, up, "
    "upward, upwards, higher, expanding",
    falling="falling, fall, falls, fell, decreasing, decreased, declining, declined, shrinking, "
    "shrank, dropping, dropped, down, downward, downwards, lower",
    unchanged="unchanged, flat, stable, constant, steady, same, equal, level",
)
_OVERALL: Final = ("overall", "on balance", "on the whole")
_THROUGHOUT: Final = (
    "every year",
    "each year",
    "year by year",
    "year after year",
    "every time",
    "steadily",
    "continuously",
    "consistently",
    "throughout",
)


def read(text: str) -> str:
    """The answer that words mean: 'higher every year' is rising, 'up overall' overall rising."""
    words = relations.plain_words(text)
    overall, words = _without(words, _OVERALL)
    throughout, words = _without(words, _THROUGHOUT)
    answer = _ANSWERS.get(words)
    if answer is None or (overall and throughout):
        raise ValueError(
            "write rising, falling or unchanged; with overall where only the last is compared "
            "with the first"
        )
    return f"overall {answer}" if overall else answer


def _without(words: str, phrases: tuple[str, ...]) -> tuple[bool, str]:
    """Whether one of the phrases begins or ends the words, and the words without it."""
    for phrase in phrases:
        rest = words.removeprefix(f"{phrase} ").removesuffix(f" {phrase}")
        if rest != words:
            return True, rest
    return False, words


def _relation(answer: str) -> str:
    return _RELATIONS[answer.removeprefix("overall ")]


def _pairs(given: Given, answer: str) -> tuple[relations.Pair, ...]:
    """The pairs that the answer is about, the later one first."""
    figures = given.arguments.figures["of"]
    if len(figures) < 2:
        raise NotComputable("a trend needs two figures that are printed")
    if answer.startswith("overall "):
        return ((figures[-1], figures[0]),)
    return tuple((later, earlier) for earlier, later in pairwise(figures))


def _always(given: Given, answer: str) -> bool:
    return relations.always(given, _relation(answer), _pairs(given, answer))


def _example(given: Given, answer: str) -> Mapping[str, Fraction] | None:
    found = relations.example(given, _relation(answer), _pairs(given, answer))
    if found is None:
        return None
    names = (operand.figure.name for operand in given.arguments.figures["of"])
    return {name: found.get(name, middle(given.box[name])) for name in names}


def _actual(given: Given) -> str:
    """The trend at these values; where it turns, the overall one."""
    for overall in ("", "overall "):
        for answer, relation in _RELATIONS.items():
            pairs = _pairs(given, overall + answer)
            if all(relations.relation_of(given, a, b) == relation for a, b in pairs):
                return overall + answer
    raise AssertionError("one of the overall answers holds")


def _rows(given: Given, answer: str) -> tuple[Row, ...]:
    try:
        return relations.rows(given, _relation(answer), _pairs(given, answer))
    except NotComputable:
        return ()


def _note(given: Given, answer: str) -> str:
    """Where the trend breaks."""
    pairs = _pairs(given, answer)
    wrong = relations.excluded(given, _relation(answer), pairs)
    if len(pairs) == 1 or not wrong:
        return ""
    steps = (f"from {relations.shown(a)} to {relations.shown(b)}" for b, a in wrong)
    return f"not {' and '.join(steps)}"


RULE: Final = RelationRule(
    name="trend",
    manual=__doc__ or "",
    parameters=(Parameter("of", Takes.FIGURES),),
    answers=tuple(overall + answer for overall in ("", "overall ") for answer in _RELATIONS),
    read=read,
    always=_always,
    example=_example,
    actual=_actual,
    unit=same_unit,
    rows=_rows,
    note=_note,
)
