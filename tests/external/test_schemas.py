"""SARIF and JUnit, held to the schemas that their readers use.

The schemas are no part of the repository. They are looked for in the folder that the environment
variable SENSECHECK_SCHEMAS names, else in ../shared/schemas beside the repository.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
import xmlschema
from jsonschema import Draft4Validator, FormatChecker

from sensecheck.checking import check
from sensecheck.model import Results
from sensecheck.report.junit import junit
from sensecheck.report.problems import problems
from sensecheck.report.sarif import sarif
from tests.report import build, troubles

_ROOT: Final = Path(__file__).resolve().parents[2]


def schema(name: str) -> Path:
    """Where a schema lies; skips the test, saying why, where it is not there."""
    folder = os.environ.get("SENSECHECK_SCHEMAS", _ROOT.parent / "shared" / "schemas")
    path = Path(folder) / name
    if not path.is_file():
        pytest.skip(f"{name} is not there: set SENSECHECK_SCHEMAS to the folder that holds it")
    return path


@pytest.fixture(scope="module")
def sarif_schema() -> Any:
    text = schema("sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
    return Draft4Validator(json.loads(text), format_checker=FormatChecker())


@pytest.fixture(scope="module")
def junit_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(schema("junit-10.xsd")))


CASES: Final[dict[str, Callable[[], list[Results]]]] = {
    "the article": lambda: [check(_ROOT / "claims.yaml")],
    "everything": lambda: [troubles.everything(article="article.md")],
    "by hand": lambda: [build.sample()],
    "hostile": lambda: [troubles.hostile("a ]]>/<b>\x00\u202e🎉.yaml")],
    "several": lambda: [troubles.everything("a.yaml"), troubles.hostile("b.yaml")],
    "nothing": lambda: [],
}


@pytest.fixture(params=CASES)
def every(request: pytest.FixtureRequest) -> list[Results]:
    return CASES[str(request.param)]()


@pytest.mark.parametrize("strict", [False, True])
def test_sarif(sarif_schema: Any, every: list[Results], strict: bool) -> None:
    log = json.loads(sarif(problems(every, strict=strict, verbose=True), "0.1.0"))
    assert [error.message for error in sarif_schema.iter_errors(log)] == []
    assert bool(log["runs"][0]["results"]) == bool(every)


@pytest.mark.parametrize("strict", [False, True])
def test_junit(junit_schema: xmlschema.XMLSchema, every: list[Results], strict: bool) -> None:
    text = junit(every, strict=strict)
    assert [error.reason for error in junit_schema.iter_errors(text)] == []
    assert text.count("<testsuite ") == len(every)


def test_the_schemas_are_strict_enough(
    sarif_schema: Any, junit_schema: xmlschema.XMLSchema
) -> None:
    log = json.loads(sarif(problems([troubles.everything()]), "0.1.0"))
    del log["runs"][0]["tool"]["driver"]["name"]
    log["runs"][0]["results"][0]["level"] = "bad"
    log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(list(sarif_schema.iter_errors(log))) == 3
    text = junit([troubles.everything()])
    assert list(junit_schema.iter_errors(text.replace(' failures="', ' fails="')))
    assert list(junit_schema.iter_errors(text.replace("<testcase ", '<testcase file="a" ')))
