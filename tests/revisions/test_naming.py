"""Which words of a command line are revisions, and what they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sensecheck.revisions import Commit, Repository, RevisionError, WorkTree, sides, told_apart
from tests import scratch
from tests.scratch import Scratch


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """main: one, two; side, from one: three; a tag `v1` at one; the files a.yaml and both."""
    here = scratch.repository(tmp_path, monkeypatch)
    here.write("a.yaml", "1")
    here.commit("one")
    here.git("tag", "--annotate", "--message", "first", "v1")
    here.git("checkout", "--quiet", "-b", "side")
    here.write("a.yaml", "3")
    here.commit("three")
    here.git("checkout", "--quiet", "main")
    here.write("a.yaml", "2")
    here.write("both", "")
    here.commit("two")
    here.git("branch", "both")
    return here


@pytest.mark.parametrize(
    ("words", "files", "expected"),
    [
        ([], None, ([], [])),
        (["v1"], None, (["v1"], [])),
        (["v1", "side"], None, (["v1", "side"], [])),
        (["v1", "a.yaml"], None, (["v1"], ["a.yaml"])),
        (["a.yaml"], None, ([], ["a.yaml"])),
        (["a.yaml", "both"], None, ([], ["a.yaml", "both"])),
        (["v1", "side", "a.yaml", "."], None, (["v1", "side"], ["a.yaml", "."])),
        (["v1..side", "a.yaml"], None, (["v1..side"], ["a.yaml"])),
        (["v1..."], None, (["v1..."], [])),
        (["./both"], None, ([], ["./both"])),
        (["HEAD~1", "a.yaml"], None, (["HEAD~1"], ["a.yaml"])),
        # Behind the dashes all is a file, before them all is a revision.
        (["both"], [], (["both"], [])),
        ([], ["both"], ([], ["both"])),
        (["nope"], ["gone.yaml"], (["nope"], ["gone.yaml"])),
    ],
)
def test_words_are_told_apart(
    repository: Scratch,
    words: Sequence[str],
    files: Sequence[str] | None,
    expected: tuple[list[str], list[str]],
) -> None:
    assert told_apart(Repository.here(), words, files) == expected


def test_the_folder_above_is_no_revision(
    repository: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.folder / "sub").mkdir()
    monkeypatch.chdir("sub")
    assert told_apart(Repository.here(), ["..", "../a.yaml"], None) == ([], ["..", "../a.yaml"])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["both"], "both: is a revision and a file; write 'both --' for the revision"),
        (["v1", "both"], "both: is a revision and a file"),
        (["nope"], "nope: no such revision, and no such file here"),
        (["v1", "nope"], "nope: no such revision, and no such file here"),
        (["nope..v1"], "nope..v1: no such revision"),
        (["v1..nope"], "v1..nope: no such revision"),
        (["a.yaml", "v1"], "v1: revisions come before files"),
        (["a.yaml", "gone.yaml"], "gone.yaml: no such revision, and no such file here"),
        ([""], "no such revision"),
        (["a\x00b"], "no such revision"),
        (["-x"], "-x: no such revision"),
        (["HEAD^{tree}"], "no such revision"),
        (["HEAD:a.yaml"], "no such revision"),
        (["^HEAD"], "no such revision"),
        (["@{99999}"], "no such revision"),
    ],
)
def test_words_that_are_nothing(repository: Scratch, words: Sequence[str], message: str) -> None:
    with pytest.raises(RevisionError) as caught:
        told_apart(Repository.here(), words, None)
    assert message in str(caught.value)


def test_revisions_and_the_trees_they_name(repository: Scratch) -> None:
    here = Repository.here()
    one, two, three = (
        repository.git("rev-parse", name) for name in ("v1^{commit}", "main", "side")
    )
    expected: dict[tuple[str, ...], tuple[str, str | None]] = {
        (): (two, None),
        ("v1",): (one, None),
        ("v1", "side"): (one, three),
        ("main..side",): (two, three),
        ("side..",): (three, two),
        ("..side",): (two, three),
        ("main...side",): (one, three),
        ("side...",): (one, two),
        ("...side",): (one, three),
        (":/three",): (three, None),  # the commit whose message says so
    }
    for revisions, hashes in expected.items():
        trees = sides(here, revisions)
        assert tuple(tree.hash for tree in trees) == hashes, revisions
        assert isinstance(trees[1], WorkTree) is (hashes[1] is None)
    base, tip = sides(here, ["side..."])
    assert (base.label, tip.label) == ("merge base of side and HEAD", "HEAD")


@pytest.mark.parametrize(
    ("revisions", "message"),
    [
        (["nope"], "nope: no such revision"),
        (["v1", "nope"], "nope: no such revision"),
        (["v1", "main", "side"], "side: two revisions at most can be compared"),
        (["v1..main", "side"], "v1..main: names two revisions, so no other one can be given"),
        (["side", "v1...main"], "v1...main: names two revisions, so no other one can be given"),
        (["--all"], "--all: no such revision"),
        (["v1..--all"], "--all: no such revision"),
        (["--output=x...main"], "--output=x: no such revision"),
        (["lone...main"], "lone...main: no common commit is known; where the history is cut short"),
    ],
)
def test_revisions_that_cannot_be_compared(
    repository: Scratch, revisions: Sequence[str], message: str
) -> None:
    repository.git("checkout", "--quiet", "--orphan", "lone")
    repository.commit("alone")
    before = repository.state()
    with pytest.raises(RevisionError) as caught:
        sides(Repository.here(), revisions)
    assert message in str(caught.value)
    assert repository.state() == before


def test_a_commit_before_the_first_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch.repository(tmp_path, monkeypatch)
    with pytest.raises(RevisionError, match="HEAD: no such revision"):
        sides(Repository.here(), [])


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch.alone(tmp_path, monkeypatch)
    with pytest.raises(RevisionError, match=r"^git: not a git repository"):
        Repository.here()


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RevisionError, match="git was not found; 'sensecheck diff' needs it"):
        Repository.here()


def test_commits_are_read_from_a_detached_head(repository: Scratch) -> None:
    repository.git("checkout", "--quiet", "--detach", "v1")
    before, _ = sides(Repository.here(), ["main"])
    assert isinstance(before, Commit)
    assert before.read("a.yaml") == b"2"
