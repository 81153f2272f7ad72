"""A claim's arithmetic in two lines: with names, and with the figures as printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sensecheck.model import Figure, Outcome, Verdict
from sensecheck.numbers.expressions import Constant, Expr, Negative, Quotient, Sum, Variable
from sensecheck.numbers.formulas import render
from sensecheck.numbers.printed import Kind
from sensecheck.numbers.units import PERCENT, POINTS
from sensecheck.report.page import WIDEST, running
from sensecheck.report.style import Style, cells
from sensecheck.report.values import (
    between_text,
    printed_number,
    result_text,
    stated_scale,
)

_IN_SCALE: Final = frozenset("sum increase decrease average".split())
"""Rules whose arithmetic may be shown in billions where all inputs and the result are in them."""

_IN_RATIO: Final = frozenset("percent_increase percent_decrease cagr share ratio".split())
"""Rules whose result is the same in any scale that all inputs share."""

_MINUS: Final = "-"
"""Before a figure's name: its negative, as one thing."""


@dataclass(frozen=True, slots=True)
class Workings:
    """A claim's arithmetic: 'to ÷ from − 1', '3.446 ÷ 3.027 − 1', '13.842%', 'between …'."""

    rule: str
    symbolic: str
    numeric: str
    result: str
    between: str


def workings(verdict: Verdict) -> Workings | None:
    """What was computed; None where that is no more than a figure."""
    expression = verdict.expression
    if expression is None or isinstance(expression, Variable | Constant):
        return None
    figures = {operand.figure.name: operand.figure for operand in verdict.claim.arguments.operands}
    bare = digits_suffice(verdict, figures.values())
    names = _names(verdict)
    return Workings(
        verdict.claim.rule or "formula",
        render(expression, lambda name: names.get(name, name)),
        render(_absorbed(expression, figures), lambda name: _numeral(name, figures, bare=bare)),
        result_text(verdict, finer=1, bare=bare),
        "" if verdict.outcome is Outcome.UNVERIFIABLE else between_text(verdict),
    )


def arithmetic(verdict: Verdict, style: Style) -> list[str]:
    """'percent_increase = to ÷ from − 1', then '= 3.446 ÷ 3.027 − 1 = 13.84 %' and the range."""
    done = workings(verdict)
    if done is None:
        return []
    room = min(style.width or WIDEST, WIDEST)
    shown = f"= {done.numeric}" + (f" = {done.result}" if done.result else "")
    fits = 3 + len(done.rule) + cells(shown) + 6 + cells(done.between) <= room
    if done.between:
        shown += f"{' ' * 6}{done.between}" if fits else ","
    indent = 3 + len(done.rule) if 3 + len(done.rule) + cells(shown) <= room else 4
    named = done.symbolic != done.numeric
    first = running(f"{done.rule} = {done.symbolic}", style) if named else []
    lines = running(shown if first else f"{done.rule} {shown}", style, indent if first else 2)
    under = [] if fits else running(done.between, style, indent + 2)
    return [*first, *lines, *under]


def digits_suffice(verdict: Verdict, figures: Iterable[Figure]) -> bool:
    """Whether digits alone say enough: one scale, and arithmetic that keeps it."""
    used = list(figures)
    printings = [figure.finest.printed for figure in used if figure.finest]
    factors = {printed.factor for printed in printings}
    if any(figure.unit in (PERCENT, POINTS) for figure in used):
        return False
    if any(printed.hedge or printed.kind is not Kind.NUMBER for printed in printings):
        return False
    if verdict.claim.rule in _IN_SCALE:
        return len(factors | {stated_scale(verdict)[0]}) == 1
    keeps = verdict.claim.rule in _IN_RATIO or factors <= {Fraction(1)}
    return len(factors) <= 1 and keeps


def _names(verdict: Verdict) -> dict[str, str]:
    """What stands for each figure in the formula: its parameter, if that takes this one alone."""
    arguments = verdict.claim.arguments
    names: dict[str, str] = {}
    for parameter, operands in arguments.figures.items():
        for operand in operands:
            figure = operand.figure
            alone = len(operands) == 1 and not operand.negative and arguments.formula is None
            literal = figure.is_literal and figure.finest is not None
            text = figure.finest.printed.text if literal and figure.finest else figure.name
            names[figure.name] = parameter if alone else text
    return names


def _absorbed(expr: Expr, figures: Mapping[str, Figure]) -> Expr:
    """The expression with −x as a variable of its own where x is printed with a minus.

    So that the negative of −4.963 is written 4.963, not −(−4.963).
    """
    match expr:
        case Negative(Variable(name)) if _is_negative(figures.get(name)):
            return Variable(_MINUS + name)
        case Negative(part):
            return Negative(_absorbed(part, figures))
        case Sum(terms):
            return Sum(tuple(_absorbed(term, figures) for term in terms))
        case Quotient(over, under):
            return Quotient(_absorbed(over, figures), _absorbed(under, figures))
    return expr


def _is_negative(figure: Figure | None) -> bool:
    return figure is not None and figure.finest is not None and figure.finest.printed.negative


def _numeral(name: str, figures: Mapping[str, Figure], *, bare: bool) -> str:
    figure = figures.get(name.removeprefix(_MINUS))
    if figure is None or figure.finest is None:
        return name
    printed = figure.finest.printed
    if printed.value is None:
        return f"({printed.text})"
    if name.startswith(_MINUS):
        opposite = printed.rewritten(-printed.value)
        return printed_number(figure).removeprefix("-") if bare else opposite
    return printed_number(figure).replace("-", "−") if bare else printed.text
