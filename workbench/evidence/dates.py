"""Finds days, months, years, weekdays and clock times in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.evidence.stated import Sort, Stated
from workbench.evidence.units import MONTHS, ORDINALS, WEEKDAYS
from workbench.model import Approximation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)\.?"
)
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>1\d{3}|20\d\d)\b"
_RANGE_END = r"(?:\s*[-–—]\s*(?P<last>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b)?"
_DATES = re.compile(
    rf"\b(?:{_MONTH}\s+{_DAY}{_RANGE_END}(?:,?\s+{_YEAR})?"
    rf"|(?P<day2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH.replace('month', 'month2')}(?:,?\s+{_YEAR.replace('year', 'year2')})?"
    rf"|{_MONTH.replace('month', 'month3')}(?:\s+of)?,?\s+{_YEAR.replace('year', 'year3')}"
    rf"|(?P<year4>1\d{{3}}|20\d\d)-(?P<month4>0[1-9]|1[0-2])-(?P<day4>[0-3]\d)(?!\d)"
    rf"|(?P<month5>January|February|March|April|June|July|August|September|October|November|December)\b"
    rf"|(?<=\bin\s)(?P<month6>May)\b)"
)
_PLACE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|" + "|".join(w for w, n in ORDINALS.items() if n > 1) + r"|first)"
)
_CENTURY = re.compile(
    rf"\b(?P<first>{_PLACE})-?(?:\s*(?:and|to|or|[-–])\s*(?:(?:the|early|mid|late)[\s-]+)*(?P<last>{_PLACE}))?"
    r"[\s-]+centur(?:y|ies)\b(?P<bc>\s+B\.?C\.?)?",
    re.IGNORECASE,
)
_DECADE = re.compile(r"(?<![\d$€£¥.,])(?P<year>1\d{2}0|20\d0)['’]?s\b")
_YEARS = re.compile(
    r"(?<![\d$€£¥.,/-])(?P<first>1[0-9]\d\d|20\d\d)(?:\s*[–—/-]\s*(?P<last>1[0-9]\d\d|20\d\d|\d\d)\b)?(?![\d%]|[.,]\d|['’]?s\b|-\w)"
)
_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:[#$€£¥]|\b(?:No|nos?|about|over|than|least|nearly|almost|page|room|flight|channel|route)\.?)\s*$",
    re.IGNORECASE,
)
_NOT_A_YEAR_AFTER = re.compile(
    r"\s*(?:%|per\s?cent\b|people|men\b|women|workers|lines|words|metres|meters|feet|ft\b|miles|km\b|kg\b|tons|tonnes|dollars|euros|votes|seats|square|sq\b|acres|troops|copies|students|members|employees|users|points|hours|deaths|cases|million|billion|GMT|[ap]\.?m\b|Hz|MHz)",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:before|until|till|by|pre-?)\s*$", re.IGNORECASE)
_LATER = re.compile(r"\b(?:after|since|post-?)\s*$", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b")
_WEEKDAY_BEFORE = re.compile(
    r"\b(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=[.,]))[.,]?,? $"
)
_CLOCK = re.compile(
    r"(?<![\d.,:$€£])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?m\b\.?"
    r"|(?<![\d.,:$€£])(?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)(?!\d|:\d)"
    r"|\b(?P<word>noon|midnight)\b",
    re.IGNORECASE,
)


def dates(text: str) -> Iterator[Stated]:
    """The dates and times of `text`; where one lies inside another, the longer comes first."""
    for match in _DATES.finditer(text):
        yield _date(match)
    for match in _CENTURY.finditer(text):
        yield _century(match)
    for match in _DECADE.finditer(text):
        first = int(match["year"])
        # `the 1900s` is a century as often as a decade
        yield Stated(
            _span(match), Sort.YEAR, first, first + (99 if first % 100 == 0 else 9), unit="decade"
        )
    for match in _YEARS.finditer(text):
        if not _NOT_A_YEAR_BEFORE.search(text, max(0, match.start() - 12), match.start()) and not (
            _NOT_A_YEAR_AFTER.match(text, match.end())
        ):
            yield _years(match)
    for match in _WEEKDAY.finditer(text):
        number = WEEKDAYS[match["day"].lower()]
        yield Stated(_span(match), Sort.WEEKDAY, number, number)
    for match in _CLOCK.finditer(text):
        yield _clock(match)


def _date(match: re.Match[str]) -> Stated:
    groups = match.groupdict()

    def first(name: str) -> str:
        return next(
            (
                groups[key]
                for key in (name, *(f"{name}{n}" for n in range(2, 7)))
                if groups.get(key)
            ),
            "",
        )

    month = first("month").lower()
    number = int(month) if month.isdigit() else MONTHS[month]
    year = int(first("year") or 0)
    day = int(first("day") or 0)
    low = year * 10_000.0 + number * 100 + day
    named = _WEEKDAY_BEFORE.search(match.string[max(0, match.start() - 14) : match.start()])
    span = Span(match.start() - len(named.group()), match.end()) if named else _span(match)
    return Stated(
        span,
        Sort.DAY,
        low,
        low,
        hedge=_relation(match),
        month=number,
        day=day,
        year=year,
        weekday=WEEKDAYS[named["day"].lower()] if named else None,
    )


def _century(match: re.Match[str]) -> Stated:
    first, last = (_place(match[name] or match["first"]) for name in ("first", "last"))
    low, high = (
        (-100 * first, -100 * last + 100) if match["bc"] else (100 * (first - 1), 100 * last)
    )
    return Stated(_span(match), Sort.YEAR, min(low, high), max(low, high), unit="century")


def _place(words: str) -> int:
    return ORDINALS.get(words.lower()) or int(words.rstrip("stndrhSTNDRH"))


def _years(match: re.Match[str]) -> Stated:
    first = int(match["first"])
    last = first
    if match["last"]:
        last = int(match["last"])
        if last < 100:
            last += first - first % 100
    last = max(last, first)
    return Stated(_span(match), Sort.YEAR, first, last, hedge=_relation(match), year=first)


def _relation(match: re.Match[str]) -> Approximation | None:
    """`before 1531` holds for every earlier year, `since 1989` for every later one."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    if _EARLIER.search(before):
        return Approximation.UNDER
    return Approximation.OVER if _LATER.search(before) else None


def _clock(match: re.Match[str]) -> Stated:
    if match["word"]:
        minutes = 720 if match["word"].lower() == "noon" else 0
        return Stated(_span(match), Sort.CLOCK, minutes, minutes, half_day="24")
    hour = int(match["hour"] or match["hour2"])
    minutes = int(match["minute"] or match["minute2"] or 0)
    half = f"{match['half'].lower()}m" if match["half"] else ""
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif hour > 12:
        half = "24"
    minutes += 60 * hour
    return Stated(_span(match), Sort.CLOCK, minutes, minutes, half_day=half)


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
