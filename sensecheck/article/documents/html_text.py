"""HTML: the text that a browser shows, each piece with its line and column in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from enum import IntEnum
from typing import Final, NamedTuple

from sensecheck.article.documents.composing import Composer, shifted
from sensecheck.article.documents.html_tags import Characters, StartTag, tokens
from sensecheck.article.documents.plain import decoded
from sensecheck.article.unsuitable import Unsuitable
from sensecheck.decoding import LINE_END
from sensecheck.model import Text


def read_html(path: str, data: bytes) -> Text:
    """The visible text of a page. Blocks stand apart by a blank line, cells of a row by a tab."""
    page = _Page(_source(data))
    return page.text(path)


class _Gap(IntEnum):
    """What stands between two pieces; the widest that was asked for."""

    NONE = 0
    SPACE = 1
    TAB = 2
    LINE = 3
    BLANK = 4


class _Element(NamedTuple):
    """An open element, and how its text is shown."""

    name: str
    is_hidden: bool = False
    shift: str = ""
    is_verbatim: bool = False


_SEPARATORS: Final = ("", " ", "\t", "\n", "\n\n")
_DEEPEST: Final = 512
_ROOT: Final = _Element("")
_WORDS: Final = re.compile(r"[^ \t\n\r\f]++(?: [^ \t\n\r\f]++)*+")
_CELLS: Final = frozenset({"td", "th"})
_ROW_GROUPS: Final = frozenset({"tbody", "thead", "tfoot"})
_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol optgroup option p pre search section summary table ul".split()
)
_VOID: Final = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr".split()
)
# Never shown, or shown instead of something else; what is deleted the article no longer says.
_HIDDEN: Final = frozenset(
    "annotation annotation-xml audio canvas datalist del desc metadata noscript object rp select "
    "template video".split()
)
_INVISIBLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.I)
_SHIFT: Final = re.compile(r"vertical-align\s*:\s*(su[bp])", re.I)
# A start tag may end elements that nobody closed; they are looked for among a few innermost ones.
_ENDED_BY: Final = {
    "li": frozenset({"li", "p"}),
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd", "p"})),
    **dict.fromkeys(("td", "th"), frozenset({"td", "th", "p"})),
    "tr": frozenset({"td", "th", "tr", "p"}),
    **dict.fromkeys(_ROW_GROUPS, frozenset({"td", "th", "tr", "p", *_ROW_GROUPS})),
}
_LOOKED_AT: Final = 8


class _Page:
    """Walks over the tags and keeps what is open, and what is to stand before the next words."""

    def __init__(self, source: str) -> None:
        self._line_starts = [0, *(match.end() for match in LINE_END.finditer(source))]
        self._composer = Composer()
        self._open: list[_Element] = []
        self._names: Counter[str] = Counter()
        self._gap = _Gap.NONE
        self._is_cell_fresh = False  # no words in it so far: its blocks leave it in its row
        self._is_row_begun = False
        self._is_table_begun = False
        for token in tokens(source):
            if isinstance(token, Characters):
                self._characters(token)
            elif isinstance(token, StartTag):
                self._start(token)
            else:
                self._end(token.name)

    def text(self, path: str) -> Text:
        """All that is shown."""
        return self._composer.text(path)

    def _start(self, tag: StartTag) -> None:
        name = tag.name
        self._end_implied(name)
        if name == "br":
            self._break_line()
        elif name in _CELLS:
            self._gap = _Gap.TAB if self._is_row_begun else self._gap
            self._is_cell_fresh = True
        elif name == "tr":
            self._gap = _Gap.LINE if self._is_table_begun else max(self._gap, _Gap.LINE)
            self._is_row_begun = False
        elif name in _BLOCKS:
            self._block()
            if name == "table":
                self._is_table_begun = self._is_row_begun = False
        if name not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(_opened(tag, self._open[-1] if self._open else _ROOT))
            self._names[name] += 1

    def _end(self, name: str) -> None:
        if name == "br":
            self._break_line()
        elif name in _CELLS:
            self._is_cell_fresh = False
        elif name in _BLOCKS:
            if name == "table":
                self._is_cell_fresh = False
            elif name == "caption":
                self._is_table_begun = False
            self._block()
        if self._names[name]:
            self._close_down_to(self._innermost(name))

    def _innermost(self, name: str) -> int:
        depth = len(self._open) - 1
        while self._open[depth].name != name:
            depth -= 1
        return depth

    def _close_down_to(self, depth: int) -> None:
        while len(self._open) > depth:
            self._names[self._open.pop().name] -= 1

    def _end_implied(self, name: str) -> None:
        ended = _ENDED_BY.get(name) or (frozenset({"p"}) if name in _BLOCKS else frozenset())
        if not any(self._names[other] for other in ended):
            return
        for depth in range(len(self._open) - 1, max(len(self._open) - _LOOKED_AT, 0) - 1, -1):
            if self._open[depth].name in ended:
                self._close_down_to(depth)
            elif self._open[depth].name in _BLOCKS:
                return

    def _block(self) -> None:
        if not self._is_cell_fresh:
            self._gap = _Gap.BLANK

    def _break_line(self) -> None:
        """One is a line, two are a paragraph."""
        self._gap = _Gap.LINE if self._gap < _Gap.LINE else _Gap.BLANK

    def _characters(self, token: Characters) -> None:
        element = self._open[-1] if self._open else _ROOT
        if element.is_hidden:
            return
        if element.is_verbatim:
            self._verbatim(token, element.shift)
            return
        end = 0
        for words in _WORDS.finditer(token.text):
            if end < words.start():
                self._gap = max(self._gap, _Gap.SPACE)
            self._show(words.group(), token.start + words.start(), element.shift)
            end = words.end()
        if end < len(token.text):
            self._gap = max(self._gap, _Gap.SPACE)

    def _verbatim(self, token: Characters, shift: str) -> None:
        start = 0
        for line_end in LINE_END.finditer(token.text):
            self._show(token.text[start : line_end.start()].rstrip(), token.start + start, shift)
            self._break_line()
            start = line_end.end()
        self._show(token.text[start:], token.start + start, shift)

    def _show(self, words: str, at: int, shift: str) -> None:
        for part in words.split("\u00ad"):
            if part:
                self._composer.separate(_SEPARATORS[self._gap])
                line = bisect_right(self._line_starts, at) - 1
                self._composer.add(shifted(part, shift), line, at - self._line_starts[line])
                self._gap = _Gap.NONE
                self._is_cell_fresh = False
                self._is_row_begun = self._is_table_begun = True
            at += len(part) + 1


def _opened(tag: StartTag, parent: _Element) -> _Element:
    style = tag.attributes.get("style", "")
    is_hidden = (
        tag.name in _HIDDEN
        or "hidden" in tag.attributes
        or (tag.name == "dialog" and "open" not in tag.attributes)
        or _INVISIBLE.search(style) is not None
    )
    styled = _SHIFT.search(style)
    shift = tag.name if tag.name in ("sup", "sub") else styled[1].lower() if styled else ""
    return _Element(
        tag.name,
        parent.is_hidden or is_hidden,
        shift or parent.shift,
        parent.is_verbatim or tag.name in ("pre", "listing", "plaintext"),
    )


def _source(data: bytes) -> str:
    """The characters of a page: UTF-8 or UTF-16, else in the encoding that it names."""
    try:
        source = decoded(data)
    except Unsuitable:
        codec = _codec(data)
        if codec is None:
            raise
        try:
            source = data.decode(codec)
        except UnicodeDecodeError as error:
            message = f"says that it is in {codec}, but is not: the byte 0x{data[error.start]:02X}"
            raise Unsuitable(message, "save the page as UTF-8") from None
    return source.replace("\0", "\ufffd")


_DECLARED: Final = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9._-]+)", re.I)
# Under the names that pages use; others of Python's codecs are no encodings of text.
_CODECS: Final = {
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "windows-1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "big5": "big5hkscs",
    "euc-jp": "euc-jp",
    "macintosh": "mac-roman",
}
_NUMBERED: Final = re.compile(r"windows-125[0-8]|iso-8859-(?:[2-9]|1[0134569])|koi8-[ru]")


def _codec(data: bytes) -> str | None:
    declared = _DECLARED.search(data[:4096])
    label = declared[1].decode().lower() if declared else ""
    return label if _NUMBERED.fullmatch(label) else _CODECS.get(label)
