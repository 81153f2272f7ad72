"""What is read through git, which changes nothing by it.

Git is run without a shell, and only with commands that read. A revision comes to it as the hash
that git itself made of its name, or behind `--verify` and never with a dash in front; file names
are taken literally, not as patterns.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

_HASH: Final = frozenset("0123456789abcdef")
_QUIET: Final = {
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


class RevisionError(Exception):
    """What keeps revisions from being compared, as a message for people."""


class Entry(NamedTuple):
    """A file of a commit: what kind of thing it is, the hash of its content, its path."""

    mode: str
    hash: str
    path: str


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around the current folder; paths in it begin at `top` and have slashes."""

    top: str

    @staticmethod
    def here() -> Repository:
        """The repository that the current folder is in."""
        output = _read("rev-parse", "--show-toplevel", folder=".")
        return Repository(os.path.realpath(os.fsdecode(output.removesuffix(b"\n"))))

    def inside(self, name: str) -> str:
        """The path, from the top, of a file named from the current folder."""
        if not name:
            raise RevisionError("a file name is empty")
        if "\0" in name:
            raise RevisionError(f"{name}: no such file")
        folder, last = os.path.split(os.path.abspath(name))
        path = os.path.relpath(os.path.join(os.path.realpath(folder), last), self.top)
        if path.split(os.sep)[0] == os.pardir:
            raise RevisionError(f"{name}: lies outside of the repository")
        return path.replace(os.sep, "/")

    def shown(self, path: str) -> str:
        """A path from the top as one would name it in the current folder."""
        return os.path.relpath(os.path.join(self.top, path), os.path.realpath("."))

    def commit(self, name: str) -> str | None:
        """The hash of the commit that a revision names; None where it names none."""
        if name.startswith("-") or not name or "\0" in name:
            return None
        found = self._verified(name)
        # Twice: of a revision like ':/word', '^{commit}' would be a part.
        return self._verified(f"{found}^{{commit}}") if found else None

    def merge_base(self, one: str, other: str) -> str | None:
        """The newest commit that both commits come from; None where git knows none."""
        return _hash(_run("merge-base", one, other, folder=self.top).stdout.split(b"\n")[0])

    def entries(self, commit: str, names: Sequence[str]) -> Iterator[Entry]:
        """What a commit holds under these names; a folder's name stands for all that is in it."""
        listing = ("ls-tree", "-r", "-z", "--full-tree", commit, "--", *names)
        for line in filter(None, _read(*listing, folder=self.top).split(b"\0")):
            about, _, path = line.partition(b"\t")
            mode, _, content = about.decode().split(" ")
            yield Entry(mode, content, os.fsdecode(path))

    def content(self, blob: str) -> bytes:
        """The bytes of a file, by their hash."""
        return _read("cat-file", "blob", blob, folder=self.top)

    def listed(self, folders: Sequence[str]) -> Iterator[str]:
        """The files in the folders that git knows, or would take in."""
        which = ("--cached", "--others", "--exclude-standard")
        output = _read("ls-files", "-z", *which, "--", *folders, folder=self.top)
        yield from map(os.fsdecode, filter(None, output.split(b"\0")))

    def _verified(self, name: str) -> str | None:
        done = _run("rev-parse", "--verify", "--quiet", name, folder=self.top)
        return None if done.returncode else _hash(done.stdout)


def _read(*arguments: str, folder: str) -> bytes:
    """What git prints; a RevisionError with its own words where it fails."""
    done = _run(*arguments, folder=folder)
    if done.returncode:
        lines = os.fsdecode(done.stderr).strip().splitlines() or [f"cannot {arguments[0]}"]
        raise RevisionError(f"git: {lines[0].removeprefix('fatal: ')}")
    return done.stdout


def _run(*arguments: str, folder: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ("git", *arguments),
            cwd=folder,
            env=os.environ | _QUIET,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise RevisionError("git was not found; 'sensecheck diff' needs it") from None
    except OSError as error:
        raise RevisionError(f"git cannot be run: {error.strerror}") from None


def _hash(output: bytes) -> str | None:
    text = output.decode("ascii", "replace").strip()
    return text if text and set(text) <= _HASH else None
