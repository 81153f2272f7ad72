"""Claims files and articles as they are in a git revision, or here in the work tree."""

from __future__ import annotations

from sensecheck.revisions.git import Repository, RevisionError
from sensecheck.revisions.naming import sides, told_apart
from sensecheck.revisions.trees import Commit, Tree, WorkTree

__all__ = [
    "Commit",
    "Repository",
    "RevisionError",
    "Tree",
    "WorkTree",
    "sides",
    "told_apart",
]
