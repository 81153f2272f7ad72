"""The action, its steps run as they are written, on edits of a scratch repository."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.ci import workflow
from tests.ci.actions import ROOT, Job, arrived
from tests.scratch import Scratch

MADE = "1,582 people left in two years"
SLIP = "1,528 people left in two years"


@pytest.fixture
def ours(repository: Scratch) -> Scratch:
    """With the files that the workflow of this repository checks, on its main branch."""
    for name in ("claims.yaml", "article.md", "README.md"):
        shutil.copy(ROOT / name, repository.folder)
    shutil.copytree(ROOT / "examples" / "clean", repository.folder / "examples" / "clean")
    arrived(repository)
    return repository


def edit(repository: Scratch, name: str, *changes: tuple[str, str]) -> None:
    text = (repository.folder / name).read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{old}: {text.count(old)} times in {name}"
        text = text.replace(old, new)
    repository.write(name, text)


def slip(repository: Scratch) -> None:
    """A slip of the pen in the article, which somebody writes down as a claim: 6,113 − 4,531."""
    edit(repository, "article.md", (MADE, SLIP))
    stated = "to: staff.2023\n    stated: 1,582 employees"
    edit(repository, "claims.yaml", (MADE, SLIP), (stated, stated.replace("582", "528")))


def line_of(repository: Scratch, name: str, words: str) -> int:
    before, _, _ = (repository.folder / name).read_text("utf-8").partition(words)
    return before.count("\n") + 1


def changed(repository: Scratch) -> list[str]:
    """The files of a pull request, as the service lists them."""
    return repository.git("diff", "--name-only", "origin/main...HEAD").split("\n")


def test_an_edit_that_breaks_a_claim_is_seen_on_its_lines(ours: Scratch, job: Job) -> None:
    slip(ours)
    ours.commit()
    assert workflow.runs_for(changed(ours))
    done = job.use(**workflow.inputs("main"), sarif="out/claims.sarif")
    assert done.failed
    assert done.outputs["exit-code"] == "1"
    assert done.errors() == [
        ("claims.yaml", line_of(ours, "claims.yaml", "1,528 employees")),
        ("article.md", line_of(ours, "article.md", SLIP)),
    ]
    assert "1,528 for 1,582, two digits swapped" in done.commands[0].data
    assert "; stated: 1,582 employees → 1,528 employees; " in done.commands[0].data
    assert done.outputs["fail"] == "1"
    assert int(done.outputs["pass"]) > 20
    # The comment is what the summary shows.
    comment = Path(done.outputs["comment"]).read_text("utf-8")
    assert comment == done.summary
    assert "| layoffs | ✓ pass → ✗ fail |" in comment
    written = json.loads((ours.folder / done.outputs["sarif"]).read_text("utf-8"))
    assert "fail" in [result["ruleId"] for result in written["runs"][0]["results"]]


def test_an_edit_that_mends_it_passes(ours: Scratch, job: Job) -> None:
    slip(ours)
    arrived(ours)
    for name in ("claims.yaml", "article.md"):
        shutil.copy(ROOT / name, ours.folder)
    ours.commit()
    assert workflow.runs_for(changed(ours))
    done = job.use(**workflow.inputs("main"))
    assert not done.failed
    assert done.outputs["exit-code"] == "0"
    assert done.errors() == []
    assert "| layoffs | ✗ fail → ✓ pass |" in done.summary


def test_an_edit_that_touches_neither_runs_nothing(ours: Scratch) -> None:
    ours.write("README.md", "Something else\n")
    ours.write("docs/more.md", "1 + 1 = 3\n")
    ours.commit()
    assert changed(ours) == ["README.md", "docs/more.md"]
    assert not workflow.runs_for(changed(ours))


def test_an_edit_of_the_article_alone_is_seen(ours: Scratch, job: Job) -> None:
    edit(ours, "article.md", (MADE, SLIP))
    ours.commit()
    assert workflow.runs_for(changed(ours))
    done = job.use(**workflow.inputs("main"))
    assert done.failed
    assert done.outputs["exit-code"] == "2"
    assert ("claims.yaml", line_of(ours, "claims.yaml", "1,582 employees")) in done.errors()


def test_a_push_checks_everything(ours: Scratch, job: Job) -> None:
    done = job.use(**workflow.inputs(""))
    assert not done.failed
    assert done.outputs["comment"] == ""
    assert "Break and Rebuild" in done.summary
    slip(ours)
    done = job.use(**workflow.inputs(""))
    assert done.outputs["exit-code"] == "1"
    assert done.errors() == [
        ("claims.yaml", line_of(ours, "claims.yaml", "1,528 employees")),
        ("article.md", line_of(ours, "article.md", SLIP)),
    ]
