"""The article block: what the file says of its article."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from sensecheck.claims_file.nodes import Mapping, Node
from sensecheck.claims_file.shapes import block_of, check_keys, choice_of, text_of
from sensecheck.claims_file.trouble import Trouble
from sensecheck.model import Article
from sensecheck.numbers.readings import Rounding

ROUNDINGS: Final = tuple(rounding.value for rounding in Rounding)
_TEXTS: Final = ("title", "publisher", "published", "text")
_KEYS: Final = (*_TEXTS, "rounding", "ignore")


def read_heading(node: Node | None, trouble: Trouble) -> tuple[Article, Rounding]:
    """The article, and how it rounds."""
    block = None if node is None else block_of(node, "article", trouble)
    if block is None:
        return Article(), Rounding.NEAREST
    check_keys(block, _KEYS, "article", trouble)
    texts = {name: text_of(block.values[name], trouble) for name in _TEXTS if name in block.values}
    if "text" in texts and not _stays_inside(texts["text"]):
        hint = "name a file beside the claims file, or use --article"
        trouble.at(block.values["text"], "the article lies outside this folder", hint)
        texts["text"] = ""
    rounding = read_rounding(block, trouble) or Rounding.NEAREST
    span = trouble.visible(block.values["text"]) if "text" in block.values else None
    return Article(**texts, text_span=span, ignore=_read_ignore(block, trouble)), rounding


def read_rounding(block: Mapping, trouble: Trouble) -> Rounding | None:
    """The rounding that a block asks for, if it does."""
    node = block.values.get("rounding")
    if node is None:
        return None
    text = choice_of(node, ROUNDINGS, trouble)
    return Rounding(text) if text else None


def _read_ignore(block: Mapping, trouble: Trouble) -> dict[str, str]:
    node = block.values.get("ignore")
    if node is None:
        return {}
    listed = block_of(node, "ignore", trouble)
    if listed is None:
        return {}
    empty = "say why the article's text is no claim"
    return {words: text_of(reason, trouble, empty) for words, reason in listed.values.items()}


def _stays_inside(path: str) -> bool:
    for kind in (PurePosixPath, PureWindowsPath):
        parsed = kind(path)
        if parsed.is_absolute() or parsed.drive or parsed.root or ".." in parsed.parts:
            return False
    return True
