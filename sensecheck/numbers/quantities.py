"""A number with its sign, scale and unit: '-4.963 billion', '641m', '3.85 a share', '6,113 people'.

Each step reads at a token and returns what it means with the token after it, or None.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from sensecheck.numbers.currencies import currencies, currency_code, scaled_code
from sensecheck.numbers.measures import measures, symbol
from sensecheck.numbers.nouns import noun, unknown_noun
from sensecheck.numbers.number_words import LETTER_SCALES, ONES, PARTS, SCALES, TENS
from sensecheck.numbers.numeral import Kind, Numeral
from sensecheck.numbers.numerals import read_numeral
from sensecheck.numbers.tokens import Token, Unreadable, match_phrase
from sensecheck.numbers.units import PLAIN, Meaning, Nature
from sensecheck.numbers.words import ARTICLES, DIRECTIONS, LATE_FILLERS, LATE_HEDGES, TAIL_WORDS

MOST_NOUN_WORDS: Final = 8
_ONE = Fraction(1)


class Quantity(NamedTuple):
    """A numeral with the scale and the unit beside it; `next` is the token after them."""

    numeral: Numeral
    scale: int
    meaning: Meaning | None
    next: int

    @property
    def factor(self) -> Fraction:
        """Scale × unit factor."""
        return self.scale * self.meaning.factor if self.meaning else Fraction(self.scale)


def read_quantity(
    text: str, tokens: list[Token], at: int, before: Meaning | None, scale_before: int = 1
) -> Quantity | None:
    """The number at token `at`, its scale and unit; `before`: the currency ahead of it."""
    numeral = read_numeral(text, tokens, at)
    return None if numeral is None else quantity_of(text, tokens, numeral, before, scale_before)


def quantity_of(
    text: str, tokens: list[Token], numeral: Numeral, before: Meaning | None, scale_before: int = 1
) -> Quantity:
    """The numeral with the scale and the unit behind it, or with those before it."""
    place, own_scale = numeral.next, scale_before * numeral.scale
    if numeral.kind is Kind.ORDINAL or tokens[place].kind == "":
        return Quantity(numeral, own_scale, before, place)
    scale, place = read_scale(text, tokens, place, before is not None)
    meaning = before
    if meaning is None:
        unit = _skipped(tokens, place, numeral)
        found = read_measure(text, tokens, unit)
        coded = scaled_code(text[tokens[unit].start : tokens[unit].end]) if scale == 1 else None
        if found is not None:
            meaning, place = found
            if scale == 1 and tokens[place].word in SCALES:  # '-4.963 RMB billion'
                scale, place = read_scale(text, tokens, place, True)
        elif coded is not None:
            meaning, scale, place = *coded, unit + 1  # '48.5 MSEK'
    else:
        again = read_currency(text, tokens, place)
        if again is not None and again[0].unit == meaning.unit:
            place = again[1]  # '¥500 million yuan'
    return Quantity(numeral, scale * own_scale, meaning, place)


def read_scale(text: str, tokens: list[Token], at: int, is_money: bool) -> tuple[int, int]:
    """The product of the scales at token `at` (1 where there is none) and the token after them."""
    scale = 1
    # Only a small scale has another after it: 'thousand million', 'lakh crore'.
    while (token := tokens[at]).kind == "word" and scale <= 10**5:
        value = SCALES.get(token.word)
        if value is None:
            value = _letter_scale(text, tokens, at, is_money) if scale == 1 else None
        elif token.word == "k" and token.start != tokens[at - 1].end:
            value = None  # 'a key' is no thousand years
        if value is None:
            break
        scale, at = scale * value, at + 1
    return scale, at


def _letter_scale(text: str, tokens: list[Token], at: int, is_money: bool) -> int | None:
    token = tokens[at]
    value = LETTER_SCALES.get(token.word)
    if value is None:
        return None
    if is_money or read_currency(text, tokens, at + 1):
        return value
    if token.start != tokens[at - 1].end:
        return None
    if text[token.start] in "MBb":
        return value
    ahead = tokens[at + 1]
    is_light = ahead.word in LATE_FILLERS or ahead.word in ARTICLES or ahead.word == "per"
    if ahead.kind not in ("word", "money") or is_light:
        return None
    # '5m deep' is a length, '5.2m users' and '641m yuan' are millions.
    return None if ahead.word in TAIL_WORDS or ahead.word in DIRECTIONS else value


def read_currency(text: str, tokens: list[Token], at: int) -> tuple[Meaning, int] | None:
    """The currency at token `at`; an ISO code that is a word as well needs its capitals."""
    found = match_phrase(currencies(), tokens, at)
    if found is not None:
        return found
    token = tokens[at]
    code = currency_code(text[token.start : token.end]) if token.kind == "word" else None
    return None if code is None else (code, at + 1)


def read_measure(text: str, tokens: list[Token], at: int) -> tuple[Meaning, int] | None:
    """The currency or measure at token `at`."""
    token = tokens[at]
    found = match_phrase(measures(), tokens, at)
    if found is not None and found[1] > at + 1:
        return found
    by_symbol = symbol(text[token.start : token.end])
    if by_symbol is not None:
        return by_symbol, at + 1
    if found is None:
        found = read_currency(text, tokens, at)
    if found is not None and token.word == "p" and token.start != tokens[at - 1].end:
        return None
    return found


def read_noun(text: str, tokens: list[Token], at: int) -> tuple[Meaning, int] | None:
    """The thing counted by the words at token `at`: the last of them that is a known noun.

    '3,000 leading enterprises' counts companies; '1,582 people left' counts people.
    """
    place = at
    words: list[str] = []
    while (token := tokens[place]).kind == "word" or (token.word == "-" and words):
        if token.kind == "word":
            if _ends_noun(tokens, place, bool(words)):
                break
            words.append(token.word)
        place += 1
    if not words:
        return None
    if len(words) > MOST_NOUN_WORDS:
        raise Unreadable(
            "too many words after the number: write the number and what it counts",
            tokens[at].start,
            tokens[place - 1].end,
        )
    head = _head(words)
    if head.nature is Nature.UNKNOWN and (len(words[-1]) == 1 or words[-1] in PARTS):
        token = tokens[place - 1]
        raise Unreadable(
            f"{words[-1]!r} is no unit we know",
            token.start,
            token.end,
            text[: tokens[at].start].strip(),
        )
    return head, place


def _ends_noun(tokens: list[Token], at: int, has_words: bool) -> bool:
    word = tokens[at].word
    if word in TAIL_WORDS or word in DIRECTIONS or word == "per":
        return True
    if word in SCALES or word in ONES or word in TENS:
        return True
    return has_words and (
        word in LATE_FILLERS
        or word in ARTICLES
        or match_phrase(LATE_HEDGES, tokens, at) is not None
    )


def _head(words: list[str]) -> Meaning:
    for place in range(len(words) - 1, -1, -1):
        after = words[place + 1 :]
        pair = " ".join(words[place - 1 : place + 1]) if place else ""
        meaning = noun(pair) or noun(words[place])
        if meaning is not None:
            # In 'company cars' cars are counted: what ends like a plural is the noun itself.
            if any(word.endswith("s") for word in after):
                break
            return meaning
    return unknown_noun(words[-1].split("'")[0].split("’")[0])


def read_rate(text: str, tokens: list[Token], at: int) -> tuple[Meaning, int] | None:
    """What follows 'per', '/' or 'a' at token `at`: a share, US dollar, 100,000 people, km²."""
    word, place = tokens[at].word, at + 1
    if word in ("a", "an"):
        found = read_measure(text, tokens, place)
        counted = noun(tokens[place].word) if found is None else None
        return (counted, place + 1) if counted else found
    if word == "to" and tokens[place].word == "the":
        return read_currency(text, tokens, place + 1)  # '7.1 yuan to the dollar'
    if word not in ("per", "/") or match_phrase(measures(), tokens, at):  # 'per cent'
        return None
    numeral = read_numeral(text, tokens, place)
    per, scale = _ONE, 1
    if numeral is not None:
        if not numeral.number or numeral.kind not in (Kind.NUMBER, Kind.WORDS):
            return None
        per, place = numeral.number, numeral.next
    scale, place = read_scale(text, tokens, place, False)
    found = read_measure(text, tokens, place)
    if found is None and tokens[place].kind == "word" and tokens[place].word not in TAIL_WORDS:
        # One word only, unless the second makes it a known noun ('per former employee').
        found = (noun(tokens[place].word) or unknown_noun(tokens[place].word), place + 1)
        ahead = tokens[place + 1]
        if found[0].nature is Nature.UNKNOWN and ahead.kind == "word" and noun(ahead.word):
            found = (noun(ahead.word) or found[0], place + 2)
    if found is None:
        if numeral is None:
            return None
        found = Meaning(PLAIN, _ONE, Nature.BARE), place
    meaning, place = found
    return meaning._replace(factor=meaning.factor * per * scale), place


def _skipped(tokens: list[Token], at: int, numeral: Numeral) -> int:
    """Past what may stand between number and unit: '10-day', 'half a day', 'quarter of an hour'."""
    token = tokens[at]
    if token.word == "-" and token.end == tokens[at + 1].start and tokens[at + 1].word != "fold":
        return at + 1
    if numeral.kind is Kind.MULTIPLE and numeral.number < 1:  # 'twice a day' is a rate
        ahead = at + (token.word == "of")
        if tokens[ahead].word in ("a", "an"):
            return ahead + 1
    return at
