"""The schema itself: complete, readable, and in step with the rules and the loader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import pytest
from jsonschema import Draft7Validator

from sensecheck.claims_file import SECTIONS, claims, figures, heading
from sensecheck.numbers import periods
from sensecheck.report.manual import manual_of
from sensecheck.rules import RULES, rule_named
from sensecheck.rules.base import Parameter, RelationRule, Rule, Takes
from tests.schema.agreement import SCHEMA, SCHEMA_FILE, messages_of

DEFINITIONS: Final = SCHEMA["definitions"]
CLAIM: Final = DEFINITIONS["claim"]

# What a parameter takes, and the definition that says so.
TAKES: Final = {
    Takes.FIGURE: "figure_taken",
    Takes.FIGURES: "figures_taken",
    Takes.NUMBERS: "numbers",
    Takes.PERIOD: "period",
    Takes.SLICE: "slice",
    Takes.TEXTS: "texts_taken",
    Takes.FORMULA: "formula",
}


def subschemas(schema: Any, path: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """The schema and every schema in it, with the path to it."""
    if not isinstance(schema, dict):
        return
    yield path, schema
    for key, value in schema.items():
        if key in ("properties", "definitions"):
            for name, each in value.items():
                yield from subschemas(each, f"{path}/{key}/{name}")
        elif key == "allOf":
            for index, each in enumerate(value):
                yield from subschemas(each, f"{path}/allOf/{index}")
        elif key in ("additionalProperties", "propertyNames", "items", "if", "then", "else", "not"):
            yield from subschemas(value, f"{path}/{key}")


ALL: Final = dict(subschemas(SCHEMA))


# What only adds to what is said of a key elsewhere.
ADDED: Final = re.compile(
    r"#/(?:if|then)/properties/(?:claims|assumptions)"
    r"|.*/if/properties/rule"
    r"|#/definitions/by_rule/.*/properties/stated"
)
KEYS: Final = [
    path for path in ALL if path.split("/")[-2:-1] == ["properties"] and not ADDED.fullmatch(path)
]


def definition(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema with what it refers to; its own words come first."""
    if "$ref" not in schema:
        return schema
    name = schema["$ref"].removeprefix("#/definitions/")
    return {**definition(DEFINITIONS[name]), **schema}


# ── the file ─────────────────────────────────────────────────────────────────────────────────


def test_it_is_a_draft_07_schema() -> None:
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert SCHEMA["$id"]
    Draft7Validator.check_schema(SCHEMA)


def test_it_survives_any_encoding() -> None:
    text = SCHEMA_FILE.read_text(encoding="utf-8")
    assert text.isascii()
    assert text.endswith("}\n")


def test_every_reference_leads_somewhere_and_every_definition_is_used() -> None:
    used = {schema["$ref"] for schema in ALL.values() if "$ref" in schema}
    assert used == {f"#/definitions/{name}" for name in DEFINITIONS}


@pytest.mark.parametrize("path", KEYS)
def test_every_key_is_described_with_an_example(path: str) -> None:
    key = definition(ALL[path])
    assert key["description"]
    assert key["examples"]


@pytest.mark.parametrize("path", [path for path, schema in ALL.items() if "examples" in schema])
def test_examples_are_good(path: str) -> None:
    own = {**ALL[path], "definitions": DEFINITIONS}
    for example in ALL[path]["examples"]:
        assert not list(Draft7Validator({**definition(own), **own}).iter_errors(example))


def test_every_word_of_a_few_is_explained() -> None:
    words = [schema for schema in ALL.values() if "enumDescriptions" in schema]
    assert len(words) == 3
    assert all(len(schema["enum"]) == len(schema["enumDescriptions"]) for schema in words)


def test_patterns_mean_the_same_to_every_validator() -> None:
    r"""\w, \d and \b differ between JavaScript and Python; \Z and named groups are Python's."""
    patterns = {schema["pattern"] for schema in ALL.values() if "pattern" in schema}
    assert len(patterns) >= 8
    for pattern in patterns:
        re.compile(pattern)
        assert set(re.findall(r"\\(.)", pattern)) <= {*"s.+/[^", "\\"}
        assert not re.search(r"\(\?(?![:!])", pattern)


def test_messages_stay_readable() -> None:
    """Of anyOf and oneOf a validator says that nothing fits, and not what is wrong."""
    assert not {key for schema in ALL.values() for key in schema} & {"anyOf", "oneOf", "contains"}


@pytest.mark.parametrize(
    ("claim", "path", "message"),
    [
        ({"rule": "sum", "stated": 5}, (), "'of' is a required property"),
        ({"of": 5}, (), "'rule' is a required property"),
        (
            {"rule": "sum", "of": 5, "stated": 5, "form": 5},
            ("form",),
            "'form' is not one of ['rule', 'of', 'stated',",
        ),
        ({"rule": "sums"}, ("rule",), "'sums' is not one of ['sum', 'increase',"),
        ({"rule": "sum", "of": None, "stated": 5}, ("of",), "None is not of type 'string',"),
        ({"rule": "sum", "of": [], "stated": 5}, ("of",), "[] should be non-empty"),
        (
            {"unverifiable": "why", "rounding": "up"},
            ("rounding",),
            "'up' is not one of ['nearest',",
        ),
    ],
)
def test_what_a_validator_says(claim: Any, path: tuple[str, ...], message: str) -> None:
    ((place, said),) = messages_of({"claims": {"a": claim}})
    assert place == ("claims", "a", *path)
    assert said.startswith(message)


# ── in step with the loader ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("schema", "keys"),
    [
        (SCHEMA, SECTIONS),
        (DEFINITIONS["article"], heading._KEYS),
        (DEFINITIONS["figure"], figures.LONG_FORM),
        (DEFINITIONS["series"], figures.SERIES_KEYS),
        (CLAIM, claims.COMMON),
    ],
)
def test_the_same_keys(schema: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    assert set(schema["properties"]) == set(keys)


def test_the_same_keys_without_a_rule() -> None:
    names = DEFINITIONS["unverifiable"]["else"]["propertyNames"]["enum"]
    assert sorted(names) == sorted(set(claims.COMMON) - {"rule"})


def test_what_a_series_alone_is_made_of() -> None:
    assert DEFINITIONS["series"]["if"]["propertyNames"]["enum"] == [*figures.SERIES_KEYS]


def test_the_same_words() -> None:
    assert DEFINITIONS["rounding"]["enum"] == [*heading.ROUNDINGS]
    assert DEFINITIONS["sign"]["enum"] == [*figures.SIGNS]


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        (DEFINITIONS["figures"]["propertyNames"], figures.NAME),
        (DEFINITIONS["series"]["propertyNames"], figures.LABEL),
        (DEFINITIONS["claims"]["propertyNames"], claims.ID),
    ],
)
def test_the_same_names(schema: Mapping[str, Any], pattern: re.Pattern[str]) -> None:
    assert schema["pattern"] == f"^{pattern.pattern}$"


def test_the_same_ids_in_a_conflict() -> None:
    names = DEFINITIONS["accepted"]["propertyNames"]
    assert names["pattern"] == rf"^{claims.ID.pattern}(?:\+{claims.ID.pattern})*$"


def test_the_same_labels_with_a_time() -> None:
    pattern = DEFINITIONS["figures"]["additionalProperties"]["if"]["not"]["propertyNames"]["not"]
    assert pattern["pattern"] == f"^(?:{periods._LABEL.pattern})$"


# ── in step with the rules ───────────────────────────────────────────────────────────────────


def gaps(rules: Mapping[str, Rule]) -> list[str]:
    """What the schema says of the rules that is not so; nothing where they are in step."""
    listed = CLAIM["properties"]["rule"]["enum"]
    found = [] if listed == [*rules] else [f"the rules are {[*rules]}, not {listed}"]
    branches = [
        (branch["if"]["properties"]["rule"]["enum"], definition(branch["then"]))
        for branch in DEFINITIONS["by_rule"]["allOf"]
    ]
    for name, rule in rules.items():
        of_rule = [branch for names, branch in branches if name in names]
        if len(of_rule) != 1:
            found.append(f"{name} has {len(of_rule)} branches")
            continue
        found += [f"{name}: {gap}" for gap in _gaps_of(of_rule[0], rule)]
    named = {name for names, _ in branches for name in names}
    return [*found, *(f"{name} is no rule" for name in named - {*rules})]


def _gaps_of(branch: Mapping[str, Any], rule: Rule) -> Iterator[str]:
    taken = {
        name: schema["$ref"].removeprefix("#/definitions/")
        for name, schema in branch["properties"].items()
        if "$ref" in schema
    }
    if taken != {p.name: TAKES[p.takes] for p in rule.parameters}:
        yield f"takes {taken}"
    needed = [*(p.name for p in rule.parameters if not p.optional), "stated"]
    if branch["required"] != needed:
        yield f"needs {branch['required']}"
    known = {*(p.name for p in rule.parameters), *claims.COMMON} - {"unverifiable"}
    if _names(branch) != known:
        yield f"may have {sorted(_names(branch))}"
    answers = branch["properties"].get("stated", {}).get("examples", ())
    if answers and not (isinstance(rule, RelationRule) and {*answers} <= {*rule.answers}):
        yield f"states {answers}"


def _names(branch: Mapping[str, Any]) -> set[str]:
    """The keys that a claim may have; duration lists them for each of its two forms."""
    if "if" in branch:
        return _names(branch["then"]) | _names(branch["else"])
    return {*branch["propertyNames"]["enum"]}


EVERY_RULE: Final = {name: rule_named(name) for name in RULES}


def test_rules_parameters_and_what_is_needed_are_the_same() -> None:
    assert gaps(EVERY_RULE) == []


def test_rules_are_explained_by_their_manuals() -> None:
    sentences = [manual_of(name).about.partition("\n\n")[0].replace("\n", " ") for name in RULES]
    assert CLAIM["properties"]["rule"]["enumDescriptions"] == sentences


def test_a_rule_without_schema_is_a_gap() -> None:
    new = replace(rule_named("sum"), name="median")
    listed, branches = gaps({**EVERY_RULE, "median": new})
    assert listed.startswith("the rules are ['sum', ")
    assert branches == "median has 0 branches"
    assert len(gaps({name: rule for name, rule in EVERY_RULE.items() if name != "sum"})) == 2


@pytest.mark.parametrize(
    ("parameters", "count"),
    [
        ((Parameter("of", Takes.FIGURES), Parameter("less", Takes.FIGURE)), 3),
        ((Parameter("of", Takes.FIGURES), Parameter("less", Takes.FIGURE, optional=True)), 2),
        ((Parameter("of", Takes.FIGURES, optional=True),), 1),
        ((Parameter("of", Takes.FIGURE),), 1),
        ((), 3),
    ],
)
def test_other_parameters_are_a_gap(parameters: tuple[Parameter, ...], count: int) -> None:
    changed = replace(rule_named("sum"), parameters=parameters)
    assert len(gaps({**EVERY_RULE, "sum": changed})) == count
