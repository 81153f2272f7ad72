"""A claim's arithmetic in two lines: with names, and with the figures as printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

from sensecheck.model import Figure, Outcome, Verdict
from sensecheck.numbers.expressions import Constant, Expr, Negative, Quotient, Sum, Variable
from sensecheck.numbers.formulas import render
from sensecheck.numbers.units import PERCENT, POINTS
from sensecheck.report.page import WIDEST, running
from sensecheck.report.style import Style, cells
from sensecheck.report.values import printed_number, range_text

_KEEPS_SCALE: Final = frozenset(
    "sum increase decrease percent_increase percent_decrease cagr share ratio average".split()
)
"""Rules whose arithmetic may be shown in billions, all inputs alike."""

_MINUS: Final = "-"
"""Before a figure's name: its negative, as one thing."""


def arithmetic(verdict: Verdict, style: Style) -> list[str]:
    """'percent_increase = to ÷ from − 1', then '= 3.446 ÷ 3.027 − 1 = 13.84 %' and the range."""
    expression = verdict.expression
    if expression is None or isinstance(expression, Variable | Constant):
        return []
    figures = {operand.figure.name: operand.figure for operand in verdict.claim.arguments.operands}
    bare = digits_suffice(verdict, figures.values())
    names = _names(verdict)
    symbolic = render(expression, lambda name: names.get(name, name))
    numeric = render(
        _absorbed(expression, figures), lambda name: _numeral(name, figures, bare=bare)
    )
    rule = verdict.claim.rule or "formula"
    room = min(style.width or WIDEST, WIDEST)
    shown = f"= {numeric}" + (f" = {verdict.shown}" if verdict.shown else "")
    if verdict.outcome is not Outcome.UNVERIFIABLE and range_text(verdict):
        between = _between(range_text(verdict))
        fits = 3 + len(rule) + cells(shown) + 6 + cells(between) <= room
        shown += f"{' ' * 6 if fits else ', '}{between}"
    indent = 3 + len(rule) if 3 + len(rule) + cells(shown) <= room else 4
    first = running(f"{rule} = {symbolic}", style) if symbolic != numeric else []
    return [*first, *running(shown if first else f"{rule} {shown}", style, indent if first else 2)]


def digits_suffice(verdict: Verdict, figures: Iterable[Figure]) -> bool:
    """Whether digits alone say enough: one scale, and arithmetic that keeps it."""
    used = list(figures)
    factors = {figure.finest.printed.factor for figure in used if figure.finest}
    percent = any(figure.unit in (PERCENT, POINTS) for figure in used)
    keeps = verdict.claim.rule in _KEEPS_SCALE or factors <= {Fraction(1)}
    return len(factors) <= 1 and not percent and keeps


def _between(text: str) -> str:
    low, mark, high = text.partition(" … ")
    return f"between {low} and {high}" if mark else text


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
