"""What of the article the claims file accounts for: each number covered, excused or uncovered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sensecheck.article.anchors import Anchors
from sensecheck.article.matching import within
from sensecheck.article.words import Words
from sensecheck.model import Cover, Document, Mention, Passage, Text
from sensecheck.numbers.prose import Found, FoundKind

_EXCUSES: Final[Mapping[FoundKind, str]] = {
    FoundKind.YEAR: "a year",
    FoundKind.DATE: "a date",
    FoundKind.ORDINAL: "an ordinal",
    FoundKind.VERSION: "a version",
    FoundKind.LABEL: "a label",
    FoundKind.IDIOM: "an idiom",
}


def mentions(
    document: Document, text: Text, found: Iterable[Found], anchors: Anchors
) -> tuple[Mention, ...]:
    """Every number of the text with what accounts for it."""
    numbers = tuple(found)
    claims, figures = _users(numbers, anchors)
    _add_unverifiable(document, numbers, anchors, claims)
    ignored = _ignored(document, text, numbers)
    return tuple(
        _mention(
            number,
            tuple(claims.get(_passage(number), ())),
            tuple(figures.get(_passage(number), ())),
            ignored.get(_passage(number), ""),
        )
        for number in numbers
    )


Users = dict[Passage, dict[str, None]]


def _users(numbers: tuple[Found, ...], anchors: Anchors) -> tuple[Users, Users]:
    """Which claims and figures stand at each number."""
    claims: Users = {}
    figures: Users = {}
    for name, passages in anchors.figures.items():
        _add(figures, name, passages, numbers)
    for claim, passages in anchors.stated.items():
        _add(claims, claim, passages, numbers)
    for (claim, _), passages in anchors.literals.items():
        _add(claims, claim, passages, numbers)
    return claims, figures


def _add(users: Users, name: str, passages: Iterable[Passage], numbers: tuple[Found, ...]) -> None:
    for passage in passages:
        for number in within(numbers, passage):
            users.setdefault(_passage(number), {})[name] = None


def _add_unverifiable(
    document: Document, numbers: tuple[Found, ...], anchors: Anchors, claims: Users
) -> None:
    """A claim that says why it cannot be checked accounts for the numbers in its own words."""
    for claim in document.claims:
        region = anchors.quotes.get(claim.id)
        if claim.rule or region is None:
            continue
        quoted = Words(claim.quote)
        for number in within(numbers, region):
            if any(True for _ in quoted.find(_digits(number))):  # not left out with '…'
                claims.setdefault(_passage(number), {})[claim.id] = None


def _ignored(document: Document, text: Text, numbers: tuple[Found, ...]) -> dict[Passage, str]:
    """The numbers in the passages that `article.ignore` lists, with the reason."""
    ignored: dict[Passage, str] = {}
    if not document.article.ignore:
        return ignored
    words = Words(text.content)
    for passage, reason in document.article.ignore.items():
        for region in words.find(passage):
            for number in within(numbers, region):
                ignored.setdefault(_passage(number), reason)
    return ignored


def _passage(number: Found) -> Passage:
    return Passage(number.start, number.end)


def _digits(number: Found) -> str:
    printed = number.printed
    return number.text if printed is None else number.text[printed.start : printed.end]


def _mention(
    number: Found, claims: tuple[str, ...], figures: tuple[str, ...], ignored: str
) -> Mention:
    reason = ""
    if claims or figures:
        cover = Cover.COVERED
    else:
        reason = ignored or _EXCUSES.get(number.kind, "")
        cover = Cover.EXCUSED if reason else Cover.UNCOVERED
    return Mention(
        number.start,
        number.end,
        number.text,
        str(number.kind),
        cover,
        claims,
        figures,
        reason,
        number.note,
    )
