"""The words around a number: hedges, directions, words without weight; and how phrases are kept.

Tables only; every word is lower case. Phrases are looked up by their first word, so that the same
tables serve a whole string and running prose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
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
        Hedge.ABOVE: "over; more than; exceeding; exceeds; exceeded; exceed; above; greater than; "
        "higher than; larger than; bigger than; older than; longer than; taller than; "
        "heavier than; faster than; in excess of; just over; well over; slightly over; "
        "a little over; just above; well above; slightly above; slightly more than; "
        "a little more than; just more than; well more than; far more than; a shade over; "
        "marginally over; marginally above; comfortably over; comfortably above; north of; "
        "beyond; topping; topped; surpassing; surpassed; surpasses; >",
        Hedge.FROM: "at least; not less than; no less than; no fewer than; not fewer than; "
        "a minimum of; minimum; upwards of; not below; not under; as little as; as few as; "
        "as low as; greater than or equal to; more than or equal to; equal to or more than; "
        "equal to or greater than; more or equal than; greater or equal than; ≥; > =",
        Hedge.BELOW: "under; less than; fewer than; below; lower than; smaller than; "
        "younger than; shorter than; lighter than; cheaper than; well under; well below; "
        "well short of; far less than; far fewer than; south of; <",
        Hedge.TO: "at most; up to; no more than; not more than; no higher than; no longer than; "
        "no older than; no larger than; no bigger than; no greater than; not over; not above; "
        "not exceeding; less than or equal to; equal to or less than; less or equal than; "
        "a maximum of; maximum; as many as; as much as; as high as; ≤; < =",
        Hedge.NEARLY: "nearly; almost; just under; just below; slightly under; slightly below; "
        "slightly less than; slightly fewer than; a little under; a little less than; "
        "just less than; just shy of; just short of; marginally under; marginally below; "
        "a shade under; a shade below; not quite; approaching",
        Hedge.ABOUT: "about; around; roughly; approximately; approx; approx .; some; close to; "
        "circa; ca; ca .; c .; in the region of; in the order of; an estimated; estimated; "
        "more or less; ~; ∼; ～; ≈",
    }
)

# Hedges that follow the number.
LATE_HEDGES: Final[Phrases[Hedge]] = _listed(
    {
        Hedge.FROM: "+; or more; or above; or over; or higher; or longer; and more; and above; "
        "and over; and up; upwards; plus; -plus; at least; at the least; "
        "at a minimum",
        Hedge.TO: "or less; or fewer; or below; or under; or lower; and below; and under; at most; "
        "at the most; at a maximum",
        Hedge.ABOUT: "or so; or thereabouts; -odd; -ish; ish; approximately; roughly; "
        "more or less; give or take",
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
