"""For every rule that recomputes a number: its range and its ends, against brute force."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.expressions import Undefined, value_at, variables
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.ranges import extent
from sensecheck.rules import RULES, rule_named
from sensecheck.rules.base import Given, NotComputable, QuantityRule
from tests.rules.workbench import arguments

NEAR = Fraction(1, 10**9)

# Parameters as a claim names them, and the figures that they take; a figure may stand twice.
SHAPES: list[tuple[str, dict[str, str], dict[str, str]]] = [
    ("sum", {"of": "a -b c"}, {}),
    ("sum", {"of": "a b a"}, {}),
    ("increase", {"from": "a", "to": "b"}, {}),
    ("decrease", {"from": "-a", "to": "b"}, {}),
    ("percent_increase", {"from": "a", "to": "b"}, {}),
    ("percent_increase", {"from": "a", "to": "-a"}, {}),
    ("percent_decrease", {"from": "a", "to": "b"}, {}),
    ("before_change", {"to": "a", "change": "b"}, {}),
    ("after_change", {"from": "a", "change": "b"}, {}),
    ("cagr", {"from": "a", "to": "b"}, {"years": "1"}),
    ("compound", {"of": "a b"}, {}),
    ("compound", {"of": "a b c"}, {}),
    ("share", {"part": "a", "whole": "b"}, {}),
    ("share", {"part": "a c", "whole": "b"}, {}),
    ("ratio", {"of": "a", "to": "b"}, {}),
    ("product", {"of": "a b c"}, {}),
    ("average", {"of": "a b c"}, {}),
    ("average", {"of": "a b"}, {"weights": "2 3"}),
    ("average", {"of": "a b", "weights": "c d"}, {}),
    ("formula", {"formula": "(a - b) / (a + b)"}, {}),
    ("formula", {"formula": "a * b - a"}, {}),
]


def test_every_rule_over_figures_has_a_shape() -> None:
    with_figures = {
        name
        for name in RULES
        if isinstance(rule := rule_named(name), QuantityRule) and rule.spread is None
    }
    assert with_figures - {"count"} == {name for name, _, _ in SHAPES}


@st.composite
def boxes(draw: st.DrawFn) -> dict[str, Interval]:
    """Small boxes, closed and open at either end, of either sign and around zero."""
    box = {}
    for name in "abcd":
        low = Fraction(draw(st.integers(-8, 12)), 2)
        width = Fraction(draw(st.integers(0, 3)), 2)
        flags = (draw(st.booleans()), draw(st.booleans())) if width else (False, False)
        box[name] = Interval(low, low + width, *flags)
    return box


@pytest.mark.parametrize(("name", "parameters", "numbers"), SHAPES)
@sample(box=boxes())
def test_the_range_agrees_with_brute_force(
    name: str, parameters: dict[str, str], numbers: dict[str, str], box: dict[str, Interval]
) -> None:
    rule = rule_named(name)
    assert isinstance(rule, QuantityRule)
    try:
        expr = rule.expression(Given(arguments(parameters, numbers), box))
    except NotComputable:
        return
    found = extent(expr, box)
    if found is None:  # a formula whose divisor may be zero
        return
    try:
        values = [value_at(expr, point) for point in _points(list(variables(expr)), box)]
    except Undefined:
        pytest.fail("the rule has no value inside its box, though its range says that it has")
    assert all(value in found.interval for value in values)
    if found.tight:
        # Every one of these is monotone or affine in each figure: the ends lie at corners.
        assert _meets(min(values), found.interval.low, found.interval.low_open)
        assert _meets(max(values), found.interval.high, found.interval.high_open)


def _meets(value: Fraction, end: Fraction | None, is_open: bool) -> bool:
    if end is None:
        return abs(value) > 10**6
    return value != end and abs(value - end) < Fraction(1, 10**4) if is_open else value == end


def _points(names: list[str], box: Mapping[str, Interval]) -> list[dict[str, Fraction]]:
    """Corners (just inside where they are open), middles, and zeros."""
    sides = []
    for name in names:
        values = box[name]
        assert values.low is not None
        assert values.high is not None
        low = values.low + (NEAR if values.low_open else 0)
        high = values.high - (NEAR if values.high_open else 0)
        zero = {Fraction(0)} if Fraction(0) in values else set()
        sides.append([(name, number) for number in {low, (low + high) / 2, high, *zero}])
    return [dict(corner) for corner in product(*sides)]
