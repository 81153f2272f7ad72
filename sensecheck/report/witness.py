"""True values that print as the article prints them and make its statement true."""

from __future__ import annotations

from sensecheck.model import Figure, Verdict
from sensecheck.numbers.display import decimal_text
from sensecheck.numbers.expressions import Undefined, value_at
from sensecheck.report.arithmetic import digits_suffice
from sensecheck.report.values import printed_number, stated_scale, value_text


def witness_text(verdict: Verdict) -> str:
    """A sentence like: 3.0268 and 3.4462 would be printed as 3.027 and 3.446, and give 13.858 %."""
    figures = {operand.figure.name: operand.figure for operand in verdict.claim.arguments.operands}
    named = [figure for figure in figures.values() if _is_moved(figure, verdict)]
    if not named:
        return ""
    bare = digits_suffice(verdict, named)
    values = [value_text(figure, verdict.witness[figure.name], bare=bare) for figure in named]
    prints = [printed_number(figure) if bare else _printed(figure) for figure in named]
    give = _result(verdict, "gives" if len(named) == 1 else "give")
    return f"{_and(values)} would be printed as {_and(prints)}{give}."


def _is_moved(figure: Figure, verdict: Verdict) -> bool:
    """Whether the figure is not simply what is printed."""
    value = verdict.witness.get(figure.name)
    printed = figure.values.printed if figure.values else None
    return value is not None and value != printed


def _result(verdict: Verdict, give: str) -> str:
    stated = verdict.claim.stated
    finest = stated.finest if stated else None
    if verdict.expression is None or finest is None:
        return ""
    try:
        exact = value_at(verdict.expression, verdict.witness)
    except (Undefined, KeyError):
        return ""
    factor, suffix = stated_scale(verdict)
    decimals = max(finest.printed.decimals, 0) + 2
    return f", and {give} {decimal_text(exact / factor, decimals)}{suffix}"


def _printed(figure: Figure) -> str:
    return figure.finest.printed.text if figure.finest else figure.name


def _and(texts: list[str]) -> str:
    return f"{', '.join(texts[:-1])} and {texts[-1]}" if len(texts) > 1 else texts[0]
