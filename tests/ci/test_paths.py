"""The filters say when the workflows run: at edits that can change a verdict, and at no others."""

from __future__ import annotations

import pytest
import yaml

from sensecheck.checking import check
from tests.ci import workflow
from tests.ci.actions import ROOT
from tests.ci.paths import triggered

# The examples of the cheat sheet.
MATCHES = [
    ("*", "README.md server.rb"),
    ("*.jsx?", "page.js page.jsx"),
    ("**", "all/the/files.md"),
    ("*.js", "app.js index.js"),
    ("**.js", "index.js js/index.js src/js/app.js"),
    ("docs/*", "docs/README.md docs/file.txt"),
    ("docs/**", "docs/README.md docs/mona/octocat.txt"),
    ("docs/**/*.md", "docs/README.md docs/mona/hello-world.md docs/a/markdown/file.md"),
    ("**/docs/**", "docs/hello.md dir/docs/my-file.txt space/docs/plan/space.doc"),
    ("**/README.md", "README.md js/README.md"),
    ("**/*src/**", "a/src/app.js my-src/code/js/app.js"),
    ("**/*-post.md", "my-post.md path/their-post.md"),
    ("**/migrate-*.sql", "migrate-10909.sql db/migrate-v1.0.sql db/sept/migrate-v1.sql"),
    ("v[12].[0-9]+.[0-9]+", "v1.10.1 v2.0.0"),
]
MISSES = [
    ("*", "docs/README.md"),
    ("*.js", "js/index.js page.jsx appXjs"),
    ("docs/*", "docs/mona/octocat.txt"),
    ("docs/**", "a/docs/README.md docs"),
    ("**/README.md", "XREADME.md README.md.txt"),
    ("v[12].[0-9]+.[0-9]+", "v3.0.0 v1..1"),
]


@pytest.mark.parametrize(("pattern", "paths"), MATCHES)
def test_what_a_pattern_matches(pattern: str, paths: str) -> None:
    assert [path for path in paths.split() if not triggered([pattern], [path])] == []


@pytest.mark.parametrize(("pattern", "paths"), MISSES)
def test_what_a_pattern_does_not_match(pattern: str, paths: str) -> None:
    assert not triggered([pattern], paths.split())


def test_the_last_pattern_decides() -> None:
    patterns = ["*.md", "!README.md", "README*"]
    assert triggered(patterns[:2], ["hello.md"])
    assert not triggered(patterns[:2], ["README.md", "docs/hello.md"])
    assert triggered(patterns, ["README.md"]) and triggered(patterns, ["README.doc"])
    assert not triggered([], ["README.md"])


@pytest.mark.parametrize(
    ("path", "runs"),
    [
        ("claims.yaml", True),
        ("2024/snow.claims.yaml", True),
        ("article.md", True),
        ("examples/clean/article.md", True),
        ("sensecheck/rules/sum.py", True),
        ("pyproject.toml", True),
        ("action.yml", True),
        (".github/workflows/claims.yml", True),
        (".github/workflows/ci.yml", False),
        ("README.md", False),
        ("docs/verdicts.md", False),
        ("tests/test_cli.py", False),
        ("myclaims.yaml", False),
    ],
)
def test_edits_that_can_change_a_verdict(path: str, runs: bool) -> None:
    assert workflow.runs_for([path]) is runs
    assert workflow.runs_for(["README.md", path]) is runs


def test_all_that_the_workflow_reads_makes_it_run() -> None:
    assert len(workflow.checked()) == 2
    for path in workflow.checked():
        name = path.relative_to(ROOT).as_posix()
        article = check(str(path)).document.article.text
        assert article
        assert workflow.runs_for([name])
        assert workflow.runs_for([path.with_name(article).relative_to(ROOT).as_posix()])


def test_both_events_have_one_filter() -> None:
    assert workflow.EVENTS["push"]["paths"] == workflow.EVENTS["pull_request"]["paths"]


@pytest.mark.parametrize("name", ["action", "claims", "ci"])
def test_workflows_may_read_and_no_more(name: str) -> None:
    text = (ROOT / ".github" / "workflows" / f"{name}.yml").read_text("utf-8")
    found = yaml.safe_load(text)
    assert found["permissions"] == {"contents": "read"}
    steps = [step for job in found["jobs"].values() for step in job["steps"]]
    (checkout,) = (step for step in steps if step.get("uses", "").startswith("actions/checkout@"))
    assert checkout["with"]["persist-credentials"] is False
    assert not any("permissions" in job for job in found["jobs"].values())
