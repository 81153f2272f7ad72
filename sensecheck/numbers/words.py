"""The words of a printed figure: number words, scales, hedges, directions, words without weight.

Tables only; every word is lower case. Phrases are looked up by their first word, so that the same
tables serve a whole string and running prose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Final, TypeVar

T = TypeVar("T")

# A phrase table: first word -> the phrases that begin with it, longest first.
Phrases = dict[str, list[tuple[tuple[str, ...], T]]]


class Hedge(Enum):
    """What a word before the number says about where the true value lies."""

    ABOVE = "above"
    FROM = "at least"
    BELOW = "below"
    TO = "at most"
    NEARLY = "nearly"
    ABOUT = "about"


class Direction(Enum):
    """Which way a printed change goes."""

    UP = "up"
    DOWN = "down"


def phrase_table(entries: Iterable[tuple[str, T]]) -> Phrases[T]:
    """A table of phrases, longest first under each first word; a hyphen is a word of its own."""
    table: Phrases[T] = {}
    for text, meaning in entries:
        words = tuple(text.replace("-", " - ").split())
        table.setdefault(words[0], []).append((words, meaning))
    for phrases in table.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return table


def _listed(lists: Mapping[T, str]) -> Phrases[T]:
    return phrase_table(
        (phrase, meaning) for meaning, text in lists.items() for phrase in text.split("; ")
    )


HEDGES: Final[Phrases[Hedge]] = _listed(
    {
        Hedge.ABOVE: "over; more than; exceeding; exceeds; exceeded; above; greater than; "
        "higher than; larger than; in excess of; just over; well over; slightly over; "
        "a little over; just above; well above; slightly above; slightly more than; "
        "a little more than; just more than; well more than; north of; beyond; >",
        Hedge.FROM: "at least; not less than; no less than; no fewer than; not fewer than; "
        "a minimum of; minimum; upwards of; not below; not under; "
        "greater than or equal to; more than or equal to; ≥; > =",
        Hedge.BELOW: "under; less than; fewer than; below; lower than; smaller than; well under; "
        "well below; <",
        Hedge.TO: "at most; up to; no more than; not more than; no higher than; not over; "
        "not above; not exceeding; less than or equal to; a maximum of; maximum; as many as; "
        "as much as; as high as; ≤; < =",
        Hedge.NEARLY: "nearly; almost; just under; just below; slightly under; slightly below; "
        "slightly less than; slightly fewer than; a little under; a little less than; "
        "just less than; just shy of; not quite; approaching",
        Hedge.ABOUT: "about; around; roughly; approximately; approx; approx .; some; close to; "
        "circa; ca; ca .; c .; in the region of; in the order of; an estimated; estimated; "
        "more or less; ~; ∼; ～; ≈",
    }
)

# Hedges that follow the number.
LATE_HEDGES: Final[Phrases[Hedge]] = _listed(
    {
        Hedge.FROM: "+; or more; or above; or over; or higher; or longer; and more; and above; "
        "and over; and up; upwards; plus; at least; at the least; at a minimum",
        Hedge.TO: "or less; or fewer; or below; or under; or lower; and below; and under; at most; "
        "at the most; at a maximum",
        Hedge.ABOUT: "or so; or thereabouts; approximately; roughly; more or less; give or take",
    }
)

# Each word with its opposite, so that a figure can be rewritten with the other sign.
OPPOSITES: Final[dict[str, str]] = {
    "up": "down",
    "higher": "lower",
    "more": "fewer",
    "greater": "less",
    "rise": "fall",
    "rose": "fell",
    "rising": "falling",
    "risen": "fallen",
    "increase": "decrease",
    "increased": "decreased",
    "increases": "decreases",
    "increasing": "decreasing",
    "growth": "decline",
    "grew": "shrank",
    "grown": "shrunk",
    "gain": "drop",
    "gained": "lost",
    "jump": "plunge",
    "jumped": "plunged",
    "climbed": "slid",
    "surge": "slump",
    "surged": "slumped",
    "soared": "tumbled",
    "advanced": "retreated",
    "expanded": "contracted",
    "added": "dropped",
    "raised": "reduced",
    "uplift": "reduction",
    "upturn": "downturn",
}
_MORE_DOWN = "declined declines dropped slipped contraction smaller sank".split()
_MORE_UP = "grows growing rises gains bigger larger climb climbs uptick".split()

DIRECTIONS: Final[dict[str, Direction]] = {
    **dict.fromkeys((*OPPOSITES, *_MORE_UP), Direction.UP),
    **dict.fromkeys((*OPPOSITES.values(), *_MORE_DOWN), Direction.DOWN),
}

ONES: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: Final[dict[str, int]] = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES: Final[dict[str, int]] = {
    "hundred": 10**2,
    "thousand": 10**3,
    "k": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "lac": 10**5,
    "million": 10**6,
    "millions": 10**6,
    "mn": 10**6,
    "mil": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "billions": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "trillion": 10**12,
    "trillions": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "tln": 10**12,
    "quadrillion": 10**15,
}
# Letters that are a scale only beside money or before a noun: '£641m', '5.2m users', 'US$3T'.
LETTER_SCALES: Final[dict[str, int]] = {"m": 10**6, "b": 10**9, "t": 10**12, "cr": 10**7}
DOZEN: Final = 12
DOZENS: Final = frozenset({"dozen", "dozens", "doz"})

_ORDINAL_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
)
ORDINALS: Final[dict[str, int]] = {
    **{word: value for value, word in enumerate(_ORDINAL_ONES, start=1)},
    **{word[:-1] + "ieth": value for word, value in TENS.items()},
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
}
# Denominators of fractions in words; the plural too ('two-thirds').
DENOMINATORS: Final[dict[str, int]] = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
    **{word: value for word, value in ORDINALS.items() if value > 2},
    **{word + "s": value for word, value in ORDINALS.items() if value > 2},
}
PARTS: Final = frozenset(word for word in DENOMINATORS if word.endswith("s"))
VULGAR: Final[dict[str, tuple[int, int]]] = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
MULTIPLES: Final[dict[str, Fraction]] = {
    **dict.fromkeys("double doubled doubles doubling twice".split(), Fraction(2)),
    **dict.fromkeys("triple tripled triples tripling treble trebled thrice".split(), Fraction(3)),
    **dict.fromkeys("quadruple quadrupled quadruples quadrupling".split(), Fraction(4)),
    **dict.fromkeys("quintuple quintupled".split(), Fraction(5)),
    **dict.fromkeys("halved halve halves halving".split(), Fraction(1, 2)),
    **{f"{word}fold": Fraction(value) for word, value in (ONES | TENS).items() if value > 1},
    "hundredfold": Fraction(100),
    "thousandfold": Fraction(1000),
}

ARTICLES: Final = frozenset({"a", "an", "the"})
# Words before the number that change nothing about it ('a total of 12 rounds').
FILLERS: Final = ARTICLES | frozenset(
    "of by only just exactly precisely another further additional extra total combined net gross "
    "overall annual annually yearly average compound cumulative record full whopping mere".split()
)
# Words after the number that change nothing about it.
LATE_FILLERS: Final = frozenset(
    "altogether overall total each annually annual yearly yoy worldwide globally ago long old tall "
    "high wide deep away apart left remaining only alone".split()
)
PHRASE_FILLERS: Final[Phrases[None]] = phrase_table(
    (phrase, None)
    for phrase in (
        "year-on-year; year on year; year-over-year; year over year; y / y; y-o-y; yoy; q / q; "
        "quarter-on-quarter; month-on-month; per annum; p . a .; in total; in all; on average"
    ).split("; ")
)
# Words that begin what the figure is about, which is no part of it ('12 rounds of funding').
TAIL_WORDS: Final = frozenset(
    ", ; and or but of in from at on since compared than as the who that which with to by during "
    "over within for under against versus vs between among across until till after before because "
    "while where when".split()
)
