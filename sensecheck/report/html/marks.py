"""What is marked in the article's text: its numbers, and the words of claims that print none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sensecheck.model import Claim, Cover, Mention, Passage, ReadArticle, Results
from sensecheck.report.html.standing import EXCUSED, FIGURE, UNCOVERED, Standing, rank, worst


@dataclass(slots=True)
class Mark:
    """A stretch of the text and how it stands.

    `claims` are those that are made here, the worst first, `users` those that only take a figure
    from here. `words` are marked by a sign at their end, since no number of theirs can be. `index`
    counts the marks as they stand on the page; 0 is not set yet.
    """

    start: int
    end: int
    standing: Standing = UNCOVERED
    claims: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    mention: Mention | None = None
    words: bool = False
    index: int = 0


def marks_of(results: Results, standings: Mapping[str, Standing]) -> list[Mark]:
    """The marks of a file's article in the order of the text; none where there is no article."""
    article = results.article
    if article is None:
        return []
    claims = {v.claim.id: v.claim for v in (*results.verdicts, *results.assumptions)}
    numbers = [_settled(mark, article, claims, standings) for mark in _numbers(article)]
    made = {claim for mark in numbers for claim in mark.claims}
    words = (
        Mark(*_within(passage, article), standings[name], (name,), words=True)
        for name, passage in article.quotes.items()
        if name in claims and name not in made
    )
    return sorted([*numbers, *words], key=lambda mark: mark.end if mark.words else mark.start)


def _numbers(article: ReadArticle) -> Iterator[Mark]:
    """Each number of the text, and each figure or result found there; what overlaps is one."""
    found = [
        Mark(m.start, m.end, mention=m, users=m.claims, figures=m.figures) for m in article.mentions
    ]
    found += [Mark(*p, claims=(name,)) for name, every in article.stated.items() for p in every]
    found += [Mark(*p, figures=(name,)) for name, every in article.figures.items() for p in every]
    found += [
        Mark(*p, users=(name,)) for (name, _), every in article.literals.items() for p in every
    ]
    current: Mark | None = None
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        mark.start, mark.end = _within(Passage(mark.start, mark.end), article)
        if mark.start == mark.end:
            continue
        if current is None or mark.start >= current.end:
            if current is not None:
                yield current
            current = mark
            continue
        current.end = max(current.end, mark.end)
        current.mention = current.mention or mark.mention
        current.claims += mark.claims
        current.users += mark.users
        current.figures += mark.figures
    if current is not None:
        yield current


def _within(passage: Passage, article: ReadArticle) -> Passage:
    size = len(article.text.content)
    start = min(max(passage.start, 0), size)
    return Passage(start, min(max(passage.end, start), size))


def _settled(
    mark: Mark,
    article: ReadArticle,
    claims: Mapping[str, Claim],
    standings: Mapping[str, Standing],
) -> Mark:
    """The mark with its standing, and with its claims and users told apart."""
    users = [name for name in dict.fromkeys(mark.users) if name in claims]
    made = {name for name in mark.claims if name in claims}
    made |= {name for name in users if claims[name].stated is None and name not in article.stated}
    mark.claims = tuple(sorted(made, key=lambda name: (rank(standings[name]), claims[name].span)))
    mark.users = tuple(name for name in users if name not in made)
    mark.figures = tuple(dict.fromkeys(mark.figures))
    judged = [standings[name] for name in (*mark.claims, *mark.figures) if name in standings]
    if judged:
        mark.standing = worst(judged)
    elif mark.figures or mark.users or mark.mention is None:
        mark.standing = FIGURE
    else:
        mark.standing = _COVERS[mark.mention.cover]
    return mark


_COVERS = {Cover.COVERED: FIGURE, Cover.EXCUSED: EXCUSED, Cover.UNCOVERED: UNCOVERED}
