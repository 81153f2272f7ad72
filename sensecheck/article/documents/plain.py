"""Plain text and Markdown: every character of the file is one of the text."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from sensecheck.article.documents.composing import LONGEST, MOST_STRETCHES, too_long
from sensecheck.article.lines import text_of_lines
from sensecheck.article.unsuitable import Unsuitable
from sensecheck.decoding import Undecodable, decode_utf8
from sensecheck.model import Text


def read_plain(path: str, data: bytes) -> Text:
    """The text of a file as it is, in UTF-8, or in UTF-16 with a byte order mark."""
    content = decoded(data)
    nul = content.find("\0")
    if nul >= 0:
        place = text_of_lines(path, content).place(nul)
        raise Unsuitable(
            f"is no text: there is a NUL at {place}", "save it as text in UTF-8, HTML, DOCX or PDF"
        )
    if len(content) > LONGEST or content.count("\n") + content.count("\r") > MOST_STRETCHES:
        raise too_long()
    return text_of_lines(path, content)


def decoded(data: bytes) -> str:
    """The characters of a file without its byte order mark; Unsuitable where it is not text."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            message = f"begins as UTF-16, but is none from byte {error.start + 1:,} on"
            raise Unsuitable(message, "save the file as UTF-8") from None
    try:
        return decode_utf8(data)
    except Undecodable as error:
        if b"\0" in data[:1024]:
            message = "is neither text nor any other format that can be read"
            raise Unsuitable(message, "save it as text in UTF-8, HTML, DOCX or PDF") from None
        message = f"{error.message} at {error.line + 1}:{error.column + 1}"
        raise Unsuitable(message, error.hint) from None
