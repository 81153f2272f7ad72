"""An article beside its claims file, read as simply as the tests of the page need it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sensecheck.checking import check_text
from sensecheck.model import Cover, Mention, Passage, ReadArticle, Results, Stretch, Text

NUMBER = re.compile(
    r"(?:(?:RMB|HKD|USD|US\$|[£$€]) ?)?[-−]?\d(?:,?\d+)*(?:\.\d+)?(?:st|nd|rd|th)?(?:%| (?:billion|million))?"
)
YEAR = re.compile(r"(?:19|20)\d\d")


def read(results: Results, content: str, path: str = "article.md") -> Results:
    """The results with an article in which words are looked up as they are written."""
    document = results.document
    verdicts = (*results.verdicts, *results.assumptions)
    quotes = {v.claim.id: p for v in verdicts for p in _first(content, v.claim.quote)}
    stated, literals = {}, {}
    for claim in (v.claim for v in verdicts):
        near = quotes.get(claim.id, Passage(0, len(content)))
        printings = claim.stated.printings if claim.stated else ()
        found = [
            passage
            for p in printings
            for passage in (
                *_first(content, p.printed.text, near),
                *_first(content, p.printed.text),
            )[:1]
        ]
        if found:
            stated[claim.id] = tuple(found)
        for operand in claim.arguments.operands:
            if operand.figure.is_literal and operand.figure.finest:
                passages = tuple(_first(content, operand.figure.finest.printed.text))
                literals[claim.id, operand.figure.name] = passages
    figures = {}
    for figure in document.figures.values():
        texts = [p.printed.text for p in figure.printings]
        texts += [p.printed.text[p.printed.start : p.printed.end] for p in figure.printings]
        found = [passage for text in texts for passage in _first(content, text)]
        if found:
            figures[figure.name] = tuple(found[:1])
    bare = ReadArticle(text_of(content, path), (), quotes, stated, figures, literals)
    mentions = tuple(_mentions(bare, results))
    return replace(results, article=replace(bare, mentions=mentions))


def text_of(content: str, path: str = "article.md") -> Text:
    starts = [0, *(match.end() for match in re.finditer("\n", content))]
    return Text(path, content, tuple(Stretch(start, line, 0) for line, start in enumerate(starts)))


def checked(claims: str, content: str, path: str = "article.md") -> Results:
    """A claims file and its article, both as texts."""
    return read(check_text(claims), content, path)


def checked_file(path: Path) -> Results:
    """A claims file on disk, with the article.md beside it."""
    results = check_text(path.read_text(encoding="utf-8"), path.name)
    return read(results, (path.parent / "article.md").read_text(encoding="utf-8"))


def _first(content: str, text: str, near: Passage | None = None) -> Iterator[Passage]:
    """Where the text stands first, as a number or words of its own."""
    if not text:
        return
    pattern = re.compile(rf"(?<![\w.,-]){re.escape(text)}(?![\w]|[.,]\d)")
    start, end = near or (0, len(content))
    for match in pattern.finditer(content, start, end):
        yield Passage(*match.span())
        return
    if near is None and (at := content.find(text)) >= 0:
        yield Passage(at, at + len(text))


def _mentions(article: ReadArticle, results: Results) -> Iterator[Mention]:
    content = article.text.content
    ignored = [
        (passage, reason)
        for words, reason in results.document.article.ignore.items()
        for passage in _first(content, words)
    ]
    silent = {v.claim.id for v in results.verdicts if v.claim.stated is None}
    for match in NUMBER.finditer(content):
        here = Passage(*match.span())
        claims = [name for name, every in article.stated.items() if _any(here, every)]
        claims += [n for n, quote in article.quotes.items() if n in silent and _any(here, (quote,))]
        figures = tuple(name for name, every in article.figures.items() if _any(here, every))
        reasons = [reason for passage, reason in ignored if _any(here, (passage,))]
        if YEAR.fullmatch(match.group()):
            reasons.append("a year")
        cover = (
            Cover.COVERED if claims or figures else Cover.EXCUSED if reasons else Cover.UNCOVERED
        )
        reason = reasons[0] if reasons and cover is Cover.EXCUSED else ""
        yield Mention(*here, match.group(), "number", cover, tuple(claims), figures, reason)


def _any(here: Passage, every: tuple[Passage, ...]) -> bool:
    return any(here.start < other.end and other.start < here.end for other in every)
