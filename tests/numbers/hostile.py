"""Texts made to be slow to read, and a program that reads each within a limit of processor time.

    python -m tests.numbers.hostile CHARACTERS SECONDS

prints the names of those that were not read to their end: a regular expression that does not come
back counts no steps, so that only the system can stop it.
"""

from __future__ import annotations

import sys
from itertools import cycle, islice
from typing import Final

# What is repeated. A regular expression that tries every way to part one of these never ends.
REPEATED: Final = {
    "groups": "1,",
    "digits": "7",
    "zeros": "0",
    "points": "1.1.",
    "spaced digits": "1 ",
    "thin spaces": "1\u2009",
    "slashes": "1/",
    "apostrophes": "1'",
    "signs": "- ",
    "dashes": "-",
    "digits and dashes": "1-",
    "brackets": "(",
    "digits in brackets": "(1)",
    "percent signs": "%",
    "digits and percent signs": "1%",
    "vulgar fractions": "½",
    "and a": "and a ",
    "articles": "a ",
    "hundreds": "one hundred ",
    "hundreds and": "one hundred and ",
    "scales": "million ",
    "currencies": "RMB ",
    "between": "between 1 and ",
    "from to": "from 1 to ",
    "over": "over ",
    "hedges": "no more than about ",
    "a list": "5, ",
    "a long list": "5 and ",
    "halves": "half a ",
    "thirds": "two-thirds of ",
    "nouns": "12 big ",
    "one letter": "a",
    "newlines": "\n",
    "carriage returns": "\r\n",
    "blank lines": "1\n\n",
    "tabs and spaces": " \t",
    "no-break spaces": "\u00a0",
    "combining marks": "1\u0301",
    "marks alone": "\u0301",
    "bidi marks": "\u202e1",
    "astral": "😀",
    "dates": "1 May 20",
    "hyphens": "one-",
    "ordinals": "first ",
    "letters and digits": "a1",
    "per": "per ",
    "respectively": "5, respectively, ",
    "footnotes": "5[1]",
    "quotes": "'",
    "nul": "\x00",
}


def hostile(name: str, characters: int) -> str:
    """So many characters of a repeated string."""
    return "".join(islice(cycle(REPEATED[name]), characters))


def main(characters: str, seconds: str) -> None:
    """Read every text in a process of its own, killed after so many seconds of processor time."""
    import os
    import resource

    import sensecheck

    sensecheck.find_numbers("5%")  # imported and built once, before the forks
    for name in REPEATED:
        child = os.fork()
        if child == 0:
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
            sensecheck.find_numbers(hostile(name, int(characters)))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            print(name)


if __name__ == "__main__":
    main(*sys.argv[1:])
