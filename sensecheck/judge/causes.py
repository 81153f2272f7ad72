"""Why a statement can hold although the printed values do not give it: the least set of causes.

In order: the rounding of one input, of a few, of all; hedges; and only where the strict reading
explains nothing, trailing zeros that may be rounding themselves. The rounding of the stated figure
is always allowed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from sensecheck.judge.question import DATES, Inputs, Question
from sensecheck.model import Cause, CauseKind, Figure, Reading, Stated
from sensecheck.numbers.bisection import Reach
from sensecheck.numbers.expressions import Box
from sensecheck.numbers.printed import Nature, Printed

FEW: Final = 8
"""Up to so many inputs, every subset of two is tried before 'all together'."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The causes, the reading that they need, and what they are in words.

    `box` is what the inputs may be under the causes; `loose_stated`, whether the stated figure's
    own zeros are among them.
    """

    causes: tuple[Cause, ...]
    reading: Reading
    text: str
    box: Box
    loose_stated: bool = False


def explain(question: Question) -> Explanation | None:
    """The least set of causes that makes the statement possible; None where none is found."""
    inputs = question.inputs
    rounded = [n for n, values in inputs.strict.items() if _is_rounded(inputs, n, values.is_point)]
    hedged = [n for n in inputs.strict if _is_hedged(inputs, n)]
    return (
        _by_rounding(question, rounded)
        or _by_hedges(question, rounded, hedged)
        or _by_zeros(question, rounded, hedged)
    )


def _by_rounding(question: Question, rounded: Sequence[str]) -> Explanation | None:
    inputs = question.inputs
    alone = [name for name in rounded if _explains(question, [name])]
    if alone:
        text = (
            f"rounding of {_some(inputs, alone, len(rounded))} explains it"
            if len(alone) > 1 or len(rounded) == 1
            else f"rounding of {_said(inputs, alone[0])} alone explains it"
        )
        return _explanation(question, alone[:1], CauseKind.ROUNDING, text)
    pairs = combinations(rounded, 2) if len(rounded) <= FEW else iter(())
    for few in (*pairs, tuple(rounded)):
        if few and _explains(question, few):
            text = f"rounding of {_together(inputs, few, len(rounded))} explains it"
            return _explanation(question, few, CauseKind.ROUNDING, text)
    return None


def _by_hedges(
    question: Question, rounded: Sequence[str], hedged: Sequence[str]
) -> Explanation | None:
    inputs = question.inputs
    for name in hedged:
        if _explains(question, [*rounded, name]):
            text = f"only as far as {_said(inputs, name)!r} reaches"
            return _explanation(question, [*rounded, name], CauseKind.HEDGE, text)
    if question.possible(inputs.strict, loose=False) is not Reach.YES:
        return None
    text = "only as far as the hedged figures reach" if hedged else "rounding explains it"
    return _explanation(question, list(inputs.strict), CauseKind.HEDGE, text)


def _by_zeros(
    question: Question, rounded: Sequence[str], hedged: Sequence[str]
) -> Explanation | None:
    inputs = question.inputs
    loosened = [n for n, values in inputs.loose.items() if values != inputs.strict[n]]
    for names in (rounded, [*rounded, *hedged]):
        allowed = _let_vary(inputs, names)
        boxes_of = {name: {**allowed, name: inputs.loose[name]} for name in loosened}
        alone = [
            name
            for name, box in boxes_of.items()
            if question.possible(box, loose=False) is Reach.YES
        ]
        if alone:
            said = " or ".join(_said(inputs, name) for name in alone)
            text = f"only if {said} is itself rounded"
            return Explanation((_zeros(inputs, alone[0]),), Reading.LOOSE, text, boxes_of[alone[0]])
        if question.possible(allowed, loose=True) is Reach.YES:
            text = f"only if the stated {_stated_text(question)} is itself rounded"
            cause = Cause("stated", _stated_text(question), CauseKind.ZEROS)
            return Explanation((cause,), Reading.LOOSE, text, allowed, loose_stated=True)
    if question.possible(inputs.loose, loose=True) is not Reach.YES:
        return None
    causes = tuple(_zeros(inputs, name) for name in loosened)
    return Explanation(
        causes,
        Reading.LOOSE,
        "only if several of the figures are themselves rounded",
        inputs.loose,
        loose_stated=True,
    )


def _explains(question: Question, names: Sequence[str]) -> bool:
    box = _let_vary(question.inputs, names)
    return question.possible(box, loose=False) is Reach.YES


def _let_vary(inputs: Inputs, names: Sequence[str]) -> Box:
    return {**inputs.as_printed, **{name: inputs.strict[name] for name in names}}


def _explanation(
    question: Question, names: Sequence[str], kind: CauseKind, text: str
) -> Explanation:
    inputs = question.inputs
    causes = tuple(Cause(name, _said(inputs, name), kind) for name in names)
    box = _let_vary(inputs, names)
    return Explanation(causes, Reading.STRICT, text + _bare_hint(inputs, names), box)


def _is_rounded(inputs: Inputs, name: str, is_point: bool) -> bool:
    return not is_point and not _is_hedged(inputs, name)


def _is_hedged(inputs: Inputs, name: str) -> bool:
    finest = _finest(inputs.figures.get(name))
    return finest is not None and finest.hedge is not None


def _zeros(inputs: Inputs, name: str) -> Cause:
    return Cause(name, _said(inputs, name), CauseKind.ZEROS)


def _bare_hint(inputs: Inputs, names: Sequence[str]) -> str:
    """A bare number may be a count, and then exact: say that its noun would settle it."""
    for name in names:
        finest = _finest(inputs.figures.get(name))
        if finest is not None and finest.nature is Nature.BARE and finest.unit is None:
            return f" (if {finest.text} counts things, its noun would settle it)"
    return ""


def _some(inputs: Inputs, names: Sequence[str], of: int) -> str:
    if len(names) == 1:
        return _said(inputs, names[0])
    if len(names) == of:
        return "either figure" if of == 2 else "any one of the figures"
    return " or of ".join(_said(inputs, name) for name in names)


def _together(inputs: Inputs, names: Sequence[str], of: int) -> str:
    if len(names) == of:
        return "both figures" if of == 2 else f"all {of} figures together"
    return " and of ".join(_said(inputs, name) for name in names)


def _said(inputs: Inputs, name: str) -> str:
    if name == DATES:
        return "the dates"
    finest = _finest(inputs.figures.get(name))
    return name if finest is None else finest.text


def _stated_text(question: Question) -> str:
    stated: Stated | None = question.claim.stated
    assert stated is not None
    return stated.text


def _finest(figure: Figure | None) -> Printed | None:
    finest = None if figure is None else figure.finest
    return None if finest is None else finest.printed
