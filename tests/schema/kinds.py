"""What a finding of the loader is about: the shape of the file, its meaning, or YAML itself.

**Shape** is what a value is and which keys stand where: a section, a key, a rule that is not known;
a key that a claim, an article or a figure needs; a list or a block where a text belongs, and the
other way round; an empty value, list or block; a name, label, id or tag of wrong characters; a word
that is none of a few; an article outside the folder; a series without labels; no claims at all.

**Meaning** is what the words say: whether a figure can be read and in which unit, whether a name is
one of a figure, a slice or a claim of this file, and what a rule can do with what it is given.

**YAML** is what keeps a text from being the tree that its author meant: no YAML at all, a key
twice, anchors and tags, a comma or # that YAML takes for its own, hidden characters, deep nesting.

A schema sees the first only. Every finding is of exactly one kind, so a new message of the loader
has to be sorted in here before the tests pass again.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from sensecheck.model import Finding

_CONFLICT: Final = re.compile(r"[a-z0-9][a-z0-9-]*(?:\+[a-z0-9][a-z0-9-]*)*")


class Kind(Enum):
    """What a finding is about."""

    SHAPE = "shape"
    MEANING = "meaning"
    YAML = "YAML"


# Matched with 'message | hint' from its beginning, as the places that report them have it.
_MESSAGES: Final = {
    Kind.SHAPE: (
        r"nothing to check: ",
        r"a claims file is a block of keys \|",
        r".+ is a block of keys, not ",
        r"(?!nothing to check).+ is empty \| write keys",
        r"an empty value \|",
        r"an empty list \|",
        r"unknown key '",
        r"a text belongs here, not ",
        r"a printed figure belongs here, not ",
        r"a figure belongs here, not ",
        r"figures belong here, not ",
        r"numbers belong here, not ",
        r"a list belongs here, not ",
        r"'\w+' takes one figure, not (?:a list|a block)",
        r"'stated' is a printed figure or a word, not ",
        r"'.*' is none of: ",
        r"'.*' is neither true nor false ",
        r"the article lies outside this folder ",
        r"'.*' is not a figure's name ",
        r"'.*' is not a label ",
        r"\w+ has no labels \| write below it",
        r"[\w.]+ does not say what is printed ",
        r"'.*' is not a claim's id ",
        r"'.*' is not a tag ",
        r"the claim has no rule ",
        r"unknown rule '",
        r"an unverifiable claim has no rule ",
        r"the claim has no 'stated' ",
        r"\w+ needs '",
        r"duration takes a slice or two dates, not both ",
    ),
    Kind.MEANING: (
        # figures as printed
        r"not a printed figure: ",
        r"'.*' is a date, not a figure ",
        r"'.*' is not a unit ",
        r"'not printed' beside a printing ",
        r".+ has no unit[:,] ",
        r".+ as printings of one figure ",
        r"¥ may be RMB or yen ",
        # names
        r"unknown figure '",
        r"several names in one text ",
        r"\w+ is a series ",
        r"\w+ has no labels \| write \w+$",
        r"\w+ stands before \w+ in the file",
        r"'\w+' takes one figure, not \d",
        r"'.*' is not one figure ",
        r"a figure's name stands alone, not in a list ",
        r"the claims take more than .* figures ",
        r"'.*' is a claim's id already",
        r"unknown claim '",
        r"a conflict's id is its claims' ids",
        # what rules can do
        r".+ overlap and would be counted twice ",
        r".+ is compared with itself ",
        r".+ is not among these ",
        r".+ cannot be added or compared ",
        r".+ is a percentage \| write it with its %",
        r".+ has no square root ",
        r"\d+ figures and \d+ weights ",
        r"the result is in ",
        r"the rule says (?:increase|decrease), ",
        r"the stated figure has to be printed ",
        r"\w+ cannot state '",
        r"'.*' is not the same as '",
        r".+ exclude each other ",
        r"'.*' is not an exact number ",
        r"'\w+' takes numbers or figures, not some of each ",
        r"'.*' is listed twice ",
        # time
        r"'.*' is not a date or period ",
        r"'.*' is not one date or period ",
        r"the label '.*' names no time ",
        r".+ years, but the labels are .+ apart ",
        r"[\w.]+ is not after [\w.]+ ",
        r"'years' is one number above 0 ",
    ),
    Kind.YAML: (
        r"'.*' is here twice, first in line ",
        r".+ is a YAML (?:anchor|alias|tag): ",
        r"a second YAML document begins here ",
        r"text after ",
        r"the comma in .* makes two values of it here ",
        r"YAML drops '",
        r"a (?:value|line) may not begin with ",
        r"a value that begins with . runs on ",
        r"the quotation mark . is never closed ",
        r"a backslash means something else ",
        r". opens a list that is never closed ",
        r"a list item ends before this ",
        r"a colon followed by a space ",
        r"'.*' needs a colon ",
        r"a key without a colon ",
        r"no space after the colon ",
        r"a dash and a space begin a list item ",
        r"a list item among keys ",
        r"a list and keys in one block ",
        r"a tab in the indentation ",
        r"indented deeper than the line above",
        r"the indentation fits no line above ",
        r"nested more than ",
        r"the file is larger than ",
        r"a key is a plain text ",
        r"this is no YAML: ",
        r".+ \(U\+[0-9A-F]{4}\)",
    ),
}


def kind_of(finding: Finding, key: str = "") -> Kind:
    """The kind of a finding; `key` is the nearest key above it, or the one that it stands at."""
    text = f"{finding.message} | {finding.hint}"
    kinds = [
        kind
        for kind, patterns in _MESSAGES.items()
        if any(re.match(pattern, text, re.DOTALL) for pattern in patterns)
    ]
    if not kinds and key == "formula":  # whatever is wrong with its arithmetic
        return Kind.MEANING
    assert len(kinds) == 1, f"sort this message in: {text} ({kinds})"
    (kind,) = kinds
    if finding.message.startswith(("unknown claim '", "a conflict's id is ")):
        # A conflict's id of wrong characters is told like one that nobody knows.
        return Kind.MEANING if _CONFLICT.fullmatch(key) else Kind.SHAPE
    return kind
