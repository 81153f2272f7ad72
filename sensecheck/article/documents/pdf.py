"""PDF: the text of each page, as far as a page can be read as lines.

pypdf reads it: of the well-kept libraries it is the one that bounds what a crafted file can cost.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Final

from sensecheck.article.documents.composing import Composer
from sensecheck.article.documents.pdf_flow import flowing
from sensecheck.article.documents.pdf_lines import Deadline, Line, page_lines
from sensecheck.article.unsuitable import Unsuitable
from sensecheck.model import Text

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES: Final = 5_000


def read_pdf(path: str, data: bytes) -> Text:
    """The text of a PDF file; its lines end where they do on the page."""
    try:
        from pypdf import PdfReader
    except ImportError:
        message = "reading a PDF file needs a library that is not installed"
        raise Unsuitable(message, "pip install 'sensecheck[documents]'") from None
    with _quiet():
        pages = list(_pages(PdfReader, data))
    composer = Composer()
    for separator, text, page in flowing(pages):
        composer.separate(separator)
        composer.add(text, name=f"page {page}")
    if not any(pages):
        message = "holds no text: its pages are pictures, or empty"
        raise Unsuitable(message, "run text recognition (OCR) over it first")
    return composer.text(path)


def _pages(reader_of: type[PdfReader], data: bytes) -> Iterator[list[Line]]:
    """The lines of each page. Whatever a library of this size may raise is said in our words."""
    number = 0
    try:
        reader = reader_of(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unsuitable("is encrypted", "save it without a password")
        deadline = Deadline()
        for number, page in enumerate(reader.pages, start=1):
            if number > MOST_PAGES:
                raise Unsuitable(f"has more than {MOST_PAGES:,} pages", "save the article alone")
            yield page_lines(page, deadline)
    except Unsuitable:
        raise
    except Exception as error:
        if type(error).__name__ == "DependencyError":
            hint = "pip install 'sensecheck[documents]', or save it without encryption"
            raise Unsuitable("is encrypted, and a library for it is not installed", hint) from None
        where = f"page {number} cannot be read" if number else "is a broken PDF file"
        raise Unsuitable(where, "print it to a new PDF file") from None


@contextmanager
def _quiet() -> Iterator[None]:
    """What the library remarks on is either of no consequence or an Unsuitable of ours."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
