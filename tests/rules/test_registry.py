from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import sensecheck.rules
from sensecheck.rules import RULES, rule_named
from sensecheck.rules.base import QuantityRule, RelationRule

SHARED = {"__init__", "base", "relations"}


def test_every_file_is_a_rule() -> None:
    files = {path.stem for path in Path(sensecheck.rules.__file__).parent.glob("*.py")}
    assert sorted(RULES) == sorted(files - SHARED)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_knows_its_name(name: str) -> None:
    rule = rule_named(name)
    assert isinstance(rule, QuantityRule | RelationRule)
    assert rule.name == name
    assert rule_named(name) is rule


@pytest.mark.parametrize("name", RULES)
def test_parameters_have_names_of_their_own(name: str) -> None:
    names = [parameter.name for parameter in rule_named(name).parameters]
    claim_keys = {"quote", "says", "rule", "stated", "tags", "rounding", "accepted", "note"}
    assert len(set(names)) == len(names) > 0
    assert not claim_keys & set(names)


@pytest.mark.parametrize("name", ["", "summ", "base", "relations", "__init__", "..model", "os"])
def test_nothing_else_is_a_rule(name: str) -> None:
    with pytest.raises(KeyError):
        rule_named(name)


def test_a_rule_is_imported_when_it_is_used() -> None:
    code = (
        "import sys; from sensecheck.rules import rule_named; rule_named('count'); "
        "print(*sorted(m for m in sys.modules if m.startswith('sensecheck.rules.')))"
    )
    done = subprocess.run(
        (sys.executable, "-c", code),
        cwd=Path(sensecheck.rules.__file__).parents[2],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.split() == ["sensecheck.rules.base", "sensecheck.rules.count"]
