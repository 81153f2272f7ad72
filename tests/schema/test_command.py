"""`sensecheck schema`, and the lines by which files name the schema."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sensecheck import cli
from tests.schema.agreement import ROOT, SCHEMA, SCHEMA_FILE

# As the YAML language server finds the line among a file's comments.
MODELINE = re.compile(r"^#\s+(?:yaml-language-server\s*:|\$schema:)", re.MULTILINE)
NAMED = re.compile(r"\$schema=(\S+?)'?(?:\s|$)")


def test_it_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    out, err = capsys.readouterr()
    assert out == SCHEMA_FILE.read_text(encoding="utf-8")
    assert json.loads(out) == SCHEMA
    assert err == ""


def test_it_takes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema", "claims.yaml"]) == 2
    assert capsys.readouterr().out == ""


def test_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema", "--help"]) == 0
    text = capsys.readouterr().out
    assert "Examples:\n    sensecheck schema > claims.schema.json\n" in text
    assert "Exit codes:\n    0  done\n    2  " in text


@pytest.mark.parametrize(
    "file", [ROOT / "claims.yaml", *sorted((ROOT / "examples").glob("*/claims.yaml"))]
)
def test_our_files_name_the_schema_first(file: Path) -> None:
    first, _ = file.read_text(encoding="utf-8").split("\n", 1)
    assert MODELINE.match(first)
    named = NAMED.search(first)
    assert named is not None
    assert (file.parent / named[1]).resolve() == SCHEMA_FILE


def test_the_starter_says_how_and_names_no_file_that_is_not_there() -> None:
    text = (ROOT / "sensecheck" / "starter.yaml").read_text(encoding="utf-8")
    assert "sensecheck schema > claims.schema.json" in text
    named = NAMED.search(text)
    assert named is not None and named[1] == "claims.schema.json"
    assert not MODELINE.search(text)
