"""The workflow in which this repository checks its own claims, as its file says it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from tests.ci.actions import ROOT
from tests.ci.paths import triggered

PATH: Final = ROOT / ".github" / "workflows" / "claims.yml"
WORKFLOW: Final[Mapping[Any, Any]] = yaml.safe_load(PATH.read_text("utf-8"))
EVENTS: Final[Mapping[str, Any]] = WORKFLOW[True]  # to YAML, 'on' is a truth value
STEPS: Final[list[dict[str, Any]]] = WORKFLOW["jobs"]["verify"]["steps"]
INPUTS: Final[dict[str, str]] = next(step["with"] for step in STEPS if step.get("uses") == "./")


def inputs(base_ref: str) -> dict[str, str]:
    """What the workflow hands to the action; the branch is '' where there is no pull request."""
    given = {n: v.replace("${{ github.base_ref }}", base_ref) for n, v in INPUTS.items()}
    assert not any("${{" in value for value in given.values())
    return {name.replace("-", "_"): value for name, value in given.items()}


def runs_for(paths: list[str]) -> bool:
    """Whether a pull request that changes these files makes the workflow run."""
    return triggered(EVENTS["pull_request"]["paths"], paths)


def checked() -> list[Path]:
    """The claims files that the workflow checks."""
    named = [ROOT / name for name in INPUTS["files"].split("\n") if name]
    return [
        file for path in named for file in (path.rglob("*claims.yaml") if path.is_dir() else [path])
    ]
