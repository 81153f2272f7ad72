"""What a value in the file may be: a text, a list of texts, a block of known keys."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from sensecheck.claims_file import places
from sensecheck.claims_file.nodes import Mapping, Node, Scalar, Sequence, kind_of
from sensecheck.claims_file.trouble import Trouble

_YES: Final = frozenset({"true", "yes"})
_NO: Final = frozenset({"false", "no"})
NOTHING: Final = frozenset({"", "~", "null"})
"""How YAML writes an empty value."""


def text_of(node: Node, trouble: Trouble, empty: str = "write a text, or delete the key") -> str:
    """The text of a scalar; '' with a finding for anything else and for an empty one."""
    if not isinstance(node, Scalar):
        hint = "quote a text that begins with [ or {" if node_is_flow(node) else "write one text"
        trouble.at(node, f"a text belongs here, not {kind_of(node)}", hint)
        return ""
    text = node.text.strip()
    if text in NOTHING:
        report_empty(node, trouble, empty)
        return ""
    return text


def node_is_flow(node: Node) -> bool:
    """Whether the node stands in brackets or braces."""
    return isinstance(node, Mapping | Sequence) and node.flow


def report_empty(node: Scalar, trouble: Trouble, hint: str) -> None:
    """A value that is not there; silent where the line tells already what became of it."""
    line = trouble.lines[node.line] if node.line < len(trouble.lines) else ""
    if node.style == "*":
        return
    if "#" in line and trouble.touches((node.line, node.column), (node.line + 1, 0)):
        return
    if node.style in (">", "|"):
        value = places.value_at(trouble.lines, node.line, node.column)
        trouble.at(node, f"a value may not begin with {node.style}", places.quoted(value))
        return
    trouble.at(node, "an empty value", hint)


def texts_of(node: Node, trouble: Trouble, empty: str = "write a text") -> Iterator[Scalar]:
    """The scalars of a list, or the one scalar; findings for anything else."""
    items = node.items if isinstance(node, Sequence) else [node]
    if not items:
        trouble.at(node, "an empty list", empty)
    for item in items:
        if text_of(item, trouble, empty):
            assert isinstance(item, Scalar)
            yield item


def block_of(node: Node, what: str, trouble: Trouble) -> Mapping | None:
    """The block of keys that belongs here."""
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Scalar) and not node.text.strip():
        trouble.at(node, f"{what} is empty", "write keys below it, indented, or delete it")
    else:
        hint = "write one 'key: value' a line, indented"
        trouble.at(node, f"{what} is a block of keys, not {kind_of(node)}", hint)
    return None


def check_keys(block: Mapping, known: Collection[str], what: str, trouble: Trouble) -> None:
    """A finding for each key that does not belong in the block."""
    for name, key in block.keys.items():
        if name not in known:
            hint = trouble.did_you_mean(name, known) or f"{what} knows: {', '.join(known)}"
            trouble.at(key, f"unknown key '{name}'", hint)


def choice_of(node: Node, choices: Collection[str], trouble: Trouble) -> str:
    """One of a few words; '' with a finding."""
    text = text_of(node, trouble, f"write: {', '.join(choices)}")
    if text and text not in choices:
        listed = ", ".join(choices)
        hint = trouble.did_you_mean(text, choices) or f"write one of: {listed}"
        trouble.at(node, f"'{text}' is none of: {listed}", hint)
        return ""
    return text


def flag_of(node: Node, trouble: Trouble) -> bool:
    """true or false."""
    text = text_of(node, trouble, "write: true or false").lower()
    if text and text not in _YES | _NO:
        trouble.at(node, f"'{text}' is neither true nor false", "write: true or false")
    return text in _YES
