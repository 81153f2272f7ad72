"""Where a statement stands: in the article, or else in the claims file."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from sensecheck.article.sentences import Sentences
from sensecheck.model import Claim, Passage, Results, place

LONGEST_SENTENCE: Final = 240
"""Characters of a sentence that are shown around what it is quoted for."""


def place_of(claim: Claim, results: Results) -> str:
    """'article.md:29' where the article makes the claim; 'claims.yaml:61' where it is not read."""
    article = results.article
    passage = article.passage_of(claim.id) if article else None
    if article is None or passage is None:
        return f"{results.document.path}:{place(claim.span)[0]}"
    return article.text.where(passage.start)


def words_of(claim: Claim, results: Results) -> str:
    """The claim's words: the article's sentence where it is read, the quotation, or one's own."""
    article = results.article
    passage = article.passage_of(claim.id) if article else None
    if article is not None and passage is not None:
        return f"'{sentence_at(article.text.content, passage)}'"
    return f"'{claim.quote}'" if claim.quote else claim.says


def sentence_at(content: str, passage: Passage) -> str:
    """The sentence that holds a passage, on one line; of a long one what is around the passage."""
    around = _sentences(content).around(passage)
    room = max(LONGEST_SENTENCE - (passage.end - passage.start), 0) // 2
    start, end = around
    if end - start > LONGEST_SENTENCE:
        start = max(start, min(passage.start - room, end - LONGEST_SENTENCE))
        end = min(end, max(passage.end + room, start + LONGEST_SENTENCE))
    words = content[start:end]
    before = start > around.start
    after = end < around.end
    if before:
        words = words.partition(" ")[2] if passage.start - start > 1 else words
    if after:
        words = words.rpartition(" ")[0]
    return f"{'… ' if before else ''}{' '.join(words.split())}{' …' if after else ''}"


@lru_cache(maxsize=2)
def _sentences(content: str) -> Sentences:
    """Parted once for a whole page of quotations."""
    return Sentences(content)
