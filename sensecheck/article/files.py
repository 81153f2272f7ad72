"""The article's file: found beside the claims file, or named by hand, and read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from sensecheck.article.unsuitable import Unsuitable
from sensecheck.model import Document, Text


def article_reader(claims_file: str, named: str | None) -> Callable[[Document], Text | None]:
    """Reads the article that the claims file names, beside it and nowhere else, or `named`."""

    def read(document: Document) -> Text | None:
        if named is not None:
            return read_text(named)
        if not document.article.text:
            return None
        path = os.path.join(os.path.dirname(claims_file), document.article.text)
        if not _is_inside(path, os.path.dirname(claims_file) or "."):
            hint = "name a file beside the claims file, or use --article"
            raise Unsuitable("the article lies outside this folder", hint)
        return read_text(path)

    return read


def _is_inside(path: str, folder: str) -> bool:
    """Whether a path stays in a folder: a stranger's link must not lead out of it."""
    return Path(path).resolve().is_relative_to(Path(folder).resolve())


def read_text(path: str) -> Text:
    """The text of an article's file; Unsuitable where it cannot be read."""
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise missing(path) from None
    except IsADirectoryError:
        raise Unsuitable(f"{path} is a folder, not an article") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be read"
        raise Unsuitable(f"{path}: {reason}") from None
    return text_of(data, path)


def missing(path: str) -> Unsuitable:
    """That there is no such file."""
    return Unsuitable(f"no such article: {path}", "write it, or delete 'text'")


def text_of(data: bytes, path: str) -> Text:
    """The text of an article whose file holds these bytes; Unsuitable where it is none."""
    from sensecheck.article.documents import read_document

    try:
        return read_document(path, data)
    except Unsuitable as error:
        raise Unsuitable(f"{path}: {error.message}", error.hint) from None
