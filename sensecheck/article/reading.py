"""The article beside its claims file: numbers found, anchored, and accounted for."""

from __future__ import annotations

from sensecheck.article.anchors import anchor
from sensecheck.article.coverage import mentions
from sensecheck.model import Document, Finding, ReadArticle, Text
from sensecheck.numbers.prose import find


def read_article(document: Document, text: Text) -> tuple[ReadArticle, tuple[Finding, ...]]:
    """The article beside its claims file, and what of the file the article does not bear out."""
    found = find(text.content)
    anchors = anchor(document, text, found)
    article = ReadArticle(
        text=text,
        mentions=mentions(document, text, found, anchors),
        quotes=anchors.quotes,
        stated=anchors.stated,
        figures=anchors.figures,
        literals=anchors.literals,
    )
    return article, tuple(anchors.findings)
