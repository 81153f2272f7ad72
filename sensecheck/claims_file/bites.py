"""The parser's errors in the words of somebody who wrote figures, not YAML.

Each comes with the line mended so that reading can go on behind it, where that is possible.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

import yaml

from sensecheck.claims_file.nodes import Scalar
from sensecheck.claims_file.places import KEY, Mended, Place, quoted, value_at
from sensecheck.claims_file.trouble import Trouble

_TIGHT: Final = re.compile(r"(\s*(?:- +)?)([A-Za-z0-9_-]+):(?=[^\s/])")


def translate(
    error: yaml.MarkedYAMLError, last: Scalar | None, lines: Sequence[str], trouble: Trouble
) -> Mended:
    """Reports the error; `last` is the scalar read before it, `lines` what the parser was given."""
    mark = error.problem_mark or error.context_mark
    problem = str(error.problem)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):
        line, column = max(len(lines) - 1, 0), 0
    where = Place(line, column, lines, trouble)
    if last is not None and last.style in ("'", '"') and last.end_line > last.line:
        return _runaway_quote(where.moved(last.line, last.column))
    start = error.context_mark
    opened = where.moved(start.line, start.column) if start else where
    for fragment, handler in _HANDLERS.items():
        if fragment in problem or fragment in str(error.context):
            return handler(where, opened)
    where.report(f"this is no YAML: {problem}", "compare with the lines around it")
    return None


def _colon(where: Place, _: Place) -> Mended:
    """A colon where no key can be: in plain text, or because of what stands above."""
    value = where.at_value()
    if value.column <= where.column and KEY.match(where.line):
        message = "a colon followed by a space inside plain text"
        where.report(message, quoted(value.rest))
        return where.mended()
    above = where.above()
    tight = _TIGHT.match(above.line)
    if tight and not KEY.match(above.line):
        return _lost_space(above, tight)
    if not KEY.match(above.line) and not above.line.rstrip().endswith(":"):
        word = above.rest
        above.report(f"'{word}' needs a colon", f"write: {word}:", len(word))
        return above.number, above.line[: above.column] + word + ":"
    where = where.moved(where.number, where.indentation)
    hint = f"begin in column {above.indentation + 1}, like the line above"
    where.report("indented deeper than the line above, which has a value already", hint)
    return None


def _no_colon(_: Place, opened: Place) -> Mended:
    """A line among keys that is none."""
    tight = _TIGHT.match(opened.line)
    if tight:
        return _lost_space(opened, tight)
    rest = opened.rest
    word, _space, value = rest.partition(" ")
    hint = f"write: {word}: {value}" if value else f"write: {word}: and a value"
    opened.report("a key without a colon", hint, len(rest))
    return opened.number, f"{opened.line[: opened.column]}{word}: x" if word.isalnum() else "#"


def _lost_space(where: Place, tight: re.Match[str]) -> Mended:
    value = value_at(where.lines, where.number, tight.end())
    place = where.moved(where.number, len(tight[1]))
    width = len(tight[2]) + 1 + len(value)
    place.report("no space after the colon", f"write: {tight[2]}: {value}", width)
    return where.number, f"{tight[1]}{tight[2]}: x"


def _bad_start(where: Place, _: Place) -> Mended:
    """A character that no plain text can begin with, or a tab before the first word."""
    if where.character == "\t" or where.line[: where.column + 1].strip(" ") == "\t":
        return _tab(where, where)
    rest = where.rest
    where.report(f"a value may not begin with {where.character}", quoted(rest), len(rest))
    return where.mended()


def _tab(where: Place, _: Place) -> Mended:
    for number, line in enumerate(where.lines):
        lead = line[: len(line) - len(line.lstrip())]
        if "\t" in lead and line.strip():
            place = where.moved(number, lead.index("\t"))
            place.report("a tab in the indentation", "use spaces")
    if where.character == "\t":
        where.report("a tab in the indentation", "use spaces")
    return None


def _block_sign(_: Place, opened: Place) -> Mended:
    rest = opened.rest
    hint = quoted(rest)
    if opened.character == ">":
        hint += f", or write: more than {rest.lstrip('> ')}"
    message = f"a value may not begin with {opened.character}"
    opened.report(message, hint, len(rest))
    return opened.mended()


def _sign(_: Place, opened: Place) -> Mended:
    rest = opened.rest
    opened.report(f"a value may not begin with {opened.character}", quoted(rest), len(rest))
    return opened.mended()


def _dash(where: Place, _: Place) -> Mended:
    rest = where.rest
    hint = f"write: {rest.replace('- ', '-', 1)}, or begin a list on its own line"
    where.report("a dash and a space begin a list item", hint, len(rest))
    return where.mended()


def _no_key(where: Place, _: Place) -> Mended:
    """Something behind a closed value, or a line that fits no block."""
    before = where.line[: where.column].rstrip()
    if before.strip() and before[-1] in "'\"":
        return _after_quote(where)
    if before.strip() and before[-1] in "]}":
        value = where.at_value()
        message = f"text after a closing {before[-1]}"
        value.report(message, quoted(value.rest), len(value.rest))
        return where.mended()
    if where.column > where.indentation:
        value = where.at_value()
        value.report("text after a value that has ended", quoted(value.rest), len(value.rest))
        return where.mended()
    if where.rest.startswith("- "):
        where.report("a list item among keys", "give the list a key of its own")
        return None
    message = "the indentation fits no line above"
    where.report(message, "begin in the same column as the keys it belongs to")
    return None


def _after_quote(where: Place) -> Mended:
    value = where.at_value()
    whole = value.rest
    message = "text after the closing quotation mark"
    where.report(message, quoted(whole), len(where.rest))
    return where.mended()


def _runaway_quote(opened: Place) -> Mended:
    message = f"a value that begins with {opened.character} runs on into the next lines"
    opened.report(message, quoted(opened.rest), len(opened.rest))
    return opened.mended()


def _open_quote(_: Place, opened: Place) -> Mended:
    rest = opened.rest
    message = f"the quotation mark {opened.character} is never closed"
    hint = f"close it: {rest}{opened.character}" if len(rest) > 1 else "delete it"
    opened.report(message, hint, len(rest))
    return opened.mended()


def _escape(where: Place, opened: Place) -> Mended:
    inner = opened.rest.strip('"')
    where.report("a backslash means something else in double quotes", quoted(inner), 2)
    return opened.mended()


def _open_bracket(where: Place, opened: Place) -> Mended:
    """A bracket that is not closed, or text in it that ends early."""
    rest = opened.rest
    if where.number == opened.number and where.column < len(where.line.rstrip()):
        before = where.line[: where.column].rstrip()[-1:]
        if before in "'\"":
            message = "text after the closing quotation mark, in a list"
        else:
            message = "a list item ends before this"
        where.report(message, "quote the whole item", 1)
        return opened.mended()
    closing = "]" if opened.character == "[" else "}"
    message = f"{opened.character} opens a list that is never closed"
    line, column = opened.number, opened.column
    if not opened.trouble.touches((line, column), (line, len(opened.line))):
        opened.report(message, f"close it with {closing}, or {quoted(rest)}", len(rest))
    return opened.mended()


def _no_content(where: Place, _: Place) -> Mended:
    rest = where.rest
    character = where.character or "nothing"
    where.report(f"a value may not begin with {character}", quoted(rest), len(rest))
    return where.mended()


def _list_and_keys(where: Place, _: Place) -> Mended:
    where.report("a list and keys in one block", "begin each item with '- ', or use keys alone")
    return None


def _directive(where: Place, opened: Place) -> Mended:
    place = opened if opened.character == "%" else where
    if place.character == "%":
        place.report("a line may not begin with %", "put % behind its number, or delete the line")
        return place.mended()
    place.report("text after the end of the document", "delete the line '...' above")
    return None


# Part of the parser's problem or context -> how to say it. The first that fits counts.
_HANDLERS: Final[dict[str, Callable[[Place, Place], Mended]]] = {
    "tab character": _tab,
    "mapping values are not allowed": _colon,
    "could not find expected ':'": _no_colon,
    "cannot start any token": _bad_start,
    "block scalar": _block_sign,
    "an anchor": _sign,
    "an alias": _sign,
    "a tag": _sign,
    "tag handle": _sign,
    "unexpected end of stream": _open_quote,
    "unexpected document indicator": _open_quote,
    "quoted scalar": _escape,
    "block sequence entries are not allowed": _dash,
    "mapping keys are not allowed": _no_content,
    "flow sequence": _open_bracket,
    "flow mapping": _open_bracket,
    "expected node content": _no_content,
    "expected key": _no_key,
    "'-' indicator": _list_and_keys,
    "directive": _directive,
    "document start": _directive,
}
