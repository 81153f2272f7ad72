"""What nobody can know from a number alone: said beside it, never guessed in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sensecheck.numbers.currencies import uses_yen_sign
from sensecheck.numbers.patterns import Pattern
from sensecheck.numbers.prose.found import Found, FoundKind
from sensecheck.numbers.prose.units import METRES_OR_MILLIONS
from sensecheck.numbers.tokens import NUMBER, SPACES, Unreadable, read_digits

_SEPARATED: Final = Pattern(rf"[0-9][.,'’{SPACES}][0-9]")
_DIGITS: Final = Pattern(NUMBER, re.VERBOSE)
# '4,7' and '1.234,56' have a decimal comma; '1,234' may have one or none.
_DECIMAL_COMMA: Final = Pattern(
    r"(?<![0-9,])[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})(?![0-9,]|\.[0-9])|\.[0-9]{3}\.[0-9]{3}"
)
_THREE_BEHIND_POINT: Final = Pattern(r"(?<![0-9])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9])")
_THREE_BEHIND_COMMA: Final = Pattern(r"(?<![0-9])[1-9][0-9]{0,2},[0-9]{3}(?![0-9.])")
_LAST_GROUP: Final = Pattern(r"(?<![0-9.,])[0-9]{1,3}$")
_FIRST_GROUP: Final = Pattern(r"[0-9]{3}(?![0-9]|,[0-9])")
# '5-6,000 people' are hardly five.
_SHORT: Final = Pattern(r"(?<![0-9,.])[0-9]{1,3}\s?[-–]\s?[0-9]{1,3},000(?![0-9])")
_LONE_M: Final = Pattern(r"[0-9]m$")
_YEN: Final = Pattern(r"\b(?:yen|JPY)\b")
_BRITISH: Final = Pattern(r"£|\b(?:GBP|sterling|pence)\b")
_POUND: Final = Pattern(r"\bpounds?$", re.IGNORECASE)


def with_doubts(text: str, found: Sequence[Found]) -> tuple[Found, ...]:
    """The numbers, each that is unclear with a note of why."""
    noted = [_noted(number, _of_digits(number)) for number in found]
    noted = [_noted(number, _of_scale(number)) for number in _with_spaces(text, noted)]
    if any(number.note and _DECIMAL_COMMA.search(number.text) for number in noted):
        noted = [_noted(number, _of_commas(number)) for number in noted]
    if uses_yen_sign(text) and _YEN.search(text):
        note = "the text speaks of yen: is ¥ one, or yuan?"
        noted = [_noted(n, note if uses_yen_sign(n.text) else "") for n in noted]
    if any(number.unit == "GBP" for number in noted) and not _BRITISH.search(text):
        note = "pounds: money, or a weight?"
        noted = [_noted(n, note if _is_pound(n) else "") for n in noted]
    return tuple(noted)


def _noted(number: Found, note: str) -> Found:
    return replace(number, note=note) if note and not number.note else number


def _of_digits(number: Found) -> str:
    """Why the digits are not one number as English has it."""
    if number.note or not number.is_quantity or _SEPARATED.search(number.text) is None:
        return ""
    if number.unit == "foot":
        return ""  # 5'11"
    for match in _DIGITS.finditer(number.text):
        try:
            read_digits(match.group(), 0)
        except Unreadable as error:
            return error.reason
    return ""


def _of_scale(number: Found) -> str:
    """What a scale that stands once, or in one letter, leaves open."""
    if _SHORT.search(number.text):
        return "thousands, too, at its low end?"
    if number.kind is FoundKind.NUMBER and _LONE_M.search(number.text):
        return METRES_OR_MILLIONS
    return ""


def _with_spaces(text: str, found: list[Found]) -> list[Found]:
    """A note on '6' and '113 people' where they may be one number: '6 113 people'."""
    result = found[:1]
    for number in found[1:]:
        last = result[-1]
        are_groups = (
            last.is_quantity
            and number.is_quantity
            and text[last.end : number.start] == " "
            and _LAST_GROUP.search(last.text) is not None
            and _FIRST_GROUP.match(number.text) is not None
        )
        if are_groups:
            note = "a space between thousands, or two numbers?"
            result[-1], number = _noted(last, note), _noted(number, note)
        result.append(number)
    return result


def _of_commas(number: Found) -> str:
    """What decimal commas elsewhere in the text leave unclear."""
    if not number.is_quantity:
        return ""
    if _THREE_BEHIND_POINT.search(number.text):
        return "the text has decimal commas: may this point stand between thousands?"
    if _THREE_BEHIND_COMMA.search(number.text):
        return "the text has decimal commas: may this be one?"
    return ""


def _is_pound(number: Found) -> bool:
    scaled = number.printed is not None and number.printed.scaled
    return number.unit == "GBP" and not scaled and _POUND.search(number.text) is not None
