"""The page as a browser reads it: parsed by the rules of HTML, where a parse error is a failure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from sensecheck.model import Results
from sensecheck.report.html import as_html


class Parsed:
    """A page, and ways to look things up in it."""

    def __init__(self, *every: Results) -> None:
        self.html = as_html(every)
        parser: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        self.root: Element = parser.parse(self.html)
        for element in self.root.iter():
            element.tag = str(element.tag).rpartition("}")[2]  # shapes have a name space
        self.by_id = {element.get("id", ""): element for element in self.root.iter()}

    def every(self, tag: str = "*", **attributes: str) -> list[Element]:
        """The elements with a tag and with words in attributes, `class_` for the class."""
        wanted = {name.rstrip("_").replace("_", "-"): word for name, word in attributes.items()}
        return [
            element
            for element in self.root.iter(None if tag == "*" else tag)
            if all(word in (element.get(name) or "").split() for name, word in wanted.items())
        ]

    def text_of(self, name: str) -> str:
        """The text of the element with an id."""
        return text(self.by_id[name])

    @property
    def article(self) -> Element:
        """The article's text."""
        return self.every("article", class_="text")[0]

    def marks(self, kind: str) -> list[str]:
        """The texts of all marks of a kind, without what only the page says."""
        return [written(e) for e in self.article.iter() if {"m", kind} <= {*classes(e)}]


def text(element: Element) -> str:
    """All text of an element, its white space as a browser shows it."""
    return " ".join("".join(element.itertext()).split())


def written(element: Element) -> str:
    """The text of an element but for signs, hidden words and numbers of notes."""
    return "".join(_written(element))


def _written(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not {"s", "sr", "note"} & {*classes(child)}:
            yield from _written(child)
        yield child.tail or ""


def classes(element: Element) -> list[str]:
    """The words of an element's class."""
    return (element.get("class") or "").split()
