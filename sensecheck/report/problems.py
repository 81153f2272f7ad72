"""What every CI format reports: problems, each with its places and a message of one line.

A problem's position is the claim's stated figure in the claims file; where the article was read and
lies in a repository, the problem also knows where the article makes the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from sensecheck.model import (
    Claim,
    Conflict,
    Figure,
    Finding,
    Outcome,
    Passage,
    Results,
    Severity,
    Span,
    Verdict,
)
from sensecheck.report.concise import verdict_line
from sensecheck.report.conflicts import headline
from sensecheck.report.findings import in_order
from sensecheck.report.kinds import Kind, Level
from sensecheck.report.positions import Locate, Position, as_given, of_passage, of_span
from sensecheck.report.style import CONFLICT, Style

_KINDS: Final = {
    Outcome.FAIL: Kind.FAIL,
    Outcome.DISCREPANCY: Kind.DISCREPANCY,
    Outcome.UNVERIFIABLE: Kind.UNVERIFIABLE,
}
_LINE_NUMBER: Final = re.compile(r"\bline \d+")
_TOP: Final = Span(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Related:
    """A place that belongs to a problem, and what stands there."""

    position: Position
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to report.

    `name` is the id of a claim or a conflict, or the name of a figure; findings have none.
    `article` is where the article makes the statement; `related` are other places: the figures
    that it uses, the other statements of a conflict. `fingerprint` stays the same when lines move.
    `accepted` is the reason why somebody keeps it.
    """

    kind: Kind
    level: Level
    name: str
    message: str
    position: Position
    article: tuple[Position, ...] = ()
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    accepted: str = ""


def problems(
    every: Iterable[Results],
    *,
    strict: bool = False,
    verbose: bool = False,
    locate: Locate = as_given,
) -> tuple[Problem, ...]:
    """All problems of some files, by their places.

    What fails the run is an error, in a `strict` one discrepancies and warnings, too. What nobody
    needs to act on is a note: accepted trouble, and with `verbose` claims that nothing can check.
    """
    found = [
        problem
        for results in every
        for problem in _File(results, strict, locate).problems(verbose=verbose)
    ]
    return tuple(sorted(found, key=lambda p: (p.position, p.kind, p.name, p.message)))


class _File:
    """The problems of one claims file."""

    def __init__(self, results: Results, strict: bool, locate: Locate) -> None:
        document = results.document
        verdicts = (*results.verdicts, *results.assumptions)
        claims = (*document.claims, *document.assumptions, *(v.claim for v in verdicts))
        self._results = results
        self._warning = Level.ERROR if strict else Level.WARNING
        self._path = locate(document.path) or as_given(document.path)
        self._article = None if results.article is None else locate(results.article.text.path)
        self._claims = {claim.id: claim for claim in claims}

    def problems(self, *, verbose: bool) -> Iterator[Problem]:
        """Everything that is wrong or, if `verbose`, unknown."""
        for verdict in self._results.verdicts:
            kind = _KINDS.get(verdict.outcome)
            if kind and (verbose or kind is not Kind.UNVERIFIABLE):
                yield self._of_claim(verdict, kind)
        yield from map(self._of_figure, self._results.printings)
        yield from map(self._of_conflict, self._results.conflicts)
        yield from self._of_findings()

    def _of_claim(self, verdict: Verdict, kind: Kind) -> Problem:
        claim = verdict.claim
        levels = {Kind.FAIL: Level.ERROR, Kind.DISCREPANCY: self._warning}
        return self._problem(
            kind,
            Level.NOTE if verdict.accepted else levels.get(kind, Level.NOTE),
            claim.id,
            verdict_line(verdict, full=True),
            _span_of(claim),
            article=self._statement(claim),
            related=self._figures(claim),
            accepted=claim.accepted if verdict.accepted else "",
        )

    def _of_figure(self, verdict: Verdict) -> Problem:
        """A figure whose printings exclude each other."""
        name, figure = verdict.claim.id, self._results.document.figures.get(verdict.claim.id)
        printings = figure.printings if figure else ()
        return self._problem(
            Kind.CONTRADICTORY,
            Level.ERROR,
            name,
            f"contradictory figure {name}: {verdict.reason}",
            verdict.claim.span,
            article=self._in_article(self._printed(name)),
            related=[
                Related(of_span(self._path, printing.span), f"{name}: {printing.printed.text}")
                for printing in printings
            ],
        )

    def _of_conflict(self, conflict: Conflict) -> Problem:
        members = (*conflict.claims, *conflict.assumptions)
        claims = [self._claims[name] for name in members if name in self._claims]
        claims.sort(key=_span_of)
        said = f"{CONFLICT.word} {conflict.id}: {headline(conflict, self._results)}"
        proof = f": {'; '.join(conflict.proof)}" if conflict.proof else ""
        kept = f"; accepted: {conflict.accepted}" if conflict.accepted else ""
        return self._problem(
            Kind.CONFLICT,
            Level.NOTE if conflict.accepted else Level.ERROR,
            conflict.id,
            f"{said}{proof}{kept}",
            _span_of(claims[0]) if claims else self._printings_of(conflict),
            article=[each for claim in claims for each in self._statement(claim)],
            related=[
                Related(of_span(self._path, _span_of(claim)), claim.id) for claim in claims[1:]
            ],
            accepted=conflict.accepted,
        )

    def _of_findings(self) -> Iterator[Problem]:
        """The problems with the file itself; of several that say the same, each its number."""
        seen: dict[str, int] = {}
        for finding in in_order(self._results.findings):
            said = "; ".join(filter(None, (finding.message, finding.hint)))
            lasting = _LINE_NUMBER.sub("line", finding.message)
            number = seen[lasting] = seen.get(lasting, 0) + 1
            yield self._problem(
                Kind.FINDING,
                self._level(finding),
                "",
                said,
                finding.span,
                print_of=(lasting, number),
            )

    def _level(self, finding: Finding) -> Level:
        return Level.ERROR if finding.severity is Severity.ERROR else self._warning

    def _problem(
        self,
        kind: Kind,
        level: Level,
        name: str,
        message: str,
        span: Span,
        *,
        article: Iterable[Position] = (),
        related: Iterable[Related] = (),
        accepted: str = "",
        print_of: tuple[object, ...] = (),
    ) -> Problem:
        return Problem(
            kind,
            level,
            name,
            Style().text(message),
            of_span(self._path, span),
            tuple(dict.fromkeys(article)),  # statements may share a number
            tuple(related),
            _fingerprint(self._path, kind, name, *print_of),
            accepted,
        )

    # ── places ───────────────────────────────────────────────────────────────────────────────

    def _statement(self, claim: Claim) -> list[Position]:
        """Where the article makes a claim: its stated figure, else its words."""
        article = self._results.article
        if article is None:
            return []
        quote = article.passage_of(claim.id)
        return self._in_article(article.stated.get(claim.id) or ((quote,) if quote else ()))

    def _figures(self, claim: Claim) -> Iterator[Related]:
        """Where the figures of a claim are printed: in the article, else in the claims file."""
        said = (claim.stated.operand,) if claim.stated and claim.stated.operand else ()
        for figure in {
            o.figure.name: o.figure for o in (*claim.arguments.operands, *said)
        }.values():
            printed = figure.finest.printed.text if figure.finest else "not printed"
            places = self._in_article(self._printed(figure.name, claim))
            if not places and not figure.is_literal:  # what a claim prints stands beside it
                places = [of_span(self._path, _span_of_figure(figure))]
            text = printed if figure.is_literal else f"{figure.name}: {printed}"
            yield from (Related(position, text) for position in places)

    def _printed(self, figure: str, claim: Claim | None = None) -> tuple[Passage, ...]:
        """Where the article prints a figure, one of a series or one that a claim has in place."""
        article = self._results.article
        if article is None:
            return ()
        here = article.literals.get((claim.id, figure), ()) if claim else ()
        return article.figures.get(figure) or here

    def _in_article(self, passages: Iterable[Passage]) -> list[Position]:
        """Positions in the article, where that is in a repository and has lines."""
        article = self._results.article
        if article is None or self._article is None:
            return []
        found = (of_passage(self._article, article.text, passage) for passage in passages)
        return [position for position in found if position is not None]

    def _printings_of(self, conflict: Conflict) -> Span:
        """The first figure of a conflict that no claim is part of."""
        names = (name.partition(" as printed")[0] for name in conflict.printings)
        figures = self._results.document.figures
        spans = (_span_of_figure(figures[name]) for name in names if name in figures)
        return min(spans, default=_TOP)


def _span_of(claim: Claim) -> Span:
    return claim.stated.span if claim.stated else claim.span


def _span_of_figure(figure: Figure) -> Span:
    return figure.finest.span if figure.finest else figure.span


def _fingerprint(*parts: object) -> str:
    text = "\0".join(map(str, parts))
    return sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:32]
