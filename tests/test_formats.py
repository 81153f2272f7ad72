"""The formats for machines, from the command line: the same codes, files, selections for all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sensecheck import cli
from sensecheck.cli.step_summary import MOST
from sensecheck.cli.verify import Format
from tests.report import troubles
from tests.report.runner import run as runner
from tests.test_cli import DISCREPANCY, FAIL, PASS, Run

Command = Callable[..., Run]
FORMATS = [form.value for form in Format]
OF_PROBLEMS = ["github", "gitlab", "sarif"]
ROOT = Path(__file__).parent.parent


@pytest.fixture
def verify(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: Any) -> Command:
    """Runs `sensecheck verify` in an empty folder that is no repository."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: str) -> Run:
        code = cli.main(("verify", *arguments))
        out, err = capsys.readouterr()
        return Run(code, out, err)

    return command


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def claims(*every: str) -> str:
    return f"claims:{''.join(every)}"


def places(form: str, out: str) -> list[tuple[str, int]]:
    """File and line of each entry of a format that lists problems."""
    if form == "github":
        found, _ = runner(out)
        return [(c.properties["file"], int(c.properties["line"])) for c in found]
    if form == "gitlab":
        locations = [entry["location"] for entry in json.loads(out)]
        return [(location["path"], location["lines"]["begin"]) for location in locations]
    results = json.loads(out)["runs"][0]["results"]
    physical = [result["locations"][0]["physicalLocation"] for result in results]
    return [(p["artifactLocation"]["uri"], p["region"]["startLine"]) for p in physical]


# ── what holds for all ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_written_as_the_screen_is(verify: Command, form: str) -> None:
    write("claims.yaml", troubles.EVERYTHING)
    shown = verify("--output-format", form)
    written = verify("--output-format", form, "-o", "out.txt")
    assert (written.code, written.out, written.err) == (shown.code, "", "")
    assert shown.code == 2
    assert Path("out.txt").read_text(encoding="utf-8") == shown.out


@pytest.mark.parametrize("form", FORMATS)
def test_several_files_and_a_selection(verify: Command, form: str) -> None:
    write("a/claims.yaml", claims(PASS, FAIL))
    write("b/x.claims.yaml", claims(DISCREPANCY))
    both = verify(".", "--output-format", form)
    assert both.code == 1
    assert "deficit" in both.out
    assert "revenue-2020" in both.out
    one = verify(".", "--output-format", form, "--select", "revenue-*")
    assert one.code == 0
    assert "deficit" not in one.out
    assert "revenue-2020" in one.out
    none = verify("b", "--output-format", form, "--select", "fail")
    assert (none.code, none.err) == (0, "")


@pytest.mark.parametrize("form", FORMATS)
def test_a_missing_file_is_a_message_beside_whole_output(verify: Command, form: str) -> None:
    write("claims.yaml", claims(FAIL))
    alone = verify("--output-format", form)
    result = verify("nope.yaml", "claims.yaml", "--output-format", form)
    assert result == Run(2, alone.out, "nope.yaml: no such file\n")
    assert verify("nope.yaml", "--output-format", form).code == 2


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_texts_are_no_trouble(verify: Command, form: str) -> None:
    write("claims.yaml", troubles.HOSTILE)
    result = verify("--output-format", form, "-v")
    assert result.code == 2
    assert result.err == ""
    # A page may hold the mark that a right-to-left text needs; it turns nothing else round.
    marks = {"\x1b", "\u202e"} if form == "html" else {"\x1b", "\u202e", "\u200f"}
    assert not marks & set(result.out)


@pytest.mark.parametrize("form", OF_PROBLEMS)
def test_quiet_leaves_out_what_somebody_accepted(verify: Command, form: str) -> None:
    write("claims.yaml", troubles.EVERYTHING.replace("  text: article.md\n", ""))
    assert len(places(form, verify("--output-format", form).out)) == 8
    assert len(places(form, verify("--output-format", form, "-q").out)) == 6
    assert len(places(form, verify("--output-format", form, "-v").out)) == 13


@pytest.mark.skipif(os.name == "nt", reason="names are bytes elsewhere")
@pytest.mark.parametrize("form", FORMATS)
def test_a_name_that_is_no_text(verify: Command, form: str) -> None:
    name = os.fsdecode(b"caf\xe9.claims.yaml")
    try:
        write(name, claims(FAIL))
    except OSError:
        pytest.skip("this file system has no such names")
    result = verify(name, "--output-format", form, "-o", "out.txt")
    assert result == Run(1, "", "")
    assert Path("out.txt").read_text(encoding="utf-8")


# ── in the repository ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", OF_PROBLEMS)
def test_paths_are_those_of_the_repository(verify: Command, form: str, monkeypatch: Any) -> None:
    write("repository/a/claims.yaml", claims(FAIL))
    Path("repository/.git").mkdir()
    at = [("a/claims.yaml", 6)]
    assert places(form, verify("repository", "--output-format", form).out) == at
    monkeypatch.chdir("repository/a")
    assert places(form, verify("--output-format", form).out) == at
    assert places(form, verify("../a/./claims.yaml", "--output-format", form).out) == at
    whole = str(Path("claims.yaml").resolve())
    assert places(form, verify(whole, "--output-format", form).out) == at


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_a_workspace_without_git(verify: Command, variable: str, monkeypatch: Any) -> None:
    write("work/space/a/claims.yaml", claims(FAIL))
    monkeypatch.setenv(variable, str(Path("work/space").resolve()))
    monkeypatch.chdir("work/space/a")
    out = verify("--output-format", "github").out
    assert places("github", out) == [("a/claims.yaml", 6)]
    # One that does not hold the file says nothing of it.
    monkeypatch.setenv(variable, str(Path("../..").resolve() / "spa"))
    assert places("github", verify("--output-format", "github").out) == [("claims.yaml", 6)]


ARTICLE = """\
# The library

In 2022 the deficit was £496.5 thousand.

A year later it was £671.7 thousand: it had grown by 24.4%.
"""
OF_ARTICLE = """\
article: {text: article.md}
figures:
  deficit: {2022: £496.5 thousand, 2023: £671.7 thousand}
claims:
  deficit:
    quote: it had grown by 24.4%
    rule: percent_increase
    from: deficit.2022
    to: deficit.2023
    stated: 24.4%
"""


def test_the_line_of_the_article_is_annotated_too(verify: Command, monkeypatch: Any) -> None:
    write("repository/a/claims.yaml", OF_ARTICLE)
    write("repository/a/article.md", ARTICLE)
    Path("repository/.git").mkdir()
    monkeypatch.chdir("repository/a")
    (claim, article), _ = runner(verify("--output-format", "github").out)
    expected = {"file": "a/claims.yaml", "line": "10", "col": "13", "endColumn": "18"}
    assert expected.items() <= claim.properties.items()
    # 'A year later it was £671.7 thousand: it had grown by ' are 53 characters.
    expected = {"file": "a/article.md", "line": "5", "col": "54", "endColumn": "59"}
    assert expected.items() <= article.properties.items()
    found = json.loads(verify("--output-format", "gitlab").out)
    assert [entry["location"]["path"] for entry in found] == ["a/claims.yaml", "a/article.md"]
    (result,) = json.loads(verify("--output-format", "sarif").out)["runs"][0]["results"]
    texts = [place["message"]["text"] for place in result["relatedLocations"]]
    assert texts == [
        "the article, line 5",
        "deficit.2022: £496.5 thousand",
        "deficit.2023: £671.7 thousand",
    ]
    # An article from outside the repository is nobody's line in a pull request.
    write("../../elsewhere.md", ARTICLE)
    out = verify("--article", "../../elsewhere.md", "--output-format", "github").out
    assert places("github", out) == [("a/claims.yaml", 10)]


def test_a_file_outside_is_named_as_it_was_given(verify: Command, monkeypatch: Any) -> None:
    write("here/x", "")
    write("elsewhere/claims.yaml", claims(FAIL))
    monkeypatch.chdir("here")
    out = verify("../elsewhere/claims.yaml", "--output-format", "github").out
    assert places("github", out) == [("../elsewhere/claims.yaml", 6)]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_followed_inside_and_not_outside(verify: Command) -> None:
    write("repository/real/claims.yaml", claims(FAIL))
    write("elsewhere/claims.yaml", claims(FAIL))
    Path("repository/.git").mkdir()
    Path("repository/linked").symlink_to("real")
    Path("repository/out").symlink_to("../elsewhere")
    out = verify("repository/linked/claims.yaml", "--output-format", "github").out
    assert places("github", out) == [("real/claims.yaml", 6)]


# ── in GitHub Actions ────────────────────────────────────────────────────────────────────────


def test_annotations_come_by_themselves_in_github_actions(
    verify: Command, monkeypatch: Any
) -> None:
    write("claims.yaml", claims(PASS, FAIL))
    table = verify().out
    assert "::" not in table
    assert verify("--output-format", "auto").out == table
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    commands, log = runner(verify().out)
    assert [c.name for c in commands] == ["error"]
    assert log.strip() == table.strip()
    assert verify("--output-format", "auto").out == verify("--output-format", "github").out
    # Who asks for something gets it, and a file is not read by the runner.
    assert verify("--output-format", "table").out == table
    verify("-o", "out.txt")
    assert Path("out.txt").read_text(encoding="utf-8") == table
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert verify().out == table


def test_a_strict_run_annotates_errors(verify: Command) -> None:
    write("claims.yaml", claims(DISCREPANCY))
    (warning,), _ = runner(verify("--output-format", "github").out)
    (error,), _ = runner(verify("--output-format", "github", "--strict").out)
    assert (warning.name, error.name) == ("warning", "error")


def summarised(verify: Command, monkeypatch: Any, name: str, *arguments: str) -> Run:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", name)
    return verify(*arguments)


def test_the_summary_is_appended(verify: Command, monkeypatch: Any) -> None:
    write("claims.yaml", claims(PASS, FAIL))
    Path("summary.md").write_text("before\n", encoding="utf-8")
    assert summarised(verify, monkeypatch, "summary.md").err == ""
    text = Path("summary.md").read_bytes().decode("utf-8")
    expected = verify("--output-format", "markdown").out
    assert text == f"before\n\n{expected}"
    assert "| ✗ fail | deficit | 24.9% | 35.28% (35.27 … 35.30) |" in text
    summarised(verify, monkeypatch, "new.md")
    assert Path("new.md").read_text(encoding="utf-8") == expected


def test_other_formats_have_no_summary(verify: Command, monkeypatch: Any) -> None:
    write("claims.yaml", claims(FAIL))
    for form in ("table", "sarif", "markdown"):
        summarised(verify, monkeypatch, "summary.md", "--output-format", form)
    assert not Path("summary.md").exists()
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    assert verify("--output-format", "github").code == 1


@pytest.mark.parametrize("name", ["no/such/folder.md", "."])
def test_trouble_with_the_summary_is_a_message(
    verify: Command, monkeypatch: Any, name: str
) -> None:
    write("claims.yaml", claims(PASS))
    result = summarised(verify, monkeypatch, name)
    assert result.code == 0
    assert result.err.startswith(f"GITHUB_STEP_SUMMARY: {name}: ")
    assert result.err.count("\n") == 1


def test_a_summary_is_never_longer_than_github_takes(verify: Command, monkeypatch: Any) -> None:
    write("claims.yaml", claims(*(FAIL.replace("deficit", f"deficit-{n}") for n in range(50))))
    Path("summary.md").write_bytes(b"x" * (MOST - 1000))
    summarised(verify, monkeypatch, "summary.md")
    data = Path("summary.md").read_bytes()
    assert MOST - 200 < len(data) <= MOST
    assert data.decode("utf-8").endswith("has no room here: the log has all of it.\n")
    Path("summary.md").write_bytes(b"x" * MOST)
    result = summarised(verify, monkeypatch, "summary.md")
    assert result.err == "GITHUB_STEP_SUMMARY: summary.md: is full; nothing was added\n"
    assert Path("summary.md").stat().st_size == MOST


# ── start-up ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", ["auto", "table", "concise", "json"])
def test_what_is_not_used_is_not_imported(form: str) -> None:
    code = (
        "import sys; from sensecheck.cli import main; "
        f"main(['verify', '--output-format', {form!r}, '-o', {os.devnull!r}]); print(*sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert "sensecheck.checking" in loaded
    ours = ("github", "gitlab", "junit", "kinds", "markdown", "positions", "problems", "sarif")
    unwanted = {f"sensecheck.report.{name}" for name in (*ours, "escaping", "json_lines")}
    unwanted |= {f"sensecheck.cli.{n}" for n in ("more_formats", "repository", "step_summary")}
    assert not loaded & unwanted
