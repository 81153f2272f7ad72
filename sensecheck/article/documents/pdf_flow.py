"""The lines of a PDF file as running text: without page numbers, with divided words made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from sensecheck.article.documents.composing import without_soft_hyphens
from sensecheck.article.documents.pdf_lines import Gap, Line
from sensecheck.numbers.nouns import noun
from sensecheck.numbers.units_table import currencies, measures
from sensecheck.numbers.words import SCALES


class Part(NamedTuple):
    """Some text, what sets it apart from the text before it, and the page that it stands on."""

    separator: str
    text: str
    page: int


def flowing(pages: Sequence[Sequence[Line]]) -> Iterator[Part]:
    """The text of the pages, line by line."""
    lines = [
        (number, line)
        for number, page in enumerate(_without_numbers(pages), start=1)
        for line in page
    ]
    known = _whole_words(line.text for _, line in lines)
    before, taken = "", ""
    for index, (page, line) in enumerate(lines):
        following = lines[index + 1][1].text if index + 1 < len(lines) else ""
        text = line.text.removeprefix(taken).lstrip()
        text, taken = _made_whole(text, following, known)
        if text:
            yield Part(_separator(before, line.gap, text), without_soft_hyphens(text), page)
            before = text


_PAGE_NUMBER: Final = re.compile(
    r"(?:page|p\.)?\s*[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_EDGE: Final = 2


def _without_numbers(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The pages without the lines at their edges that are nothing but a number counting them."""
    edges = [
        {
            index: int(number[1]) - count
            for index, line in enumerate(page)
            if (index < _EDGE or index >= len(page) - _EDGE)
            and (number := _PAGE_NUMBER.fullmatch(line.text))
        }
        for count, page in enumerate(pages)
    ]
    offsets = Counter(offset for edge in edges for offset in set(edge.values()))
    offset, times = max(offsets.items(), key=lambda item: item[1], default=(0, 0))
    for page, edge in zip(pages, edges, strict=True):
        yield [line for index, line in enumerate(page) if times < 2 or edge.get(index) != offset]


_SENTENCE_END: Final = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


def _separator(before: str, gap: Gap, text: str) -> str:
    """A sentence may go on in the next column and on the next page."""
    if gap is Gap.ELSEWHERE:
        goes_on = text[0].islower() or text[0].isdigit() or text[0] in "$£€¥("
        return "\n" if goes_on and not _SENTENCE_END.search(before) else "\n\n"
    return "\n" if gap is Gap.NEXT else "\n\n"


_DIVIDED: Final = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]")
_REST: Final = re.compile(r"([^\W\d_]+)\S*")
_WHOLE: Final = re.compile(r"(?<![-\u00ad\u2010\w])[^\W\d_]{3,}(?![-\u00ad\u2010\w])")


def _whole_words(texts: Iterable[str]) -> frozenset[str]:
    """Every word that stands somewhere without a hyphen, in lower case."""
    return frozenset(word.lower() for text in texts for word in _WHOLE.findall(text))


def _made_whole(text: str, following: str, known: Collection[str]) -> tuple[str, str]:
    """The line with the rest of the word that it divides, and what that takes from the next line.

    A hyphen may be part of the word (well-known, twenty-five), so the word must be met elsewhere
    without one, or be one of those that the reading of numbers turns on.
    """
    head, rest = _DIVIDED.search(text, _last_word(text)), _REST.match(following)
    if head is None or head.end() != len(text) or rest is None or not rest[1][0].islower():
        return text, ""
    word = (head[1] + rest[1]).lower()
    if text[-1] == "\u00ad" or word in known or _is_told_by(word):
        return text[:-1] + rest[0], rest[0]
    return text, ""


def _last_word(text: str) -> int:
    return text.rfind(" ") + 1


def _is_told_by(word: str) -> bool:
    """Whether a number is read in another way with the word behind it."""
    return word in SCALES or word in measures() or word in currencies() or noun(word) is not None
