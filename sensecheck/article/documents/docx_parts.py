"""The parts of a DOCX file: XML in a zip archive, neither of which is trusted."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from sensecheck.article.unsuitable import Unsuitable
from sensecheck.decoding import LARGEST

MOST_PARTS: Final = 10_000
MOST_ELEMENTS: Final = 1_000_000
DEEPEST: Final = 200

# What stands for a namespace in the names of elements and attributes: 'p', 'm_t', 'xml_space'.
_PREFIXES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m_",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m_",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc_",
    "http://www.w3.org/XML/1998/namespace": "xml_",
}


def broken() -> Unsuitable:
    """What is said of a file that begins as a DOCX file and is none."""
    return Unsuitable("is a broken DOCX file", "save it once more")


class Parts:
    """The parts of a file, unpacked one by one and never more than `LARGEST` bytes of them."""

    def __init__(self, data: bytes) -> None:
        if data.count(b"PK\x01\x02") > MOST_PARTS:
            raise Unsuitable("is a zip archive of too many files", "save it as DOCX")
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _BROKEN_ARCHIVE:
            raise broken() from None
        self._left = LARGEST

    def names(self) -> list[str]:
        """All parts."""
        return self._archive.namelist()

    def related(self, part: str, kind: str) -> str:
        """The part of some kind that a part (the file itself: '') names as its own; '' if none."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self.names():
            return ""
        for relation in self.read(relations):
            if relation.get("Type", "").endswith(f"/{kind}"):
                target = posixpath.join("/", folder, relation.get("Target", ""))
                return posixpath.normpath(target).lstrip("/")
        return ""

    def read(self, part: str) -> Element:
        """The root element of a part, with short names."""
        data = self._unpacked(part)
        # Entities are how a small part becomes a large text; the format has no use for them.
        if b"<!DOCTYPE" in data.replace(b"\0", b""):
            raise broken()
        parser = XMLParser(target=_Tree())
        try:
            # All at once: some versions of the parser read a long token anew with every piece.
            parser.feed(data)
            root: Element = parser.close()
        except (ParseError, LookupError, ValueError):
            raise broken() from None
        return root

    def _unpacked(self, part: str) -> bytes:
        try:
            info = self._archive.getinfo(part)
            if info.flag_bits & 1:
                raise Unsuitable("is encrypted", "save it without a password")
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise broken()
            with self._archive.open(info) as file:
                data = file.read(self._left + 1)
        except _BROKEN_ARCHIVE:
            raise broken() from None
        self._left -= len(data)
        if self._left < 0:
            raise Unsuitable("is larger than 64 MiB when unpacked", "take the article out of it")
        return data


_BROKEN_ARCHIVE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class _Tree(TreeBuilder):
    """Builds a tree with short names, within limits."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST or self._count > MOST_ELEMENTS:
            raise broken()
        return super().start(_short(tag), {_short(key): attributes[key] for key in attributes})

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(_short(tag))


def _short(name: str) -> str:
    namespace, _, local = name[1:].rpartition("}")
    prefix = _PREFIXES.get(namespace)
    return name if prefix is None else prefix + local
