"""The lines of a PDF file as running text, without what stands on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from sensecheck.article.documents.composing import without_soft_hyphens
from sensecheck.article.documents.pdf_lines import Gap, Line
from sensecheck.numbers.currencies import currencies
from sensecheck.numbers.measures import measures
from sensecheck.numbers.nouns import noun
from sensecheck.numbers.number_words import SCALES


class Part(NamedTuple):
    """Some text, what sets it apart from the text before it, and the page that it stands on."""

    separator: str
    text: str
    page: int


def flowing(pages: Sequence[Sequence[Line]]) -> Iterator[Part]:
    """The text of the pages, line by line."""
    lines = [(number, line) for number, page in enumerate(_bodies(pages), start=1) for line in page]
    known = _whole_words(line.text for _, line in lines)
    before, taken = "", ""
    for index, (page, line) in enumerate(lines):
        following = lines[index + 1][1].text if index + 1 < len(lines) else ""
        text = line.text.removeprefix(taken).lstrip()
        text, taken = _made_whole(text, following, known)
        if text:
            yield Part(_separator(before, line.gap, text), without_soft_hyphens(text), page)
            before = text


_NUMBER: Final = re.compile(r"\d{1,4}")
_BARE: Final = re.compile(r"\W*(?:page|p)?\W*|\W*(?:of\W*)?\d*\W*", re.IGNORECASE)
_EDGE: Final = 2
_LONGEST: Final = 200


class _Counting(NamedTuple):
    """A line but for a number in it, and how far that is from the number of its page."""

    before: str
    after: str
    ahead: int


def _bodies(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The pages without the lines at their edges that count them, and with each other one once."""
    edges = list(_edges(pages))
    left_out = {(edge.page, edge.line) for edge in [*_counted(edges, len(pages)), *_again(edges)]}
    for number, page in enumerate(pages):
        body = [line for index, line in enumerate(page) if (number, index) not in left_out]
        yield [line._replace(gap=Gap.ELSEWHERE) for line in body[:1]] + body[1:]


class _Edge(NamedTuple):
    """A line among the first or the last ones of a page."""

    page: int
    line: int
    text: str
    is_head: bool


def _edges(pages: Sequence[Sequence[Line]]) -> Iterator[_Edge]:
    for number, page in enumerate(pages):
        for index, line in enumerate(page):
            is_head = index < _EDGE
            if (is_head or index >= len(page) - _EDGE) and len(line.text) <= _LONGEST:
                yield _Edge(number, index, line.text, is_head)


def _again(edges: Sequence[_Edge]) -> Iterator[_Edge]:
    """The heads that have stood before and the feet that will again: they part no sentence then."""
    for is_head, order in ((True, edges), (False, edges[::-1])):
        page_of: dict[str, int] = {}
        for edge in order:
            is_meant = edge.is_head is is_head and re.search(r"[^\W\d_]", edge.text)
            if is_meant and page_of.setdefault(edge.text, edge.page) != edge.page:
                yield edge


def _counted(edges: Sequence[_Edge], pages: int) -> Iterator[_Edge]:
    """The edges that are the same on many pages but for a number, which counts them."""
    times = Counter(c for _, c in {(edge.page, c) for edge in edges for c in _countings(edge)})
    running = {
        counting
        for counting, count in times.items()
        if count >= (2 if _is_bare(counting) else 3) and 4 * count >= pages
    }
    return (edge for edge in edges if not running.isdisjoint(_countings(edge)))


def _countings(edge: _Edge) -> Iterator[_Counting]:
    for number in _NUMBER.finditer(edge.text):
        before, after = edge.text[: number.start()], edge.text[number.end() :]
        yield _Counting(before, after, int(number.group()) - edge.page)


def _is_bare(counting: _Counting) -> bool:
    """Whether a page is counted without further words: '7', '- 7 -', 'Page 7 of 9'."""
    return all(_BARE.fullmatch(text) for text in (counting.before, counting.after))


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
