"""What GitHub's runner does with action.yml, as far as it matters here: inputs, variables, steps.

The scripts are run as they stand in the file. Of the expressions only those that the file uses are
known, and an unknown one is an error.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tests.report.runner import Command, run
from tests.scratch import Scratch

ROOT: Final = Path(__file__).parents[2]
ACTION: Final[Mapping[str, Any]] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: Final[list[dict[str, Any]]] = ACTION["runs"]["steps"]

_BASH: Final = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
"""What `shell: bash` stands for."""
_EXPRESSION: Final = re.compile(r"\$\{\{ (?P<path>[\w.-]+)(?P<empty> != '')? \}\}")


@dataclass(frozen=True)
class Outcome:
    """What a use of the action came to: its outputs, and what the runner read of its log."""

    failed: bool
    outputs: dict[str, str]
    commands: list[Command]
    log: str
    summary: str

    def errors(self) -> list[tuple[str, int]]:
        """File and line of each error that is annotated on a line."""
        return [
            (command.properties["file"], int(command.properties["line"]))
            for command in self.commands
            if command.name == "error" and "file" in command.properties
        ]

    def refusals(self) -> list[str]:
        """Errors that are about no line."""
        found = (c for c in self.commands if c.name == "error" and "file" not in c.properties)
        return [command.data for command in found]


@dataclass
class Job:
    """A job on a runner: a checkout, a folder for temporary files, the action's own checkout."""

    workspace: Path
    temp: Path
    action: Path = ROOT
    environment: dict[str, str] = field(default_factory=dict)

    def use(self, **inputs: str) -> Outcome:
        """A step that uses the action; an input's - is written _ here."""
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert set(given) <= set(ACTION["inputs"]), "an unknown input"
        values = {f"inputs.{n}": i.get("default", "") for n, i in ACTION["inputs"].items()}
        values |= {f"inputs.{name}": value for name, value in given.items()}
        text, failed = "", False
        summary = self._file("summary")
        for step in STEPS:
            if failed or not _value(step.get("if", "true"), values):
                continue
            assert "run" in step, f"{step['uses']} cannot be run here"
            done, outputs = self._step(step, values, summary)
            values |= {f"steps.{step['id']}.outputs.{n}": v for n, v in outputs.items()}
            text, failed = text + done.stdout, done.returncode != 0
        named = {n: _value(o["value"], values) for n, o in ACTION["outputs"].items()}
        commands, log = run(text)
        return Outcome(failed, named, commands, log, summary.read_text("utf-8"))

    def _step(
        self, step: Mapping[str, Any], values: Mapping[str, str], summary: Path
    ) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
        assert step["shell"] == "bash"
        output = self._file("output")
        script = self._file("script")
        script.write_text(step["run"], encoding="utf-8", newline="\n")
        done = subprocess.run(
            (*_BASH, str(script)),
            cwd=self.workspace,
            env={
                **os.environ,
                **self.environment,
                "GITHUB_ACTIONS": "true",
                "GITHUB_ACTION_PATH": str(self.action),
                "GITHUB_OUTPUT": str(output),
                "GITHUB_STEP_SUMMARY": str(summary),
                "GITHUB_WORKSPACE": str(self.workspace),
                "RUNNER_TEMP": str(self.temp),
                **{name: _value(text, values) for name, text in step.get("env", {}).items()},
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        pairs = (line.split("=", 1) for line in output.read_text("utf-8").splitlines())
        return done, dict(pairs)

    def _file(self, name: str) -> Path:
        """A new empty file, as the runner gives every step some of its own."""
        folder = self.temp / "_runner_file_commands"
        folder.mkdir(exist_ok=True)
        path = folder / f"{name}_{len(list(folder.iterdir()))}"
        path.touch()
        return path


def _value(text: str, values: Mapping[str, str]) -> str:
    """A text with its expressions replaced; '' where a condition does not hold."""

    def one(found: re.Match[str]) -> str:
        value = values.get(found["path"], "")
        assert found["path"] in values or found["path"].startswith("steps."), found[0]
        return ("true" if value else "") if found["empty"] else value

    replaced = _EXPRESSION.sub(one, text)
    assert "${{" not in _EXPRESSION.sub("", text), f"an expression nobody knows here: {text}"
    return replaced


def arrived(repository: Scratch) -> None:
    """Commits what is here, as the main branch of the place that the checkout came from."""
    repository.commit()
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")


def prepared(temp: Path) -> None:
    """An environment as an earlier use of the action in the job leaves it, but made in no time.

    It finds the packages of the environment that the tests run in.
    """
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    folder = temp / "sensecheck"
    venv.create(folder)
    (found,) = folder.glob("**/site-packages")
    ours = [str(ROOT), *(path for path in sys.path if path.endswith("site-packages"))]
    (found / "ours.pth").write_text("\n".join(ours), encoding="utf-8")
    (folder / "made-of").write_text(f"python3 {ROOT}\n", encoding="utf-8")
