"""HTML as its tags and the characters between them, each with its place in the source.

The standard library's parser has the places as well, but crafted tags keep it busy for hours in
many versions of Python that are in use. Here no character is looked at more than a few times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final, NamedTuple


class StartTag(NamedTuple):
    """A start tag; of its attributes only those that say whether and how the element is shown."""

    name: str
    attributes: Mapping[str, str]


class EndTag(NamedTuple):
    """An end tag."""

    name: str


class Characters(NamedTuple):
    """Characters, and where they begin in the source; each is one there, or all are one entity."""

    text: str
    start: int


def tokens(source: str) -> Iterator[StartTag | EndTag | Characters]:
    """Everything in the source but comments, declarations, and what browsers never show."""
    is_xml = source.lstrip().startswith("<?xml")
    at = 0
    while at < len(source):
        found = _MARKUP.search(source, at)
        start = found.start() if found else len(source)
        if at < start:
            yield Characters(source[at:start], at)
        if found is None:
            return
        if source[start] == "&":
            reference = _REFERENCE.match(source, start)
            at = reference.end() if reference else start + 1
            yield Characters(unescape(source[start:at]), start)
            continue
        tag = _TAG.match(source, start)
        if tag is None:
            at = _after_declaration(source, start)
            if at == start:
                at += 1
                yield Characters("<", start)
            continue
        attributes, at = _attributes(source, tag.end())
        if at < 0:
            return
        name = tag[2].lower()
        if tag[1]:
            yield EndTag(name)
        elif name in _RAW:
            if not (is_xml and source[at - 2] == "/"):
                at = _after_raw(source, at, name)
        else:
            yield StartTag(name, attributes)
            if is_xml and source[at - 2] == "/":
                yield EndTag(name)


_S: Final = " \\t\\n\\r\\f"
_MARKUP: Final = re.compile("[<&]")
_REFERENCE: Final = re.compile(
    "&(?:#[0-9]{1,12}|#[xX][0-9A-Fa-f]{1,12}|[A-Za-z][A-Za-z0-9]{1,31});?"
)
_TAG: Final = re.compile(rf"<(/?)([A-Za-z][^{_S}/>]*)")
# One attribute, or the end of the tag. A value whose quotation mark stays open is all the rest.
_ATTRIBUTE: Final = re.compile(
    rf"""[{_S}/]*+ (?: (>) | ([^{_S}/>] [^{_S}/>=]*+)
    (?: [{_S}]*+ = [{_S}]*+ ( "[^"]*+"? | '[^']*+'? | [^{_S}>]*+ ) )?+ )""",
    re.VERBOSE,
)
_SHOWING: Final = frozenset({"hidden", "open", "style"})
# Elements whose content is no markup; none of them is text of an article.
_RAW: Final = {
    name: re.compile(rf"</{name}(?=[{_S}/>])", re.IGNORECASE)
    for name in "script style title textarea xmp iframe noembed noframes".split()
}
_COMMENT_END: Final = re.compile("--!?>")


def _attributes(source: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes of a tag and where it ends; -1 where it never does."""
    attributes: dict[str, str] = {}
    while attribute := _ATTRIBUTE.match(source, at):
        at = attribute.end()
        if attribute[1]:
            return attributes, at
        name = attribute[2].lower()
        if name in _SHOWING:
            attributes.setdefault(name, attribute[3] or "")
    return attributes, -1


def _after_declaration(source: str, start: int) -> int:
    """Where a comment or the like that begins at `start` has ended; `start` where none begins."""
    if source.startswith("<!--", start):
        if source.startswith((">", "->"), start + 4):
            return source.index(">", start) + 1
        end = _COMMENT_END.search(source, start + 4)
        return end.end() if end else len(source)
    if source.startswith(("<!", "<?", "</"), start):
        return source.find(">", start) + 1 or len(source)
    return start


def _after_raw(source: str, at: int, name: str) -> int:
    end = _RAW[name].search(source, at)
    return end.start() if end else len(source)
