"""GitLab's code quality report."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from sensecheck.model import Results
from sensecheck.report.gitlab import gitlab
from sensecheck.report.positions import Position
from sensecheck.report.problems import problems
from tests.conftest import Golden
from tests.report import troubles


def entries(*every: Results) -> Any:
    return json.loads(gitlab(problems(every, verbose=True)))


def test_the_whole_report(golden: Golden) -> None:
    results = troubles.everything(article="article.md")
    golden.check("formats/gitlab.json", gitlab(problems([results])))


@pytest.mark.parametrize("results", [troubles.everything(article="a.md"), troubles.hostile()])
def test_what_gitlab_wants(results: Results) -> None:
    every = entries(results, troubles.everything("other/claims.yaml"))
    for entry in every:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert re.fullmatch("[a-z-]+", entry["check_name"])
        assert "\n" not in entry["description"]
        assert not entry["location"]["path"].startswith((".", "/"))
        assert entry["location"]["lines"]["begin"] >= 1
    fingerprints = [entry["fingerprint"] for entry in every]
    assert len(set(fingerprints)) == len(fingerprints)


def test_one_entry_by_hand_and_that_of_the_article() -> None:
    every = entries(troubles.everything(article="article.md"))
    claim, article = (e for e in every if e["description"].startswith("fail too-few:"))
    assert claim["check_name"] == "fail"
    assert claim["severity"] == "critical"
    assert claim["location"] == {"path": "claims.yaml", "lines": {"begin": 28}}
    assert article["location"] == {"path": "article.md", "lines": {"begin": 4}}
    assert article["fingerprint"] == f"{claim['fingerprint']}-article-0"


def test_a_line_of_the_article_has_one_entry() -> None:
    (problem,) = (p for p in problems([troubles.everything(article="a.md")]) if p.name == "too-few")
    twice = replace(
        problem,
        article=(
            Position("a.md", 4, 1, 4, 3),
            Position("a.md", 4, 8, 4, 9),
            Position("a.md", 5, 1, 5, 2),
        ),
    )
    lines = [entry["location"]["lines"]["begin"] for entry in json.loads(gitlab([twice]))]
    assert lines == [28, 4, 5]


def test_a_name_that_is_no_text_is_shown() -> None:
    (entry, *_) = entries(troubles.everything("caf\udce9.yaml"))
    assert entry["location"]["path"] == "caf\\udce9.yaml"


def test_levels() -> None:
    severities = {
        e["description"].split(":")[0]: e["severity"] for e in entries(troubles.everything())
    }
    assert severities["fail too-few"] == "critical"
    assert severities["discrepancy revenue-2020"] == "minor"
    assert severities["discrepancy revenue-2020-kept"] == "info"
    assert severities["unverifiable rounds"] == "info"


def test_nothing_wrong() -> None:
    assert gitlab([]) == "[]\n"
