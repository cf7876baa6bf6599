"""Decides which news agency a text says it comes from: by its dateline, its byline or its last lines."""

from __future__ import annotations

import re

HEAD_LINES = 8
"""Lines with words at the start of a text in which a byline stands: behind title, kicker and lead."""

FOOT_LINES = 4
"""Lines with words at its end in which a credit stands."""

LONGEST_CREDIT = 90
"""Characters of a line that credits somebody; longer ones tell about the agency."""

DATELINE_WITHIN = 1500
"""Characters within which the dateline of a story stands, behind whatever its page says first."""

_AGENCIES = {
    "AAP": ("Australian Associated Press", "AAP"),
    "AFP": ("Agence France-Presse", "Agence France Presse", "AFP"),
    "ANI": ("Asian News International", "ANI"),
    "ANSA": ("Agenzia ANSA", "ANSA"),
    "AP": ("Associated Press", "AP News", "AP"),
    "APA": ("Austria Presse Agentur", "APA"),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansı", "Anadolu"),
    "Belga": ("Belga News Agency", "Belga"),
    "Bloomberg": ("Bloomberg News", "Bloomberg"),
    "CNA": ("Central News Agency", "CNA"),
    "CP": ("Canadian Press", "CP"),
    "dpa": ("Deutsche Presse-Agentur", "dpa"),
    "EFE": ("Agencia EFE", "EFE"),
    "Interfax": ("Interfax",),
    "Jiji": ("Jiji Press", "Jiji"),
    "KCNA": ("Korean Central News Agency", "KCNA"),
    "Kyodo": ("Kyodo News", "Kyodo"),
    "NTB": ("Norsk Telegrambyrå", "NTB"),
    "PA": ("PA Media", "Press Association", "PA"),
    "PTI": ("Press Trust of India", "PTI"),
    "Reuters": ("Thomson Reuters", "Reuters"),
    "Ritzau": ("Ritzau",),
    "TASS": ("TASS",),
    "TT": ("TT News Agency", "TT"),
    "UPI": ("United Press International", "UPI"),
    "Xinhua": ("Xinhua News Agency", "Xinhua"),
    "Yonhap": ("Yonhap News Agency", "Yonhap News", "Yonhap"),
}
"""Short name, and the names that stand in credits, the longest first."""

_SHORT_OF = {name: short for short, names in _AGENCIES.items() for name in names}
_NAMES = "|".join(re.escape(name) for name in sorted(_SHORT_OF, key=len, reverse=True))
_DATELINE = re.compile(rf"\((?:the )?({_NAMES})\)\s*(?:[-–—:]|\n)")
# `By` and `BY` alike, but `AP` is no `ap`
_CREDIT = re.compile(
    rf"""
    (?i:by|from|source|sources|credit|text|story|via|photo|©|\(c\)|copyright(?:\ \d{{4}})?)
    [:\s]\s*(?:[^,|/]{{1,60}}[,|/]\s*|\d{{4}}\s+)?(?:[Tt]he\ )?({_NAMES})\.?
    |[^,|/]{{1,60}}[,|/]\s*(?:[Tt]he\ )?({_NAMES})
    |(?:[Tt]he\ )?({_NAMES})(?:\s*(?:[-–—|/,]|\ contributed).*)?
    """,
    re.VERBOSE,
)


def credited_agency(text: str) -> str | None:
    """The short name of the agency that `text` credits; None where it credits none."""
    dateline = _DATELINE.search(text, 0, DATELINE_WITHIN)
    if dateline:
        return _SHORT_OF[dateline[1]]
    for line in _outer_lines(text):
        credit = _CREDIT.fullmatch(line.strip()) if len(line) <= LONGEST_CREDIT else None
        if credit:
            return _SHORT_OF[next(filter(None, credit.groups()))]
    return None


def _outer_lines(text: str) -> list[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) <= HEAD_LINES + FOOT_LINES:
        return lines
    return lines[:HEAD_LINES] + lines[-FOOT_LINES:]
