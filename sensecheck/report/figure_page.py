"""One figure at length: how it is printed, what that allows, and which claims use it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sensecheck.model import Figure, Results, place
from sensecheck.report.page import Cells, columns, running, title
from sensecheck.report.places import sentence_at
from sensecheck.report.style import Style, cells, pad
from sensecheck.report.uses import users_of
from sensecheck.report.values import (
    MUST_BE,
    because_of,
    figure_set_text,
    printing_set_text,
    with_noun,
)

ImpliedValues = Mapping[str, Sequence[tuple[str, Sequence[str]]]]
"""What a figure must be and the claims that say so, by its name."""


def explain_figure(figure: Figure, results: Results, style: Style) -> str:
    """The page of a figure."""
    where = f"{results.document.path}:{place(figure.span)[0]}"
    words = [line for text in _in_words(figure, results) for line in running(text, style)]
    blocks = [
        [title(f"{figure.name} · figure", where, style)],
        columns(readings(figure), style),
        _printed_at(figure, results, style),
        words,
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _printed_at(figure: Figure, results: Results, style: Style) -> list[str]:
    """Where the article prints it, with the sentence."""
    article = results.article
    passages = article.figures.get(figure.name, ()) if article else ()
    if article is None or not passages:
        return []
    places = [style.text(article.text.where(passage.start)) for passage in passages]
    widest = max(map(cells, places))
    lines: list[str] = []
    for where, passage in zip(places, passages, strict=True):
        sentence = f"'{sentence_at(article.text.content, passage)}'"
        first, *more = running(sentence, style, widest + 4)
        lines += (f"  {pad(where, widest)}  {first.strip()}", *more)
    return lines


def explain_series(name: str, results: Results, style: Style) -> str:
    """The page of a series: its labels, each as printed."""
    document = results.document
    figures = [document.figures[f"{name}.{label}"] for label in document.series[name]]
    where = f"{document.path}:{place(figures[0].span)[0]}" if figures else document.path
    implied = implied_values(results)
    rows = [
        (figure.name, _text(figure), "", _allowed(figure) or _must_be(figure, implied))
        for figure in figures
    ]
    lines = [title(f"{name} · figures", where, style), "", *columns(rows, style)]
    return "\n".join(lines) + "\n"


def implied_values(results: Results) -> ImpliedValues:
    """What each figure must be: by all statements together, or else by single claims."""
    document = results.document
    found: dict[str, list[tuple[str, Sequence[str]]]] = {}
    for implied in results.implied:
        together = with_noun(implied, document), because_of(implied, document)
        found.setdefault(implied.figure, [together])
    alike: dict[str, dict[str, list[str]]] = {}
    for verdict in (*results.verdicts, *results.assumptions):
        if verdict.implied is not None and verdict.implied.figure not in found:
            texts = alike.setdefault(verdict.implied.figure, {})
            texts.setdefault(with_noun(verdict.implied, document), []).append(verdict.claim.id)
    return {**found, **{name: list(texts.items()) for name, texts in alike.items()}}


def _must_be(figure: Figure, implied: ImpliedValues) -> str:
    """What a figure that is not printed must be; of several statements only that there are some."""
    found = implied.get(figure.name, ())
    if len(found) > 1:
        return f"{len(found)} statements say what it {MUST_BE}"
    return f"{MUST_BE} {found[0][0]}" if found else ""


def readings(figure: Figure) -> Iterator[Cells]:
    """A row for each printing, and what all of them leave together."""
    for index, printing in enumerate(figure.printings):
        strict, loose = printing.readings.strict, printing.readings.loose
        text = printing_set_text(printing.printed, figure.unit, strict)
        if loose != strict:
            rounder = printing_set_text(printing.printed, figure.unit, loose)
            text += f"; if itself rounded, {rounder}"
        elsewhere = printing.span.line != figure.span.line
        where = f"line {place(printing.span)[0]}" if elsewhere else ""
        yield "" if index else "printed", printing.printed.text, where, text
    if len(figure.printings) > 1 and figure.values is not None:
        yield "together", "", "", _allowed(figure)


def _text(figure: Figure) -> str:
    return ", ".join(p.printed.text for p in figure.printings) or "not printed"


def _allowed(figure: Figure) -> str:
    if figure.contradictory:
        return "its printings exclude each other"
    return figure_set_text(figure, figure.values.strict) if figure.values else ""


def _in_words(figure: Figure, results: Results) -> Iterator[str]:
    yield from figure_words(figure, implied_values(results))
    if neighbours := _neighbours(figure, results):
        yield neighbours
    yield from origin(figure)
    used = users_of(results).get(figure.name, ())
    yield f"Used in: {', '.join(used)}." if used else "No claim uses it."


def figure_words(figure: Figure, implied: ImpliedValues) -> Iterator[str]:
    """What else is known of a figure, but for what its neighbours leave of it."""
    if figure.contradictory:
        yield "Its printings exclude each other."
    elif not figure.printings:
        yield "Not printed."
    for text, because in implied.get(figure.name, ()):
        yield f"For {_and(because)} to be true, it must be {text}."


def origin(figure: Figure) -> Iterator[str]:
    """Where a figure comes from, and what its author notes."""
    if figure.quote:
        yield f"Quote: '{figure.quote}'"
    if figure.source or figure.url:
        yield f"Source: {', '.join(part for part in (figure.source, figure.url) if part)}"
    if figure.sign is not None:
        yield f"Sign: {figure.sign.value}."
    if figure.note:
        yield f"Note: {figure.note}"


def _neighbours(figure: Figure, results: Results) -> str:
    """What other statements leave of a printed figure, where that is less than its printing does.

    Statements are held together in the loose reading: a figure with zeros at its end may be left
    less than if it were rounded to them, and still more than its digits say.
    """
    if figure.values is None:
        return ""
    from sensecheck.reconcile.reconciling import tightened  # only this page pays for it
    from sensecheck.reconcile.simplex import SpentBudget

    try:
        left = tightened(results, figure.name)
    except SpentBudget:
        return ""
    strict, loose = figure.values.strict, figure.values.loose
    if left is None or left.interval.covers(loose):
        return ""
    rounder = "Even if it is itself rounded, its" if left.interval.covers(strict) else "Its"
    because = ", ".join(because_of(left, results.document))
    return f"{rounder} neighbours leave {left.text}: {because}."


def _and(names: Sequence[str]) -> str:
    *first, last = names or ("all statements",)
    return f"{', '.join(first)} and {last}" if first else last
