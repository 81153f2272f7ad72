"""True values that print as the article prints them and make its statement true."""

from __future__ import annotations

from sensecheck.model import Figure, Verdict
from sensecheck.numbers.expressions import Undefined, enclosure_at
from sensecheck.report.arithmetic import digits_suffice
from sensecheck.report.values import dressed, printed_number, value_texts


def witness_text(verdict: Verdict) -> str:
    """A sentence like: 3.0268 and 3.4462 would be printed as 3.027 and 3.446, and give 13.856%."""
    figures = {operand.figure.name: operand.figure for operand in verdict.claim.arguments.operands}
    named = [figure for figure in figures.values() if _is_moved(figure, verdict)]
    if not named:
        return ""
    bare = digits_suffice(verdict, figures.values())
    values = [(figure, verdict.witness[figure.name]) for figure in named]
    texts = value_texts(values, bare=bare)
    prints = [printed_number(figure) if bare else _printed(figure) for figure in named]
    return f"{_and(texts)} would be printed as {_and(prints)}{_result(verdict, len(named))}."


def _is_moved(figure: Figure, verdict: Verdict) -> bool:
    """Whether the figure is not simply what is printed."""
    value = verdict.witness.get(figure.name)
    printed = figure.values.printed if figure.values else None
    return value is not None and value != printed


def _result(verdict: Verdict, number: int) -> str:
    stated = verdict.claim.stated
    if stated is not None and stated.answer:
        return f", and {'makes' if number == 1 else 'make'} it {stated.answer}"
    finest = stated.finest if stated else None
    if verdict.expression is None or finest is None:
        return ""
    try:
        exact = enclosure_at(verdict.expression, verdict.witness).low
    except (Undefined, KeyError):
        return ""
    if exact is None:
        return ""
    decimals = max(finest.printed.decimals, 0) + 1
    return (
        f", and {'gives' if number == 1 else 'give'} {dressed(verdict, exact, decimals=decimals)}"
    )


def _printed(figure: Figure) -> str:
    return figure.finest.printed.text if figure.finest else figure.name


def _and(texts: list[str]) -> str:
    return f"{', '.join(texts[:-1])} and {texts[-1]}" if len(texts) > 1 else texts[0]
