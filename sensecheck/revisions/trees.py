"""The two places that files are compared in: a commit, and the work tree."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sensecheck.revisions.git import Repository, RevisionError
from sensecheck.sources import is_claims_file

if TYPE_CHECKING:
    from sensecheck.checking import ArticleReader
    from sensecheck.model import Document, Text

_FILE: Final = "100"
"""How the modes of regular files begin."""
_SYMLINK: Final = "120000"


@dataclass(frozen=True, slots=True)
class Commit:
    """The files of a commit."""

    repository: Repository
    hash: str
    label: str

    def claims_files(self, names: Sequence[str]) -> dict[str, bytes]:
        """The claims files that are named, and those in folders that are, by their paths."""
        found = {}
        for entry in self.repository.entries(self.hash, names):
            if entry.mode.startswith(_FILE):
                if entry.path in names or _is_wanted(entry.path, names):
                    found[entry.path] = self.repository.content(entry.hash)
            elif entry.path in names:
                what = "a symbolic link" if entry.mode == _SYMLINK else "no file"
                raise RevisionError(f"{entry.path}: is {what} in {self.label}")
        return found

    def article_of(self, claims_file: str) -> ArticleReader:
        """Reads the article that a claims file of the commit names; a link is not followed."""
        from sensecheck.article.files import missing, text_of

        def read(document: Document) -> Text | None:
            if not document.article.text:
                return None
            name = document.article.text
            shown = os.path.join(os.path.dirname(self.repository.shown(claims_file)), name)
            folder = posixpath.dirname(claims_file)
            data = self.read(posixpath.normpath(posixpath.join(folder, name)))
            if data is None:
                raise missing(shown)
            return text_of(data, shown)

        return read

    def read(self, path: str) -> bytes | None:
        """The bytes of one file; None where there is no such file."""
        for entry in self.repository.entries(self.hash, [path]):
            if entry.path == path and entry.mode.startswith(_FILE):
                return self.repository.content(entry.hash)
        return None


@dataclass(frozen=True, slots=True)
class WorkTree:
    """The files as they are here, committed or not."""

    repository: Repository
    hash: None = field(default=None, init=False)
    label: str = field(default="work tree", init=False)

    def claims_files(self, names: Sequence[str]) -> dict[str, bytes]:
        """The claims files that are named, and those in folders that are, by their paths."""
        folders = [path for path in names if os.path.isdir(self._place(path))]
        files = [path for path in names if path not in folders]
        linked = next((path for path in files if self._is_link(path)), None)
        if linked is not None:
            raise RevisionError(f"{linked}: is a symbolic link in the {self.label}")
        for path in self.repository.listed(folders) if folders else ():
            if _is_wanted(path, folders) and not self._is_link(path):
                files.append(path)
        contents = ((path, self.read(path)) for path in files)
        return {path: content for path, content in contents if content is not None}

    def article_of(self, claims_file: str) -> ArticleReader:
        """Reads the article that a claims file names, as any other command does."""
        from sensecheck.article.files import article_reader

        return article_reader(self.repository.shown(claims_file), None)

    def read(self, path: str) -> bytes | None:
        """The bytes of one file; None where there is no such file."""
        try:
            return Path(self._place(path)).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        except OSError as error:
            raise RevisionError(f"{path}: {error.strerror}") from None

    def _is_link(self, path: str) -> bool:
        return os.path.islink(self._place(path))

    def _place(self, path: str) -> str:
        return os.path.join(self.repository.top, path)


Tree = Commit | WorkTree


def _is_wanted(path: str, folders: Sequence[str]) -> bool:
    """Whether a path is that of a claims file in one of the folders, in no hidden one there."""
    for folder in folders:
        inside = path if folder == "." else path.removeprefix(f"{folder}/")
        if folder == "." or inside != path:
            *parents, name = inside.split("/")
            return is_claims_file(name) and not any(p.startswith(".") for p in parents)
    return False
