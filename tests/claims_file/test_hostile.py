"""Whatever a file holds, it is read to a document or to findings, in bounded time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensecheck.claims_file import decode, load, references
from sensecheck.model import Document

VALID = (Path(__file__).parents[2] / "claims.yaml").read_text(encoding="utf-8")
PIECES = st.sampled_from(
    [
        *(": ", ":", "- ", "[", "]", "{", "}", " #", "#5", "&a ", "*a", "!x ", "|", ">", "'", '"'),
        *("%", "@", "\t", "\n", "  ", "\r", "\x00", "\ufeff", "\u202e", "\ud800", "...", "---\n"),
        *("..", "*", "not printed", "staff.*", "staff.2022..2021", "rule: sum", "stated:", "1/0"),
        *("formula: ", "(", "9" * 70, "RMB 5 billion", "¥5", "5 yen", "about", "null", "unit: RMB"),
        *("exact: true", "years: 5", "weights: [1, 2]", "rounding: truncate", "claims:\n", "2024"),
    ]
)
EDITS = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), PIECES, st.integers(0, 30)), min_size=1, max_size=6
)


def mutated(text: str, edits: list[tuple[float, str, int]]) -> str:
    for place, piece, removed in edits:
        at = int(place * len(text))
        text = text[:at] + piece + text[at + removed :]
    return text


def check_places(document: Document) -> None:
    for finding in document.findings:
        span = finding.span
        assert 0 <= span.line <= span.end_line < max(len(document.lines), 1)
        assert 0 <= span.column <= len(document.lines[span.line])
        assert finding.message.isprintable() and finding.hint.isprintable()


@settings(max_examples=300, deadline=None)
@given(start=st.integers(0, 300), edits=EDITS)
def test_a_mutated_file_never_raises(start: int, edits: list[tuple[float, str, int]]) -> None:
    lines = VALID.splitlines(keepends=True)
    text = "".join(lines[:110]) + "".join(lines[150 + start : 190 + start])
    document = load(mutated(text, edits), "claims.yaml")
    check_places(document)
    assert len(document.claims) <= document.claim_count


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_never_raises(text: str) -> None:
    document = load(text, "claims.yaml")
    check_places(document)
    assert document.findings


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_never_raise(data: bytes) -> None:
    text, findings = decode(data)
    assert text == "" or not findings


VALUES = ["text", "''", "[]", "{}", "[a, [b]]", "{a: b}", "[{a: b}]", "null", "5", "'- x'", ""]
KEYS = ["quote", "rule", "from", "to", "stated", "tags", "rounding", "accepted", "note", "formula"]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("key", [*KEYS, "unverifiable"])
def test_wrong_types_in_a_claim(key: str, value: str) -> None:
    values = {"rule": "decrease", "from": "5", "to": "3", "stated": "2"} | {key: value}
    body = "".join(f"    {name}: {given}\n" for name, given in values.items())
    check_places(load(f"claims:\n  a:\n{body}", "x"))


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(
    "template",
    ["{}", "article: {}", "figures: {}", "claims: {}", "assumptions: {}", "accepted: {}"]
    + [f"article:\n  {key}: {{}}" for key in ("title", "text", "rounding", "ignore")]
    + ["article:\n  ignore:\n    a: {}", "figures:\n  a: {}", "figures:\n  a:\n    2021: {}"]
    + [f"figures:\n  a:\n    {key}: {{}}\n    2021: 5" for key in ("unit", "sign", "rounding")]
    + [f"figures:\n  a:\n    printed: 5\n    {key}: {{}}" for key in ("exact", "sign", "url")]
    + ["figures:\n  a:\n    2021:\n      printed: {}", "claims:\n  a: {}", "accepted:\n  a: {}"],
)
def test_wrong_types_anywhere(template: str, value: str) -> None:
    check_places(load(template.replace("{}", value, 1), "x"))


@pytest.mark.parametrize("rule", ["sum", "share", "cagr", "average", "duration", "count", "rank"])
@pytest.mark.parametrize("value", VALUES)
def test_wrong_types_of_parameters(rule: str, value: str) -> None:
    names = ("of", "part", "whole", "from", "to", "years", "weights", "figure", "among")
    for name in names:
        check_places(load(f"claims:\n  a:\n    rule: {rule}\n    {name}: {value}\n", "x"))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 100_000,
        "a: &x [b, b]\nc: [*x, *x]\n" * 10_000,
        "a:\n" * 100_000,
        "? " * 100_000,
        "'" * 100_000,
        "\x00" * 100_000,
        "a: b: c\n" * 10_000,
        "claims:\n" + "".join(f"  c{n}:\n    rule: nonsense{n}\n" for n in range(5_000)),
        "claims:\n"
        + "".join(f"  c{n}: {{rule: sum, of: x{n}.y, stated: 5}}\n" for n in range(2_000)),
    ],
    ids=lambda text: text[:12],
)
def test_large_and_repetitive_files_end_in_findings(text: str) -> None:
    document = load(text, "x")
    assert document.findings
    check_places(document)


def test_claims_that_take_long_series_over_and_over_are_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(references, "MOST_TAKEN", 1_000)
    labels = "".join(f"    l{n}: 5\n" for n in range(100))
    claims = "".join(f"  c{n}: {{rule: sum, of: a.*, stated: 500}}\n" for n in range(30))
    document = load(f"figures:\n  a:\n{labels}claims:\n{claims}", "x")
    assert [finding.hint for finding in document.findings] == ["split the file"]
    assert (len(document.claims), document.claim_count) == (10, 30)
