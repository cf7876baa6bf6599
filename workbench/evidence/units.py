"""The units and number words of English, and what each is worth."""

from __future__ import annotations

from workbench.evidence.stated import Sort

SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "mln": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
    "crore": 1e7,
    "lakh": 1e5,
}
"""One letter is a scale only right behind digits, and `m` only behind a currency."""

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
SMALL_NUMBERS = {word: value for value, word in enumerate(_SMALL.split())} | {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}

GROUPS = {"dozen": 12.0}
VAGUE = {"dozens": 24.0, "hundreds": 200.0, "thousands": 2000.0, "millions": 2e6}

SHARES = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "tenth": 10,
    "tenths": 10,
}

_ORDINAL_WORDS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
ORDINALS = {
    word: value
    for value, word in enumerate(
        _ORDINAL_WORDS.split(),
        1,
    )
} | {"debut": 1, "inaugural": 1, "final": -1, "last": -1}

TIMES = {
    "twice": 2.0,
    "thrice": 3.0,
    "double": 2.0,
    "doubled": 2.0,
    "doubling": 2.0,
    "triple": 3.0,
    "tripled": 3.0,
    "tripling": 3.0,
    "quadruple": 4.0,
    "quadrupled": 4.0,
    "twofold": 2.0,
    "threefold": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "tenfold": 10.0,
}

CURRENCY_SIGNS = {
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₩": "KRW",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "JPY": "JPY",
    "CHF": "CHF",
    "CNY": "CNY",
    "Rs": "INR",
}
CURRENCY_WORDS = {
    "dollar": "USD",
    "dollars": "USD",
    "usd": "USD",
    "bucks": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "pounds": "GBP",
    "sterling": "GBP",
    "yen": "JPY",
    "won": "KRW",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupees": "INR",
    "francs": "CHF",
    "roubles": "RUB",
    "rubles": "RUB",
    "cents": "US cent",
    "pence": "GB penny",
}

_MEASURES: dict[Sort, dict[str, float]] = {
    Sort.LENGTH: {
        "mm millimeter millimeters millimetre millimetres": 0.001,
        "cm centimeter centimeters centimetre centimetres": 0.01,
        "m meter meters metre metres": 1.0,
        "km kilometer kilometers kilometre kilometres": 1000.0,
        "inch inches": 0.0254,
        "ft foot feet": 0.3048,
        "yard yards yd": 0.9144,
        "mile miles mi": 1609.344,
    },
    Sort.MASS: {
        "mg milligram milligrams": 1e-6,
        "g gram grams gramme grammes": 0.001,
        "kg kilo kilos kilogram kilograms": 1.0,
        "tonne tonnes": 1000.0,
        "ton tons": 907.185,
        "lb lbs pound": 0.453592,
        "oz ounce ounces": 0.0283495,
    },
    Sort.AREA: {
        "sqm": 1.0,
        "ha hectare hectares": 10_000.0,
        "acre acres": 4046.86,
        "sqft": 0.092903,
        "sqkm": 1e6,
        "sqmi": 2_589_988.0,
    },
    Sort.VOLUME: {
        "ml milliliter milliliters millilitre millilitres": 0.001,
        "l liter liters litre litres": 1.0,
        "gallon gallons": 3.78541,
        "barrel barrels": 158.987,
    },
    Sort.SPEED: {"kmh kph km/h": 1.0, "mph": 1.609344, "knot knots": 1.852},
    Sort.DURATION: {
        "second seconds sec secs": 1 / 86_400,
        "minute minutes min mins": 1 / 1440,
        "hour hours hr hrs": 1 / 24,
        "day days": 1.0,
        "night nights": 1.0,
        "week weeks": 7.0,
        "fortnight fortnights": 14.0,
        "month months": 30.4375,
        "year years yr yrs": 365.25,
        "decade decades": 3652.5,
        "century centuries": 36_525.0,
    },
}
UNITS: dict[str, tuple[Sort, float, str]] = {
    word: (sort, worth, words.split()[0])
    for sort, units in _MEASURES.items()
    for words, worth in units.items()
    for word in words.split()
}
"""By word: the sort, what one is worth in the sort's base unit, and the unit's own name."""

SQUARED = {"meter": "sqm", "metre": "sqm", "foot": "sqft", "feet": "sqft", "kilometer": "sqkm"} | {
    "kilometers": "sqkm",
    "kilometre": "sqkm",
    "kilometres": "sqkm",
    "meters": "sqm",
    "metres": "sqm",
    "mile": "sqmi",
    "miles": "sqmi",
    "km": "sqkm",
    "m": "sqm",
    "ft": "sqft",
}

_MONTHS = """
january jan february feb march mar april apr may may june jun july jul august aug september sep
october oct november nov december dec
"""
MONTHS = {name: 1 + at // 2 for at, name in enumerate(_MONTHS.split())} | {"sept": 9}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue",
            "wednesday wed",
            "thursday thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
