"""The hooks for pre-commit: when they run, and with --full, pre-commit running them for real."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from sensecheck import cli
from tests.ci.actions import ROOT
from tests.ci.claims import RIGHT, WRONG
from tests.scratch import Scratch, alone

HOOKS: Final[list[dict[str, Any]]] = yaml.safe_load(
    (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
)
ARTICLE: Final = "It had 6,113 employees, then 4,531, so 1,582 fewer.\n"
WITH_ARTICLE: Final = f"article:\n  text: story.md\n{RIGHT}"


@pytest.mark.parametrize(
    ("path", "runs"),
    [
        ("claims.yaml", True),
        ("2024/claims.yaml", True),
        ("2024/snow.claims.yaml", True),
        ("story.md", True),
        ("2024/story.html", True),
        ("story.docx", True),
        ("story.txt", True),
        ("story.text", True),
        ("myclaims.yaml", False),
        ("claims.yaml.orig", False),
        ("claims.yml", False),
        ("code.py", False),
        ("md", False),
    ],
)
def test_when_the_hooks_run(path: str, runs: bool) -> None:
    assert len(HOOKS) == 2
    for hook in HOOKS:
        assert bool(re.search(hook["files"], path)) is runs


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_their_commands(
    hook: dict[str, Any], repository: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.write("claims.yaml", RIGHT)
    repository.commit()
    program, *arguments = shlex.split(hook["entry"]) + hook.get("args", [])
    assert program == "sensecheck"
    assert hook["pass_filenames"] is False
    assert cli.main(arguments) == 0
    repository.write("claims.yaml", WRONG)
    assert cli.main(arguments) == 1
    assert "layoffs" in capsys.readouterr().out


def test_pre_commit_takes_the_manifest() -> None:
    clientlib = pytest.importorskip("pre_commit.clientlib", reason="pre-commit is not installed")
    assert [hook["id"] for hook in clientlib.load_manifest(ROOT / ".pre-commit-hooks.yaml")] == [
        "sensecheck",
        "sensecheck-diff",
    ]


# ── for real ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: bool) -> Path:
    """Where pre-commit keeps what it builds: an environment with sensecheck, from a registry."""
    if not full:
        pytest.skip("builds an environment from a package registry: --full")
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PRE_COMMIT_COLOR", "never")
    return tmp_path


def pre_commit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(folder, sys.executable, "-m", "pre_commit", *arguments)


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def ours(folder: Path) -> Path:
    """A repository with the files that the hooks are built from, as they are here."""
    folder.mkdir()
    shutil.copytree(
        ROOT / "sensecheck", folder / "sensecheck", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder)
    made = Scratch(folder)
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit()
    return folder


def test_commits_are_checked(repository: Scratch, home: Path) -> None:
    source = ours(home / "sensecheck")
    revision = Scratch(source).git("rev-parse", "HEAD")
    hooks = [{"id": "sensecheck", "args": ["--strict", "."]}, {"id": "sensecheck-diff"}]
    config = {"repos": [{"repo": str(source), "rev": revision, "hooks": hooks}]}
    repository.write(".pre-commit-config.yaml", yaml.safe_dump(config))
    repository.write("claims.yaml", WITH_ARTICLE)
    repository.write("story.md", ARTICLE)
    repository.commit()
    assert pre_commit(repository.folder, "install").returncode == 0

    def commit(files: dict[str, str]) -> subprocess.CompletedProcess[str]:
        for name, text in files.items():
            repository.write(name, text)
        repository.git("add", "--all")
        return run(repository.folder, "git", "commit", "--message", "an edit")

    neither = commit({"code.py": "print(1 + 1)\n"})
    assert neither.returncode == 0
    assert neither.stdout.count("(no files to check)Skipped") == 2
    assert "Passed" not in neither.stdout

    both = {"claims.yaml": WITH_ARTICLE, "story.md": ARTICLE}
    broken = commit({name: text.replace("1,582", "1,528") for name, text in both.items()})
    assert broken.returncode == 1
    assert broken.stdout.count("Failed") == 2
    assert "claims.yaml:4:3: fail layoffs: stated 1,528 employees" in broken.stdout
    assert "layoffs   ✓ pass → ✗ fail" in broken.stdout

    mended = commit({**both, "claims.yaml": f"{WITH_ARTICLE}# checked twice\n"})
    assert mended.returncode == 0
    assert mended.stdout.count("Passed") == 2

    only_the_article = commit({"story.md": ARTICLE.replace("6,113", "6,131")})
    assert only_the_article.returncode == 1
    assert only_the_article.stdout.count("Failed") == 2
    assert "6,131" in only_the_article.stdout


def test_the_hook_runs_on_this_repository(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All claims files of it: our own, which hold, and the examples of errors, which do not."""
    alone(tmp_path, monkeypatch)
    source = ours(home / "sensecheck")
    for name in ("claims.yaml", "article.md"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "examples", source / "examples")
    Scratch(source).commit()
    done = pre_commit(source, "try-repo", ".", "sensecheck", "--all-files", "--verbose")
    assert done.returncode == 1, done.stdout
    found = re.findall(r"^(\S+claims\.yaml):\d+:\d+: (\w+)", done.stdout, re.MULTILINE)
    assert {path for path, verdict in found if verdict == "fail"} == {"examples/errors/claims.yaml"}
    assert [verdict for _, verdict in found].count("fail") == 11
