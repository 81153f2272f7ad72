"""What a number in prose counts: the noun behind it, past an adjective or two."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.currencies import currencies
from sensecheck.numbers.measures import measures
from sensecheck.numbers.nouns import noun, singulars, unknown_noun
from sensecheck.numbers.number_words import ONES, ORDINALS, SCALES, TENS
from sensecheck.numbers.tokens import Token, match_phrase
from sensecheck.numbers.units import Meaning, Nature, Unit
from sensecheck.numbers.words import ARTICLES, DIRECTIONS, LATE_FILLERS, TAIL_WORDS

MOST_ADJECTIVES: Final = 3

_NO_PLURALS: Final = frozenset(
    "people staff personnel men women children headcount workforce aircraft series species police "
    "data mice cattle crew fish sheep".split()
)
# Words in -s that are no plural of a thing, and verbs that may follow a number directly.
_NEVER: Final = frozenset(
    "is was has does this thus plus less its his as us yes perhaps besides always sometimes "
    "versus various previous serious across towards afterwards nevertheless unless whereas others "
    "times says comes makes goes takes gives shows remains seems means needs gets lets equals "
    "marks helps allows includes provides offers leads follows brings looks begins leaves keeps "
    "holds stands represents requires tells asks believes wants becomes rises falls exceeds sees "
    "reads contains involves lies sits knows appears continues happens exists news".split()
)
# Words that end what is counted: verbs, pronouns, conjunctions, words of time.
_STOPS: Final = frozenset(
    "are were be been being is was has have having had do did will would can could may might must "
    "shall should not also still yet even then there here now it he she they we you i that this "
    "these those one ones so if per because since although though unless whether whose what how "
    "why its their his her our my your near below under into onto upon off out around about "
    "through without despite amid inside outside following including excluding according due "
    "except last next ago earlier later today yesterday tomorrow took came went left got made "
    "gave said told saw found won paid met ran sold bought died lived worked joined voted used "
    "wanted began became became brought knew thought".split()
)
_ADJECTIVES: Final = ("ed", "al", "ing", "ly", "able", "ible", "ish", "way")


def read_counted(
    text: str, tokens: list[Token], at: int, *, is_one: bool
) -> tuple[Meaning, int] | None:
    """The noun at token `at` and the token after it: '3,000 leading enterprises'.

    `is_one`: after 1, where the noun is a singular.
    """
    place, fallback = at, None
    for _ in range(MOST_ADJECTIVES + 1):
        if tokens[place].kind != "word" or _ends(tokens, place, at):
            return fallback
        last, word = _compound(tokens, place)
        after = last + 1
        is_last = tokens[after].kind != "word" or _ends(tokens, after, at)
        known = noun(word) or noun(word.rpartition("-")[2])
        if place > at and (measured := _measured(text, tokens, at, place)) is not None:
            return measured
        if known is None:
            if _is_plural(word) and not is_one and text[tokens[last].start].islower():
                return unknown_noun(word), after
            fallback = None
        elif word in _NO_PLURALS or _is_plural(word) or (is_one and not _goes_on(tokens, after)):
            return known, after
        else:
            fallback = (known, after) if is_last else None
        place = after
    return fallback


_NO_JOINED: Final = frozenset({*ARTICLES, *SCALES, *ONES, *TENS})


def _measured(text: str, tokens: list[Token], at: int, place: int) -> tuple[Meaning, int] | None:
    """'three consecutive quarters', '142 Sri Lankan rupees', which are not those of India."""
    found = match_phrase(measures(), tokens, place)
    if found is not None:
        return found
    money = match_phrase(currencies(), tokens, place)
    if money is None or not _is_plural(tokens[place].word):
        return None
    name = singulars(tokens[place].word)[-1]
    words = [token.word for token in tokens[at:place]]
    return Meaning(Unit(((" ".join([*words, name]), 1),)), Fraction(1), Nature.MEASURE), money[1]


def read_joined(tokens: list[Token], at: int) -> tuple[Meaning, int] | None:
    """The noun at token `at`, behind a hyphen: 'a five-member board', 'a 3-bedroom flat'."""
    token = tokens[at]
    if token.kind != "word" or token.word in _STOPS or token.word in TAIL_WORDS:
        return None
    if len(token.word) == 1:
        return None
    known = noun(token.word)
    if known is not None:
        return known, at + 1
    if token.word.endswith(_ADJECTIVES) or token.word in _NO_JOINED:
        return None
    return unknown_noun(token.word), at + 1


def _compound(tokens: list[Token], at: int) -> tuple[int, str]:
    """The last token of a word with hyphens, and the word: 'mid-sized', 'start-ups'."""
    place, word = at, tokens[at].word
    while (
        tokens[place + 1].word == "-"
        and tokens[place].end == tokens[place + 1].start
        and tokens[place + 1].end == tokens[place + 2].start
        and tokens[place + 2].kind == "word"
        and place < at + 2 * MOST_ADJECTIVES
    ):
        place += 2
        word = f"{word}-{tokens[place].word}"
    return place, word.split("'")[0].split("’")[0]


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a further noun follows: 'one business owner'."""
    word = tokens[at].word
    return tokens[at].kind == "word" and noun(word) is not None and word not in _STOPS


def _is_plural(word: str) -> bool:
    if len(word) <= 3 or not word.endswith("s") or word in _NEVER:
        return False
    # 'campus' and 'basis' are none, 'GPUs' are.
    return not word.endswith(("ss", "us", "is")) or noun(word[:-1]) is not None


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
