"""What is said of an article that cannot be read."""

from __future__ import annotations


class Unsuitable(Exception):
    """A file without a text that can be checked: what is wrong, and what to do ('' if unknown)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
