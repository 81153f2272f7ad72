"""The environment of every test, fixed before anything of the program is imported."""

from __future__ import annotations

import os
from pathlib import Path

for _name in ("FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS", "SENSECHECK_DEBUG"):
    os.environ.pop(_name, None)
# typer reads TERMINAL_WIDTH when it is imported.
os.environ.update(NO_COLOR="1", COLUMNS="100", TERMINAL_WIDTH="80", TERM="xterm")

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

# Nothing is timed: a busy machine is no failure.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run the slow tests at full length, too")
    parser.addoption("--rewrite", action="store_true", help="write the golden files anew")


class Golden:
    """Compares a text with a file under tests/golden; `--rewrite` writes the file."""

    def __init__(self, *, rewrite: bool) -> None:
        self._rewrite = rewrite

    def check(self, name: str, text: str) -> None:
        path = GOLDEN / name
        if self._rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8"), f"differs from tests/golden/{name}"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(rewrite=bool(request.config.getoption("--rewrite")))


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    """Whether the slow tests run at full length."""
    return bool(request.config.getoption("--full"))
