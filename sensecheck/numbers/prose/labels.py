"""Numbers that name a thing: 'version 5.0', 'Figure 3', 'Windows 11', 'phase two', '(1)', '01'."""

from __future__ import annotations

import re
from typing import Final

from sensecheck.numbers.number_words import ONES, SCALES
from sensecheck.numbers.periods import MONTH_WORDS
from sensecheck.numbers.prose.before import read_before
from sensecheck.numbers.prose.codes import read_code
from sensecheck.numbers.prose.found import FoundKind
from sensecheck.numbers.prose.making import Read, numbered, valued
from sensecheck.numbers.prose.nouns import read_counted
from sensecheck.numbers.quantities import read_measure, read_scale
from sensecheck.numbers.tokens import Token
from sensecheck.numbers.units import Nature
from sensecheck.numbers.words import DIRECTIONS, HEDGES

_LABEL_WORDS: Final = frozenset(
    "figure figures fig figs chapter chapters table tables page pages p pp nos nr nrs section "
    "sections article articles appendix paragraph clause rule phase tier room route highway exit "
    "gate flight channel scene volume vol episode note footnote ref id isbn box tel phone track "
    "zone apartment formula type day week grade level class step stage part unit game number "
    "question item option category round lesson exercise exercises junction junctions call dial "
    "text code model boeing airbus iphone galaxy playstation xbox pixel".split()
)
_ABBREVIATED: Final = frozenset("no nos nr nrs fig figs p pp vol ch sec art para ex".split())
_DIALLED: Final = frozenset({"call", "dial", "text"})
_ONE_OF_THEM: Final = frozenset("a an one each per every this that last next another".split())
_VERSION_WORDS: Final = frozenset("version versions v ver release build".split())
# Names before a number at the beginning of a sentence, too.
_PRODUCTS: Final = frozenset(
    "android bluetooth html ios java linux php python ubuntu usb windows".split()
)
# Capitalised words that are no name before a number, in a heading or as a measure's short form.
_NO_NAMES: Final = frozenset(
    "a all an and another about above after at below by cut cuts each every first for from her his "
    "hit hits in is its just kill kills last least leaves less lost more nearly next of only or "
    "our over past reach reached reaches some than the their these those to top tops total totals "
    "under until was were with won worth eps ebitda ebit gdp gnp cpi ppi pmi rpi roe roa roi nav "
    "dps bmi iq gpa aqi pe number age aged score rate index ci hr rr sd se iqr ph magnitude".split()
)
_SENTENCE_BEGINS: Final = frozenset(
    {".", "!", "?", ":", '"', "“", "'", "‘", "*", "-", "|", "(", "#"}
)
_VERSION: Final = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}")
_NO_SPACE: Final = re.compile(r"\S")
_LIST_MARK: Final = re.compile(r"[0-9]{1,2}(?:\)|\.(?=\s))")
_MOST_INDENT: Final = 8
_LONGEST_NAME: Final = 4
"""Digits that a name has at most: 'Boeing 737', 'Windows 2000'."""
_LONGEST_HEADING: Final = 24
_SHORT_WORD: Final = 4
"""Letters of the longest words that headings leave small."""
_LONGEST_LIST: Final = 20
"""Points that a list in running text has at most: '(1) …, (2) …'."""


def read_label(text: str, tokens: list[Token], at: int, free: int) -> Read | None:
    """The number at token `at` as a label or a version; None where it may be something else."""
    code = read_code(text, tokens, at)
    if code is not None:
        return code
    if _is_version(tokens, at, free):
        return valued(text, tokens, at, FoundKind.VERSION)
    if _is_group(text, tokens, at, free):
        return valued(text, tokens, at, FoundKind.LABEL)
    raw = text[tokens[at].start : tokens[at].end]
    if raw.isdigit():
        return _whole(text, tokens, at, free)
    if _VERSION.fullmatch(raw) is None:
        return None
    if _has_label_word(text, tokens, at, free):
        return valued(text, tokens, at, FoundKind.LABEL)
    if _is_named(text, tokens, at, free):
        return valued(text, tokens, at, FoundKind.VERSION)
    return None


def read_worded_label(text: str, tokens: list[Token], at: int, free: int) -> Read | None:
    """'version two', 'Part One', 'phase two'."""
    if tokens[at].word not in ONES or at <= free or tokens[at + 1].word == "-":
        return None
    if tokens[at - 1].word in _VERSION_WORDS:
        return numbered(text, tokens, at, FoundKind.VERSION)
    if _is_group(text, tokens, at, free):
        return numbered(text, tokens, at, FoundKind.LABEL)
    if not _has_label_word(text, tokens, at, free) or tokens[at + 1].word in SCALES:
        return None
    label = numbered(text, tokens, at, FoundKind.LABEL)
    return label if label is not None and label[1] == at + 1 else None


def _whole(text: str, tokens: list[Token], at: int, free: int) -> Read | None:
    """A whole number without separators."""
    token, following = tokens[at], tokens[at + 1]
    start, end = token.start, token.end
    if following.word in ("st", "nd", "rd", "th") and following.start == end:
        return numbered(text, tokens, at, FoundKind.ORDINAL)
    if (
        (end - start > 1 and text[start] == "0")
        or (at == 0 and not following.kind and not _is_all(text, start, end))
        or (_LIST_MARK.match(text, start) and _is_first(tokens, at) and _begins_line(text, start))
        or (text[start - 1 : start] == "[" and following.word == "]" and start > 1)  # a footnote
        or (at > 0 and tokens[at - 1].kind == "tag" and tokens[at - 1].word.startswith("<sup"))
        or _is_point(text, tokens, at)
        or _has_label_word(text, tokens, at, free)
        or _is_named(text, tokens, at, free)
    ):
        return valued(text, tokens, at, FoundKind.LABEL)
    return None


def _is_all(text: str, start: int, end: int) -> bool:
    """Whether the number is all of the text; all of a block, it is the number of a part."""
    return _NO_SPACE.search(text, end) is None and not text[:start].strip()


def _is_first(tokens: list[Token], at: int) -> bool:
    """Whether only the mark of a heading stands before it in its block."""
    return at <= _MOST_INDENT and all(token.kind == "mark" for token in tokens[:at])


def _begins_line(text: str, start: int) -> bool:
    place = start
    while place > max(start - _MOST_INDENT, 0) and text[place - 1] in " \t#*>•":
        place -= 1
    return place == 0 or text[place - 1] in "\n\r"


def _is_point(text: str, tokens: list[Token], at: int) -> bool:
    """'(1)' in running text; in a table it may be a minus."""
    token = tokens[at]
    if at == 0 or tokens[at - 1].word != "(" or tokens[at + 1].word != ")":
        return False
    if (at > 1 and tokens[at - 2].word in ("|", ":")) or text[token.start] == "0":
        return False
    return token.end - token.start <= 2 and int(token.word) <= _LONGEST_LIST


def _is_group(text: str, tokens: list[Token], at: int, free: int) -> bool:
    """'Group of 20', 'Group of Seven'."""
    named = tokens[at - 2]
    is_of = at > free + 1 and tokens[at - 1].word == "of" and named.word == "group"
    return is_of and text[named.start].isupper()


def _is_version(tokens: list[Token], at: int, free: int) -> bool:
    """'version 5.0', and the second number of 'version 5.0 to 5.5'."""
    if at <= 0:
        return False
    before = tokens[at - 1].word
    if before in _VERSION_WORDS and at > free:
        return True
    if before in ("to", "and", "or", "-", ",") and at >= 3:
        return tokens[at - 2].kind == "number" and tokens[at - 3].word in _VERSION_WORDS
    return False


# ── names ────────────────────────────────────────────────────────────────────────────────────


def _has_label_word(text: str, tokens: list[Token], at: int, free: int) -> bool:
    """'Figure 3', 'p. 12'; a small letter leaves 'in one week 300 left' alone."""
    place = at - 1
    if place < free:
        return False
    if tokens[place].word == "." and place > free and tokens[place - 1].word in _ABBREVIATED:
        return True
    named = tokens[place]
    if named.word not in _LABEL_WORDS:
        return False
    raw = text[named.start : named.end]
    if raw != raw.lower() and named.word not in _DIALLED:
        return True
    is_one = place > free and tokens[place - 1].word in _ONE_OF_THEM
    return not is_one and not _measures(text, tokens, at, is_known=True)


def _is_named(text: str, tokens: list[Token], at: int, free: int) -> bool:
    """A name in front, and nothing behind that the number could count or measure."""
    place = at - 1
    if at <= free or tokens[at].end - tokens[at].start > _LONGEST_NAME:
        return False
    named = tokens[place]
    raw = text[named.start : named.end]
    if named.kind != "word" or len(raw) < 2 or named.word in _NO_NAMES or named.word in MONTH_WORDS:
        return False
    if "\n" in text[named.end : tokens[at].start]:
        return False  # the end of a heading
    is_marked = raw[1:] != raw[1:].lower() or named.word in _PRODUCTS  # 'ISO', 'iPhone'
    if not is_marked:
        is_first = place == 0 or tokens[place - 1].word in _SENTENCE_BEGINS
        if is_first or not raw[0].isupper() or _is_heading(text, tokens):
            return False
    if named.word in HEDGES or named.word in DIRECTIONS:
        return False
    if read_before(text, tokens, at, free).currency is not None:
        return False
    return not _measures(text, tokens, at)


def _is_heading(text: str, tokens: list[Token]) -> bool:
    """A short line with capitals throughout, where any word may stand before a number."""
    if len(tokens) > _LONGEST_HEADING or tokens[-3].word in (".", "!", "?"):
        return False
    words = [token for token in tokens if token.kind == "word" and len(token.word) > _SHORT_WORD]
    return len(words) > 1 and all(text[token.start].isupper() for token in words)


def _measures(text: str, tokens: list[Token], at: int, *, is_known: bool = False) -> bool:
    """Whether a scale, a unit or a noun (one that the table knows) stands behind the number."""
    scale, place = read_scale(text, tokens, at + 1, False)
    if scale != 1 or read_measure(text, tokens, place) is not None:
        return True
    if tokens[at + 1].word == "-" and read_measure(text, tokens, at + 2) is not None:
        return True
    counted = read_counted(text, tokens, at + 1, is_one=False)
    return counted is not None and not (is_known and counted[0].nature is Nature.UNKNOWN)
