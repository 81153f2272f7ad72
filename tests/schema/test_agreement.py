"""The schema and the loader agree on the shape of every file here: see agreement.py for how.

The files are those of the project, the samples of its manual, the broken ones of
tests/claims_file/broken, a file with every key in which each is changed in turn, the same for the
parameters of every rule, and hundreds that are drawn at random.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from textwrap import indent

import pytest
import yaml

from sensecheck.report.manual import manual_of
from sensecheck.rules import RULES
from tests.claims_file.broken_cases import CASES
from tests.schema.agreement import ROOT, disagreements, errors_of, findings_of
from tests.schema.changes import broken, every_change
from tests.schema.good_files import RULES_DRAWN, claims_of, fullest, good
from tests.schema.kinds import Kind
from tests.schema.values import Version
from tests.schema.writing import written
from tests.stories import ROUNDINGS, TELLERS, claims_file, formula_file, stories
from tests.test_docs import examples

BROKEN = ROOT / "tests" / "claims_file" / "broken"
OURS = [
    ROOT / "claims.yaml",
    ROOT / "sensecheck" / "starter.yaml",
    *sorted((ROOT / "examples").glob("*/claims.yaml")),
]

# For each rule, and ten times as many with --full.
GOOD, CHANGED_ONCE, CHANGED_OFTEN = 8, 20, 8


def check_good(text: str) -> None:
    assert findings_of(text) == ()
    assert [errors_of(text, version) for version in Version] == [frozenset()] * 2, text


# ── written files ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(ROOT)))
def test_our_own_files_are_good(path: Path) -> None:
    check_good(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", [pytest.param(text, id=place) for place, text in examples()])
def test_examples_of_the_documentation_are_good(text: str) -> None:
    check_good(text)


@pytest.mark.parametrize("rule", RULES)
def test_samples_of_the_manual_are_good(rule: str) -> None:
    manual = manual_of(rule)
    for claim in (manual.passing, manual.failing):
        check_good(f"claims:\n{indent(claim, '  ')}")


@pytest.mark.parametrize("rounding", ROUNDINGS)
@pytest.mark.parametrize("rule", RULES)
def test_true_stories_are_good(rule: str, rounding: str) -> None:
    if rule in TELLERS:
        check_good(claims_file(stories(rule, rounding, 5, seed=2), rounding))
    else:
        check_good(formula_file(5, rounding, seed=2))


@pytest.mark.parametrize("name", [case.file for case in CASES])
def test_broken_files(name: str) -> None:
    text = (BROKEN / name).read_bytes().decode("utf-8")
    (finding,) = findings_of(text)
    if finding.kind is Kind.YAML:
        return  # no tree that a validator could be given, or not the one that was meant
    assert disagreements(text) == []
    has_errors = {bool(errors_of(text, version)) for version in Version}
    assert has_errors == {finding.kind is Kind.SHAPE}


def test_broken_files_are_of_every_kind() -> None:
    texts = [(BROKEN / case.file).read_bytes().decode("utf-8") for case in CASES]
    kinds = Counter(finding.kind for text in texts for finding in findings_of(text))
    assert kinds[Kind.SHAPE] >= 35
    assert kinds[Kind.MEANING] >= 35
    assert kinds[Kind.YAML] >= 50
    assert kinds.total() == len(CASES)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "claims: {}",
            "claims:",
            "claims: []",
            "assumptions: {}",
            "assumptions:",
            "{}",
            "[]",
            "5",
        ),
        *("claims: {}\nassumptions: {}", "claims: {}\nassumptions:", "claims: 5\nassumptions: {}"),
        *("figures: {}", "figures:\n  a: 5 km", "article: {}\nclaims: {}", "accepted: {}", "5"),
        "claims: {}\nassumptions:\n  a: {rule: sum, of: 5, stated: 5}",
        "assumptions:\n  a: {rule: sum, of: 5, stated: 5}",
        "claims:\n  a: {rule: sum, of: 5, stated: 5}\nassumptions: {}\naccepted: {}\nfigures: {}",
    ],
)
def test_what_is_no_claims_file(text: str) -> None:
    assert disagreements(text) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *((name, Kind.SHAPE) for name in ("A+b", "a+", "+a", "a + b", "a_b", "''", "a,b", "é")),
        *((name, Kind.MEANING) for name in ("a+b", "c", "d+a", "a+a")),
    ],
)
def test_ids_of_conflicts(name: str, kind: Kind) -> None:
    text = claim("") + f"  d:\n    unverifiable: why\naccepted:\n  {name}: why\n"
    assert {finding.kind for finding in findings_of(text)} == {kind}
    assert disagreements(text) == []


# ── one thing after the other ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("section", ["article", "figures", "claims", "assumptions", "accepted"])
def test_each_key_in_turn(section: str) -> None:
    check_good(written(fullest()))
    compared = _compare(map(written, every_change(fullest(), section)))
    assert compared[Kind.SHAPE] > 8


@pytest.mark.parametrize("rule", RULES)
def test_each_parameter_in_turn(rule: str) -> None:
    for file in claims_of(rule):
        check_good(written(file))
        assert _compare(map(written, every_change(file, "claims")))[Kind.SHAPE] > 15


# ── drawn files ──────────────────────────────────────────────────────────────────────────────


def test_every_rule_is_drawn() -> None:
    assert RULES_DRAWN == RULES


@pytest.mark.parametrize("rule", RULES)
def test_good_files(rule: str, full: bool) -> None:
    for seed in range(GOOD * (10 if full else 1)):
        check_good(written(good(seed, rule), seed))


@pytest.mark.parametrize("rule", RULES)
def test_files_with_one_change(rule: str, full: bool) -> None:
    count = CHANGED_ONCE * (10 if full else 1)
    compared = _compare(written(broken(seed, rule), seed) for seed in range(count))
    assert compared[Kind.SHAPE] >= count // 5  # refused by both
    assert compared[Kind.MEANING] >= count // 5  # refused by none, for its shape
    assert compared.total() >= count * 3 // 4


@pytest.mark.parametrize("rule", RULES)
def test_files_with_many_changes(rule: str, full: bool) -> None:
    count = CHANGED_OFTEN * (10 if full else 1)
    texts = (written(broken(seed, rule, times=3), seed) for seed in range(count))
    assert _compare(texts, one_mistake=False).total() >= count // 2


def _compare(texts: Iterable[str], *, one_mistake: bool = True) -> Counter[Kind]:
    """How many files were compared: with findings about shape, and without."""
    compared: Counter[Kind] = Counter()
    for text in texts:
        kinds = {finding.kind for finding in findings_of(text)}
        if Kind.YAML in kinds:
            continue
        assert disagreements(text, one_mistake=one_mistake) == [], text
        compared[Kind.SHAPE if Kind.SHAPE in kinds else Kind.MEANING] += 1
    return compared


# ── where they differ, and why ───────────────────────────────────────────────────────────────


def claim(lines: str) -> str:
    return f"claims:\n  a:\n    rule: sum\n    of: 5\n    stated: 5\n{indent(lines, '    ')}\n"


@pytest.mark.parametrize(
    "text",
    [
        # The loader forgives blanks around a word in quotation marks; the schema lists the words.
        "claims:\n  a:\n    rule: ' sum'\n    of: 5\n    stated: 5\n",
        claim("rounding: 'digits '"),
        # YAML reads these two as nothing; the loader takes them for words.
        claim("note: NULL"),
        claim("note: Null"),
    ],
)
def test_the_schema_is_stricter(text: str) -> None:
    assert findings_of(text) == ()
    assert [len(errors_of(text, version)) for version in Version] == [1, 1]


@pytest.mark.parametrize(
    ("text", "versions"),
    [
        # Patterns have no common word for 'letter': beyond ASCII, a tag may hold any sign.
        (claim("tags: up–down"), [*Version]),
        # Beside 'printed', a key that is made like a label with a time, but names none.
        (claim("") + "figures:\n  a:\n    printed: 5\n    foo_2021: 6\n", [*Version]),
        # YAML 1.1 has made a number or a truth value of it before a schema sees it.
        (claim("tags: 12:30"), [Version.V1_1]),
        (claim("") + "figures:\n  a:\n    printed: 5\n    exact: on\n", [Version.V1_1]),
    ],
)
def test_the_schema_is_laxer(text: str, versions: list[Version]) -> None:
    (finding,) = findings_of(text)
    assert finding.kind is Kind.SHAPE
    assert [version for version in Version if not errors_of(text, version)] == versions


def test_a_key_of_a_list_is_no_json() -> None:
    text = "claims:\n  ? [a, b]\n  : x\n"
    assert {finding.kind for finding in findings_of(text)} >= {Kind.YAML}
    with pytest.raises(yaml.YAMLError):
        errors_of(text, Version.V1_2)
