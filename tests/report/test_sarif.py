"""SARIF: what GitHub wants beyond the schema (which tests/external/ holds it to)."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest

from sensecheck.model import Results
from sensecheck.report import sarif as module
from sensecheck.report.kinds import Kind, Level
from sensecheck.report.positions import Position
from sensecheck.report.problems import Problem, Related, problems
from sensecheck.report.sarif import FINGERPRINT, sarif
from tests.conftest import Golden
from tests.report import troubles


def run_of(*every: Results) -> Any:
    return json.loads(sarif(problems(every, verbose=True), "1.2.3"))["runs"][0]


def result_of(problem: Problem) -> Any:
    (result,) = json.loads(sarif([problem], "1.2.3"))["runs"][0]["results"]
    return result


def problem(message: str = "bad", **changes: Any) -> Problem:
    at = Position("claims.yaml", 2, 3, 2, 9)
    return replace(Problem(Kind.FAIL, Level.ERROR, "a", message, at, fingerprint="f"), **changes)


def test_the_whole_log(golden: Golden) -> None:
    results = troubles.everything(article="article.md")
    text = sarif(problems([results]), "1.2.3")
    golden.check("formats/sarif.json", text)
    assert text.isascii()


@pytest.mark.parametrize(
    "results",
    [troubles.everything(article="article.md"), troubles.hostile(), troubles.everything()],
)
def test_what_github_wants(results: Results) -> None:
    log = json.loads(sarif(problems([results], verbose=True), "1.2.3"))
    assert (log["$schema"], log["version"]) == (module.SCHEMA, "2.1.0")
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "sensecheck"
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        texts = (rule["shortDescription"], rule["fullDescription"], rule["help"])
        assert rule["id"]
        assert all(text["text"] for text in texts)
        assert len(rule["shortDescription"]["text"]) <= 1024
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert result["partialFingerprints"][FINGERPRINT]
        assert "primaryLocationLineHash" not in result["partialFingerprints"]
        (location,) = result["locations"]
        for place in (location, *result["relatedLocations"]):
            check_place(place["physicalLocation"])


def check_place(physical: Any) -> None:
    address, region = physical["artifactLocation"]["uri"], physical["region"]
    assert re.fullmatch(r"(?:[\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2})+", address, re.ASCII)
    assert not address.startswith("/")
    start = (region["startLine"], region["startColumn"])
    assert (1, 1) <= start < (region["endLine"], region["endColumn"])


def test_one_result_by_hand() -> None:
    run = run_of(troubles.everything(article="article.md"))
    (result,) = (r for r in run["results"] if r["properties"]["name"] == "too-few")
    assert result["level"] == "error"
    assert result["message"]["text"] == (
        "fail too-few: stated 1,528 employees, recomputed 1,582 employees; likely slip: "
        "1,528 for 1,582, two digits swapped; see [the article, line 4](1)"
    )
    root = {"uriBaseId": "%SRCROOT%"}
    region = {"startLine": 28, "startColumn": 13, "endLine": 28, "endColumn": 28}
    place = {"artifactLocation": {"uri": "claims.yaml", **root}, "region": region}
    assert result["locations"] == [{"physicalLocation": place}]
    article, before, after = result["relatedLocations"]
    region = {"startLine": 4, "startColumn": 4, "endLine": 4, "endColumn": 9}
    place = {"artifactLocation": {"uri": "article.md", **root}, "region": region}
    text = {"text": "the article, line 4"}
    assert article == {"id": 1, "message": text, "physicalLocation": place}
    assert before["message"]["text"] == "staff.2021: 6,113 employees"
    assert after["id"] == 3


def test_a_conflict_links_to_its_statements() -> None:
    run = run_of(troubles.everything())
    (conflict,) = (r for r in run["results"] if r["ruleId"] == "conflict")
    assert conflict["message"]["text"].endswith(" million; see [more](1)")
    (other,) = conflict["relatedLocations"]
    assert other["physicalLocation"]["region"]["startLine"] == 58


def test_accepted_ones_are_suppressed_and_the_others_say_that_they_are_not() -> None:
    results = {r["properties"]["name"]: r for r in run_of(troubles.everything())["results"]}
    assert results["too-few-kept"]["level"] == "note"
    assert results["too-few-kept"]["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "counted otherwise"}
    ]
    assert results["too-few"]["suppressions"] == []


# ── texts ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("rose [sic] 5", "rose [sic] 5"),
        ("{0} of {x}", "{{0}} of {{x}}"),
        ("[a](http://b)", "[a]\u200b(http://b)"),
        ("[a](1)", "[a]\u200b(1)"),
        ("<script> %0A ::x", "<script> %0A ::x"),
    ],
)
def test_a_message_has_no_placeholders_and_no_links(text: str, written: str) -> None:
    assert result_of(problem(text))["message"]["text"] == written


def test_the_text_of_a_link_may_hold_anything() -> None:
    other = Related(Position("claims.yaml", 4, 1, 4, 2), r"a\b](1) [c]")
    clash = problem("bad", kind=Kind.CONFLICT, related=(other,))
    said = result_of(clash)["message"]["text"]
    assert said == "bad; see [a\\\\b\\]\u200b(1) \\[c\\]](1)"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("claims.yaml", "claims.yaml"),
        ("a b/c#d?e%f.yaml", "a%20b/c%23d%3Fe%25f.yaml"),
        ("x:y/claims.yaml", "x%3Ay/claims.yaml"),
        ("é/🎉.yaml", "%C3%A9/%F0%9F%8E%89.yaml"),
        ("a\\b.yaml", "a%5Cb.yaml"),
        ("caf\udce9.yaml", "caf%E9.yaml"),
    ],
)
def test_addresses(path: str, address: str) -> None:
    result = result_of(problem(position=Position(path, 1, 1, 1, 2)))
    (location,) = result["locations"]
    artifact = location["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": address, "uriBaseId": "%SRCROOT%"}
    assert unquote(address, errors="surrogateescape") == path


def test_a_file_outside_any_repository() -> None:
    result = result_of(problem(position=Position("/tmp/a b.yaml", 1, 1, 1, 2)))
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///tmp/a%20b.yaml"}


# ── numbers ──────────────────────────────────────────────────────────────────────────────────


def test_of_too_many_the_worst_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    many = [problem(level=level) for level in (Level.NOTE, Level.WARNING, Level.ERROR)]
    (run,) = json.loads(sarif(many, "1"))["runs"]
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"] == "1 more problems are left out: 2 is the most."


def test_github_takes_as_many() -> None:
    many = json.loads(sarif([problem()] * 25_001, "1"))["runs"][0]
    assert len(many["results"]) == 25_000


def test_nothing_wrong() -> None:
    (run,) = json.loads(sarif([], "1"))["runs"]
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]
