"""One line a claim."""

from __future__ import annotations

from dataclasses import replace

from sensecheck.model import Finding, Severity
from sensecheck.report.concise import concise
from sensecheck.report.style import Style
from tests.conftest import Golden
from tests.report import build


def test_everything_in_file_order(golden: Golden) -> None:
    finding = Finding(
        build.span(3, 10, 9), "unknown figure 'staf.2021'", "did you mean staff.2021?"
    )
    warning = Finding(build.span(70), "stale", severity=Severity.WARNING)
    text = concise(replace(build.sample(), findings=(finding, warning)), Style(width=40))
    golden.check("concise.txt", text)
    places = [int(line.split(":")[1]) for line in text.splitlines()]
    assert places == sorted(places)
    assert "claims.yaml:40:3: fail deficit: stated 29.6%, recomputed 35.28%; " in text
    assert "claims.yaml:3:11: error: unknown figure 'staf.2021'; did you mean staff.2021?\n" in text


def test_quiet_leaves_trouble() -> None:
    lines = concise(build.sample(), Style(), quiet=True).splitlines()
    words = [line.split(": ")[1].split()[0] for line in lines]
    assert words == ["fail", "discrepancy", "fail", "conflict", "conflict"]


def test_a_conflict_without_claims_stands_at_the_top() -> None:
    conflict = replace(build.GPUS, claims=(), assumptions=(), accepted="known")
    text = concise(build.results(conflicts=(conflict,)), Style())
    assert text.startswith("claims.yaml:1:1: conflict fleet-did-not-shrink+gpus-up-70: ")
    assert text.endswith("; accepted: known\n")


def test_one_claim_is_one_line() -> None:
    verdict = replace(build.layoffs(), reason="two\nlines\x1b")
    text = concise(build.results(verdict), Style())
    assert text.count("\n") == 1
    assert "\x1b" not in text
