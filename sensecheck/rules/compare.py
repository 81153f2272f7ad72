"""Checks whether a figure is higher than others, lower, or equal to them.

Other words are read too: above, more, fewer than, the same, no less than.

Formula: figure > than (higher), figure < than (lower), ≥ (at least), ≤ (at most), = (equal). `than`
may be a list or a series: every one of its figures has to be so.

A claim that passes:

    more-of-both:
      rule: compare
      figure: 4.1 km
      stated: higher
      than: [3.1 km, 3.9 km]

A claim that fails:

    did-not-change:
      rule: compare
      figure: 4.69%
      stated: equal
      than: 4.71%

Rounding: higher and lower are strict; 4.7 may be higher than 4.71, since 4.74 prints as 4.7. Equal
are two figures that would print the same at the coarser of their printings: 4.7 and 4.71 are equal,
4.69 and 4.71 are not.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from sensecheck.rules import relations
from sensecheck.rules.base import Given, Parameter, RelationRule, Row, Takes, same_unit

_ANSWERS: Final = relations.table(
    higher="higher, above, more, greater, larger, bigger, up, over, ahead, ahead of, exceeds, "
    "exceeding, longer, stronger, later",
    lower="lower, below, less, fewer, smaller, down, under, behind, shorter, weaker, earlier",
    equal="equal, equals, equal to, same, unchanged, identical, identical to, level, level with",
    at_least="at least, or more",
    at_most="at most, up to, or less, or fewer",
)
_NEGATED: Final = {"higher": "at most", "lower": "at least"}


def read(text: str) -> str:
    """The answer that a word means: 'no fewer than' is at least."""
    words = relations.plain_words(text).removesuffix(" than").removesuffix(" as")
    negation, _, rest = words.partition(" ")
    if negation in ("no", "not"):
        answer = _NEGATED.get(_ANSWERS.get(rest, ""))
    else:
        answer = _ANSWERS.get(words)
    if answer is None:
        raise ValueError("write higher, lower, equal, at least or at most")
    return answer


def _pairs(given: Given) -> tuple[relations.Pair, ...]:
    (figure,) = given.arguments.figures["figure"]
    return tuple((figure, other) for other in given.arguments.figures["than"])


def _always(given: Given, answer: str) -> bool:
    return relations.always(given, answer, _pairs(given))


def _example(given: Given, answer: str) -> Mapping[str, Fraction] | None:
    return relations.example(given, answer, _pairs(given))


def _actual(given: Given) -> str:
    """The strongest answer that all pairs have in common, if there is one."""
    found = {relations.relation_of(given, a, b) for a, b in _pairs(given)}
    if len(found) == 1:
        return found.pop()
    if "equal" in found and len(found) == 2:
        return "at least" if "higher" in found else "at most"
    return "partly higher, partly lower"


def _rows(given: Given, answer: str) -> tuple[Row, ...]:
    return relations.rows(given, answer, _pairs(given))


def _note(given: Given, answer: str) -> str:
    """Which of several figures the answer fails at."""
    pairs = _pairs(given)
    wrong = relations.excluded(given, answer, pairs)
    if len(pairs) == 1 or not wrong:
        return ""
    return f"not so with {' and '.join(relations.shown(other) for _, other in wrong)}"


RULE: Final = RelationRule(
    name="compare",
    manual=__doc__ or "",
    parameters=(Parameter("figure", Takes.FIGURE), Parameter("than", Takes.FIGURES)),
    answers=("higher", "lower", "equal", "at least", "at most"),
    read=read,
    always=_always,
    example=_example,
    actual=_actual,
    unit=same_unit,
    rows=_rows,
    note=_note,
)
