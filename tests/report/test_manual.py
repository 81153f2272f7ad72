from __future__ import annotations

from pathlib import Path

import pytest

from sensecheck.report.manual import manual_of, rule_manual, rules_page
from sensecheck.rules import RULES, rule_named
from sensecheck.rules.base import RelationRule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"


@pytest.mark.parametrize("name", RULES)
def test_a_manual_has_all_its_sections(name: str) -> None:
    manual = manual_of(name)
    first, _, _ = manual.about.partition("\n")
    assert first.startswith("Checks ")
    assert first.endswith(".")
    assert manual.formula
    assert manual.rounding.endswith(".")


@pytest.mark.parametrize("name", RULES)
def test_samples_are_claims_of_that_rule(name: str) -> None:
    manual = manual_of(name)
    assert manual.passing != manual.failing
    for sample in (manual.passing, manual.failing):
        head, *lines = sample.splitlines()
        assert not head.startswith(" ")
        assert head.endswith(":")
        keys = {
            line.split(":")[0].strip() for line in lines if line.startswith("  ") and ":" in line
        }
        parameters = {parameter.name for parameter in rule_named(name).parameters}
        assert f"  rule: {name}" in lines or name == "formula"
        assert "stated" in keys
        assert keys & parameters
        assert keys <= parameters | {"rule", "stated"}


def test_one_rule_for_reading() -> None:
    text = rule_manual("trend")
    assert text.startswith(
        "trend\n\nParameters: of (figures)\nStated: rising, falling, unchanged, "
    )
    assert rule_named("trend").manual.strip() in text
    assert text.endswith(".\n")


def test_of_many_answers_the_ends_are_shown() -> None:
    rank = rule_named("rank")
    assert isinstance(rank, RelationRule)
    assert len(rank.answers) > 10
    assert "Stated: highest, second highest, …, tenth lowest\n" in rule_manual("rank")


def test_an_optional_parameter_is_marked() -> None:
    assert "weights (numbers, optional)" in rule_manual("average")


def test_no_rule_has_no_manual() -> None:
    with pytest.raises(KeyError):
        rule_manual("summ")


def test_the_page_is_up_to_date() -> None:
    made_by = "python -m sensecheck rules --markdown > docs/rules.md"
    assert PAGE.read_text(encoding="utf-8") == rules_page(), f"write it anew: {made_by}"


def test_the_page_has_every_rule_in_order() -> None:
    page = rules_page()
    headings = [line[3:] for line in page.splitlines() if line.startswith("## ")]
    assert headings == list(RULES)
    assert all(f"[{name}](#{name})" in page for name in RULES)
    assert page.endswith(".\n")
    assert "\n\n\n" not in page
