"""What a number in prose counts: the noun behind it, past an adjective or two."""

from __future__ import annotations

from typing import Final

from sensecheck.numbers.nouns import noun, singulars, unknown_noun
from sensecheck.numbers.number_words import ONES, ORDINALS, SCALES, TENS
from sensecheck.numbers.tokens import Token
from sensecheck.numbers.units import Meaning, Nature
from sensecheck.numbers.words import ARTICLES, DIRECTIONS, LATE_FILLERS, TAIL_WORDS

MOST_ADJECTIVES: Final = 3

_NO_PLURALS: Final = frozenset(
    "people staff personnel men women children headcount workforce aircraft series species police "
    "data mice cattle crew".split()
)
# Words in -s that are no plural of a thing, and verbs that may follow a number directly.
_NEVER: Final = frozenset(
    "is was has does this thus plus less its his as us yes perhaps besides always sometimes "
    "versus various previous serious across towards afterwards nevertheless unless whereas "
    "others times says comes makes goes takes gives shows remains seems means needs gets "
    "lets".split()
)
_STOPS: Final = frozenset(
    "are were be been being have had do did will would can could may might must shall should not "
    "also still yet even then there here it he she they we you i that these those one ones so if "
    "per is was has".split()
)


def read_counted(
    text: str, tokens: list[Token], at: int, *, is_one: bool
) -> tuple[Meaning, int] | None:
    """The noun at token `at` and the token after it: '3,000 leading enterprises'.

    `is_one`: after 1, where the noun is a singular.
    """
    fallback: tuple[Meaning, int] | None = None
    for place in range(at, at + MOST_ADJECTIVES + 1):
        token = tokens[place]
        if token.kind != "word" or _ends(tokens, place, at):
            return fallback
        word = token.word.split("'")[0].split("’")[0]
        known = noun(word)
        is_last = tokens[place + 1].kind != "word" or _ends(tokens, place + 1, at)
        if known is not None and (word in _NO_PLURALS or _is_plural(word) or (is_one and is_last)):
            return known, place + 1
        if known is None and _is_plural(word) and text[token.start].islower():
            return unknown_noun(word), place + 1
        if known is not None:
            fallback = (known, place + 1) if is_last else None
    return fallback


def _is_plural(word: str) -> bool:
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ous"))
        and word not in _NEVER
    ) or singulars(word)[-1] in ("gpu", "cpu")


def _ends(tokens: list[Token], at: int, first: int) -> bool:
    word = tokens[at].word
    return (
        word in TAIL_WORDS
        or word in DIRECTIONS
        or word in _STOPS
        or word in ARTICLES
        or word in SCALES
        or word in ONES
        or word in TENS
        or word in ORDINALS
        or (word in LATE_FILLERS and at > first)
    )


def is_count(meaning: Meaning | None) -> bool:
    """Whether things are counted, known to the tables or not."""
    return meaning is not None and meaning.nature in (Nature.COUNT, Nature.UNKNOWN)
