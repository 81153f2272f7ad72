"""What a list says once: '326.59, 493.02 and 623.70 days', 'RMB 3.2 and 4.5 billion', 'pp. 3–5'."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.printed import Printed
from sensecheck.numbers.prose.found import Found, FoundKind
from sensecheck.numbers.prose.kinds import is_currency, kind_of

_JOINT: Final = re.compile(r"(?:,|-)?\s(?:and|or|to|plus|versus|vs\.?|then)\s|, ?| ?/ ?| ?± ?")
_COMMA: Final = re.compile(r", ?")
_TO: Final = re.compile(r"\sto\s")
_LABEL_JOINT: Final = re.compile(r",?\s(?:and|or|to|of|&)\s|, ?|\s?[-–]\s?")
_LABELLED: Final = re.compile(
    r"\b(?:figures?|figs|tables?|chapters?|sections?|articles?|pages?|pp?|nos|nrs?|exercises?|"
    r"versions?|lessons?)\.?\s?$",
    re.IGNORECASE,
)
_LONGEST: Final = 9
_LONGEST_LABEL: Final = 12
_MOST_UNSCALED: Final = 1000
"""From here on a number is not short for as many millions: '1,582 and 3 million'."""


def with_elisions(text: str, found: list[Found]) -> list[Found]:
    """The numbers, those in a list with what it says once: a unit, a verb, that they are labels."""
    result: list[Found] = []
    first = 0
    while first < len(found):
        last = first
        if _is_labelled(text, found[first]):
            while last + 1 < len(found) and _is_next_label(text, found[last], found[last + 1]):
                last += 1
            result += [_labelled(found[first], number) for number in found[first : last + 1]]
        else:
            while last + 1 < len(found) and _are_joined(text, found[last], found[last + 1]):
                last += 1
            members = found[first : last + 1]
            result += _shared(text, members) if _is_list(text, members) else members
        first = last + 1
    return _with_verbs(text, result)


# ── labels ───────────────────────────────────────────────────────────────────────────────────


def _is_labelled(text: str, number: Found) -> bool:
    if number.kind not in (FoundKind.LABEL, FoundKind.VERSION):
        return False
    return _LABELLED.search(text[max(number.start - _LONGEST_LABEL, 0) : number.start]) is not None


def _is_next_label(text: str, a: Found, b: Found) -> bool:
    is_plain = b.unit is None and b.hedge is None and b.end - b.start == len(b.text.strip("-–"))
    if b.start - a.end > _LONGEST or not is_plain or b.printed is None:
        return False
    return _LABEL_JOINT.fullmatch(text, a.end, b.start) is not None


def _labelled(first: Found, number: Found) -> Found:
    return number if number is first else replace(number, kind=first.kind, note="")


# ── directions ───────────────────────────────────────────────────────────────────────────────

_AND_BY: Final = re.compile(r"(?:\b(?:and|or|then)|,)\sby\s(?:[a-z]+\s){0,2}$")
_SENTENCE_END: Final = re.compile(r"[.!?]\s")
_MOST_BETWEEN: Final = 60
"""Characters between two numbers of one verb."""


def _with_verbs(text: str, found: list[Found]) -> list[Found]:
    """The numbers, with the verb of the one before: 'rose by 14% in 2020 and by 36% in 2021'."""
    result: list[Found] = []
    verb: Found | None = None
    for number in found:
        if verb is not None and _has_its_verb(text, verb, number):
            number = replace(number, direction=verb.direction)
        verb = number if number.direction is not None else verb
        result.append(number)
    return result


def _has_its_verb(text: str, verb: Found, number: Found) -> bool:
    if number.direction is not None or number.unit != verb.unit:
        return False
    if not 0 < number.start - verb.end <= _MOST_BETWEEN:
        return False
    between = text[verb.end : number.start]
    return _AND_BY.search(between) is not None and _SENTENCE_END.search(between) is None


# ── units ────────────────────────────────────────────────────────────────────────────────────


def _are_joined(text: str, a: Found, b: Found) -> bool:
    if not (_is_member(a) and _is_member(b)) or b.start - a.end > _LONGEST:
        return False
    return _JOINT.fullmatch(text, a.end, b.start) is not None


def _is_list(text: str, members: list[Found]) -> bool:
    """Whether they are several, and not two with a comma: '671.7 for 617.7, two digits swapped'."""
    if len(members) < 2:
        return False
    return len(members) > 2 or not _COMMA.fullmatch(text, members[0].end, members[1].start)


def _is_member(number: Found) -> bool:
    printed = number.printed
    return number.is_quantity and printed is not None and printed.kind in (Kind.NUMBER, Kind.WORDS)


def _shared(text: str, members: list[Found]) -> list[Found]:
    """One list: a unit goes to those before it, a currency in front to those behind it, too."""
    shared = list(members)
    for index in range(len(shared) - 2, -1, -1):
        shared[index] = _from_behind(shared[index], shared[index + 1])
    for index in range(1, len(shared)):
        shared[index] = _from_ahead(shared[index], shared[index - 1])
        if _goes_the_same_way(text, shared[index - 1], shared[index]):
            shared[index] = replace(shared[index], direction=shared[index - 1].direction)
    return shared


def _goes_the_same_way(text: str, a: Found, b: Found) -> bool:
    """'fell by 5% and 7%', but not 'rose by 138,000 to 1.51 million'."""
    if b.direction is not None or a.unit != b.unit:
        return False
    return _TO.fullmatch(text, a.end, b.start) is None


def _from_behind(number: Found, other: Found) -> Found:
    """'326.59 and 493.02 days', 'five or six thousand': unit and scale of the next one."""
    mine, its = number.printed, other.printed
    assert mine is not None and its is not None
    is_scaled = its.scaled and not mine.scaled and (mine.number or 0) < _MOST_UNSCALED
    if mine.unit is None and its.unit is not None and not (is_currency(its.unit) and _leads(its)):
        if mine.scaled and not its.scaled:
            return number
        return _with(number, other, its.factor if is_scaled or not its.scaled else None)
    is_alike = mine.unit == its.unit and (mine.unit is None or _leads(mine))
    if is_scaled and is_alike:
        scale = its.factor / other.factor
        printed = replace(mine, factor=mine.factor * scale, scaled=True)
        return replace(number, printed=printed)
    return number


def _from_ahead(number: Found, other: Found) -> Found:
    """'RMB 5 billion and 7 billion': the currency in front of the one before."""
    mine, its = number.printed, other.printed
    assert mine is not None and its is not None
    if mine.unit is not None or its.unit is None or not is_currency(its.unit) or not _leads(its):
        return number
    # '$4.25 and 32 is the quantity'
    if its.scaled != mine.scaled or (not mine.scaled and its.decimals != mine.decimals):
        return number
    return _with(number, other, mine.factor * other.factor)


def _leads(printed: Printed) -> bool:
    """Whether the unit stands before the number."""
    return printed.text[: printed.start].strip("(-−+") != ""


def _with(number: Found, other: Found, factor: Fraction | None) -> Found:
    mine, its = number.printed, other.printed
    assert mine is not None and its is not None
    if factor is None:
        return number
    printed = replace(
        mine,
        factor=factor,
        scaled=mine.scaled or its.scaled,
        unit=its.unit,
        nature=its.nature,
    )
    return replace(
        number,
        kind=kind_of(printed),
        printed=printed,
        unit=other.unit,
        factor=other.factor,
    )
