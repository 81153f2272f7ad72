"""What the words of a command line name: revisions, as git reads them, and files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Final

from sensecheck.revisions.git import Repository, RevisionError
from sensecheck.revisions.trees import Commit, Tree, WorkTree

_SEPARATORS: Final = ("...", "..")


def told_apart(
    repository: Repository, words: Sequence[str], files: Sequence[str] | None
) -> tuple[list[str], list[str]]:
    """The revisions and the files among `words`, as git tells them apart.

    `files` is what stands behind `--`; with it, all words are revisions. Without it, the first
    word that is no revision ends them, and has to be a file; what is both is an error.
    """
    if files is not None:
        return list(words), list(files)
    for index, word in enumerate(words):
        if not _is_revision(repository, word):
            return list(words[:index]), list(_existing(repository, words[index:]))
        if _exists(word):
            hint = f"write '{word} --' for the revision, '-- {word}' for the file"
            raise RevisionError(f"{word}: is a revision and a file; {hint}")
    return list(words), []


def sides(repository: Repository, revisions: Sequence[str]) -> tuple[Tree, Tree]:
    """The two trees that revisions name: none is HEAD, one is compared with the work tree.

    `A..B` and `A...B` are two in one, as in `git diff`: the latter begins at their merge base.
    """
    if len(revisions) > 2:
        raise RevisionError(f"{revisions[2]}: two revisions at most can be compared")
    if len(revisions) == 2:
        for name in filter(_ends, revisions):
            raise RevisionError(f"{name}: names two revisions, so no other one can be given")
        return _commit(repository, revisions[0]), _commit(repository, revisions[1])
    name = revisions[0] if revisions else "HEAD"
    ends = _ends(name)
    if ends is None:
        return _commit(repository, name), WorkTree(repository)
    one, separator, other = ends
    before, after = _commit(repository, one), _commit(repository, other)
    if separator == "..":
        return before, after
    base = repository.merge_base(before.hash, after.hash)
    if base is None:
        hint = "where the history is cut short, fetch more of it (fetch-depth: 0)"
        raise RevisionError(f"{name}: no common commit is known; {hint}")
    return Commit(repository, base, f"merge base of {one} and {other}"), after


def _existing(repository: Repository, words: Sequence[str]) -> Iterator[str]:
    for index, word in enumerate(words):
        if not _exists(word):
            if index and _is_revision(repository, word):
                raise RevisionError(f"{word}: revisions come before files")
            hint = "a file that is gone goes behind '--'"
            raise RevisionError(f"{word}: no such revision, and no such file here; {hint}")
        yield word


def _exists(word: str) -> bool:
    return bool(word) and "\0" not in word and os.path.lexists(word)


def _is_revision(repository: Repository, word: str) -> bool:
    if word == "..":  # git, too, takes it for the folder
        return False
    ends = _ends(word)
    names = (word,) if ends is None else (ends[0], ends[2])
    return all(repository.commit(name) for name in names)


def _ends(word: str) -> tuple[str, str, str] | None:
    """The two revisions in `A..B` or `A...B`, and what stands between; HEAD for one left out."""
    for separator in _SEPARATORS:
        one, found, other = word.partition(separator)
        if found:
            return one or "HEAD", separator, other or "HEAD"
    return None


def _commit(repository: Repository, name: str) -> Commit:
    found = repository.commit(name)
    if found is None:
        raise RevisionError(f"{name}: no such revision")
    return Commit(repository, found, name)
