"""Articles as people have them: plain text, Markdown, HTML, DOCX, PDF.

Each format has a file of its own, imported when it is met. Where it is clear from the content what
a file is, its name does not matter.
"""

from __future__ import annotations

import os
import re
from typing import Final

from sensecheck.article.unsuitable import Unsuitable
from sensecheck.decoding import LARGEST
from sensecheck.model import Text

__all__ = ["Unsuitable", "read_document"]


def read_document(path: str, data: bytes) -> Text:
    """The text of a file with the place of each of its characters; Unsuitable where there is none.

    `path` is only a name: nothing is read but `data`.
    """
    if len(data) > LARGEST:
        raise Unsuitable("the file is larger than 64 MiB", "take the article out of it")
    suffix = os.path.splitext(path)[1].lower()
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in head):
        from sensecheck.article.documents.pdf import read_pdf

        return read_pdf(path, data)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from sensecheck.article.documents.docx import read_docx

        return read_docx(path, data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise _office_file(data)
    if head.startswith(b"{\\rtf"):
        raise Unsuitable("is an RTF file", "save it as DOCX")
    if suffix in _HTML_SUFFIXES or _begins_as_html(head):
        from sensecheck.article.documents.html_text import read_html

        return read_html(path, data)
    if suffix in (".pdf", ".docx"):
        raise Unsuitable(f"is named {suffix}, but is none inside", "export it once more")
    from sensecheck.article.documents.plain import read_plain

    return read_plain(path, data)


_HTML_SUFFIXES: Final = frozenset({".html", ".htm", ".xhtml"})


def _begins_as_html(head: bytes) -> bool:
    # A page in UTF-16 shows through when its mark and its NULs are left out.
    head = head.replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n\f")
    before = rb"(?:\s|<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->)*"
    return head.startswith(b"<") and bool(
        re.match(before + rb"<(?:!doctype\s+)?html[\s>]", head, re.IGNORECASE)
    )


def _office_file(data: bytes) -> Unsuitable:
    """An old container of Microsoft's: it also holds what is encrypted with a password."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Unsuitable("is encrypted", "save it without a password")
    return Unsuitable("is a file of an old version of Office", "save it as DOCX")
