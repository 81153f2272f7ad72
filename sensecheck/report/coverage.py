"""How much of an article its claims file accounts for, number by number."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from sensecheck.model import Cover, Mention, Passage, ReadArticle
from sensecheck.numbers.display import decimal_text
from sensecheck.report.places import sentence_at
from sensecheck.report.style import BOLD, CYAN, DIM, GREEN, YELLOW, Style, cells, pad

SCHEMA_VERSION: Final = 1
LOOKS: Final = {
    Cover.COVERED: ("✓", GREEN),
    Cover.EXCUSED: ("·", CYAN),
    Cover.UNCOVERED: ("○", YELLOW),
}
"""Each with a symbol and a colour, so that neither carries it alone."""
_WIDEST: Final = 100


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many numbers of an article came to what."""

    covered: int
    excused: int
    uncovered: int

    @property
    def percent(self) -> Fraction:
        """Covered ones among those that nothing excuses; 100 where there are none."""
        total = self.covered + self.uncovered
        return Fraction(100 * self.covered, total) if total else Fraction(100)

    @property
    def percent_text(self) -> str:
        """'96.2%', rounded down, so that only what is complete is 100."""
        text = decimal_text(self.percent, 1, rounding="down")
        return f"{text.removesuffix('.0')}%"


def coverage_of(article: ReadArticle) -> Coverage:
    """The counts of an article."""
    numbers = dict.fromkeys(Cover, 0)
    for mention in article.mentions:
        numbers[mention.cover] += 1
    return Coverage(*(numbers[cover] for cover in Cover))


def coverage_table(article: ReadArticle, style: Style, *, verbose: bool = False) -> str:
    """The numbers that nothing accounts for, each with its sentence; `verbose`: all numbers."""
    shown = [m for m in article.mentions if verbose or m.cover is Cover.UNCOVERED]
    lines = [style.paint(style.text(article.text.path), BOLD), *_rows(article, shown, style)]
    counts = coverage_of(article)
    total = len(article.mentions)
    summary = (
        f"{total:,} number{'' if total == 1 else 's'}: {counts.covered:,} covered · "
        f"{counts.excused:,} excused · {counts.uncovered:,} uncovered"
    )
    lines += ["", *style.wrap(style.text(summary), 2)]
    share = f"{counts.percent_text} of the numbers that nothing excuses are covered"
    return "\n".join([*lines, *style.wrap(style.text(share), 2)]) + "\n"


def uncovered_lines(article: ReadArticle, style: Style) -> Iterator[str]:
    """A block for the screen of `verify`; nothing where every number is accounted for."""
    shown = [mention for mention in article.mentions if mention.cover is Cover.UNCOVERED]
    if shown:
        yield "  " + style.paint("Numbers that no claim or figure accounts for", BOLD)
        yield from _rows(article, shown, style)


def _rows(article: ReadArticle, shown: Sequence[Mention], style: Style) -> Iterator[str]:
    places = [style.text(article.text.place(mention.start)) for mention in shown]
    texts = [style.text(" ".join(mention.text.split())) for mention in shown]
    wide, wider = (max(map(cells, column), default=0) for column in (places, texts))
    for mention, where, text in zip(shown, places, texts, strict=True):
        symbol, colour = LOOKS[mention.cover]
        head = f"{pad(where, wide)}  {pad(text, wider)}"
        indent = 4 + wide + 2 + wider + 2
        width = None if style.width is None else min(style.width, max(_WIDEST, indent + 40))
        if width is not None and width - indent < 24:
            indent = 6
        about = Style(style.colour, style.encoding, width).wrap(
            style.text(_about(mention, article)), indent
        )
        mark = style.paint(style.text(symbol), colour)
        if indent == 6:
            yield f"  {mark} {head.rstrip()}"
            yield from (style.paint(line, DIM) for line in about)
            continue
        first, *more = about or [""]
        yield f"  {mark} {head}  {style.paint(first.strip(), DIM)}".rstrip()
        yield from (style.paint(line, DIM) for line in more)


def _about(mention: Mention, article: ReadArticle) -> str:
    """What accounts for it, why it is excused, or the sentence that it stands in."""
    note = f" ({mention.note})" if mention.note else ""
    if mention.cover is Cover.COVERED:
        return ", ".join((*mention.figures, *mention.claims)) + note
    if mention.cover is Cover.EXCUSED:
        return mention.reason + note
    sentence = sentence_at(article.text.content, Passage(mention.start, mention.end))
    return f"'{sentence}'{note}"


def coverage_concise(article: ReadArticle, style: Style) -> str:
    """A line for each uncovered number, as compilers write them."""
    return "".join(
        style.text(
            f"{article.text.path}:{article.text.place(m.start)}: uncovered {m.kind}: "
            f"{' '.join(m.text.split())}"
        )
        + "\n"
        for m in article.mentions
        if m.cover is Cover.UNCOVERED
    )


def coverage_json(article: ReadArticle) -> str:
    """One document; one number a line; offsets are code points of the article's text."""
    counts = coverage_of(article)
    head = {
        "covered": counts.covered,
        "excused": counts.excused,
        "uncovered": counts.uncovered,
        "percent": decimal_text(counts.percent, 1, rounding="down"),
    }
    numbers = ",\n".join(json.dumps(_object(mention, article)) for mention in article.mentions)
    listed = f"[\n{numbers}\n]" if numbers else "[]"
    return (
        f'{{"schema_version": {SCHEMA_VERSION}, "article": {json.dumps(article.text.path)},\n'
        f'"summary": {json.dumps(head)},\n"numbers": {listed}}}\n'
    )


def _object(mention: Mention, article: ReadArticle) -> dict[str, Any]:
    stretch = article.text.stretch(mention.start)
    has_lines = not stretch.name
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "cover": mention.cover.value,
        "claims": mention.claims,
        "figures": mention.figures,
        "reason": mention.reason or None,
        "note": mention.note or None,
        "place": article.text.place(mention.start),
        "line": stretch.line + 1 if has_lines else None,
        "column": stretch.column + mention.start - stretch.start + 1 if has_lines else None,
    }
