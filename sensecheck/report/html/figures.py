"""What the page shows of a figure: how it is printed, what it must be, which claims use it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sensecheck.model import Figure, Passage, place
from sensecheck.report.figure_page import figure_words, origin, readings
from sensecheck.report.html.context import Context, Link, Prose, Wording, wording
from sensecheck.report.html.proofs import stretches
from sensecheck.report.html.standing import FIGURE, Standing
from sensecheck.report.page import Cells
from sensecheck.report.sentences import sentence

_WEB: Final = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class User:
    """A claim that uses the figure, and how it stands."""

    claim: Link
    words: Wording
    standing: Standing


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """A figure at length; `used_at` is where the claims that use it stand in the text."""

    anchor: str
    standing: Standing
    title: str
    name: str
    places: tuple[Link, ...]
    rows: tuple[Cells, ...]
    sentences: tuple[Prose, ...]
    url: str
    users: tuple[User, ...]
    printed_at: str
    used_at: str


def figure_entries(context: Context) -> list[FigureEntry]:
    """All figures of the claims file, in its order."""
    contradictory = {v.claim.id: v for v in context.results.printings}
    entries = []
    for figure in context.results.document.figures.values():
        entry = _entry(figure, context)
        if figure.name in contradictory:
            why = contradictory[figure.name].reason
            entry = replace(entry, sentences=(context.prose(sentence(why)), *entry.sentences))
        entries.append(entry)
    return entries


def _entry(figure: Figure, context: Context) -> FigureEntry:
    results = context.results
    in_text = context.place(context.mark_of_figure.get(figure.name))
    line = Link(f"{results.document.path}:{place(figure.span)[0]}")
    article = results.article
    users = context.users.get(figure.name, ())
    return FigureEntry(
        context.anchors.figure(figure.name),
        context.standings.get(figure.name, FIGURE),
        context.in_words(figure),
        figure.name,
        (*((in_text,) if in_text else ()), line),
        tuple(readings(figure)),
        tuple(map(context.prose, (*figure_words(figure, context.implied), *origin(figure)))),
        figure.url if figure.url.lower().startswith(_WEB) else "",
        tuple(_user(name, context) for name in users),
        stretches(article.figures.get(figure.name, ()) if article else ()),
        stretches(_made(users, context)),
    )


def _user(name: str, context: Context) -> User:
    words = wording(context.verdicts[name].claim)
    return User(context.claim(name), words, context.standings[name])


def _made(users: Sequence[str], context: Context) -> Iterator[Passage]:
    """Where the claims stand in the text."""
    for name in users:
        mark = context.mark_of_claim.get(name)
        if mark is not None:
            yield Passage(mark.start, mark.end)
