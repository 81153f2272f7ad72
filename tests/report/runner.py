"""What GitHub's runner makes of a step's output, after its documentation: commands, and the log.

A line is a command where `::name properties::data` begins it, or `##[name properties]data` stands
anywhere in it, and the name is known; between `stop-commands` and its token nothing is.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

NAMES: Final = {
    *("error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "echo"),
    *("set-env", "set-output", "save-state", "add-path", "add-matcher", "remove-matcher"),
    "stop-commands",
}
_NEW: Final = re.compile(r"\s*::(?P<name>[^ :]+)(?: (?P<properties>.*?))?::(?P<data>.*)")
_OLD: Final = re.compile(r".*?##\[(?P<name>[^ \]]+)(?: (?P<properties>[^\]]*))?\](?P<data>.*)")


class Command(NamedTuple):
    """One command, its properties and its data decoded."""

    name: str
    properties: dict[str, str]
    data: str


def run(output: str) -> tuple[list[Command], str]:
    """The commands in an output, and all lines that are none."""
    commands, log, token = [], [], ""
    for line in output.split("\n"):
        found = _NEW.fullmatch(line) or _OLD.fullmatch(line)
        name = found["name"].lower() if found else ""
        if found is None or name not in NAMES | {token}:
            log.append(line)
        elif token:
            if name == token:
                token = ""
            else:
                log.append(line)
        elif name == "stop-commands":
            token = found["data"]
        else:
            commands.append(_command(found))
    assert not token, "commands are still off"
    return commands, "\n".join(log)


def _command(found: re.Match[str]) -> Command:
    pairs = (pair.split("=", 1) for pair in (found["properties"] or "").split(",") if pair)
    properties = {name: _decoded(value, ":,") for name, value in pairs}
    return Command(found["name"], properties, _decoded(found["data"], ""))


def _decoded(text: str, more: str) -> str:
    """%0A is a line's end and %25 a percent sign; in properties : and , are written so, too."""
    known = {f"%{ord(char):02X}": char for char in f"\r\n%{more}"}
    return re.sub("%[0-9A-F]{2}", lambda code: known.get(code[0], code[0]), text)
