"""Units that prose prints in its own way: '40C', 'a 200m race', '20 [kg]', '10 $5 notes'."""

from __future__ import annotations

from typing import Final, NamedTuple

from sensecheck.numbers.measures import measures, symbol
from sensecheck.numbers.quantities import Quantity, read_measure, read_scale
from sensecheck.numbers.tokens import Token
from sensecheck.numbers.units import Meaning

_BRACKETS: Final = {"[": "]", "{": "}", "<": ">", "(": ")"}
# Currencies that are other words, too; after a small number they are those.
_DOUBTFUL_MONEY: Final = frozenset("won real rand sterling dong lira kip".split())
_MOST_DOUBTFUL: Final = 100
_HYPHENS: Final = frozenset("-\u2010\u2011")
# 'a 5 year-old' is measured in years, '5 second-half goals' not in seconds.
_AFTER_HYPHEN: Final = frozenset("a an per old olds long high tall wide deep strong plus".split())
# 'a 200m race' is run over metres, '200m users' are millions.
_OVER_METRES: Final = frozenset(
    "race races record final finals relay sprint hurdles freestyle butterfly backstroke "
    "breaststroke medley heat heats event champion championship title dash run walk swim track "
    "pool radius stretch drop wall tower runner sprinter individual".split()
)
# 'worth 5m' is money, '5m below' a length; else nobody knows.
_LENGTHS: Final = frozenset(
    "deep high tall wide long away above below from apart thick across underwater".split()
)
TEMPERATURES: Final = {"C": "celsius", "F": "fahrenheit"}
"""Letters that behind digits may be degrees."""
_WARMEST: Final = 250


METRES_OR_MILLIONS: Final = "m: metres, or millions?"


class Own(NamedTuple):
    """A quantity with the unit that is its own here, and what is not clear about it."""

    quantity: Quantity
    note: str = ""


def with_own_unit(
    text: str, tokens: list[Token], quantity: Quantity, before: Meaning | None
) -> Own:
    """The quantity as prose means it; without a unit that belongs to what follows.

    `before` is the currency in front of it, which is its own.
    """
    last = tokens[quantity.next - 1]
    if quantity.meaning is None:
        return _without_unit(text, tokens, quantity)
    if before is not None or last.start < quantity.numeral.end:
        return Own(quantity)
    if _is_another(text, tokens, quantity):
        _, place = read_scale(text, tokens, quantity.numeral.next, False)
        return Own(quantity._replace(meaning=None, next=place))
    is_glued = text[last.start : last.end] == "m" and last.start == quantity.numeral.end
    if is_glued and quantity.meaning == symbol("m"):
        is_length = tokens[quantity.next].word in _LENGTHS or tokens[quantity.next].word == "x"
        return Own(quantity, "" if is_length else METRES_OR_MILLIONS)
    return Own(quantity)


def bracketed_unit(text: str, tokens: list[Token], at: int) -> tuple[Meaning, int] | None:
    """The unit in brackets at token `at`: '20 [kg]'."""
    closing = _BRACKETS.get(tokens[at].word)
    measure = read_measure(text, tokens, at + 1) if closing else None
    if measure is None or tokens[measure[1]].word != closing:
        return None
    return measure[0], measure[1] + 1


def _without_unit(text: str, tokens: list[Token], quantity: Quantity) -> Own:
    numeral = quantity.numeral
    letter = tokens[numeral.next]
    if letter.start != numeral.end or letter.kind != "word":
        return Own(quantity)
    raw = text[letter.start : letter.end]
    if raw == "m" and quantity.next == numeral.next + 1:
        metre = symbol(raw)
        if tokens[quantity.next].word in _OVER_METRES and metre is not None:
            return Own(quantity._replace(meaning=metre, scale=1))
        return Own(quantity)
    word = TEMPERATURES.get(raw)
    if word is None or numeral.number > _WARMEST:
        return Own(quantity)
    meaning = measures()[word][-1][1]
    return Own(quantity._replace(meaning=meaning, next=numeral.next + 1), f"{raw}: {word}?")


def _is_another(text: str, tokens: list[Token], quantity: Quantity) -> bool:
    last, following = tokens[quantity.next - 1], tokens[quantity.next]
    if following.kind == "number" and (last.end == following.start or last.word in ("x", "×")):
        return True  # '10 $5 notes', '3 x 4'
    is_one_word = quantity.next == quantity.numeral.next + 1
    if last.word in _DOUBTFUL_MONEY and quantity.scale == 1 and is_one_word:
        return quantity.numeral.number < _MOST_DOUBTFUL
    if text[last.start : last.end] == "s" and tokens[quantity.next - 3].word == "-":
        return last.start == quantity.numeral.end  # 'the over-65s'
    is_joined = text[following.start : following.end] in _HYPHENS and last.end == following.start
    is_before_joint = tokens[quantity.next - 2].word == "-" or last.kind != "word"
    if not is_joined or is_before_joint or following.end != tokens[quantity.next + 1].start:
        return False
    ahead = tokens[quantity.next + 1]
    return ahead.kind in ("word", "number") and ahead.word not in _AFTER_HYPHEN
