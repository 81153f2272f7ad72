"""Files that services and shells read: they are what their schemas and a linter want them to be."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.ci import actions, workflow
from tests.ci.actions import ROOT, Job
from tests.scratch import Scratch

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / "docs" / "ci" / "gitlab.yml"
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")


def blocks() -> list[str]:
    """The YAML that the page shows."""
    found = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    assert len(found) == 4
    return found


def checked(schema: str, path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema)
    return subprocess.run(
        (*command, *options, str(path)), capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize(
    ("schema", "path", "options"),
    [
        ("vendor.github-actions", ROOT / "action.yml", ()),
        *(("vendor.github-workflows", path, ()) for path in WORKFLOWS),
        ("vendor.gitlab-ci", GITLAB, ("--data-transform", "gitlab-ci")),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_schemas(schema: str, path: Path, options: tuple[str, ...]) -> None:
    done = checked(schema, path, *options)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("vendor.github-actions", "name: a\ndescription: b\nruns: {using: composite}\n"),
        ("vendor.github-workflows", "on: push\njobs: {a: {steps: []}}\n"),
        ("vendor.gitlab-ci", "a: {script: 1}\n"),
    ],
)
def test_the_schemas_see_something(schema: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.yml"
    path.write_text(text, encoding="utf-8")
    assert checked(schema, path).returncode == 1


def test_the_workflow_of_the_page(tmp_path: Path) -> None:
    whole, comment, scanning, hooks = blocks()
    steps = yaml.safe_load(comment) + yaml.safe_load(scanning)
    page = yaml.safe_load(whole)
    page["jobs"]["claims"]["steps"][-1]["id"] = "claims"
    page["jobs"]["claims"]["steps"] += steps
    path = tmp_path / "claims.yml"
    page["on"] = page.pop(True)  # to YAML, 'on' is a truth value
    path.write_text(yaml.safe_dump(page), encoding="utf-8")
    done = checked("vendor.github-workflows", path)
    assert done.returncode == 0, done.stdout
    assert "id: sensecheck\n" in hooks


def test_the_page_names_all_inputs_and_outputs() -> None:
    tables = re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE)
    named = set(re.findall("`([a-z-]+)`", "".join(tables)))
    assert {*actions.ACTION["inputs"], *actions.ACTION["outputs"]} - named == set()
    used = [yaml.safe_load(blocks()[0])["jobs"]["claims"]["steps"][-1]["with"], workflow.INPUTS]
    assert all(set(given) <= set(actions.ACTION["inputs"]) for given in used)


def scripts() -> dict[str, str]:
    """Every shell script of ours by its name, with the shell that it is for."""
    steps = {step["id"]: step["run"] for step in actions.STEPS if "run" in step}
    (gitlab,) = yaml.safe_load(GITLAB.read_text("utf-8"))["sensecheck"]["script"]
    bash = {name: f"#!/bin/bash\n{text}" for name, text in steps.items()}
    return {
        **bash,
        "gitlab": f"#!/bin/sh\n{gitlab}",
        "run": (ROOT / ".ci" / "run").read_text("utf-8"),
    }


@pytest.mark.parametrize("name", scripts())
def test_scripts(name: str, tmp_path: Path) -> None:
    beside = str(Path(sys.executable).parent)
    shellcheck = shutil.which("shellcheck", path=beside) or shutil.which("shellcheck")
    if shellcheck is None:
        pytest.skip("shellcheck is not installed")
    path = tmp_path / name
    path.write_text(scripts()[name], encoding="utf-8")
    # SC2086: the names that GitLab's variable holds have blanks between them.
    # SC2153: FILES is no misspelling of files, but the input.
    done = subprocess.run(
        (shellcheck, "--exclude=SC2086" if name == "gitlab" else "--exclude=SC2153", str(path)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == ""
    assert done.returncode == 0


def test_the_workflow_that_tries_the_action(repository: Scratch, job: Job) -> None:
    """What its last step expects is what the step before gives."""
    tried = yaml.safe_load((ROOT / ".github" / "workflows" / "action.yml").read_text("utf-8"))
    steps = tried["jobs"]["try"]["steps"]
    (errors,) = (step for step in steps if step.get("id") == "errors")
    shutil.copytree(ROOT / "examples", repository.folder / "examples")
    given = {name: value for name, value in errors["with"].items() if name != "python-version"}
    done = job.use(**given)
    expected = steps[-1]
    outputs = {
        name: done.outputs[value.removeprefix("${{ steps.errors.outputs.").removesuffix(" }}")]
        for name, value in expected["env"].items()
    }
    command = ("bash", "-e", "-c", expected["run"])
    assert subprocess.run(command, cwd=repository.folder, env=outputs, check=False).returncode == 0
    wrong = outputs | {"FAIL": "10"}
    assert subprocess.run(command, cwd=repository.folder, env=wrong, check=False).returncode == 1
