"""What the tests of the rules share: claims without files, and the check of linear rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from hypothesis import strategies as st

from sensecheck.model import Arguments, Figure, Operand, Span
from sensecheck.numbers.expressions import Variable, value_at, variables
from sensecheck.numbers.formulas import parse_formula, render
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.linear import Linear
from sensecheck.numbers.units import Unit
from sensecheck.rules.base import Given, QuantityRule, Row

Point = Mapping[str, Fraction]

RMB = Unit((("RMB", 1),))
HKD = Unit((("HKD", 1),))
SHARE = Unit((("share", 1),))
PERSON = Unit((("person", 1),))

NOWHERE = Span(0, 0, 0, 0)
FAR = Fraction(40)
"""How far from zero the points drawn from an unbounded set lie."""


def number(text: str) -> Interval:
    """'3' is a point, '1..2' closed, '(1..2]' half open, '1..' and '..' unbounded."""
    low, dots, high = text.strip("()[]").partition("..")
    if not dots:
        return Interval.point(Fraction(low))
    return Interval(
        Fraction(low) if low else None,
        Fraction(high) if high else None,
        text.startswith("("),
        text.endswith(")"),
    )


def arguments(parameters: Mapping[str, str], numbers: Mapping[str, str] | None = None) -> Arguments:
    """Parameters as in a claim: {'from': 'a', 'of': 'a -b'}; 'formula' holds its text."""
    formula = parameters.get("formula", "")
    parsed = parse_formula(formula, Variable) if formula else None
    operands = {
        name: tuple(variables(parsed)) if name == "formula" and parsed else tuple(text.split())
        for name, text in parameters.items()
    }
    return Arguments(
        figures={name: tuple(map(operand, texts)) for name, texts in operands.items()},
        numbers={
            name: tuple(map(Fraction, text.split())) for name, text in (numbers or {}).items()
        },
        formula=parsed,
        formula_text=formula,
    )


def operand(text: str) -> Operand:
    """A figure, or with a minus its negative."""
    return Operand(Figure(text.removeprefix("-"), NOWHERE), text.startswith("-"))


def given(
    parameters: Mapping[str, str],
    box: Mapping[str, str],
    *,
    unknown: str = "",
    numbers: Mapping[str, str] | None = None,
) -> Given:
    """A claim's arguments and what each figure may be."""
    values = {name: number(text) for name, text in box.items()}
    return Given(arguments(parameters, numbers), values, frozenset(unknown.split()))


def value(rule: QuantityRule, claim: Given) -> Fraction:
    """The rule at the one point that the box is."""
    point = {name: values.low or Fraction(0) for name, values in claim.box.items()}
    return value_at(rule.expression(claim), point)


def written(rule: QuantityRule, claim: Given) -> str:
    """The rule's arithmetic as people write it."""
    return render(rule.expression(claim), str)


def hold(rows: tuple[Row, ...], point: Point) -> bool:
    """Whether all conditions hold at a point."""
    return all(_at(row.form, point) in row.within for row in rows)


def _at(form: Linear, point: Point) -> Fraction:
    return form.constant + sum(c * point[name] for name, c in form.coefficients.items())


def shown(rows: tuple[Row, ...]) -> list[str]:
    """Rows as text: '2·a − b ∈ [0, 5)'."""
    return [f"{_form(row.form)} ∈ {_ends(row.within)}" for row in rows]


def _form(form: Linear) -> str:
    terms = [f"{c}·{name}" for name, c in sorted(form.coefficients.items())]
    return " + ".join([*terms, *([str(form.constant)] if form.constant else [])]) or "0"


def _ends(within: Interval) -> str:
    low = "−∞" if within.low is None else within.low
    high = "∞" if within.high is None else within.high
    return f"{'(' if within.low_open else '['}{low}, {high}{')' if within.high_open else ']'}"


def check_rows(
    data: st.DataObject,
    rule: QuantityRule,
    claim: Given,
    formula: Callable[[Point], Fraction],
    *,
    exact: bool = True,
) -> None:
    """At a drawn point: the expression is the formula, and the rows hold where its value is meant.

    The interval's ends lie near the value, so that being in, out and on the edge all occur. With
    `exact` the rows hold nowhere else in the box.
    """
    point = {name: data.draw(points(values), name) for name, values in claim.box.items()}
    result = formula(point)
    assert value_at(rule.expression(claim), point) == result
    near = st.sampled_from([Fraction(n, 100) for n in (-200, -3, -1, 0, 1, 3, 200)])
    ends = sorted([result + data.draw(near, "low"), result + data.draw(near, "high")])
    opens = [ends[0] < ends[1] and data.draw(st.booleans(), "open") for _ in ends]
    within = Interval(ends[0], ends[1], *opens)
    rows = rule.rows(claim, within)
    if result in within:
        assert hold(rows, point), (within, shown(rows))
    elif exact:
        assert not hold(rows, point), (within, shown(rows))


def points(values: Interval) -> st.SearchStrategy[Fraction]:
    """Numbers from a set, its ends among them where they are closed."""
    low = -FAR if values.low is None else values.low
    high = FAR if values.high is None else values.high
    inside = st.integers(0, 60).map(lambda n: low + (high - low) * n / 60)
    return inside.filter(lambda number: number in values)
