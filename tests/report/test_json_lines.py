"""JSON Lines: the records of the JSON, one a line."""

from __future__ import annotations

import json
from typing import Any

from sensecheck.report.as_json import as_json
from sensecheck.report.json_lines import json_lines
from tests.conftest import Golden
from tests.report import troubles


def records(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_whole_output(golden: Golden) -> None:
    text = json_lines([troubles.everything(article="article.md")])
    golden.check("formats/json-lines.jsonl", text)
    assert text.isascii()


def test_every_record_of_the_json_is_a_line() -> None:
    every = [troubles.everything(article="article.md"), troubles.hostile("b.claims.yaml")]
    document = json.loads(as_json(every))
    found = records(json_lines(every))
    names = {
        "claims": "claim",
        "assumptions": "assumption",
        "conflicts": "conflict",
        "implied": "implied",
        "findings": "finding",
    }
    expected: list[Any] = []
    for file in document["files"]:
        head = {key: file[key] for key in ("path", "article", "not_reconciled")}
        expected.append({"type": "file", "schema_version": 1, **head})
        for key, name in names.items():
            expected += [{"type": name, "path": file["path"], **record} for record in file[key]]
    expected.append({"type": "summary", "schema_version": 1, **document["summary"]})
    assert found == expected
    assert {record["type"] for record in found} == {"file", "summary", *names.values()}


def test_nothing_at_all() -> None:
    (summary,) = records(json_lines([]))
    assert summary["type"] == "summary"
    assert summary["pass"] == 0
