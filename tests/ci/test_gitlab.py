"""The template for GitLab: its script, run as it is written, and the reports that it leaves."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.actions import ROOT
from tests.ci.claims import RIGHT, WRONG
from tests.scratch import Scratch

TEMPLATE: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "ci" / "gitlab.yml").read_text("utf-8"))
JOB = TEMPLATE["sensecheck"]


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with a `sensecheck` in it, as pip installs one."""
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "sensecheck"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m sensecheck "$@"\n')
    program.chmod(0o755)
    return folder


def run(repository: Scratch, programs: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    (script,) = JOB["script"]
    environment = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "CI_PROJECT_DIR": str(repository.folder),
        **JOB["variables"],
        **variables,
    }
    return subprocess.run(
        ("sh", "-ec", script),
        cwd=repository.folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def reported(repository: Scratch) -> tuple[list[tuple[str, int]], int]:
    """The places of the code quality report, and how many tests failed by the other one."""
    reports = JOB["artifacts"]["reports"]
    entries = json.loads((repository.folder / reports["codequality"]).read_text("utf-8"))
    places = [(e["location"]["path"], e["location"]["lines"]["begin"]) for e in entries]
    suites = ET.parse(repository.folder / reports["junit"]).getroot()
    return places, int(suites.get("failures", "0"))


def test_a_pipeline_of_the_branch_fails_for_anything(repository: Scratch, programs: Path) -> None:
    repository.write("claims.yaml", RIGHT)
    assert run(repository, programs).returncode == 0
    assert reported(repository) == ([], 0)
    repository.write("2024/snow.claims.yaml", WRONG)
    assert run(repository, programs).returncode == 1
    assert reported(repository) == ([("2024/snow.claims.yaml", 6)], 1)
    assert run(repository, programs, SENSECHECK_FILES="claims.yaml").returncode == 0


def test_a_merge_request_fails_for_what_it_breaks(repository: Scratch, programs: Path) -> None:
    repository.write("claims.yaml", WRONG)
    base = repository.commit()
    repository.write("b.claims.yaml", RIGHT)
    repository.commit()
    done = run(repository, programs, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 0
    assert reported(repository) == ([("claims.yaml", 6)], 1)
    repository.write("b.claims.yaml", WRONG)
    repository.commit()
    done = run(repository, programs, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 1
    assert "Broken" in done.stdout


def test_names_are_never_obeyed(repository: Scratch, programs: Path) -> None:
    names = ["$(touch", "pwned)", "*", "-o"]
    done = run(repository, programs, SENSECHECK_FILES=" ".join(names))
    assert done.returncode == 2
    assert [name for name in names if f"{name}: no such file" not in done.stderr] == []
    assert not (repository.folder / "pwned").exists()
