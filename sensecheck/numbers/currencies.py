"""Which words, signs and codes are money.

Every entry gives the currency and what one of it is worth in it: a cent is 1/100 USD. The phrase
tables are built at first use.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import Final

from sensecheck.numbers.units import Meaning, Nature, Unit
from sensecheck.numbers.words import Phrases, phrase_table

_ONE: Final = Fraction(1)
_YEN_SIGN: Final = re.compile(r"(?<![A-Za-z])[¥￥]")
_SCALED: Final = re.compile(r"(?P<ahead>[MKk]?)(?P<code>[A-Z]{3})(?P<behind>m|mn|bn|k)?")
_SCALES: Final = {"M": 10**6, "K": 10**3, "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9}


def uses_yen_sign(text: str) -> bool:
    """Whether `text` has a bare ¥, read as RMB, which in a file that speaks of yen is unclear."""
    return _YEN_SIGN.search(text) is not None


@cache
def currencies() -> Phrases[Meaning]:
    """Currencies before or after a number, by their words in lower case."""
    entries = [
        (phrase, _money(code, _ONE))
        for code, text in _CURRENCIES.items()
        for phrase in text.split("; ")
    ]
    entries += [
        (phrase, _money(code, part))
        for (code, part), text in _PARTS.items()
        for phrase in text.split("; ")
    ]
    return phrase_table(entries)


@cache
def currency_names() -> frozenset[str]:
    """The base names of all currencies: RMB, USD."""
    return frozenset(_CURRENCIES) | _ISO_CODES


@cache
def part_names() -> dict[tuple[Unit, Fraction], str]:
    """The parts of currencies by what they mean: 'cent' for a hundredth of a dollar."""
    return {
        (_money(code, part).unit, part): text.split("; ")[0]
        for (code, part), text in _PARTS.items()
    }


def currency_code(raw: str) -> Meaning | None:
    """The currency of an ISO code in capitals; lower case is too often an English word (try)."""
    return _money(raw, _ONE) if raw in _ISO_CODES else None


def scaled_code(raw: str) -> tuple[Meaning, int] | None:
    """The currency and scale of 'MSEK', 'kEUR' or 'USDm', as tables print them."""
    match = _SCALED.fullmatch(raw)
    if match is None or bool(match["ahead"]) == bool(match["behind"]):
        return None
    known = currencies().get(match["code"].lower())
    meaning = known[-1][1] if known and len(known[-1][0]) == 1 else currency_code(match["code"])
    return None if meaning is None else (meaning, _SCALES[match["ahead"] or match["behind"]])


def _money(code: str, part: Fraction) -> Meaning:
    return Meaning(Unit(((code, 1),)), part, Nature.MEASURE)


_CURRENCIES: Final = {
    "RMB": "rmb; cny; cnh; yuan; renminbi; cn¥; rmb¥; ¥; ￥; chinese yuan; yuan renminbi; "
    "yuan rmb; 元; kuai",
    "USD": "$; us$; usd; usd$; dollar; dollars; us dollar; us dollars; american dollars; us $; "
    "u . s . dollars; u . s . dollar; u . s . $; greenbacks",
    "HKD": "hk$; hkd; hkd$; hong kong dollar; hong kong dollars; hk dollars; hk dollar",
    "GBP": "£; gbp; pound; pounds; pound sterling; pounds sterling; sterling; british pounds; quid",
    "EUR": "€; eur; euro; euros",
    "JPY": "jpy; yen; japanese yen; jp¥; jpy¥",
    "AUD": "a$; au$; aud; aud$; australian dollar; australian dollars",
    "CAD": "c$; ca$; cad; cad$; canadian dollar; canadian dollars",
    "SGD": "s$; sg$; sgd; sgd$; singapore dollar; singapore dollars",
    "TWD": "nt$; twd; twd$; new taiwan dollar; new taiwan dollars; taiwan dollars; taiwan dollar",
    "NZD": "nz$; nzd; nzd$; new zealand dollar; new zealand dollars",
    "CHF": "chf; swiss franc; swiss francs; sfr",
    "INR": "₹; inr; rs; rs .; rupee; rupees; indian rupees; indian rupee",
    "KRW": "₩; krw; won; korean won; south korean won",
    "RUB": "₽; rub; rouble; roubles; ruble; rubles",
    "BRL": "r$; brl; brazilian real; reais",
    "MXN": "mx$; mxn; mxn$; mexican peso; mexican pesos",
    "SEK": "sek; swedish krona; swedish kronor; swedish crowns",
    "NOK": "nok; norwegian krone; norwegian kroner; norwegian crowns",
    "DKK": "dkk; danish krone; danish kroner; danish crowns",
    "ZAR": "zar; rand",
    "THB": "thb; baht; ฿",
    "MYR": "myr; ringgit; rm",
    "IDR": "idr; rupiah; rp",
    "TRY": "turkish lira; ₺",
    "PLN": "pln; zloty; zlotys",
    "ILS": "ils; shekel; shekels; ₪",
    "AED": "aed; dirham; dirhams",
    "VND": "vnd; dong; ₫",
    "PHP": "₱; philippine peso; philippine pesos",
    "NGN": "naira; ₦",
    "UAH": "hryvnia; hryvnias; ₴",
    "CRC": "costa rican colon; costa rican colones; colones; ₡",
    "GEL": "georgian lari; lari; ₾",
    "LAK": "lao kip; kip; ₭",
    "HUF": "forint; forints",
    "CZK": "czech koruna; czech crowns",
    "BDT": "taka",
    "KES": "kenyan shilling; kenyan shillings",
    "ARS": "argentine peso; argentine pesos",
    "CLP": "chilean peso; chilean pesos",
    "COP": "colombian peso; colombian pesos",
    "SAR": "saudi riyal; saudi riyals; riyal; riyals",
    "BTC": "btc; bitcoin; bitcoins; ₿",
    "FRF": "french franc; french francs",
    "BEF": "belgian franc; belgian francs",
    "NLG": "guilder; guilders; dutch guilder; dutch guilders",
    "ESP": "peseta; pesetas",
    "DEM": "deutsche mark; deutsche marks; deutschmark; deutschmarks; d - mark; d - marks",
    "ITL": "italian lira; italian lire; lire",
    # Of several countries: unclear, so a unit of its own.
    "franc": "franc; francs",
    "peso": "peso; pesos",
    "lira": "lira",
    "krona": "krona; kronor; kroner; krone",
    "rial": "rial; rials",
    "dinar": "dinar; dinars",
}
_PARTS: Final = {
    ("USD", Fraction(1, 100)): "cent; cents; ct; cts; ¢; us cent; us cents",
    ("GBP", Fraction(1, 100)): "penny; pence; p",
    ("EUR", Fraction(1, 100)): "euro cent; euro cents; eurocents",
    ("HKD", Fraction(1, 100)): "hong kong cent; hong kong cents; hk cents",
    ("AUD", Fraction(1, 100)): "australian cent; australian cents",
    ("RMB", Fraction(1, 10)): "jiao",
    ("BTC", Fraction(1, 10**8)): "satoshi; satoshis",
}
_ISO_CODES: Final = frozenset(
    "TRY SAR CZK HUF ARS CLP COP EGP NGN PKR BDT VND PHP KES RON BGN KWD QAR LKR KZT UAH CRC GEL "
    "LAK FRF BEF NLG ESP DEM ITL".split()
)
