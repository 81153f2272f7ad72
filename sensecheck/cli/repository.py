"""Where a file stands in its repository, which is how CI services name it."""

from __future__ import annotations

import os
from typing import Final

_WORKSPACES: Final = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where services check a repository out; it may come without .git."""


def in_repository(path: str) -> str | None:
    """The path from the root of its repository, with forward slashes; None outside of any.

    A link is followed, as services show the file behind it; unless that leads out.
    """
    for file in (os.path.realpath(path), os.path.abspath(path)):
        root = _root(os.path.dirname(file))
        if root is not None:
            return os.path.relpath(file, root).replace(os.sep, "/")
    return None


def _root(folder: str) -> str | None:
    """The nearest folder upwards with .git in it, else the workspace, else where we are."""
    here = folder
    while not os.path.exists(os.path.join(here, ".git")):
        above = os.path.dirname(here)
        if above == here:
            named = (os.environ.get(name, "") for name in _WORKSPACES)
            roots = (os.path.realpath(root) for root in (*filter(None, named), os.curdir))
            return next((root for root in roots if _holds(root, folder)), None)
        here = above
    return here


def _holds(root: str, folder: str) -> bool:
    return folder == root or folder.startswith(os.path.join(root, ""))
