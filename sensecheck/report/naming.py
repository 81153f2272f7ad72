"""Figures as a letter names them: 'staff in the first half of 2023', not staff.h1_2023."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sensecheck.model import Document, Figure
from sensecheck.numbers.periods import Grain, Period

_WORD: Final = re.compile(r"[^\W\d_]+")
_NTH: Final = ("first", "second", "third", "fourth")
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)


def spellings(document: Document) -> dict[str, str]:
    """How the article writes words that have capitals inside (AI, GPUs), by the word in lower case.

    Names of series are in lower case; a word that the article writes like that, too, stays so.
    """
    texts = [claim.quote for claim in document.claims]
    texts += [p.printed.text for f in document.figures.values() for p in f.printings]
    words = {word for text in texts for word in _WORD.findall(text)}
    return {
        word.lower(): word
        for word in sorted(words)
        if sum(map(str.isupper, word)) > 1 and word.lower() not in words
    }


def figures_in_words(figures: Iterable[Figure], spelled: Mapping[str, str]) -> str:
    """Figures of one series: 'Sales expenses in 2023 and in 2024'."""
    every = list(figures)
    words = every[0].series.split("_")
    name = " ".join(spelled.get(word, word) for word in words)
    when = " and ".join(filter(None, (_when(figure) for figure in every)))
    text = f"{name}{'' if when.startswith(',') or not when else ' '}{when}"
    return text[:1].upper() + text[1:]


def period_in_words(period: Period) -> str:
    """'2021', 'the first half of 2023', 'March 2024', '31 October 2024'."""
    start = period.start
    year = f"fiscal {start.year}" if period.fiscal else f"{start.year}"
    match period.grain:
        case Grain.YEAR:
            return year
        case Grain.HALF | Grain.QUARTER:
            nth = _NTH[(start.month - 1) // period.grain.value]
            return f"the {nth} {period.grain.name.lower()} of {year}"
        case Grain.MONTH:
            return f"{_MONTHS[start.month - 1]} {year}"
        case Grain.DAY:
            return f"{start.day} {_MONTHS[start.month - 1]} {year}"


def _when(figure: Figure) -> str:
    """'in 2021', 'on 31 October 2024'; a label that names no time behind a comma."""
    if figure.period is None:
        return f", {figure.label.replace('_', ' ')}" if figure.label else ""
    preposition = "on" if figure.period.grain is Grain.DAY else "in"
    return f"{preposition} {period_in_words(figure.period)}"
