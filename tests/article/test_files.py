"""Which file is the article, and what is said where it cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from sensecheck.checking import check
from sensecheck.model import Results

CLAIMS = """\
article:
  text: {}
figures:
  staff:
    2021: 6,113 employees
    2022: 5,098 employees
claims:
  fewer:
    rule: compare
    figure: staff.2022
    stated: lower
    than: staff.2021
"""
TEXT = "First 6,113 employees, then 5,098 employees.\n"


def checked(folder: Path, named: str, article: Path | None = None) -> Results:
    path = folder / "claims.yaml"
    path.write_text(CLAIMS.format(named), encoding="utf-8")
    return check(path, article=article)


def message(results: Results) -> tuple[int, int, str, str]:
    """The one finding of a file: line and column from 1, what is wrong, what to do."""
    (finding,) = results.findings
    return finding.span.line + 1, finding.span.column + 1, finding.message, finding.hint


def test_the_article_lies_beside_the_claims_file(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "article.md").write_text(TEXT, encoding="utf-8")
    results = checked(tmp_path, "texts/article.md")
    assert results.article is not None and not results.findings
    assert results.article.text.where(0) == f"{tmp_path}/texts/article.md:1"


def test_another_article_may_lie_anywhere(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    other = tmp_path / "other.txt"
    other.write_text(TEXT.replace("5,098", "5,099"), encoding="utf-8")
    results = checked(tmp_path / "claims", "article.md", other)
    assert message(results) == (
        6,
        11,
        "the article does not print '5,098 employees'",
        f"{other}:1 prints 5,099 employees",
    )


def test_no_such_article(tmp_path: Path) -> None:
    results = checked(tmp_path, "article.md")
    assert results.article is None
    assert message(results) == (
        2,
        9,
        f"no such article: {tmp_path}/article.md",
        "write it, or delete 'text'",
    )


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "article.md").mkdir()
    assert message(checked(tmp_path, "article.md"))[2].endswith("is a folder, not an article")


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "article.md").write_bytes(b"First\nthen \xe4")
    assert message(checked(tmp_path, "article.md"))[2] == (
        f"{tmp_path}/article.md: not UTF-8: the byte 0xE4 at 2:6"
    )


@pytest.mark.parametrize("target", ["/etc/hostname", "../outside.md"])
def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path, target: str) -> None:
    (tmp_path / "outside.md").write_text(TEXT, encoding="utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "article.md").symlink_to(target)
    results = checked(inside, "article.md")
    assert results.article is None
    assert message(results)[2] == "the article lies outside this folder"


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "final.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "article.md").symlink_to("final.md")
    assert checked(tmp_path, "article.md").article is not None


def test_the_verdicts_do_not_need_the_article(tmp_path: Path) -> None:
    assert [v.outcome.value for v in checked(tmp_path, "article.md").verdicts] == ["pass"]
