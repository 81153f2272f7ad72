"""One number in prose with all that belongs to it, from the hedge before it to the noun behind."""

from __future__ import annotations

from typing import Final

from sensecheck.numbers.grammar import LARGEST
from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.printed import Hedge, Nature, Printed, Unreadable
from sensecheck.numbers.prose.before import Before, read_before
from sensecheck.numbers.prose.behind import Behind, read_behind
from sensecheck.numbers.prose.brackets import in_brackets
from sensecheck.numbers.prose.compounds import compound_of, feet_of
from sensecheck.numbers.prose.directions import direction_of
from sensecheck.numbers.prose.figure import Figure, figure_of, range_of
from sensecheck.numbers.prose.found import Found, FoundKind
from sensecheck.numbers.prose.kinds import is_time, kind_of
from sensecheck.numbers.prose.making import Read, token_from
from sensecheck.numbers.prose.numerals import read_prose_numeral
from sensecheck.numbers.prose.units import with_own_unit
from sensecheck.numbers.quantities import quantity_of
from sensecheck.numbers.tokens import Token
from sensecheck.numbers.units import MULTIPLE, Meaning

_ONE_SIDED: Final = frozenset({Hedge.ABOVE, Hedge.FROM, Hedge.BELOW, Hedge.TO})
# Words before 'over five years' after which 'over' is a hedge; else it says when: 'fell over …'.
_HEDGING_OVER: Final = frozenset(
    "of in for after is was are were been took takes lasted than by at well just with has had have "
    "spent within requires required and or".split()
)
# 'served under four ministers' is no fewer than four.
_UNDER: Final = frozenset("served serving worked working played playing lived born".split())


def read_number(text: str, tokens: list[Token], at: int, free: int) -> Read | None:
    """The number at token `at` and the token after it; None where none begins there.

    Tokens before `free` belong to other numbers.
    """
    before = read_before(text, tokens, at, free)
    try:
        numeral = read_prose_numeral(text, tokens, at, is_money=before.currency is not None)
    except Unreadable as error:
        return _unreadable(text, tokens, at, before, error)
    if numeral is None:
        return None
    quantity = quantity_of(text, tokens, numeral, before.currency, before.scale)
    quantity, doubt = with_own_unit(text, tokens, quantity, before.currency)
    figure = (
        range_of(text, tokens, quantity, before)
        or compound_of(text, tokens, quantity, before)
        or feet_of(text, tokens, quantity, before)
        or figure_of(quantity, before)
    )
    start, note = min(before.start, figure.start), numeral.note or doubt or figure.note
    bracketed = in_brackets(text, tokens, figure, before, free)
    if bracketed is not None:
        figure, start, note = bracketed.figure, bracketed.start, note or bracketed.note
    return _found(text, tokens, figure, before, start, note)


def _found(
    text: str, tokens: list[Token], figure: Figure, before: Before, start: int, note: str
) -> Read:
    behind = read_behind(text, tokens, figure)
    meaning, end = behind.meaning, behind.end
    hedge, doubt = _hedge(figure, before, behind)
    direction = direction_of(tokens, before.direction, meaning, behind.next)
    is_multiple = figure.kind is Kind.MULTIPLE and not figure.is_dozen and figure.scale == 1
    unit = meaning.unit if meaning else (MULTIPLE if is_multiple else None)
    printed = Printed(
        text=text[start:end],
        start=figure.start - start,
        end=figure.end - start,
        kind=figure.kind,
        number=figure.number,
        decimals=figure.decimals,
        high=figure.high,
        high_decimals=figure.high_decimals,
        factor=figure.scale * meaning.factor if meaning else figure.scale,
        scaled=figure.scale != 1,
        negative=figure.negative,
        direction=None,
        hedge=hedge,
        unit=unit,
        nature=meaning.nature if meaning else Nature.MEASURE if is_multiple else Nature.BARE,
        period=None,
    )
    largest = abs(printed.high or figure.number) * printed.factor
    if largest > LARGEST or (largest and largest * LARGEST < 1):
        note = "too large or too small to be true"
        return Found(start, end, text[start:end], FoundKind.NUMBER, note=note), behind.next
    found = Found(
        start,
        end,
        text[start:end],
        _kind(printed, behind),
        printed,
        behind.unit or (MULTIPLE.name if is_multiple else None),
        behind.base,
        direction.value if direction else None,
        note or doubt,
    )
    return found, behind.next


def _kind(printed: Printed, behind: Behind) -> FoundKind:
    kind = kind_of(printed)
    # '38 micrograms per gram', '24 hours a day' are measured, though nothing is left of the units.
    is_measured = kind is FoundKind.NUMBER and behind.unit is not None
    return FoundKind.DIMENSION if is_measured else kind


# ── hedges ───────────────────────────────────────────────────────────────────────────────────


def _hedge(figure: Figure, before: Before, behind: Behind) -> tuple[Hedge | None, str]:
    """The hedge before the number or behind it, and what is unclear about it."""
    hedge = None if _is_no_hedge(before, behind.meaning) else before.hedge
    if figure.kind is Kind.RANGE and hedge is not Hedge.ABOUT:
        return None, ""
    if hedge is Hedge.BELOW and not figure.number:
        return None, "below 0: nothing, or negative?"
    if hedge is None or behind.hedge is None:
        return hedge or behind.hedge, ""
    if hedge is Hedge.ABOUT and behind.hedge in _ONE_SIDED:
        return behind.hedge, "two hedges: 'about' and another behind the number"
    return hedge, ""


def _is_no_hedge(before: Before, meaning: Meaning | None) -> bool:
    """Whether 'over' says during which time: 'fell over two years'; or 'under' whose."""
    if before.hedge_word == "under" and before.word in _UNDER:
        return True
    if meaning is None or not is_time(meaning.unit):
        return False
    return before.hedge_word == "over" and before.word not in _HEDGING_OVER


# ── what cannot be read ──────────────────────────────────────────────────────────────────────


def _unreadable(text: str, tokens: list[Token], at: int, before: Before, error: Unreadable) -> Read:
    """A number whose digits are not one number: without a value, and a note why."""
    start, end = before.start, max(error.end, tokens[at].end)
    found = Found(start, end, text[start:end], FoundKind.NUMBER, note=error.reason)
    return found, token_from(tokens, at, end)
