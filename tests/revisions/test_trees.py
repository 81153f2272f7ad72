"""Claims files in a commit and in the work tree, under names of every kind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sensecheck.revisions import Commit, Repository, RevisionError, Tree, WorkTree, sides
from tests import scratch
from tests.scratch import Scratch


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    return scratch.repository(tmp_path, monkeypatch)


def trees() -> tuple[Tree, Tree]:
    return sides(Repository.here(), [])


FILES = {
    "claims.yaml": True,
    "a/claims.yaml": True,
    "a/b/x.claims.yaml": True,
    "a/other.yaml": False,
    "a/claims.yaml.orig": False,
    "a/.hidden/claims.yaml": False,
    ".hidden/claims.yaml": False,
    "ab/claims.yaml": True,
}


@pytest.mark.parametrize(
    ("names", "prefix"), [(["."], ""), (["a"], "a/"), (["a/b"], "a/b/"), (["ab"], "ab/")]
)
def test_folders_are_searched(repository: Scratch, names: list[str], prefix: str) -> None:
    for name in FILES:
        repository.write(name, name)
    repository.commit()
    expected = {
        name: name.encode() for name, wanted in FILES.items() if wanted and name.startswith(prefix)
    }
    for tree in trees():
        assert tree.claims_files(names) == expected


def test_named_files_may_be_called_anything(repository: Scratch) -> None:
    for name in FILES:
        repository.write(name, name)
    repository.commit()
    names = ["a/other.yaml", "a/.hidden/claims.yaml", "gone.yaml", "a/claims.yaml/x"]
    for tree in trees():
        assert set(tree.claims_files(names)) == {"a/other.yaml", "a/.hidden/claims.yaml"}


HOSTILE = [
    "-x.claims.yaml",
    "--output=y.claims.yaml",
    ":(top).claims.yaml",
    ":!z.claims.yaml",
    "*.claims.yaml",
    "a b\tc.claims.yaml",
    "line\nbreak.claims.yaml",
    "\x1b[31mred.claims.yaml",
    "'\"$(touch pwned)`touch pwned`;.claims.yaml",
    "ümläut-日本.claims.yaml",
    "\udcff\udcfe.claims.yaml",  # bytes that are no UTF-8
    "HEAD/claims.yaml",
    "x..y.claims.yaml",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names(repository: Scratch, name: str) -> None:
    repository.write("other.claims.yaml", "other")
    repository.write(name, "old")
    repository.commit()
    repository.write(name, "new")
    before = repository.state()
    here = Repository.here()
    path = here.inside(name)
    old, new = trees()
    assert old.claims_files([path]) == {path: b"old"}
    assert new.claims_files([path]) == {path: b"new"}
    assert old.read(path) == b"old"
    for tree, content in ((old, b"old"), (new, b"new")):
        assert tree.claims_files(["."]) == {path: content, "other.claims.yaml": b"other"}
    assert repository.state() == before


def test_a_pattern_is_a_name(repository: Scratch) -> None:
    repository.write("a.claims.yaml", "a")
    repository.commit()
    for tree in trees():
        assert tree.claims_files(["*.claims.yaml", "[a].claims.yaml", ":(glob)**"]) == {}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "a file name is empty"),
        ("a\x00b", "no such file"),
        ("..", "lies outside of the repository"),
        ("../other/claims.yaml", "lies outside of the repository"),
        ("/", "lies outside of the repository"),
        ("a/../../x", "lies outside of the repository"),
    ],
)
def test_names_that_no_file_here_can_have(repository: Scratch, name: str, message: str) -> None:
    with pytest.raises(RevisionError, match=message):
        Repository.here().inside(name)


def test_names_are_those_of_the_current_folder(
    repository: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("a/b/claims.yaml", "x")
    repository.commit()
    monkeypatch.chdir("a")
    here = Repository.here()
    assert here.inside("b/claims.yaml") == "a/b/claims.yaml"
    assert here.inside(str(repository.folder / "a" / "x")) == "a/x"
    assert here.inside("../x") == "x"
    assert here.inside(".") == "a"
    assert here.inside("..") == "."
    assert here.shown("a/b/claims.yaml") == os.path.join("b", "claims.yaml")
    assert here.shown("x") == os.path.join("..", "x")


def test_a_link_to_the_repository_leads_into_it(
    repository: Scratch, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    repository.write("a/claims.yaml", "x")
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(repository.folder)
    monkeypatch.chdir(link)
    here = Repository.here()
    assert here.inside("a/claims.yaml") == "a/claims.yaml"
    assert here.inside(str(link / "a")) == "a"


def test_a_symbolic_link_is_not_followed(repository: Scratch, tmp_path: Path) -> None:
    outside = tmp_path.parent / "secret.yaml"
    outside.write_text("secret", encoding="utf-8")
    (repository.folder / "claims.yaml").symlink_to(outside)
    repository.commit()
    for tree in trees():
        assert tree.claims_files(["."]) == {}
        with pytest.raises(RevisionError, match=r"^claims.yaml: is a symbolic link in"):
            tree.claims_files(["claims.yaml"])


def test_a_file_that_is_a_folder_on_the_other_side(repository: Scratch) -> None:
    repository.write("x/claims.yaml", "old")
    repository.commit()
    (repository.folder / "x" / "claims.yaml").unlink()
    (repository.folder / "x").rmdir()
    repository.write("x", "new")
    old, new = trees()
    assert old.claims_files(["x"]) == {"x/claims.yaml": b"old"}
    assert new.claims_files(["x"]) == {"x": b"new"}
    assert old.read("x") is None
    assert new.read("x/claims.yaml") is None


def test_the_work_tree_has_what_is_not_committed_and_not_what_is_ignored(
    repository: Scratch,
) -> None:
    repository.write(".gitignore", "ignored/\n")
    repository.write("gone.claims.yaml", "x")
    repository.commit()
    (repository.folder / "gone.claims.yaml").unlink()
    repository.write("new.claims.yaml", "new")
    repository.write("ignored/claims.yaml", "ignored")
    old, new = trees()
    assert old.claims_files(["."]) == {"gone.claims.yaml": b"x"}
    assert new.claims_files(["."]) == {"new.claims.yaml": b"new"}
    assert new.claims_files(["ignored/claims.yaml"]) == {"ignored/claims.yaml": b"ignored"}


def test_another_repository_inside_is_left_alone(repository: Scratch) -> None:
    repository.write("claims.yaml", "x")
    repository.commit()
    inner = Scratch(repository.folder / "inner")
    inner.folder.mkdir()
    inner.git("init", "--quiet")
    inner.write("claims.yaml", "y")
    assert list(trees()[1].claims_files(["."])) == ["claims.yaml"]
    inner.commit()
    repository.git("-c", "advice.addEmbeddedRepo=false", "add", "inner")
    repository.git("commit", "--quiet", "--message", "a repository as a submodule")
    for tree in trees():
        assert list(tree.claims_files(["."])) == ["claims.yaml"]
    with pytest.raises(RevisionError, match=r"^inner: is no file in HEAD"):
        trees()[0].claims_files(["inner"])


def test_a_file_that_may_not_be_read(repository: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write("claims.yaml", "x")
    repository.commit()

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(RevisionError, match=r"^claims.yaml: Permission denied"):
        trees()[1].claims_files(["."])


def test_bytes_are_read_as_they_are(repository: Scratch) -> None:
    content = b"\xef\xbb\xbfa\r\nb\x00\xff\n\n"
    repository.write("claims.yaml", content)
    repository.write(".gitattributes", "* text eol=lf\n*.yaml -text\n")
    commit = repository.commit()
    assert Commit(Repository.here(), commit, "HEAD").read("claims.yaml") == content
    assert WorkTree(Repository.here()).read("claims.yaml") == content
