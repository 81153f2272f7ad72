"""A repository to edit, and a runner's job in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scratch
from tests.ci.actions import Job, prepared
from tests.scratch import Scratch


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """An empty repository, in a folder with a space in its name."""
    folder = tmp_path / "work space"
    folder.mkdir()
    return scratch.repository(folder, monkeypatch)


@pytest.fixture
def job(repository: Scratch, tmp_path: Path) -> Job:
    """A job in the repository, with an environment that is there already."""
    temp = tmp_path / "temp"
    temp.mkdir()
    prepared(temp)
    return Job(repository.folder, temp)
