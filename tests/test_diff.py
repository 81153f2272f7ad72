"""`sensecheck diff` in scratch repositories: an edit, what it says of it, with which exit code."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sensecheck import cli
from sensecheck.cli.diff import FailOn
from tests import scratch
from tests.changes.texts import (
    LAYOFFS,
    REVENUE,
    REVENUE_2020,
    REVENUE_2021,
    REVENUE_RISES,
    STAFF,
    file,
    section,
)
from tests.report.runner import run as runner
from tests.scratch import Scratch
from tests.test_cli import Run

THREE = file(REVENUE_2020, REVENUE_2021, REVENUE_RISES, figures=REVENUE)
# 3.464 ÷ 3.027 − 1 = 14.44 %, not 13.86 %.
BROKEN = THREE.replace("3.446", "3.464")
UNREADABLE = THREE.replace("claims:", "claims: [")

ROOT = Path(__file__).parents[1]

Command = Callable[..., Run]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    return scratch.repository(tmp_path, monkeypatch)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Command:
    def command(*arguments: str) -> Run:
        code = cli.main(("diff", *arguments))
        out, err = capsys.readouterr()
        assert "internal error" not in err
        assert "Traceback" not in out + err
        return Run(code, out, err)

    return command


@pytest.fixture
def committed(repository: Scratch) -> Scratch:
    repository.write("claims.yaml", THREE)
    repository.commit()
    return repository


# ── edits ────────────────────────────────────────────────────────────────────────────────────


def test_no_edit(committed: Scratch, run: Command) -> None:
    assert run() == (0, "No verdict changed.\n", "")


def test_an_edit_that_breaks_a_claim(committed: Scratch, run: Command) -> None:
    committed.write("claims.yaml", BROKEN)
    result = run("HEAD", "claims.yaml")
    assert result.code == 1
    assert result.err == ""
    lines = [" ".join(line.split()) for line in result.out.splitlines()]
    why = "revenue.2020: RMB 3.446 billion → RMB 3.464 billion"
    start = lines.index(f"revenue-2020 ≈ discrepancy → ✗ fail {why}")
    assert lines[start + 1] == "3.464 ÷ 3.027 − 1 = 14.44%, the article says 13.86%"
    # the figure that changed, and what became of each claim that uses it
    assert "revenue.2020 RMB 3.446 billion → RMB 3.464 billion in 3 claims" in lines
    assert "revenue-rises ✓ pass uses revenue.2020" in lines
    assert any(line.startswith("revenue-2021 ✓ pass (weak) → ≈") for line in lines)


def test_an_edit_that_mends_it(committed: Scratch, run: Command) -> None:
    committed.write("claims.yaml", BROKEN)
    committed.commit()
    committed.write("claims.yaml", THREE)
    result = run()
    assert result.code == 0
    assert "✗ fail → ≈ discrepancy" in result.out


def test_an_edit_that_only_accepts(committed: Scratch, run: Command) -> None:
    committed.write("claims.yaml", BROKEN)
    committed.commit()
    assert run().out == "No verdict changed.\n"
    committed.write(
        "claims.yaml", BROKEN.replace("stated: 13.86%", "stated: 13.86%\n    accepted: a slip")
    )
    result = run()
    assert result.code == 0
    assert "✗ fail → ✗ fail, accepted   accepted: a slip" in result.out
    assert result.out.endswith("3 claims: 1 accepted\n")


def test_a_conflict_that_an_edit_makes(repository: Scratch, run: Command) -> None:
    # a: 11 − 4 = 7, b: 8 − 1 = 7; with 5 for 4 they exclude each other.
    sound = file(
        "\n  a:\n    rule: increase\n    from: y.1\n    to: 11 people\n    stated: 4 people\n",
        "\n  b:\n    rule: increase\n    from: y.1\n    to: 8 people\n    stated: 1 person\n",
        figures="\n  y:\n    1: not printed\n",
    )
    clash = sound.replace("4 people", "5 people")
    repository.write("claims.yaml", sound)
    repository.commit()
    repository.write("claims.yaml", clash)
    result = run()
    assert result.code == 1
    assert "  New conflicts\n" in result.out
    assert "a+b" in result.out
    repository.write("claims.yaml", clash + section("accepted", "a+b: two days"))
    result = run()
    assert result.code == 0
    assert "  Accepted conflicts\n" in result.out
    repository.commit()
    repository.write("claims.yaml", sound)
    result = run()
    assert result.code == 0
    assert "  Conflicts that went\n  a+b\n" in result.out


# ── in GitHub Actions ────────────────────────────────────────────────────────────────────────


def test_the_lines_that_an_edit_broke_are_annotated(
    committed: Scratch, run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed.write("claims.yaml", BROKEN)
    summary = committed.write("summary.md", "")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = run("HEAD", "claims.yaml")
    assert result.code == 1
    commands, log = runner(result.out)
    assert [(c.name, c.properties["file"], c.properties["line"]) for c in commands] == [
        ("error", "claims.yaml", "11"),
        ("warning", "claims.yaml", "17"),
    ]
    assert "revenue.2020: RMB 3.446 billion → RMB 3.464 billion" in commands[0].data
    assert "  Broken\n" in log
    comment = run("HEAD", "--output-format", "markdown", "claims.yaml").out
    assert summary.read_text(encoding="utf-8") == comment
    # Nothing is annotated into a file, nor where something else is asked for.
    assert run("HEAD", "--output-format", "text", "claims.yaml").out.lstrip() == log.lstrip()
    assert run("HEAD", "-o", "out.txt", "claims.yaml").out == ""
    assert "::" not in Path("out.txt").read_text(encoding="utf-8")


def test_old_trouble_is_annotated_where_it_fails(
    committed: Scratch, run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed.write("claims.yaml", BROKEN)
    committed.commit()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run() == (0, "No verdict changed.\n", "")
    result = run("--fail-on", "any")
    assert result.code == 1
    assert [c.properties["title"] for c in runner(result.out)[0]] == [
        "sensecheck: revenue-2020",
        "sensecheck: revenue-2021",
    ]


# ── files ────────────────────────────────────────────────────────────────────────────────────


def test_a_file_that_comes_goes_and_moves(committed: Scratch, run: Command) -> None:
    one = committed.git("rev-parse", "HEAD")
    committed.write("b/claims.yaml", file(LAYOFFS, figures=STAFF))
    result = run()
    assert result.code == 0
    assert "a new file, 1 claim: 1 new" in result.out
    assert "b/claims.yaml" in result.out.splitlines()[0]
    assert "revenue" not in result.out  # the other file is as it was
    two = committed.commit()
    (committed.folder / "claims.yaml").rename(committed.folder / "moved.claims.yaml")
    moved = run()
    assert moved == (0, "No verdict changed.\n", "")
    committed.write("moved.claims.yaml", BROKEN)
    moved = run()
    assert moved.code == 1
    assert moved.out.startswith("claims.yaml → moved.claims.yaml")
    three = committed.commit()
    gone = run(two, one)
    assert gone.code == 0
    assert "the file was removed: 1 removed" in gone.out
    assert run(three, one, "--", "moved.claims.yaml").out.count("removed") > 1
    assert run(f"{one}..{two}").code == 0
    assert run(two, three).code == run(f"{two}...").code == 1


def test_a_file_that_is_gone_goes_behind_dashes(committed: Scratch, run: Command) -> None:
    (committed.folder / "claims.yaml").unlink()
    result = run("claims.yaml")
    assert (result.code, result.out) == (2, "")
    assert "a file that is gone goes behind '--'" in result.err
    assert "the file was removed" in run("--", "claims.yaml").out
    assert "the file was removed" in run("HEAD", "--", "claims.yaml").out
    assert "the file was removed" in run("HEAD").out


def test_only_the_files_that_are_named(committed: Scratch, run: Command) -> None:
    committed.write("b/claims.yaml", file(LAYOFFS, figures=STAFF))
    committed.commit()
    committed.write("claims.yaml", BROKEN)
    committed.write("b/claims.yaml", file(LAYOFFS, figures=STAFF).replace("1,582", "1,528"))
    assert "layoffs" not in run("claims.yaml").out
    assert "revenue" not in run("HEAD", "b").out
    every = run().out
    assert "layoffs" in every
    assert "revenue" in every


def test_a_folder_inside_stands_for_itself(
    committed: Scratch, run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed.write("b/claims.yaml", file(LAYOFFS, figures=STAFF))
    committed.commit()
    committed.write("claims.yaml", BROKEN)
    committed.write("b/claims.yaml", file(LAYOFFS, figures=STAFF).replace("1,582", "1,528"))
    monkeypatch.chdir("b")
    assert run().out.startswith("claims.yaml ")
    assert "revenue" not in run().out
    assert run("../claims.yaml").out.startswith("../claims.yaml ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--", "nope.yaml"],
            "nope.yaml: no claims file of this name, or in this folder, in HEAD ",
        ),
        (["empty"], "empty: no claims file of this name, or in this folder, in HEAD or in work"),
        (["nope"], "nope: no such revision, and no such file here"),
        (["nope", "--"], "nope: no such revision"),
        (["HEAD", "HEAD", "HEAD"], "HEAD: two revisions at most can be compared"),
        (["HEAD", "--", "../x"], "../x: lies outside of the repository"),
        (["--", ""], "a file name is empty"),
        (["--", "a\x00b"], "no such file"),
        (["a\x00b"], "no such revision"),
        (["HEAD", "--", "-x"], "-x: no claims file of this name"),
    ],
)
def test_what_cannot_be_compared(
    committed: Scratch, run: Command, arguments: list[str], message: str
) -> None:
    (committed.folder / "empty").mkdir()
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [["--nope"], ["-x"], ["--fail-on", "all"], ["--output-format", "html"], ["-o"], ["-o", "--"]],
)
def test_wrong_usage(committed: Scratch, run: Command, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "Error: " in result.err


def test_no_repository_and_no_git(
    tmp_path: Path, run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch.alone(tmp_path, monkeypatch)
    (tmp_path / "claims.yaml").write_text(THREE, encoding="utf-8")
    result = run("claims.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("git: not a git repository")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run() == (2, "", "git was not found; 'sensecheck diff' needs it\n")


@pytest.mark.parametrize("name", ["-x.yaml", "a b\n\x1b[31m.yaml", "\udcff.yaml", "$(pwned).yaml"])
def test_hostile_names(committed: Scratch, run: Command, name: str) -> None:
    committed.write(name, THREE)
    committed.commit()
    committed.write(name, BROKEN)
    for form in ("text", "markdown", "json"):
        result = run("--output-format", form, "--", name)
        assert result.code == 1
        assert "\x1b" not in result.out
        assert "revenue-2020" in result.out


@pytest.mark.parametrize(
    "name",
    [
        "--all",
        "--branches",
        "--output=pwned",
        "--upload-pack=touch pwned",
        "-c",
        "$(touch pwned)",
        "@{u}",
        "*",
    ],
)
def test_hostile_revisions(committed: Scratch, run: Command, name: str) -> None:
    before = committed.state()
    every = [f"HEAD...{name}", f"HEAD..{name}", name, f"{name}..HEAD"]
    # What begins with a dash is an option of ours.
    for words in every[:2] if name.startswith("-") else every:
        result = run(words, "--")
        assert (result.code, result.out) == (2, "")
        assert "no such revision" in result.err
    assert committed.state() == before


def test_the_work_tree_is_not_touched(committed: Scratch, run: Command) -> None:
    """Neither what is edited nor what is staged, nor anything of git's own."""
    committed.write("claims.yaml", BROKEN)
    committed.git("add", "claims.yaml")
    committed.write("claims.yaml", BROKEN.replace("4.7", "4.8"))
    committed.write("untracked.claims.yaml", THREE)
    committed.git("branch", "other")
    before = committed.state()
    for words in ([], ["HEAD"], ["other", "HEAD"], ["other..."], ["HEAD", "--", "claims.yaml"]):
        run(*words)
    assert committed.state() == before


# ── the article ──────────────────────────────────────────────────────────────────────────────

ARTICLE = "Revenue rose from RMB 3.027 billion to RMB 3.446 billion, that is by 13.86%.\n"
READ = "article:\n  text: texts/article.md\n" + file(
    REVENUE_2020, figures="\n  revenue:\n    2019: RMB 3.027 billion\n    2020: RMB 3.446 billion\n"
)


@pytest.fixture
def with_article(repository: Scratch) -> Scratch:
    repository.write("a/claims.yaml", READ)
    repository.write("a/texts/article.md", ARTICLE)
    repository.commit()
    return repository


@pytest.mark.parametrize("folder", [".", "a", "a/texts"])
def test_an_edit_of_the_article_alone(
    with_article: Scratch, run: Command, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    words = ["--", str(with_article.folder / "a" / "claims.yaml")]
    assert run(*words) == (0, "No verdict changed.\n", "")
    with_article.write("a/texts/article.md", ARTICLE.replace("3.446", "3.464"))
    result = run(*words)
    assert result.code == 2
    assert "the article does not print 'RMB 3.446 billion'" in result.out
    assert "1 claim: 1 new problem" in result.out
    with_article.commit()
    assert run("HEAD~", "HEAD", *words) == result._replace(
        out=result.out.replace("     HEAD → work tree", "         HEAD~ → HEAD")
    )
    back = run("HEAD", "HEAD~", *words)
    assert back.code == 0
    assert "Problems that went" in back.out


def test_each_side_is_read_with_its_own_article(with_article: Scratch, run: Command) -> None:
    with_article.write("a/claims.yaml", READ.replace("3.446", "3.464"))
    with_article.write("a/texts/article.md", ARTICLE.replace("3.446", "3.464"))
    result = run()
    assert result.code == 1
    assert "problem" not in result.out


def test_an_article_that_comes_and_goes(with_article: Scratch, run: Command) -> None:
    (with_article.folder / "a" / "texts" / "article.md").unlink()
    result = run()
    assert result.code == 2
    path = "a/texts/article.md"
    assert f"no such article: {path}" in result.out
    with_article.commit()
    with_article.write(path, ARTICLE)
    result = run()
    assert result.code == 0
    assert f"Problems that went\n  no such article: {path}" in result.out


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"\x00", b"", b"\xef\xbb\xbf" + ARTICLE.encode()]
)
def test_an_article_of_any_bytes(with_article: Scratch, run: Command, content: bytes) -> None:
    with_article.write("a/texts/article.md", content)
    here = run()
    with_article.commit()
    there = run("HEAD~..")
    assert here.code == there.code
    assert here.out.splitlines()[:3] == there.out.splitlines()[:3]


def test_an_article_is_not_followed_out_of_its_folder(
    with_article: Scratch, run: Command, tmp_path: Path
) -> None:
    secret = tmp_path.parent / "secret.md"
    secret.write_text(ARTICLE, encoding="utf-8")
    path = with_article.folder / "a" / "texts" / "article.md"
    path.unlink()
    path.symlink_to(secret)
    assert "the article lies outside this folder" in run().out
    with_article.commit()
    assert "no such article" in run("HEAD~..").out


def test_a_line_more_in_the_article_is_no_news(with_article: Scratch, run: Command) -> None:
    """Problems that name a line of the article are the same one line further down."""
    broken = ARTICLE.replace("3.446", "3.447")
    with_article.write("a/texts/article.md", broken)
    with_article.commit()
    with_article.write("a/texts/article.md", f"# A title\n\n{broken}")
    assert run() == (0, "No verdict changed.\n", "")


# ── exit codes ───────────────────────────────────────────────────────────────────────────────

KEPT = THREE.replace("stated: 13.86%", "stated: 13.86%\n    accepted: a slip")
STALE = KEPT.replace("13.86%", "13.84%")
DISCREPANCY = THREE.replace("13.86%", "13.84%")  # what the figures give: THREE is one, this is not
NO_CLAIMS = "figures:\n  a: 5\n"


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # new, new --strict, any, any --strict, never
        (THREE, THREE + "# a comment\n", (0, 0, 0, 1, 0)),
        (THREE, BROKEN, (1, 1, 1, 1, 0)),
        (BROKEN, BROKEN + "# a comment\n", (0, 0, 1, 1, 0)),
        (BROKEN, THREE, (0, 0, 0, 1, 0)),
        (DISCREPANCY, THREE, (0, 1, 0, 1, 0)),
        (KEPT, STALE, (0, 1, 0, 1, 0)),
        (STALE, STALE + "# a comment\n", (0, 0, 0, 1, 0)),
        (THREE, UNREADABLE, (2, 2, 2, 2, 0)),
        (UNREADABLE, UNREADABLE + "# a comment\n", (2, 2, 2, 2, 0)),
        (UNREADABLE, THREE, (0, 0, 0, 1, 0)),
        (UNREADABLE, BROKEN, (1, 1, 1, 1, 0)),
        (THREE, NO_CLAIMS, (2, 2, 2, 2, 0)),
        (BROKEN, None, (0, 0, 0, 0, 0)),
        (None, BROKEN, (1, 1, 1, 1, 0)),
        (None, THREE, (0, 1, 0, 1, 0)),
        # A problem that was there before is no news, but `any` counts it.
        (
            THREE.replace("rule: trend", "rule: tren"),
            THREE.replace("rule: trend", "rule: tren") + "# a comment\n",
            (0, 0, 2, 2, 0),
        ),
    ],
)
def test_exit_codes(
    repository: Scratch,
    run: Command,
    form: str,
    before: str | None,
    after: str | None,
    expected: tuple[int, ...],
) -> None:
    if form != "text" and (before, after) not in ((THREE, BROKEN), (THREE, UNREADABLE)):
        return
    path = repository.write("claims.yaml", before) if before else repository.folder / "claims.yaml"
    repository.commit()
    if after is None:
        path.unlink()
    else:
        repository.write("claims.yaml", after)
    options = [
        [],
        ["--strict"],
        ["--fail-on", "any"],
        ["--fail-on", "any", "--strict"],
        ["--fail-on", "never", "--strict"],
    ]
    codes = tuple(run("--output-format", form, *each).code for each in options)
    assert codes == expected


def test_any_counts_files_that_are_alike(committed: Scratch, run: Command) -> None:
    committed.write("b/claims.yaml", BROKEN)
    committed.commit()
    assert run().code == 0
    result = run("--fail-on", "any")
    assert (result.code, result.out) == (1, "No verdict changed.\n")
    assert run("--fail-on", "any", "claims.yaml").code == 0


def test_help_tells_of_the_codes_and_of_each_choice(run: Command) -> None:
    text = run("--help").out
    assert all(f"\n    {code}  " in text for code in (0, 1, 2))
    assert all(f"--fail-on {choice}" in text.replace("\n  ", " ") for choice in FailOn)


# ── formats ──────────────────────────────────────────────────────────────────────────────────


def test_json_names_the_commits(committed: Scratch, run: Command) -> None:
    commit = committed.git("rev-parse", "HEAD")
    committed.write("claims.yaml", BROKEN)
    document = json.loads(run("main", "--output-format", "json").out)
    assert document["before"] == {"revision": "main", "commit": commit}
    assert document["after"] == {"revision": "work tree", "commit": None}
    assert [f["path"] for f in document["files"]] == ["claims.yaml"]


def test_a_comment_in_a_file(committed: Scratch, run: Command) -> None:
    committed.write("claims.yaml", BROKEN)
    result = run("--output-format", "markdown", "-o", "comment.md")
    assert result == (1, "", "")
    comment = (committed.folder / "comment.md").read_text(encoding="utf-8")
    assert comment.startswith("**claims.yaml** (HEAD → work tree): 3 claims: 1 broken")


@pytest.mark.parametrize("words", [[], ["claims.yaml"], ["HEAD", "--", "claims.yaml"]])
def test_a_claims_file_is_not_written_over(
    committed: Scratch, run: Command, words: list[str]
) -> None:
    before = committed.state()
    result = run("-o", "claims.yaml", *words)
    assert result.code == 2
    assert "claims.yaml is a claims file" in result.err
    assert committed.state() == before


def test_colour_is_for_screens(committed: Scratch, run: Command) -> None:
    committed.write("claims.yaml", BROKEN)
    assert "\x1b" not in run().out
    assert "\x1b[1;31m" in run("--color", "always").out


# ── the rest ─────────────────────────────────────────────────────────────────────────────────


def test_an_interrupted_run_compares_nothing(
    committed: Scratch, run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    committed.write("claims.yaml", BROKEN)
    monkeypatch.setattr("sensecheck.reconcile.reconciling.reconcile", interrupted)
    assert run() == (130, "", "interrupted: nothing was compared\n")


def test_no_other_command_pays_for_it(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text(THREE, encoding="utf-8")
    code = "import sys; from sensecheck import cli; cli.main(['verify']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    loaded = done.stdout.splitlines()[-1].split()
    assert "sensecheck.report.table" in loaded
    ours = (
        "sensecheck.changes",
        "sensecheck.revisions",
        "sensecheck.cli.diff",
        "sensecheck.report.diff",
    )
    assert [name for name in loaded if name.startswith(ours)] == []


def test_the_page_shows_what_is_printed(committed: Scratch, run: Command) -> None:
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    file_of_the_page, screen = re.findall(
        r"^```(?:yaml|text)\n(.*?)^```", page, re.DOTALL | re.MULTILINE
    )
    committed.write("claims.yaml", file_of_the_page)
    committed.commit()
    committed.write("claims.yaml", file_of_the_page.replace("3.446", "3.464"))
    assert run().out == screen
