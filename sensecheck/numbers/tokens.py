"""Text as tokens with their places, and digits as exact numbers.

Offsets always refer to the text as given. A token of kind 'number' is a run of digits with whatever
separators stand between them; `read_digits` says whether the run is one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Final, NamedTuple, TypeVar

from sensecheck.numbers.words import Phrases

T = TypeVar("T")

MOST_DIGITS: Final = 60
MOST_CHARACTERS: Final = 400
DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
SPACES: Final = "\u00a0\u2007\u2009\u202f"
"""Spaces that may stand between thousands."""

NUMBER: Final = rf"[0-9]+ (?: [.,'’{SPACES}][0-9]+ )* | \.[0-9]+ (?: [.,][0-9]+ )*"
"""A run of digits and separators, as a verbose pattern."""
# Groups of three between plain spaces: only for a whole figure, in prose they are two numbers.
_SPACED = r"[0-9]{1,3}(?:\ [0-9]{3})+(?:\.[0-9]+)?(?![0-9]|[.,/][0-9]|/)"
_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
OTHERS: Final = rf"""
  | (?P<money>   [A-Za-z]{{0,3}}[$¥￥] | [£€₹₩₽¢₪₺฿₫₱₦₴₡₾₭₿] )
  | (?P<vulgar>  [{_VULGAR}] )
  | (?P<word>    [kcdm]?m[23²³](?![^\W_]) | °[CF]\b | [^\W\d_{_VULGAR}{SUPERSCRIPTS}]+
                 (?: ['’][^\W\d_{_VULGAR}{SUPERSCRIPTS}]+ )* )
  | (?P<dash>    [{DASHES}] )
  | (?P<mark>    [{SUPERSCRIPTS}]+ | \S )
"""
"""The other kinds of token, as a verbose pattern."""
_TOKEN = re.compile(rf"(?P<number> {_SPACED} | {NUMBER} ) {OTHERS}", re.VERBOSE)
_WELL_FORMED = re.compile(
    rf"""
    ( [0-9]*
    | [1-9][0-9]{{0,2}} ([,'’{SPACES}\ ]) [0-9]{{3}} (?: \2[0-9]{{3}} )*
    | [1-9][0-9]? (?: ,[0-9]{{2}} )+ ,[0-9]{{3}}
    ) (?: \.([0-9]+) )?
    """,
    re.VERBOSE,
)
HIDDEN: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
)
"""Characters that nobody sees, as a class of a pattern."""
_HIDDEN = re.compile(f"[{HIDDEN}]")


class Unreadable(ValueError):
    """A text that is no printed figure: why, where, and what to write instead ('' if unknown)."""

    def __init__(self, reason: str, start: int, end: int, instead: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.start = start
        self.end = end
        self.instead = instead


class Token(NamedTuple):
    """One token: its kind ('' at the end), its text in lower case (every dash '-'), its place."""

    kind: str
    word: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`, two empty ones at the end; Unreadable for hidden characters."""
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(
            f"a figure of {len(text):,} characters is too long", MOST_CHARACTERS, len(text)
        )
    hidden = None if text.isprintable() else _HIDDEN.search(text)
    if hidden:
        code = f"U+{ord(hidden.group()):04X}"
        visible = _HIDDEN.sub("", text)
        raise Unreadable(f"holds the hidden character {code}", *hidden.span(), visible)
    return tokens_of(_TOKEN.finditer(text), len(text))


def tokens_of(matches: Iterable[re.Match[str]], end: int) -> list[Token]:
    """The tokens that were matched, two empty ones at the end."""
    tokens = []
    for match in matches:
        kind = match.lastgroup or ""
        word = "-" if kind == "dash" else match.group().lower()
        tokens.append(Token(kind, word, match.start(), match.end()))
    last = Token("", "", end, end)
    return [*tokens, last, last]


def match_phrase(table: Phrases[T], tokens: list[Token], at: int) -> tuple[T, int] | None:
    """What the longest phrase of `table` at token `at` means, and the token after it."""
    phrases = table.get(tokens[at].word)
    if phrases is None:
        return None
    for words, meaning in phrases:
        after = at + len(words)
        if len(words) == 1 or tuple(token.word for token in tokens[at:after]) == words:
            return meaning, after
    return None


def read_digits(raw: str, start: int) -> tuple[Fraction, int]:
    """The number that `raw` prints and its decimals; Unreadable, with offsets from `start`."""
    if raw.isascii() and raw.isdigit():
        whole, decimals = raw, ""
    else:
        match = _WELL_FORMED.fullmatch(raw)
        if match is None:
            raise _ill_formed(raw, start)
        separator = match[2] or ","
        whole, decimals = match[1].replace(separator, ""), match[3] or ""
    if len(whole) + len(decimals) > MOST_DIGITS:
        raise Unreadable(f"more than {MOST_DIGITS} digits", start, start + len(raw))
    if not decimals:
        return Fraction(int(whole)), 0
    return Fraction(int(whole + decimals), 10 ** len(decimals)), len(decimals)


def _ill_formed(raw: str, start: int) -> Unreadable:
    end = start + len(raw)
    groups = re.split(r"[.,]", raw)
    threes = all(len(group) == 3 for group in groups[1:])
    if len(raw) > 2 * MOST_DIGITS:
        return Unreadable(f"more than {MOST_DIGITS} digits", start, end)
    if re.fullmatch(r"[0-9]+,[0-9]+", raw):
        decimal = raw.replace(",", ".")
        return Unreadable(f"{raw}: a decimal comma? Write a decimal point", start, end, decimal)
    if re.fullmatch(rf"[0-9]+(?:([.'’{SPACES} ])[0-9]{{3}})(?:\1[0-9]{{3}})*,[0-9]+", raw):
        whole, _, decimals = raw.rpartition(",")
        decimal = f"{re.sub('[^0-9]', ',', whole)}.{decimals}"
        return Unreadable(f"{raw}: points and comma the wrong way round", start, end, decimal)
    if raw.count(".") > 1 and "," not in raw:
        if threes:
            grouped = raw.replace(".", ",")
            return Unreadable(f"{raw}: points between thousands?", start, end, grouped)
        return Unreadable(f"{raw} has more than one decimal point", start, end)
    return Unreadable(f"{raw}: its separators do not stand between thousands", start, end)
