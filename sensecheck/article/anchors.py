"""Tying the claims file to the article: where each figure, stated figure and quotation stands.

What the article does not print, or prints otherwise, is a finding that quotes it. Words that state
a relation (peak, rising) are never looked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sensecheck.article.matching import Candidate, Fit, Numbers, any_inside, holder, is_small
from sensecheck.article.nearest import Nearest
from sensecheck.article.sentences import Sentences
from sensecheck.article.words import Words, is_cut
from sensecheck.model import (
    Claim,
    Document,
    Figure,
    Finding,
    Passage,
    Printing,
    Severity,
    Span,
    Text,
)
from sensecheck.numbers.printed import Kind, Printed
from sensecheck.numbers.prose import Found


@dataclass(slots=True)
class Anchors:
    """What stands where (see ReadArticle), and the findings."""

    quotes: dict[str, Passage] = field(default_factory=dict)
    stated: dict[str, tuple[Passage, ...]] = field(default_factory=dict)
    figures: dict[str, tuple[Passage, ...]] = field(default_factory=dict)
    literals: dict[tuple[str, str], tuple[Passage, ...]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def anchor(document: Document, text: Text, found: Iterable[Found]) -> Anchors:
    """Looks for everything that the claims file says the article prints."""
    anchoring = _Anchoring(document, text, Numbers(text.content, found))
    anchoring.figures()
    for claim in document.claims:
        anchoring.claim(claim)
    anchoring.anchors.findings.sort(key=lambda finding: finding.span)
    return anchoring.anchors


class _Anchoring:
    def __init__(self, document: Document, text: Text, numbers: Numbers) -> None:
        self.anchors = Anchors()
        self._document = document
        self._text = text
        self._numbers = numbers
        self._nearest: Nearest | None = None
        self._quoted_at: dict[str, list[Passage]] = {}
        self._words = Words(text.content)
        self._sentences = Sentences(text.content)

    # ── figures ──────────────────────────────────────────────────────────────────────────────

    def figures(self) -> None:
        """Every printing of every figure that does not come from elsewhere."""
        series: dict[str, list[Figure]] = {}
        for figure in self._document.figures.values():
            if figure.printings and not figure.source:
                series.setdefault(figure.series, []).append(figure)
        for figures in series.values():
            self._series(figures)

    def _series(self, figures: list[Figure]) -> None:
        """One series: where a figure stands several times, its neighbours' sentence comes first."""
        likes = {
            (figure.name, place): self._numbers.like(printing.printed)
            for figure in figures
            for place, printing in enumerate(figure.printings)
        }
        support = self._support(likes.values())
        for figure in figures:
            candidates = [likes[figure.name, place] for place in range(len(figure.printings))]
            self._figure(figure, candidates, support)

    def _figure(
        self, figure: Figure, likes: list[list[Candidate]], support: dict[int, int]
    ) -> None:
        """One figure: where it has words of its own, one of its printings stands in them."""
        regions = self._regions(figure.quote)
        if figure.quote and not regions:
            self._report_words(figure.span)
        passages: dict[Passage, None] = {}
        everywhere: list[Candidate] = []
        for printing, candidates in zip(figure.printings, likes, strict=True):
            chosen = self._chosen(printing.printed, candidates, regions, support)
            chosen.sort(key=lambda c: (c.fit, -support.get(self._sentence(c), 0), c.found.start))
            passages |= dict.fromkeys(self._passages(printing, chosen))
            self._check_sign(printing, chosen)
            everywhere += chosen
        if regions and everywhere and not any_inside(regions, everywhere):
            self._report_elsewhere(figure.span, figure.printings[0].printed, everywhere)
        self.anchors.figures[figure.name] = tuple(passages)

    def _support(self, likes: Iterable[list[Candidate]]) -> dict[int, int]:
        """How many printings of a series each sentence may hold."""
        support: dict[int, int] = {}
        for candidates in likes:
            for sentence in {self._sentence(candidate) for candidate in candidates}:
                support[sentence] = support.get(sentence, 0) + 1
        return support

    def _sentence(self, candidate: Candidate) -> int:
        return self._sentences.number_of(candidate.found.start)

    def _regions(self, quote: str) -> list[Passage]:
        """Where the words stand; looked for once, however many claims quote them."""
        if quote and quote not in self._quoted_at:
            self._quoted_at[quote] = list(self._words.find(quote))
        return self._quoted_at.get(quote, [])

    def _chosen(
        self,
        printed: Printed,
        candidates: list[Candidate],
        regions: list[Passage],
        support: dict[int, int],
    ) -> list[Candidate]:
        """Those that are the printing: in the quoted words, else those that fit best."""
        inside = [c for c in candidates if any_inside(regions, [c])]
        if inside:
            return inside
        exact = [c for c in candidates if c.fit is Fit.EXACT]
        if exact or not candidates:
            return exact
        best = [c for c in candidates if c.fit is candidates[0].fit]
        if not is_small(printed) or len(candidates) == 1:
            return best
        # A bare 'two' may be anything, unless its neighbours stand in the same sentence.
        return [c for c in candidates if support.get(self._sentence(c), 0) > 1]

    # ── claims ───────────────────────────────────────────────────────────────────────────────

    def claim(self, claim: Claim) -> None:
        """A claim's words, its stated figure, and the figures that it prints in place."""
        regions = self._regions(claim.quote)
        if claim.quote and not regions:
            self._report_words(claim.quote_span or claim.span)
        printings = claim.stated.printings if claim.stated is not None else ()
        region = self._region(claim, regions, printings)
        if region is not None:
            self.anchors.quotes[claim.id] = region
        near = [region] if region else []
        passages: dict[Passage, None] = {}
        for printing in printings:
            if printing.printed.kind is Kind.MISSING:
                continue
            candidates = self._numbers.like(printing.printed)
            # The first printing stands in the quoted words, another one somewhere else.
            elsewhere = [c for c in candidates if c.passage not in passages] if passages else []
            chosen = self._chosen(printing.printed, elsewhere, [], {}) or self._chosen(
                printing.printed, candidates, near, {}
            )
            passages |= dict.fromkeys(self._passages(printing, chosen))
        if passages:
            self.anchors.stated[claim.id] = tuple(passages)
        for operand in claim.arguments.operands:
            if operand.figure.is_literal:
                self._literal(claim, operand.figure, near)
        self._plain_numbers(claim, near)

    def _region(
        self, claim: Claim, regions: list[Passage], printings: tuple[Printing, ...]
    ) -> Passage | None:
        """Which of the places that say the claim's words is meant: one with its stated figure."""
        wanted = [p.printed for p in printings if p.printed.kind is not Kind.MISSING]
        if not regions or not wanted:
            return regions[0] if regions else None
        likes = [c for printed in wanted for c in self._numbers.like(printed)]
        holding = [region for c in likes if (region := holder(regions, c)) is not None]
        if holding:
            return min(holding)
        if likes:
            self._report_elsewhere(claim.quote_span or claim.span, wanted[0], likes)
        return regions[0]

    def _literal(self, claim: Claim, figure: Figure, near: list[Passage]) -> None:
        sentences = [self._sentences.around(passage) for passage in near]
        for printing in figure.printings:
            candidates = self._numbers.like(printing.printed)
            chosen = self._chosen(printing.printed, candidates, near, {})
            if not any_inside(near, chosen):
                chosen = self._chosen(printing.printed, candidates, sentences, {})
            self.anchors.literals[claim.id, figure.name] = self._passages(printing, chosen)

    def _plain_numbers(self, claim: Claim, near: list[Passage]) -> None:
        """Weights and years, where they stand beside the words; the article need not print them."""
        sentences = [self._sentences.around(passage) for passage in near]
        for value in {n for group in claim.arguments.numbers.values() for n in group}:
            alike = [Candidate(Fit.EXACT, number) for number in self._numbers.worth(value)]
            passages = tuple(c.passage for c in alike if any_inside(sentences, [c]))
            if passages:
                self.anchors.literals[claim.id, str(value)] = passages

    def _passages(self, printing: Printing, chosen: list[Candidate]) -> tuple[Passage, ...]:
        """Where the printing stands; a finding where that is nowhere."""
        if chosen:
            self._check_hedge(printing, chosen)
            return tuple(candidate.passage for candidate in chosen)
        verbatim = self._verbatim(printing.printed)
        if not verbatim:
            self._report_missing(printing)
        return verbatim

    def _verbatim(self, printed: Printed) -> tuple[Passage, ...]:
        """Where the very words stand, as what numbers ever they were read.

        Its digits are enough where they were not read as one number: '6 113' as 6 and 113.
        """
        passages = self._uncut(printed.text, printed)
        digits = printed.text[printed.start : printed.end]
        if passages or is_small(printed) or not (digits[:1] + digits[-1:]).isdigit():
            return passages
        return tuple(p for p in self._uncut(digits, printed) if not self._numbers.is_one(p))

    def _uncut(self, words: str, printed: Printed) -> tuple[Passage, ...]:
        """Where words stand that are not part of a longer number."""
        if not self._words.has_numerals(words):
            return ()
        return tuple(
            passage
            for passage in self._words.find(words)
            if not is_cut(self._text.content, passage)
            and not self._numbers.goes_beyond(passage, printed)
        )

    # ── findings ─────────────────────────────────────────────────────────────────────────────

    def _report_missing(self, printing: Printing) -> None:
        """The article does not print it: what it prints instead."""
        printed = printing.printed
        for number in self._numbers.same_value(printed):
            message = f"the article prints this as '{self._quoted(number)}'"
            self._add(printing.span, message, f"write it as {self._where(number)} prints it")
            return
        if self._nearest is None:
            self._nearest = Nearest(self._numbers.found)
        near = self._nearest.to(printed)
        hint = (
            f"{self._where(near)} prints {self._quoted(near)}"
            if near
            else ("delete it, correct it, or say its 'source' if it comes from elsewhere")
        )
        self._add(printing.span, f"the article does not print '{printed.text}'", hint)

    def _check_hedge(self, printing: Printing, chosen: list[Candidate]) -> None:
        """A warning where every place that prints the figure hedges it, and otherwise."""
        hedges = {c.found.printed.hedge for c in chosen if c.found.printed is not None}
        if printing.printed.hedge in hedges or None in hedges:
            return
        number = chosen[0].found
        message = f"the article prints '{number.hedge} {self._quoted(number)}'"
        hint = f"see {self._where(number)}; the hedge belongs to the figure"
        self._add(printing.span, message, hint, Severity.WARNING)

    def _check_sign(self, printing: Printing, chosen: list[Candidate]) -> None:
        """A warning where every place that prints a figure has a minus, which the figure lacks.

        The other way round a word may stand for the minus: 'a loss of'.
        """
        if not chosen or printing.printed.is_downward:
            return
        if all(c.found.printed is not None and c.found.printed.negative for c in chosen):
            number = chosen[0].found
            message = f"the article prints '{self._quoted(number)}'"
            hint = f"see {self._where(number)}; the minus belongs to the figure"
            self._add(printing.span, message, hint, Severity.WARNING)

    def _report_words(self, span: Span) -> None:
        message = "the article does not say the quoted words"
        self._add(span, message, "quote it word for word, or write them as 'says'")

    def _report_elsewhere(self, span: Span, printed: Printed, likes: list[Candidate]) -> None:
        message = f"the quoted words do not hold '{printed.text}'"
        self._add(span, message, f"{self._where(likes[0].found)} prints it")

    def _where(self, number: Found) -> str:
        return self._text.where(number.start)

    def _quoted(self, number: Found) -> str:
        return " ".join(number.text.split())

    def _add(
        self, span: Span, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> None:
        self.anchors.findings.append(Finding(span, message, hint, severity))
