"""The nouns that count things: people, GPUs, shops. Nouns for the same things are one unit."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Final

from sensecheck.numbers.units import Meaning, Nature, Unit

_ONE: Final = Fraction(1)


def noun(word: str) -> Meaning | None:
    """The counted thing that a noun names, in singular or plural; None for one not in the table."""
    table = _nouns()
    for form in (word, *singulars(word)):
        if form in table:
            return Meaning(_base(table[form]), _ONE, Nature.COUNT)
    return None


def unknown_noun(word: str) -> Meaning:
    """A noun in neither table as a unit of its own."""
    return Meaning(_base(singulars(word)[-1]), _ONE, Nature.UNKNOWN)


def singulars(word: str) -> tuple[str, ...]:
    """What the singular of `word` may be, the likeliest last; never empty."""
    if word.endswith("ies") and len(word) > 4:
        return (word[:-1], word[:-3] + "y")
    if word.endswith(("sses", "xes", "ches", "shes")):
        return (word[:-2],)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return (word[:-1],)
    return (word,)


def _base(name: str) -> Unit:
    return Unit(((name, 1),))


@cache
def _nouns() -> dict[str, str]:
    table = {word: word for word in _OWN_NOUNS.split()}
    for base, words in _SHARED_NOUNS.items():
        table |= dict.fromkeys([base, *words.split()], base)
    return table | {"job cuts": "person", "job losses": "person"}


# Nouns that count the same things are one unit.
_SHARED_NOUNS: Final = {
    "person": "people persons staff staffer employee worker job headcount personnel workforce "
    "head capita man men woman women child children adult resident inhabitant citizen engineer "
    "researcher scientist manager colleague contractor recruit position post",
    "company": "enterprise firm business corporation",
    "shop": "store outlet",
    "country": "nation",
    "customer": "client",
    "student": "pupil",
    "home": "house",
    "gpu": "gpus",
    "phone": "smartphone handset",
    "aircraft": "plane aeroplane airplane jet",
    "car": "automobile",
    "film": "movie",
    "city": "cities town",
    "series": "",
    "mouse": "mice",
}
_OWN_NOUNS: Final = """
account acquisition agency agreement airline airport animal answer app applicant application
apartment arrest article asset attack audit award bank battery bid bill bird board boat bond book
branch brand bridge building bus cabin campaign campus candidate case casualty cat category chip
church claim class click clinic code coin college comment committee community competitor complaint
component conference consumer contract copy course court cow crash crew crime cut data dataset
deal death delegate delivery department deposit developer device director disease district division
doctor document dog domain donation donor door download driver drone drug edition election email
episode error event exchange exhibition experiment expert export facility factory family farm
farmer fatality file fine fire fish flat flight fund game gamer goal graduate grant group gun
hospital hotel household image incident industry inmate inspection installation institution
instrument interview investigation investment investor island issue item journal journalist judge
jury kiosk lab label language launch law lawsuit lawyer layoff lender letter level library licence
license line link listing loan location lot machine magazine mall mark market match meal meeting
member merger message migrant milestone mine minister mission mobile model module mortgage murder
museum network newspaper nurse object offence offer office officer official operator order
organisation organization organism owner package page pair panel paper parameter parcel
participant partner party passenger patent patient payment penalty performer permit pet picture
piece pilot pipeline place plan plant platform player pledge  poll pool population port
portfolio preorder prison prisoner prize procedure processor producer product professor program
programme project property prosecutor provider province publication purchase qubit question
ranking reactor reader recipient record redundancy refugee region register report request
respondent response restaurant retailer review risk road robot rocket role room round route rule
sale satellite school scooter screen seat section segment sensor server service session share
shareholder ship shipment shooting shot show site society soldier song source species spectator
sponsor spot stake standard startup start-up state station step stock storey strike studio study
subscriber subscription subsidiary suicide supplier survey survivor suspect system table tank target
taxi teacher team tenant term terminal test theatre theft ticket tool tour tourist tower track
trade trader train transaction transfer traveller tree trial trip truck tunnel turbine unit
university upgrade user vaccine van variant vehicle vendor venue vessel victim video view viewer
village violation visit visitor volunteer vote voter vulnerability warehouse warning website win
wheel winner word workshop
"""
