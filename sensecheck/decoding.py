"""Bytes to text, and where its lines end: the same for a claims file and an article."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from typing import Final

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of the largest file that is read."""

LINE_END: Final = re.compile("\r\n|\r|\n")
"""What ends a line for an editor; U+2028, a form feed and the like do not."""


class Undecodable(ValueError):
    """Bytes that are no text: what is wrong, at which line and column (0-based), what to do."""

    def __init__(self, message: str, hint: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line
        self.column = column


def decode_utf8(data: bytes) -> str:
    """The text of some bytes without its byte order mark; Undecodable at the first bad byte."""
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        lines = LINE_END.split(data[: error.start].decode())
        message = f"not UTF-8: the byte 0x{data[error.start]:02X}"
        hint = "save the file as UTF-8"
        raise Undecodable(message, hint, len(lines) - 1, len(lines[-1])) from None
