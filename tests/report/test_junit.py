"""JUnit XML, as junitparser reads it back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from junitparser import JUnitXml

from sensecheck.model import Results
from sensecheck.report import junit as module
from sensecheck.report.junit import junit
from sensecheck.report.style import Style
from tests.conftest import Golden
from tests.report import build, troubles


def suites(*every: Results, strict: bool = False) -> list[Any]:
    return list(JUnitXml.fromstring(junit(every, strict=strict).encode("ascii")))


def cases(*every: Results, strict: bool = False) -> dict[str, Any]:
    """Each case by its name: what it came to, or None."""
    return {
        case.name: next(iter([*case.result, *case]), None)
        for suite in suites(*every, strict=strict)
        for case in suite
    }


def kinds(found: dict[str, Any]) -> dict[str, str]:
    return {name: "pass" if what is None else what._tag for name, what in found.items()}


def test_the_whole_report(golden: Golden) -> None:
    golden.check("formats/junit.xml", junit([troubles.everything()]))


def test_a_case_for_each_claim_and_for_what_else_is_wrong() -> None:
    assert kinds(cases(troubles.everything())) == {
        "layoffs": "pass",
        "too-few": "failure",
        "too-few-kept": "system-out",
        "revenue-2020": "system-out",
        "revenue-2020-kept": "system-out",
        "revenue-2021": "pass",
        "staff-a-year-ago": "skipped",
        "rounds": "skipped",
        "stale": "pass",
        "expenses-up": "skipped",
        "less": "skipped",
        "more": "skipped",
        "figure expenses.2021": "failure",
        "conflict less+more": "failure",
        "claims file: stale is accepted, but is no trouble any more: pass; remove 'accepted'": (
            "system-out"
        ),
        "claims file: unknown figure 'staf.2021'; did you mean staff.2021?": "error",
    }


def test_a_strict_run_fails_on_discrepancies_and_warnings() -> None:
    found = kinds(cases(troubles.everything(), strict=True))
    assert found["revenue-2020"] == "failure"
    assert found["revenue-2020-kept"] == "system-out"
    assert [what for name, what in found.items() if name.startswith("claims file: stale")] == [
        "error"
    ]


def test_the_numbers_add_up() -> None:
    text = junit([troubles.everything(), build.sample()])
    top = ElementTree.fromstring(text)
    for suite in top:
        found = [result.tag for case in suite for result in case]
        assert int(suite.get("tests", "")) == len(suite)
        assert int(suite.get("failures", "")) == found.count("failure")
        assert int(suite.get("errors", "")) == found.count("error")
        assert int(suite.get("skipped", "")) == found.count("skipped")
    assert top.get("tests") == str(16 + 11)  # of the sample: 8 claims, a figure, 2 conflicts
    assert (top.get("failures"), top.get("errors")) == ("7", "1")  # 3 and 4


def test_a_failure_says_all() -> None:
    failure = cases(troubles.everything())["too-few"]
    message = (
        "fail too-few: stated 1,528 employees, recomputed 1,582 employees; "
        "likely slip: 1,528 for 1,582, two digits swapped"
    )
    assert (failure.type, failure.message) == ("fail", message)
    lines = failure.text.splitlines()
    assert lines[0] == f"claims.yaml:28:13: {message}"
    assert "  decrease = from − to" in lines  # and all that explain says
    assert cases(troubles.everything())["conflict less+more"].text.count("profit.2022") > 2


def test_of_many_failures_the_first_are_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    found = cases(troubles.everything())
    assert len(found["figure expenses.2021"].text.splitlines()) > 2
    assert len(found["too-few"].text.splitlines()) > 2
    assert found["conflict less+more"].text.splitlines()[1:] == []


def test_what_is_skipped_and_what_passes_with_a_remark() -> None:
    found = cases(troubles.everything())
    assert found["staff-a-year-ago"].message == (
        "unverifiable staff-a-year-ago: stated 6.9%; staff.h1_2023 is not printed; "
        "it must be 5,016 … 5,020"
    )
    remark = "claims.yaml:40:13: discrepancy revenue-2020: stated 13.86%, recomputed 13.84%"
    assert found["revenue-2020"].text.startswith(remark)


def test_a_suite_for_each_file() -> None:
    every = suites(troubles.everything(), troubles.hostile("b/x.claims.yaml"))
    assert [suite.name for suite in every] == ["claims.yaml", "b/x.claims.yaml"]
    assert {case.classname for case in every[1]} == {"b/x.claims.yaml"}


def test_findings_that_say_the_same_are_told_apart() -> None:
    finding = troubles.everything().findings[1]
    again = replace(finding, span=build.span(60))
    names = list(cases(build.results(findings=(finding, again))))
    first = "claims file: unknown figure 'staf.2021'; did you mean staff.2021?"
    assert names == [first, f"{first} (2)"]


@pytest.mark.parametrize(
    "text",
    [
        troubles.NASTY,
        "a\x00b\x1b[31m",
        "\ufffe\uffff",
        "]]>",
        "\u202eabc\u200f",
        "\udc80",
        "&amp;<",
    ],
)
def test_any_text_is_xml(text: str) -> None:
    verdict = replace(build.fail(), reason=text)
    missing = replace(build.unverifiable(), reason=text)
    finding = replace(troubles.everything().findings[0], message=text)
    name = text.replace("/", "")  # two of them are one in a path
    about = build.document(path=f"{name}.yaml")
    xml = junit([build.results(verdict, missing, findings=(finding,), of=about)])
    assert xml.isascii()
    top = ElementTree.fromstring(xml)
    shown = Style().text(text)
    assert top[0].get("name") == f"{Style().text(name)}.yaml"
    failure = next(top.iter("failure"))
    assert shown in str(failure.get("message"))
    assert shown in str(failure.text)
    assert shown in str(next(top.iter("skipped")).get("message"))


def test_nothing_at_all() -> None:
    assert junit([]).endswith(
        '<testsuites name="sensecheck" tests="0" failures="0" errors="0" />\n'
    )
