from __future__ import annotations

from fractions import Fraction

import pytest

from sensecheck.model import Arguments
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PLAIN
from sensecheck.rules.base import Given
from sensecheck.rules.count import RULE
from tests.rules.workbench import operand, value


@pytest.mark.parametrize(
    ("figures", "texts", "number"),
    [
        ((), ("Leeds", "York", "Hull"), 3),
        (("a", "b"), (), 2),
        (("a", "b"), ("Hull",), 3),
        (("a",), (), 1),
    ],
)
def test_counts_figures_and_texts(
    figures: tuple[str, ...], texts: tuple[str, ...], number: int
) -> None:
    arguments = Arguments(figures={"of": tuple(map(operand, figures))}, texts={"of": texts})
    assert value(RULE, Given(arguments, {})) == number


def test_texts_alone_will_do() -> None:
    assert value(RULE, Given(Arguments(texts={"of": ("Leeds", "York")}), {})) == 2


def test_says_nothing_of_the_figures() -> None:
    given = Given(Arguments(figures={"of": (operand("a"),)}), {})
    assert RULE.rows(given, Interval.point(Fraction(1))) == ()
    assert RULE.unit(given.arguments, {}) == PLAIN
