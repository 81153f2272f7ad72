"""Numbers that are no quantities: dates and years, labels and versions, ordinals and idioms."""

from __future__ import annotations

from sensecheck.numbers.prose.dates import read_date, read_worded_date, read_year
from sensecheck.numbers.prose.idioms import read_idiom
from sensecheck.numbers.prose.labels import read_label, read_worded_label
from sensecheck.numbers.prose.making import Read
from sensecheck.numbers.tokens import Token


def read_other(text: str, tokens: list[Token], at: int, free: int) -> Read | None:
    """What at token `at` looks like a number and is no quantity; None where it may be one.

    Tokens before `free` belong to other numbers.
    """
    if tokens[at].kind == "number":
        return (
            read_date(text, tokens, at, free)
            or read_idiom(text, tokens, at, free)
            or read_label(text, tokens, at, free)
            or read_year(text, tokens, at, free)
        )
    if tokens[at].kind == "word":
        return (
            read_worded_date(text, tokens, at)
            or read_worded_label(text, tokens, at, free)
            or read_idiom(text, tokens, at, free)
        )
    return None
