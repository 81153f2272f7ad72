"""What is said of a file that no text can be had from."""

from __future__ import annotations


class Unsuitable(Exception):
    """A file without a text that can be checked: what is wrong, and what to do ('' if unknown)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message}; {hint}" if hint else message)
        self.message = message
        self.hint = hint
