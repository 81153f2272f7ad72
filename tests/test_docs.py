"""The documentation tells the truth: its blocks, its examples, its commands and its paths."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs import build
from sensecheck import checking
from sensecheck.cli import COMMANDS

PAGES = [*build.PAGES, build.ROOT / "benchmarks" / "README.md"]
DESIGN = sorted((build.ROOT / "docs" / "design").glob("*.md"))


def label(path: Path) -> str:
    return str(path.relative_to(build.ROOT))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def examples() -> list[tuple[str, str]]:
    """Every complete claims file that a page shows, with the page and its line."""
    found = []
    for page in PAGES:
        text = read(page)
        for block in re.finditer(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
            if re.search(r"^claims:$", block[1], re.MULTILINE):
                found.append(
                    (f"{label(page)}:{text[: block.start()].count(chr(10)) + 1}", block[1])
                )
    return found


@pytest.mark.parametrize("page", build.PAGES, ids=label)
def test_generated_blocks_are_up_to_date(page: Path) -> None:
    assert build.rebuilt(read(page)) == read(page), "run: python docs/build.py"


def test_every_command_has_its_help() -> None:
    page = read(build.ROOT / "docs" / "commands.md")
    named = re.findall(r"<!-- output of: sensecheck ([a-z]+) --help -->", page)
    assert named == list(COMMANDS)


@pytest.mark.parametrize("text", [pytest.param(text, id=place) for place, text in examples()])
def test_examples_have_no_findings(text: str) -> None:
    results = checking.check_text(text, "claims.yaml")
    assert results.findings == ()
    assert results.verdicts


@pytest.mark.parametrize("page", [*PAGES, *DESIGN], ids=label)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]*)(?:#[^)]*)?\)", read(page))
    inside = [target for target in targets if target and "://" not in target]
    assert [target for target in inside if not (page.parent / target).exists()] == []


def test_paths_of_the_guide_exist() -> None:
    """Everything in CONTRIBUTING.md that looks like a path; <name> stands for any."""
    named = re.findall(r"`([\w.<>-]*/[\w./<>-]*|[\w-]+\.(?:md|py|toml|yaml))`", read(PAGES[1]))
    patterns = [re.sub("<[a-z]+>", "*", name).rstrip("/") for name in named]
    assert len(patterns) > 15
    assert [name for name in patterns if not list(build.ROOT.glob(name))] == []


def test_the_checks_are_those_of_the_readme() -> None:
    script = read(build.ROOT / ".ci" / "run")
    for command in ("-m venv", "-e '.[test]'", "sensecheck verify", "python -m pytest"):
        assert command in read(PAGES[0])
        assert command in script.replace('"', "").replace("$bin/", "")
