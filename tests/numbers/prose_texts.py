"""Texts that are put together from sentences with known numbers, and where each number stands."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final, NamedTuple


class Planted(NamedTuple):
    """A number of a generated text."""

    start: int
    text: str
    value: str
    unit: str | None
    kind: str
    hedge: str | None
    direction: str | None


class Printed(NamedTuple):
    """A number as it is written, before it has a place.

    Only a plain one, without a hedge or a direction before it, may have a minus.
    """

    text: str
    value: str
    unit: str | None
    kind: str


def generated(seed: int) -> tuple[str, list[Planted]]:
    """A text and all quantities in it."""
    random = Random(seed)
    text, planted = "", []
    for _ in range(random.randint(3, 9)):
        text += random.choice(GAPS)
        if random.random() < 0.4:
            text += random.choice(WITHOUT_NUMBERS)
            continue
        before, hedge, direction, after = random.choice(SENTENCES)
        text += before
        plain = hedge is None and direction is None
        number = random.choice(NUMBERS)(random, plain)
        start = len(text) + len(mark := random.choice(MARKS))
        planted.append(Planted(start, *number, hedge, direction))
        text += mark + number.text + mark[::-1].translate(CLOSING) + after
    return text, planted


# ── what stands around the numbers ───────────────────────────────────────────────────────────

GAPS: Final = (
    " ",
    "  ",
    "\n",
    "\r\n",
    "\n\n",
    "\r\n\r\n",
    "\t",
    "\u00a0",
    "\u2003",
    " 😀 ",
    " 🇨🇳 ",
)
# Bidi marks around a number: none, a left-to-right mark, an isolate with its end.
MARKS: Final = ("",) * 6 + ("\u200e", "\u2066", "\u2068")
CLOSING: Final = str.maketrans({"\u2066": "\u2069", "\u2068": "\u2069"})
WITHOUT_NUMBERS: Final = (
    "Nothing was said about it.",
    "Le cafe\u0301 e\u0301tait ferme\u0301.",
    "𝔖enseTime declined to comment 🤷🏽‍♀️.",
    "The board, however, was split: some stayed, others left!",
    "It rose; it fell.\r\nIt rose again.",
    "A key question – perhaps the key question – remains.",
    "‘Large Devices - Large Models - Applications’ is the plan.",
    "Z̴̡a̷l̶g̸o̵ wrote about it, and more than that.",
    "\u202bשלום\u202c, said the chairman.",
    "Revenue per share is higher than before, or so they say.",
    "How much? Nobody knows…",
    "A-B, A/B and A+B are the same to him (he says).",
    "# A heading\n\n*Emphasis* and `code`.",
    "Over there, under the bridge, up to the point.",
    "Per cent, percent and percentage are words.",
    "RMB and HKD are currencies; so is the yuan.",
)
# Before the number, its hedge and direction, after it.
SENTENCES: Final[tuple[tuple[str, str | None, str | None, str], ...]] = (
    ("It came to ", None, None, "."),
    ("It came to ", None, None, ", which is not much."),
    ("They counted ", None, None, " – no more."),
    ("The total (", None, None, " of it) was new."),
    ("‘We have ", None, None, "’, he said."),
    ("Not bad: ", None, None, ";"),
    ("𝓐bove all, it was ", None, None, " in the end."),
    ("re\u0301sume\u0301: ", None, None, " at the end of the period."),
    ("It was over ", "above", None, "."),
    ("It was more than ", "above", None, " in all."),
    ("It needs at least ", "at least", None, "."),
    ("It is less than ", "below", None, ", they say."),
    ("It may be up to ", "at most", None, "."),
    ("It is nearly ", "nearly", None, "."),
    ("It is about ", "about", None, "!"),
    ("It was roughly ", "about", None, "."),
    ("😀 about ", "about", None, " 😀."),
    ("It rose by ", None, "up", " again."),
    ("It fell by ", None, "down", "."),
    ("This was an increase of ", None, "up", "."),
    ("We saw a decrease of ", None, "down", ","),
    ("It rose by more than ", "above", "up", "."),
    ("It was down ", None, "down", " on the day."),
    ("Costs were cut by a decline of nearly ", "nearly", "down", ";"),
    ("The number is\r\n", None, None, "\r\nand stays so."),
    ("The number is\t", None, None, "\tas before."),
    ("<p>It is ", None, None, "</p>"),
    ("It is **", None, None, "**."),
    ("It is ", None, None, "?"),
    ("“", None, None, "” was the answer."),
)


# ── the numbers ──────────────────────────────────────────────────────────────────────────────

_SPACES: Final = (" ", " ", " ", "\u00a0", "\u2009", "\u202f", "\n", "\r\n", "\t")
_GROUPS: Final = (",", ",", ",", "\u00a0", "\u2009", "\u202f", "'", "’")
_MINUSES: Final = ("-", "−", "–", "\u2011")
_CURRENCIES: Final = (
    ("RMB", " ", "RMB"),
    ("HKD", " ", "HKD"),
    ("US$", "", "USD"),
    ("HK$", "", "HKD"),
    ("$", "", "USD"),
    ("€", "", "EUR"),
    ("£", "", "GBP"),
)
_SCALES: Final = (("", 0), ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12))
_NOUNS: Final = (
    ("employees", "person"),
    ("people", "person"),
    ("GPUs", "gpu"),
    ("shops", "shop"),
    ("companies", "company"),
    ("customers", "customer"),
)
_MEASURES: Final = (("days", "day"), ("years", "year"), ("months", "month"))
_WORDS: Final = (
    ("two", "2"),
    ("seven", "7"),
    ("twelve", "12"),
    ("twenty-one", "21"),
    ("ninety-nine", "99"),
    ("two hundred", "200"),
    ("two hundred and five", "205"),
    ("two thousand five hundred", "2500"),
    ("three million", "3000000"),
)


def _digits(random: Random, *, decimals: int | None = None) -> tuple[str, str]:
    """Digits as printed, grouped or not, and the plain number."""
    places = random.choice((0, 0, 1, 2, 3)) if decimals is None else decimals
    # Nothing that looks like a year, and no number of one digit that words would print.
    whole = random.choice((random.randint(10, 999), random.randint(3_000, 9_999_999)))
    fraction = "".join(random.choice("0123456789") for _ in range(places))
    grouped = f"{whole:,}"
    if whole > 999:
        grouped = grouped.replace(",", random.choice((*_GROUPS, "")))
    point = f".{fraction}" if fraction else ""
    return grouped + point, str(whole) + point


def _bare(random: Random, plain: bool) -> Printed:
    printed, value = _digits(random)
    return Printed(printed, value, None, "number")


def _money(random: Random, plain: bool) -> Printed:
    sign, gap, unit = random.choice(_CURRENCIES)
    printed, value = _digits(random)
    scale, power = random.choice(_SCALES)
    minus = random.choice(_MINUSES) if plain and random.random() < 0.3 else ""
    # A minus that begins a line would be the mark of a list.
    gap = gap and random.choice(_SPACES[:6] if minus else _SPACES)
    words = random.choice(_SPACES) + scale if scale else ""
    return Printed(
        f"{sign}{gap}{minus}{printed}{words}", _shifted(value, power, minus), unit, "currency"
    )


def _percent(random: Random, plain: bool) -> Printed:
    printed, value = _digits(random)
    minus = random.choice(_MINUSES) if plain and random.random() < 0.3 else ""
    after = random.choice(("%", "%", "%", "\u00a0%", "\u202f%", " percent", "\u00a0per cent"))
    return Printed(minus + printed + after, _shifted(value, 0, minus), "percent", "percent")


def _count(random: Random, plain: bool) -> Printed:
    printed, value = _digits(random, decimals=0)
    noun, unit = random.choice(_NOUNS)
    return Printed(printed + random.choice(_SPACES) + noun, value, unit, "count")


def _measure(random: Random, plain: bool) -> Printed:
    printed, value = _digits(random)
    noun, unit = random.choice(_MEASURES)
    return Printed(printed + random.choice(_SPACES) + noun, value, unit, "dimension")


def _in_words(random: Random, plain: bool) -> Printed:
    words, value = random.choice(_WORDS)
    noun, unit = random.choice(_NOUNS)
    return Printed(words + random.choice(_SPACES) + noun, value, unit, "count")


def _per_share(random: Random, plain: bool) -> Printed:
    printed, value = _digits(random, decimals=2)
    return Printed(f"HKD {printed} per share", value, "HKD per share", "currency")


NUMBERS: Final[tuple[Callable[[Random, bool], Printed], ...]] = (
    _bare,
    _money,
    _money,
    _percent,
    _percent,
    _count,
    _measure,
    _in_words,
    _per_share,
)


def _shifted(value: str, power: int, minus: str) -> str:
    """The plain number times a power of ten, with its sign, as an exact decimal."""
    whole, _, fraction = value.partition(".")
    digits = fraction.ljust(power, "0")
    shifted = whole + digits[:power] + ("." + digits[power:] if digits[power:] else "")
    return ("-" if minus else "") + shifted
