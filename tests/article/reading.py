"""A claims file beside a text, both written out in a test."""

from __future__ import annotations

from textwrap import dedent

from sensecheck.article.lines import text_of_lines
from sensecheck.checking import check_text
from sensecheck.model import ReadArticle, Results


def results_of(claims: str, article: str) -> Results:
    """What check_text makes of both; the article is called article.md."""
    text = text_of_lines("article.md", dedent(article))
    return check_text(dedent(claims), "claims.yaml", article=lambda _: text)


def read(claims: str, article: str) -> ReadArticle:
    """The article, where nothing is wrong with the claims file."""
    results = results_of(claims, article)
    assert not results.findings, results.findings
    assert results.article is not None
    return results.article


def problems(claims: str, article: str) -> list[tuple[int, str, str]]:
    """Line, message and hint of each finding."""
    findings = results_of(claims, article).findings
    return [(f.span.line + 1, f.message, f.hint) for f in findings]
