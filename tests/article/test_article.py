"""claims.yaml beside article.md: every number accounted for, and every digit of them watched."""

from __future__ import annotations

from pathlib import Path

import pytest

from sensecheck.article.files import read_text
from sensecheck.article.lines import text_of_lines
from sensecheck.article.reading import read_article
from sensecheck.claims_file import load
from sensecheck.model import Cover, Document, ReadArticle, Severity, Text

ROOT = Path(__file__).parents[2]
ORIGINAL = ROOT.parent / "shared" / "article.txt"
ARTICLES = ("claims.yaml", "examples/clean/claims.yaml", "examples/errors/claims.yaml")


@pytest.fixture(scope="module")
def document() -> Document:
    return load((ROOT / "claims.yaml").read_text(encoding="utf-8"), "claims.yaml")


@pytest.fixture(scope="module")
def text() -> Text:
    return read_text(str(ROOT / "article.md"))


@pytest.mark.parametrize("name", ARTICLES)
def test_all_that_the_claims_file_says_is_in_the_article(name: str) -> None:
    claims = ROOT / name
    document = load(claims.read_text(encoding="utf-8"), name)
    article, findings = read_article(document, read_text(str(claims.with_name("article.md"))))
    assert findings == ()
    for claim in document.claims:
        if claim.stated is not None and claim.stated.printings:
            assert article.stated[claim.id], claim.id
        if claim.quote:
            assert article.quotes[claim.id], claim.id


@pytest.mark.parametrize("name", ARTICLES)
def test_every_number_is_covered_or_excused(name: str) -> None:
    claims = ROOT / name
    document = load(claims.read_text(encoding="utf-8"), name)
    article, _ = read_article(document, read_text(str(claims.with_name("article.md"))))
    assert uncovered(article) == []


def test_every_number_of_the_original_is_covered_or_excused(document: Document) -> None:
    if not ORIGINAL.is_file():
        pytest.skip("the original article is not beside this repository")
    article, findings = read_article(document, read_text(str(ORIGINAL)))
    assert uncovered(article) == []
    # Its sentences are other ones than ours; its figures are the same.
    messages = {f.message for f in findings if f.severity is Severity.ERROR}
    assert messages <= {
        "the article does not say the quoted words",
    }


def test_a_digit_that_changes_in_the_article_is_seen(document: Document, text: Text) -> None:
    """Each covered number in turn, with another last digit, where it stands only once."""
    article, _ = read_article(document, text)
    seen = 0
    for mention in article.mentions:
        digits = [i for i in range(mention.start, mention.end) if text.content[i] in "0123456789"]
        if mention.cover is not Cover.COVERED or not digits:
            continue
        last = digits[-1]
        other = str((int(text.content[last]) + 1) % 10)
        changed = f"{text.content[:last]}{other}{text.content[last + 1 :]}"
        _, findings = read_article(document, text_of_lines("article.md", changed))
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        alike = [m for m in article.mentions if digits_of(m.text) == digits_of(mention.text)]
        assert errors or len(alike) > 1, mention
        seen += bool(errors)
    assert seen >= 85


def digits_of(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def uncovered(article: ReadArticle) -> list[tuple[str, str]]:
    return [
        (article.text.place(mention.start), mention.text)
        for mention in article.mentions
        if mention.cover is Cover.UNCOVERED
    ]
