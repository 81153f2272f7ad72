"""What all parts of one file's report look things up in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sensecheck.model import Claim, Conflict, Figure, Results, Verdict
from sensecheck.report.figure_page import ImpliedValues, implied_values
from sensecheck.report.html.anchors import Anchors
from sensecheck.report.html.marks import Mark, marks_of
from sensecheck.report.html.pieces import Group, groups
from sensecheck.report.html.standing import Standing, standings_of
from sensecheck.report.naming import figures_in_words, spellings
from sensecheck.report.uses import Users, users_of


@dataclass(frozen=True, slots=True)
class Link:
    """A text, and where in the page it leads; nowhere where `href` is empty."""

    text: str
    href: str = ""


Prose = tuple[Link, ...]
"""A sentence, with links in it."""

_NAME: Final = re.compile(r"(?<![\w.])(?P<minus>[-−]?)(?P<name>[A-Za-z]\w*\.\w+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a claim says: the article's words, or those of the claims file."""

    text: str
    is_quote: bool
    is_assumption: bool


def wording(claim: Claim) -> Wording:
    """The words of a claim; its id where it has none."""
    return Wording(claim.quote or claim.says or claim.id, bool(claim.quote), claim.assumption)


@dataclass(frozen=True, slots=True)
class Context:
    """A file's results with its indexes; `shown` are the marks that the page has, in order."""

    results: Results
    anchors: Anchors
    standings: Mapping[str, Standing]
    groups: Sequence[Group]
    shown: Sequence[Mark]
    mark_of_claim: Mapping[str, Mark]
    mark_of_figure: Mapping[str, Mark]
    verdicts: Mapping[str, Verdict]
    conflicts: Mapping[str, Sequence[Conflict]]
    users: Users
    implied: ImpliedValues
    spelled: Mapping[str, str]

    def claim(self, name: str) -> Link:
        """A claim or assumption by its id."""
        return Link(name, f"#{self.anchors.claim(name)}" if name in self.verdicts else "")

    def entry(self, name: str) -> Link:
        """A claim by its id, or a figure by its name."""
        return self.claim(name) if name in self.verdicts else self.figure(name)

    def figure(self, name: str) -> Link:
        """A figure by its name."""
        known = name in self.results.document.figures
        return Link(name, f"#{self.anchors.figure(name)}" if known else "")

    def in_words(self, figure: Figure) -> str:
        """A figure as an editor would name it: 'Revenue in 2020'."""
        return figures_in_words((figure,), self.spelled)

    def within(self, figure: Figure) -> str:
        """The same inside a sentence: 'revenue in 2020', but 'GPUs in 2023'."""
        words = self.in_words(figure)
        is_acronym = words.partition(" ")[0][1:2].isupper()
        return words if is_acronym else words[:1].lower() + words[1:]

    def named(self, name: str) -> Link:
        """A figure in words, by its name."""
        figure = self.results.document.figures.get(name)
        return Link(self.in_words(figure) if figure else name, self.figure(name).href)

    def prose(self, text: str) -> Prose:
        """A sentence in which figures are named in words and lead to what is known of them."""
        figures, after = self.results.document.figures, 0
        found: list[Link] = []
        for match in _NAME.finditer(text):
            figure = figures.get(match["name"])
            if figure is not None:
                words = self.within(figure) if match.start() else self.in_words(figure)
                words = f"minus {self.within(figure)}" if match["minus"] else words
                found.append(Link(text[after : match.start()]))
                found.append(Link(words, self.figure(figure.name).href))
                after = match.end()
        return (*found, Link(text[after:]))

    def place(self, mark: Mark | None) -> Link | None:
        """Where a mark stands: 'article.md:16'."""
        if mark is None or self.results.article is None:
            return None
        where = self.results.article.text.where(mark.start)
        return Link(where, f"#{self.anchors.mark(mark.index)}")

    def opened(self, mark: Mark) -> list[str]:
        """The anchors of all that there is to say of a mark, the most important first."""
        anchors, figures = self.anchors, self.results.document.figures
        found = [anchors.claim(name) for name in mark.claims]
        found += [anchors.figure(name) for name in mark.figures if name in figures]
        found += [anchors.claim(name) for name in mark.users if not mark.figures]
        if not found and mark.standing.kind == "uncovered":
            found.append(anchors.number(mark.index))
        return found


def context_of(results: Results, prefix: str, top: int) -> Context:
    """The indexes of one file; its article's headings begin at level `top`."""
    standings = standings_of(results)
    marks = marks_of(results, standings)
    laid = groups(results.article, marks, top) if results.article else []
    shown = sorted((mark for mark in marks if mark.index), key=lambda mark: mark.index)
    members: dict[str, list[Conflict]] = {}
    for conflict in results.conflicts:
        for name in (*conflict.claims, *conflict.assumptions):
            members.setdefault(name, []).append(conflict)
    return Context(
        results,
        Anchors(prefix),
        standings,
        laid,
        shown,
        _made_at(shown, results),
        _printed_at(shown),
        {v.claim.id: v for v in (*results.verdicts, *results.assumptions)},
        members,
        users_of(results),
        implied_values(results),
        spellings(results.document),
    )


def _made_at(shown: Sequence[Mark], results: Results) -> dict[str, Mark]:
    """The mark of each claim: the first in its own words, else the first of all."""
    quotes = results.article.quotes if results.article else {}
    found: dict[str, Mark] = {}
    quoted: set[str] = set()
    for mark in shown:
        for name in mark.claims:
            words = quotes.get(name)
            inside = words is not None and mark.start < words.end and words.start < mark.end
            if name not in found or (inside and name not in quoted):
                found[name] = mark
            if inside:
                quoted.add(name)
    return found


def _printed_at(shown: Sequence[Mark]) -> dict[str, Mark]:
    """The first mark of each figure."""
    return {name: mark for mark in reversed(shown) for name in mark.figures}
