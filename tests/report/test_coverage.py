"""Coverage on the screen, line by line, and as JSON."""

from __future__ import annotations

import json

import pytest

from sensecheck.model import Cover, Mention, ReadArticle
from sensecheck.report.coverage import (
    Coverage,
    coverage_concise,
    coverage_json,
    coverage_of,
    coverage_table,
    uncovered_lines,
)
from sensecheck.report.style import Style, cells
from tests.article.reading import read

CLAIMS = """\
figures:
  staff:
    2021: 6,113 employees
    2023: 4,531 employees
claims:
  layoffs:
    rule: decrease
    from: staff.2021
    to: staff.2023
    stated: 1,582 employees
"""
TEXT = """\
From 6,113 employees in 2021 to 4,531 employees in 2023: 1,582 employees left.
It took 3 months.
"""

TABLE = """\
article.md
  ○ 2:9  3 months  'It took 3 months.'

  6 numbers: 3 covered · 2 excused · 1 uncovered
  75% of the numbers that nothing excuses are covered
"""

EVERYTHING = """\
article.md
  ✓ 1:6   6,113 employees  staff.2021
  · 1:25  2021             a year
  ✓ 1:33  4,531 employees  staff.2023
  · 1:52  2023             a year
  ✓ 1:58  1,582 employees  layoffs
  ○ 2:9   3 months         'It took 3 months.'

  6 numbers: 3 covered · 2 excused · 1 uncovered
  75% of the numbers that nothing excuses are covered
"""


@pytest.fixture
def article() -> ReadArticle:
    return read(CLAIMS, TEXT)


def test_what_nothing_accounts_for(article: ReadArticle) -> None:
    assert coverage_table(article, Style()) == TABLE


def test_everything(article: ReadArticle) -> None:
    assert coverage_table(article, Style(), verbose=True) == EVERYTHING


@pytest.mark.parametrize("width", [20, 40, 60, 200])
def test_no_screen_is_too_narrow(article: ReadArticle, width: int) -> None:
    screen = coverage_table(article, Style(width=width), verbose=True)
    words = " ".join(screen.split())
    assert "6,113 employees staff.2021" in words and "'It took 3 months.'" in words
    if width >= 40:
        assert max(map(cells, screen.splitlines())) <= width


def test_in_verify_only_what_nothing_accounts_for(article: ReadArticle) -> None:
    title, row = uncovered_lines(article, Style())
    assert title == "  Numbers that no claim or figure accounts for"
    assert row == "  ○ 2:9  3 months  'It took 3 months.'"
    assert list(uncovered_lines(read(CLAIMS, TEXT.splitlines()[0]), Style())) == []


def test_a_line_each(article: ReadArticle) -> None:
    assert coverage_concise(article, Style()) == "article.md:2:9: uncovered dimension: 3 months\n"


def test_json(article: ReadArticle) -> None:
    document = json.loads(coverage_json(article))
    assert document["summary"] == {
        "covered": 3,
        "excused": 2,
        "uncovered": 1,
        "percent": "75.0",
    }
    last = document["numbers"][-1]
    assert last == {
        "start": TEXT.index("3 months"),
        "end": TEXT.index("3 months") + len("3 months"),
        "text": "3 months",
        "kind": "dimension",
        "cover": "uncovered",
        "claims": [],
        "figures": [],
        "reason": None,
        "note": None,
        "place": "2:9",
        "line": 2,
        "column": 9,
    }


def test_only_what_is_complete_is_100() -> None:
    # 1999 of 2000 are 99.95 %, which would round to 100.
    assert Coverage(1999, 0, 1).percent_text == "99.9%"
    assert Coverage(2000, 5, 0).percent_text == "100%"
    assert Coverage(0, 0, 0).percent_text == "100%"


def test_counts(article: ReadArticle) -> None:
    assert coverage_of(article) == Coverage(covered=3, excused=2, uncovered=1)
    assert isinstance(article.mentions[0], Mention)
    assert [m.cover for m in article.mentions].count(Cover.EXCUSED) == 2
