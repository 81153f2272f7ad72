"""Streams: colour, width, progress."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from sensecheck.terminal import Color, Progress, complain, style_of, write
from tests.report.runner import run


class Screen:
    """A stream that is a terminal, or is not."""

    def __init__(self, is_screen: bool, encoding: str = "utf-8") -> None:
        self.encoding = encoding
        self._is_screen = is_screen

    def isatty(self) -> bool:
        return self._is_screen


@pytest.mark.parametrize(
    ("is_screen", "color", "environment", "coloured"),
    [
        (True, "auto", {}, True),
        (False, "auto", {}, False),
        (True, "auto", {"NO_COLOR": "1"}, False),
        (True, "auto", {"NO_COLOR": ""}, True),
        (False, "auto", {"FORCE_COLOR": "1"}, True),
        (False, "auto", {"FORCE_COLOR": "0"}, False),
        (True, "auto", {"FORCE_COLOR": "0"}, False),
        (False, "auto", {"FORCE_COLOR": ""}, False),
        (False, "auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (True, "auto", {"TERM": "dumb"}, False),
        (True, "never", {"FORCE_COLOR": "1"}, False),
        (False, "always", {"NO_COLOR": "1"}, True),
    ],
)
def test_colour(is_screen: bool, color: str, environment: dict[str, str], coloured: bool) -> None:
    stream: Any = Screen(is_screen)
    assert style_of(stream, Color(color), environment).colour is coloured


@pytest.mark.parametrize(
    ("columns", "width"),
    [("72", 72), ("", None), ("0", None), ("-5", None), ("x", None), ("९", None), ("99999", None)],
)
def test_columns(columns: str, width: int | None) -> None:
    stream: Any = Screen(False)
    assert style_of(stream, Color.AUTO, {"COLUMNS": columns}).width == width


def test_a_screen_has_a_width(monkeypatch: Any) -> None:
    monkeypatch.setenv("COLUMNS", "77")
    stream: Any = Screen(True)
    assert style_of(stream, Color.AUTO, {}).width == 77


def test_progress_only_on_a_screen(monkeypatch: Any, capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress()
    progress(500, 20_000)
    progress.done()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress(500, 20_000)
    progress.done()
    assert capsys.readouterr().err == "\rchecking 500 of 20,000\r\x1b[K"


def test_messages_cannot_command_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    complain("a\x1b[31m\nb")
    assert capsys.readouterr().err == "a\\x1b[31m b\n"


def test_messages_cannot_command_a_runner(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = ("::error::a.yaml: no claims", " \n::add-mask::a", "b ##[add-mask]a.yaml: no claims")
    for text in hostile:
        complain(text)
    assert "::error::a.yaml: no claims\n" in capsys.readouterr().err
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for text in (*hostile, "a.yaml::b: no such file"):
        complain(text)
    err = capsys.readouterr().err
    assert run(err)[0] == []
    assert err.endswith("a.yaml::b: no such file\n")


def test_what_has_no_encoding_is_still_written(capsys: pytest.CaptureFixture[str]) -> None:
    write("a\udcffb\n")
    assert capsys.readouterr().out == "a\\udcffb\n"
