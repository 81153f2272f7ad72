"""What nobody can know from a number alone: said beside it, never guessed in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sensecheck.numbers.prose.found import Found

# '4,7' and '12,50' have a decimal comma; '1,234' may have one or none.
_DECIMAL_COMMA: Final = re.compile(r"(?<![0-9.,])[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})(?![0-9,]|\.[0-9])")
_THREE_BEHIND_POINT: Final = re.compile(r"(?<![0-9])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9])")
_THREE_BEHIND_COMMA: Final = re.compile(r"(?<![0-9])[1-9][0-9]{0,2},[0-9]{3}(?![0-9.])")


def with_doubts(text: str, found: Sequence[Found]) -> tuple[Found, ...]:
    """The numbers, with a note on those that a text with decimal commas leaves unclear."""
    if _DECIMAL_COMMA.search(text) is None or not _uses_decimal_commas(found):
        return tuple(found)
    return tuple(_noted(number) for number in found)


def _uses_decimal_commas(found: Sequence[Found]) -> bool:
    return any(number.note and _DECIMAL_COMMA.search(number.text) for number in found)


def _noted(number: Found) -> Found:
    if number.note or not number.is_quantity:
        return number
    if _THREE_BEHIND_POINT.search(number.text):
        note = "the text has decimal commas: may this point stand between thousands?"
    elif _THREE_BEHIND_COMMA.search(number.text):
        note = "the text has decimal commas: may this be one?"
    else:
        return number
    return replace(number, note=note)
