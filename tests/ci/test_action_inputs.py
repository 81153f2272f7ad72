"""The action's inputs: what each does, and that none of them, nor a file's name, is ever obeyed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ci.actions import ROOT, STEPS, Job, arrived
from tests.ci.claims import RIGHT, ROUNDED, WRONG
from tests.scratch import Scratch

PWNED = "$(touch pwned)"
# With slashes no file could be called so.
NAMES = [
    f"{PWNED}.claims.yaml",
    "`touch pwned`.claims.yaml",
    "; touch pwned #.claims.yaml",
    "-o.claims.yaml",
    "two  words, \"quoted\" 'twice'.claims.yaml",
    "::error::x.claims.yaml",
    "##[error]x.claims.yaml",
    "100%0A::error::.claims.yaml",
    "schön ✓.claims.yaml",
    "* ? [a].claims.yaml",
]
MODULES = ("json", "yaml", "typer", "rich", "pip", "venv", "hatchling", "sitecustomize")


def is_untouched(repository: Scratch) -> bool:
    return not list(repository.folder.rglob("pwned*"))


# ── what they do ─────────────────────────────────────────────────────────────────────────────


def test_no_text_is_part_of_a_script() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert len(scripts) == 2
    assert not any("${{" in script for script in scripts)


def test_without_inputs_every_claims_file_is_checked(repository: Scratch, job: Job) -> None:
    repository.write("claims.yaml", RIGHT)
    assert not job.use().failed
    repository.write("2024/snow.claims.yaml", WRONG)
    done = job.use()
    assert (done.failed, done.errors()) == (True, [("2024/snow.claims.yaml", 6)])
    numbers = {n: done.outputs[n] for n in ("exit-code", "pass", "fail", "discrepancy", "conflict")}
    assert list(numbers.values()) == ["1", "1", "1", "0", "0"]


def test_strict_and_reports(repository: Scratch, job: Job) -> None:
    repository.write("claims.yaml", ROUNDED)
    done = job.use(strict="true", junit="reports/new/a b.xml", sarif="b.sarif")
    assert (done.failed, done.errors()) == (True, [("claims.yaml", 11)])
    assert "<failure" in (repository.folder / "reports/new/a b.xml").read_text("utf-8")
    assert (done.outputs["junit"], done.outputs["sarif"]) == ("reports/new/a b.xml", "b.sarif")
    assert '"level": "error"' in (repository.folder / "b.sarif").read_text("utf-8")
    assert not job.use(strict="false").failed


def test_an_article_of_another_name(repository: Scratch, job: Job) -> None:
    repository.write("claims.yaml", RIGHT)
    repository.write("texts/the story.txt", "It had 6,113 employees, then 4,531, so 1,582 fewer.\n")
    assert not job.use(files="claims.yaml", article="texts/the story.txt").failed
    repository.write("texts/the story.txt", "It had 6,131 employees, then 4,531, so 1,582 fewer.\n")
    done = job.use(files="claims.yaml", article="texts/the story.txt")
    assert (done.outputs["exit-code"], done.errors()) == ("2", [("claims.yaml", 4)])


@pytest.mark.parametrize(("fail_on", "code"), [("new", "0"), ("any", "1"), ("never", "0")])
def test_old_trouble(repository: Scratch, job: Job, fail_on: str, code: str) -> None:
    repository.write("claims.yaml", WRONG)
    arrived(repository)
    repository.write("b.claims.yaml", RIGHT)
    repository.commit()
    done = job.use(base="main", fail_on=fail_on)
    assert (done.failed, done.outputs["exit-code"]) == (code == "1", code)
    assert done.errors() == ([("claims.yaml", 6)] if fail_on == "any" else [])
    assert done.outputs["fail"] == "1"
    assert "b.claims.yaml" in Path(done.outputs["comment"]).read_text("utf-8")


def test_never_without_a_base(repository: Scratch, job: Job) -> None:
    repository.write("claims.yaml", WRONG)
    done = job.use(fail_on="never")
    assert (done.failed, done.errors()) == (False, [("claims.yaml", 6)])
    repository.write("claims.yaml", "claims: [")
    assert job.use(fail_on="never").outputs["exit-code"] == "2"


def test_what_others_did_meanwhile_is_not_the_edits(repository: Scratch, job: Job) -> None:
    """The checkout of a pull request is a merge of the branch into what the base is by then."""
    repository.write("claims.yaml", RIGHT)
    repository.commit()
    repository.git("checkout", "--quiet", "-b", "edit")
    repository.write("b.claims.yaml", WRONG)
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.write("claims.yaml", WRONG)
    arrived(repository)
    repository.git("checkout", "--quiet", "--detach")
    repository.git("merge", "--quiet", "--no-ff", "--message", "merge", "edit")
    repository.git("branch", "--delete", "--force", "main")
    uses = [job.use(base=base) for base in ("main", "HEAD^1")]
    repository.git("checkout", "--quiet", "edit")  # and so may the branch itself be
    for done in (*uses, job.use(base="main")):
        assert (done.outputs["exit-code"], done.errors()) == ("1", [("b.claims.yaml", 6)])
        assert done.summary.count("claims.yaml") == 1


def test_only_what_an_edit_broke_is_told_though_more_is_wrong(
    repository: Scratch, job: Job
) -> None:
    """Of a level, ten annotations are shown: old trouble must not stand before the new."""
    one = WRONG.removeprefix("claims:\n")
    old = "".join(one.replace("layoffs", f"old-{number}") for number in range(12))
    repository.write("claims.yaml", f"claims:\n{old}")
    arrived(repository)
    repository.write("claims.yaml", f"claims:\n{old}{one}")
    repository.commit()
    assert job.use(base="main").errors() == [("claims.yaml", 1 + 5 * 13)]
    every = job.use(base="main", fail_on="any").errors()
    assert (len(every), every[0]) == (13, ("claims.yaml", 1 + 5 * 13))


# ── what they never do ───────────────────────────────────────────────────────────────────────


def test_names_of_files_are_never_obeyed(repository: Scratch, job: Job) -> None:
    repository.write("new\nline.claims.yaml", WRONG)
    for name in NAMES:
        repository.write(name, WRONG)
    arrived(repository)
    done = job.use()
    assert sorted(done.errors()) == sorted((name, 6) for name in (*NAMES, "new\nline.claims.yaml"))
    assert done.outputs["fail"] == "11"
    assert len(done.commands) == 11
    named = job.use(files="\n".join(NAMES))
    assert sorted(named.errors()) == sorted((name, 6) for name in NAMES)
    for name in NAMES:
        repository.write(name, RIGHT)
    repository.commit()
    changed = job.use(base="main", files="\n".join(NAMES))
    assert (changed.failed, changed.commands) == (False, [])
    assert is_untouched(repository)


def test_names_of_files_that_are_not_there_are_never_obeyed(repository: Scratch, job: Job) -> None:
    done = job.use(files="\n".join(f"no {name}\n{name}" for name in NAMES))
    assert (done.outputs["exit-code"], done.commands) == ("2", [])
    assert done.log.count("no such file") >= 2 * len(NAMES)
    assert is_untouched(repository)


@pytest.mark.parametrize(
    ("inputs", "refusal"),
    [
        ({"strict": f"true; {PWNED}"}, "strict: is true or false"),
        ({"strict": "yes"}, "strict: is true or false"),
        ({"fail_on": PWNED}, "fail-on: is new, any or never"),
        ({"fail_on": "any --exit-zero"}, "fail-on: is new, any or never"),
        ({"files": "\n\r\n\n"}, "files: names none"),
        ({"base": "--output=pwned"}, "base: begins with a dash"),
        ({"base": PWNED}, "base: is not in the checkout"),
        ({"base": "main\n::error::x"}, "base: is not in the checkout"),
        ({"base": "elsewhere"}, "base: is not in the checkout"),
        ({"base": "main", "article": "a.md"}, "article: does not go with base"),
        ({"sarif": "a\nfail=0"}, "sarif, junit: a file's name has one line"),
        ({"junit": "claims.yaml/a.xml"}, "junit: the file could not be written"),
    ],
)
def test_what_is_refused(
    repository: Scratch, job: Job, inputs: dict[str, str], refusal: str
) -> None:
    repository.write("claims.yaml", RIGHT)
    arrived(repository)
    done = job.use(**inputs)
    assert (done.failed, done.outputs["exit-code"]) == (True, "2")
    (said,) = done.refusals()
    assert said.startswith(refusal)
    assert is_untouched(repository)


def test_texts_of_inputs_are_never_obeyed(repository: Scratch, job: Job) -> None:
    repository.write("claims.yaml", RIGHT)
    done = job.use(sarif=f"-{PWNED} \"'.sarif", junit=f"{PWNED}/`touch pwned`")
    assert not done.failed
    assert done.outputs["sarif"] == f"-{PWNED} \"'.sarif"
    for name in ("sarif", "junit"):
        path = repository.folder / done.outputs[name]
        assert path.is_file()
        path.unlink()
    (repository.folder / PWNED).rmdir()
    assert job.use(article=PWNED).outputs["exit-code"] == "2"
    assert job.use(article=f"--exit-zero\n{PWNED}").outputs["exit-code"] == "2"
    assert is_untouched(repository)


def test_a_claims_file_is_not_overwritten_by_a_report(repository: Scratch, job: Job) -> None:
    repository.write("claims.yaml", RIGHT)
    job.use(sarif="claims.yaml")
    assert (repository.folder / "claims.yaml").read_text("utf-8") == RIGHT


def test_no_code_of_the_repository_runs(repository: Scratch, job: Job) -> None:
    hostile(repository)
    assert not job.use(base="main").failed
    assert not job.use().failed
    assert is_untouched(repository)


def hostile(repository: Scratch) -> None:
    code = "open('pwned', 'w')\n"
    for name in MODULES:
        repository.write(f"{name}.py", code)
    for name in ("__init__", "__main__"):
        repository.write(f"sensecheck/{name}.py", code)
    repository.write("claims.yaml", RIGHT)
    arrived(repository)


def test_the_whole_action(repository: Scratch, tmp_path: Path, full: bool) -> None:
    """Nothing is prepared: the environment is made, with packages from a registry."""
    if not full:
        pytest.skip("installs from a package registry: --full")
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    hostile(repository)
    action = tmp_path / "the action"
    shutil.copytree(ROOT / "sensecheck", action / "sensecheck")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, action)
    job = Job(repository.folder, tmp_path / "a temp", action)
    job.temp.mkdir()
    assert not job.use().failed
    python = job.temp / "sensecheck" / "bin" / "python"
    before = python.lstat()
    repository.write("claims.yaml", WRONG)
    done = job.use(base="main")  # the second use in a job finds what the first one made
    assert (done.outputs["exit-code"], done.outputs["fail"]) == ("0", "1")
    assert python.lstat() == before
    assert is_untouched(repository)
