"""The command line as its users meet it: what it writes where, and with which exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import sensecheck
from sensecheck import checking, cli
from sensecheck.cli import explain
from sensecheck.cli.verify import Format
from sensecheck.exit_codes import ExitCode

PASS = """
  layoffs:
    quote: 1,582 people left
    rule: decrease
    from: 6,113 employees
    to: 4,531 employees
    stated: 1,582 employees
    tags: [staff]
"""
FAIL = """
  deficit:
    rule: percent_decrease
    from: $671.7 billion
    to: $434.7 billion
    stated: 24.9%
"""
DISCREPANCY = """
  revenue-2020:
    rule: percent_increase
    from: RMB 3.027 billion
    to: RMB 3.446 billion
    stated: 13.86%
"""
BROKEN = """
  broken:
    rule: decrease
    from: staf.2021
    to: 4,531 employees
    stated: 1,582 employees
"""


class Run(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


Command = Callable[..., Run]
Write = Callable[..., Path]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: Any) -> Command:
    """Runs sensecheck in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> Run:
        code = cli.main(arguments)
        out, err = capsys.readouterr()
        return Run(code, out, err)

    return command


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a claims file of some claims."""

    def claims_file(*claims: str, name: str = "claims.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("claims:" + "".join(claims), encoding="utf-8")
        return path

    return claims_file


# ── exit codes ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize(
    ("claims", "options", "code"),
    [
        ([PASS], [], 0),
        ([PASS, DISCREPANCY], [], 0),
        ([PASS, DISCREPANCY], ["--strict"], 1),
        ([PASS, FAIL], [], 1),
        ([PASS, FAIL], ["--exit-zero"], 0),
        ([PASS, BROKEN], [], 2),
        ([PASS, FAIL, BROKEN], [], 2),
        ([FAIL, BROKEN], ["--exit-zero"], 2),
        ([FAIL.rstrip() + "\n    accepted: looked into\n"], [], 0),
        ([PASS.rstrip() + "\n    accepted: stale\n"], [], 0),
        ([PASS.rstrip() + "\n    accepted: stale\n"], ["--strict"], 1),
    ],
)
def test_exit_codes_are_the_same_for_every_format(
    run: Command, write: Write, form: str, claims: list[str], options: list[str], code: int
) -> None:
    write(*claims)
    assert run("verify", "--output-format", form, *options).code == code


@pytest.mark.parametrize("text", ["", "claims:\n", "claims: {}\n", "figures:\n  a: 5\n"])
def test_a_file_without_claims_is_unusable(run: Command, write: Write, text: str) -> None:
    write().write_text(text, encoding="utf-8")
    result = run("verify")
    assert result.code == 2
    assert "claims" in result.out + result.err


def test_the_codes_in_help_are_those_of_the_enum(run: Command) -> None:
    text = run("verify", "--help").out
    assert all(f"\n    {code:d}  " in text for code in ExitCode if code != 130)


# ── files ────────────────────────────────────────────────────────────────────────────────────


def test_no_file_here(run: Command) -> None:
    result = run("verify")
    assert result == (
        2,
        "",
        "claims.yaml: no such file; 'sensecheck init' writes one to start from\n",
    )


def test_a_missing_file_does_not_keep_the_others_from_being_checked(
    run: Command, write: Write
) -> None:
    write(PASS)
    result = run("verify", "nope.yaml", "claims.yaml")
    assert result.code == 2
    assert result.err == "nope.yaml: no such file\n"
    assert "1 claim: 1 pass" in result.out


def test_folders_are_searched(run: Command, write: Write) -> None:
    write(PASS, name="a/claims.yaml")
    write(FAIL, name="a/b/x.claims.yaml")
    write(FAIL, name="a/b/other.yaml")
    write(FAIL, name="a/.hidden/claims.yaml")
    result = run("verify", "a", "a/claims.yaml", "--output-format", "json")
    paths = [file["path"] for file in json.loads(result.out)["files"]]
    assert paths == [os.path.join("a", "claims.yaml"), os.path.join("a", "b", "x.claims.yaml")]
    assert result.code == 1


def test_several_files_end_with_one_line_over_all(run: Command, write: Write) -> None:
    write(PASS, name="a.claims.yaml")
    write(FAIL, name="b.claims.yaml")
    out = run("verify", ".").out
    assert "2 files, 2 claims: 1 pass · 1 fail" in out
    assert "why: sensecheck explain deficit b.claims.yaml" in out


def test_a_folder_without_claims(run: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("verify", "empty")
    assert result == (2, "", "empty: no claims.yaml or *.claims.yaml in this folder\n")
    assert run("explain", "x", "empty").code == 2


def test_a_file_that_cannot_be_read(run: Command, write: Write, monkeypatch: Any) -> None:
    path = write(PASS)

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert run("verify") == (2, "", f"{path.name}: Permission denied\n")


def test_a_file_that_is_no_text(run: Command, tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_bytes(b"claims:\n  a: \xff\xfe\x00\n")
    result = run("verify")
    assert result.code == 2
    assert "Traceback" not in result.out + result.err
    assert "claims.yaml" in result.out + result.err


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5000])
def test_names_that_no_file_can_have(run: Command, name: str) -> None:
    for command in (["verify", name], ["explain", "x", name]):
        result = run(*command)
        assert result.code == 2
        assert "internal" not in result.err
        assert "\x00" not in result.err


# ── options ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "arguments",
    [
        ["verify", "--sort", "size"],
        ["verify", "--color", "red"],
        ["verify", "--output-format", "xml"],
        ["verify", "--output-format"],
        ["verify", "--select"],
        ["verify", "-o"],
        ["verify", "--nope"],
        ["explain"],
        ["explain", "a", "b", "c"],
        ["explain", "a", "--color", "x"],
        ["rules", "a", "b"],
        ["init", "a", "b"],
        ["nope"],
        ["--nope"],
    ],
)
def test_bad_input_is_a_usage_error(run: Command, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert "Error: " in result.err


def test_select(run: Command, write: Write) -> None:
    write(PASS, FAIL, DISCREPANCY)
    assert run("verify", "--select", "staff").code == 0
    assert "1 claim: 1 fail" in run("verify", "--select", "def*").out
    assert "2 claims: 1 discrepancy" in run("verify", "--select", "fail", "--select", "rev*").out
    assert run("verify", "--select", "unverifiable").code == 0
    result = run("verify", "--select", "nope", "--select", "layoffs")
    assert result.code == 2
    assert result.err == "--select nope: no claim has this id, tag or verdict\n"


def test_sort_quiet_verbose(run: Command, write: Write) -> None:
    write(FAIL, PASS)
    assert run("verify").out.index("layoffs") < run("verify").out.index("deficit")
    in_file_order = run("verify", "--sort", "file").out
    assert in_file_order.index("deficit") < in_file_order.index("layoffs")
    assert "layoffs" not in run("verify", "-q").out
    assert "layoffs" not in run("verify", "--quiet", "--output-format", "concise").out


def test_output_goes_to_a_file_as_utf_8(run: Command, write: Write, tmp_path: Path) -> None:
    write(PASS, FAIL)
    result = run("verify", "-o", "out.txt")
    assert result == (1, "", "")
    assert "✓ pass" in (tmp_path / "out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("output", ["nowhere/out.txt", "."])
def test_output_that_cannot_be_written(run: Command, write: Write, output: str) -> None:
    write(PASS)
    result = run("verify", "-o", output)
    assert result.code == 2
    assert result.err.startswith(f"{output}: ")


def test_output_never_overwrites_a_claims_file(run: Command, write: Write) -> None:
    path = write(PASS)
    before = path.read_text(encoding="utf-8")
    assert run("verify", "-o", "claims.yaml").code == 2
    assert path.read_text(encoding="utf-8") == before


def test_version(run: Command) -> None:
    assert run("--version") == (0, f"sensecheck {sensecheck.__version__}\n", "")


@pytest.mark.parametrize("command", [[], ["verify"], ["explain"], ["rules"], ["init"]])
def test_help_has_an_example_and_the_exit_codes(run: Command, command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.code == 0
    assert "\x1b" not in result.out
    if command:
        assert f"Examples:\n    sensecheck {command[0]}" in result.out
        assert "Exit codes:\n    0  " in result.out


# ── explain, rules, init ─────────────────────────────────────────────────────────────────────


def test_explain(run: Command, write: Write) -> None:
    write(FAIL)
    result = run("explain", "deficit")
    assert result.code == 0
    assert result.out.startswith("deficit · ✗ fail")
    assert run("explain", "deficit", "claims.yaml").out == result.out


def test_explain_suggests_near_names(run: Command, write: Write) -> None:
    write(FAIL)
    assert run("explain", "defict") == (
        2,
        "",
        "claims.yaml: no claim or figure 'defict'; did you mean deficit?\n",
    )
    assert run("explain", "x", "nope.yaml") == (2, "", "nope.yaml: no such file\n")


def test_explain_says_that_the_file_has_problems(run: Command, write: Write) -> None:
    write(PASS, BROKEN)
    result = run("explain", "broken")
    assert result.code == 2
    assert "claims.yaml: 1 problem; checked 1 of 2 claims" in result.err


def test_rules(run: Command) -> None:
    assert "  percent_increase  " in run("rules").out
    assert run("rules", "sum").out.startswith("sum\n")
    assert run("rules", "--markdown").out.startswith("# ")
    assert run("rules", "summ") == (2, "", "no rule 'summ'; did you mean sum?\n")


def test_init_writes_a_file_that_verifies(run: Command) -> None:
    result = run("init")
    assert result == (0, "wrote claims.yaml; check it with: sensecheck verify\n", "")
    verified = run("verify", "--strict")
    assert verified.code == 0
    assert " pass · 2 unverifiable\n" in verified.out


def test_init_never_overwrites_unasked(run: Command, write: Write) -> None:
    path = write(PASS)
    assert run("init") == (2, "", "claims.yaml exists; --force overwrites it\n")
    assert "layoffs" in path.read_text(encoding="utf-8")
    assert run("init", "--force").code == 0
    assert "layoffs" not in path.read_text(encoding="utf-8")
    assert run("init", "nowhere/claims.yaml").code == 2
    assert run("init", "other.claims.yaml").out.endswith("sensecheck verify other.claims.yaml\n")


def test_ids_complete(run: Command, write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert explain._complete_id("") == []
    path = write(PASS, FAIL)
    assert explain._complete_id("") == ["layoffs", "deficit"]
    assert explain._complete_id("lay") == ["layoffs"]
    path.write_bytes(b"\xff\x00[[[")
    assert explain._complete_id("") == []
    assert capsys.readouterr() == ("", "")


# ── what nobody expects ──────────────────────────────────────────────────────────────────────


def test_an_internal_error_is_one_line(run: Command, write: Write, monkeypatch: Any) -> None:
    write(PASS)

    def broken(*_: object) -> None:
        raise RuntimeError("oh no")

    monkeypatch.setattr(checking, "check", broken)
    assert run("verify") == (2, "", "internal error: RuntimeError: oh no, please report\n")
    assert run("explain", "x").code == 2
    monkeypatch.setenv("SENSECHECK_DEBUG", "1")
    with pytest.raises(RuntimeError):
        run("verify")


def test_ctrl_c(run: Command, write: Write, monkeypatch: Any) -> None:
    write(PASS)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "check", interrupted)
    assert run("verify").code == 130


# ── as a process ─────────────────────────────────────────────────────────────────────────────

ROOT = Path(__file__).parent.parent


def start(*arguments: str, folder: Path, **environment: str) -> subprocess.Popen[bytes]:
    plain = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR")}
    return subprocess.Popen(
        [sys.executable, "-m", "sensecheck", *arguments],
        cwd=folder,
        env={**plain, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_any_encoding(write: Write, tmp_path: Path, encoding: str) -> None:
    write(PASS, FAIL.replace("deficit:", "deficit:\n    says: 销售 ✓ −"))
    for command in (["verify", "-v"], ["explain", "deficit"], ["rules", "sum"], ["rules"]):
        process = start(*command, folder=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        out, err = process.communicate()
        assert (process.returncode, err) in ((0, b""), (1, b"")), command
        assert out.decode(encoding)


def test_piped_lines_are_as_wide_as_needed(write: Write, tmp_path: Path) -> None:
    write(PASS.replace("layoffs", "a" + "-very" * 40 + "-long-id"))
    out, _ = start("verify", folder=tmp_path, PYTHONIOENCODING="utf-8").communicate()
    assert any(len(line) > 200 and "1,582 employees" in line for line in out.decode().splitlines())


@pytest.mark.skipif(os.name == "nt", reason="pipes break differently there")
def test_a_reader_that_goes_away(write: Write, tmp_path: Path) -> None:
    write(*(PASS.replace("layoffs", f"layoffs-{n}") for n in range(2000)))
    with start("verify", folder=tmp_path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
def test_an_interrupt(write: Write, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "claims.yaml")  # reading it never ends
    process = start("verify", folder=tmp_path)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_an_interrupt_leaves_the_verdicts_on_screen(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sensecheck.reconcile.reconciling.reconcile", interrupted)
    done = run("verify", str(ROOT / "claims.yaml"))
    assert done.code == 130
    assert "layoffs" in done.out
    assert "not reconciled: interrupted" in done.out


def test_importing_the_command_line_does_no_work() -> None:
    code = "import sys, sensecheck.cli; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert "sensecheck.cli" in loaded
    assert not loaded & {"yaml", "rich", "sensecheck.checking", "sensecheck.numbers.printed"}


def test_a_shell_completes_ids(write: Write, tmp_path: Path) -> None:
    write(PASS, FAIL)
    with start(
        folder=tmp_path,
        _SENSECHECK_COMPLETE="complete_bash",
        COMP_WORDS="sensecheck explain la",
        COMP_CWORD="2",
    ) as process:
        assert process.communicate() == (b"layoffs\n", b"")


# ── questions ────────────────────────────────────────────────────────────────────────────────


def test_questions_is_done_when_they_are_written(run: Command, write: Write) -> None:
    write(PASS, DISCREPANCY, FAIL)
    result = run("questions")
    assert result.code == 0
    assert result.err == ""
    assert result.out.startswith("1. revenue-2020: 13.86% from the printed figures is 13.84%")
    assert "\n2. deficit: 24.9% from the printed figures is 35.28%" in result.out


def test_questions_as_markdown_into_a_file(run: Command, write: Write, tmp_path: Path) -> None:
    write(DISCREPANCY)
    result = run("questions", "--output-format", "markdown", "-o", "questions.md")
    assert result == (0, "", "")
    (line,) = (tmp_path / "questions.md").read_text(encoding="utf-8").splitlines()
    assert line.endswith("From unrounded figures? (claims.yaml:2)")


def test_questions_of_a_file_with_problems(run: Command, write: Write) -> None:
    write(DISCREPANCY, BROKEN)
    result = run("questions")
    assert result.code == 2
    assert result.out.startswith("1. ")
    assert result.err == (
        "claims.yaml: 1 problem; checked 1 of 2 claims (see 'sensecheck verify claims.yaml')\n"
    )
    write(BROKEN)
    assert run("questions")[:2] == (2, "")


@pytest.mark.parametrize(
    "arguments", [["nope.yaml"], ["-o", "claims.yaml"], ["-o", "no/such/folder"], ["a", "b"]]
)
def test_questions_that_cannot_be_written(run: Command, write: Write, arguments: list[str]) -> None:
    path = write(DISCREPANCY)
    before = path.read_bytes()
    result = run("questions", *arguments)
    assert result[:2] == (2, "")
    assert result.err
    assert path.read_bytes() == before


def test_the_help_of_questions(run: Command) -> None:
    text = run("questions", "--help").out
    assert "sensecheck questions articles/claims.yaml --output-format markdown" in text
    assert "\n    0  done\n    2  " in text
