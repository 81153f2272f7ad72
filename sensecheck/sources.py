"""Which claims files a command means, and reading them; what cannot be read is a message."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sensecheck.terminal import Progress, complain

if TYPE_CHECKING:
    from sensecheck.checking import ArticleReader
    from sensecheck.model import Results

DEFAULT_FILE: Final = "claims.yaml"


def claims_files(names: Sequence[str]) -> tuple[list[str], bool]:
    """The claims files that the names stand for, each once, and whether one of them is missing."""
    found: dict[str, str] = {}
    missing = False
    for name in names:
        paths = _in_folder(name) if os.path.isdir(name) else [name]
        if not paths:
            missing = True
            complain(f"{name}: no claims.yaml or *.claims.yaml in this folder")
        for path in paths:
            found.setdefault(path if "\0" in path else os.path.realpath(path), path)
    return list(found.values()), missing


def _in_folder(folder: str) -> list[str]:
    paths = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths += [
            os.path.normpath(os.path.join(here, name))
            for name in sorted(names)
            if is_claims_file(name)
        ]
    return paths


def is_claims_file(name: str) -> bool:
    """Whether a file in a folder is a claims file by its name."""
    return name == DEFAULT_FILE or name.endswith(f".{DEFAULT_FILE}")


def check_all(paths: Sequence[str], article: str | None = None) -> tuple[list[Results], bool]:
    """The results of all files that can be read, and whether one cannot; see `check_file`."""
    every, unread = [], False
    for path in paths:
        results = check_file(path, article)
        if results is None:
            unread = True
        else:
            every.append(results)
            if results.interrupted:  # what was judged is shown, and nothing more begun
                break
    return every, unread


def check_file(path: str, article: str | None = None) -> Results | None:
    """The results of a file; None, with a message, where it cannot be read.

    `article` is another article than the one that the file names.
    """
    from sensecheck.checking import check

    if "\0" in path:  # the system has a ValueError for it, like a fault of ours
        complain(f"{path}: no such file")
        return None
    if not path:  # and this would be the folder we are in
        complain("a file name is empty")
        return None
    progress = Progress()
    try:
        return check(path, progress, article)
    except FileNotFoundError:
        start = "; 'sensecheck init' writes one to start from" if path == DEFAULT_FILE else ""
        complain(f"{path}: no such file{start}")
    except IsADirectoryError:
        complain(f"{path}: is a folder, not a claims file")
    except OSError as error:
        complain(f"{path}: {error.strerror}")
    finally:
        progress.done()
    return None


def check_bytes(content: bytes, path: str, article: ArticleReader) -> Results:
    """The results of a claims file that was read from elsewhere, under its name."""
    from sensecheck.checking import check_text
    from sensecheck.claims_file import decode

    text, findings = decode(content)
    progress = Progress()
    try:
        return check_text(text, path, findings, progress, article)
    finally:
        progress.done()
