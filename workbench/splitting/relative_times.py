"""Which words are a time seen from another: `last week`, `yesterday`, `early 2016`, `the end of May`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.ages import decade_of_life
from workbench.splitting.durations import Length
from workbench.splitting.moments import Moment
from workbench.splitting.numbers import Form

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.date_parts import Atom
    from workbench.splitting.dates import Dates
    from workbench.splitting.durations import Durations

_OF_A_DAY = frozenset(["MO", "AF", "EV", "NI", "DAWN", "DUSK"])
_ENDS = frozenset(
    ["end", "start", "beginning", "middle", "close", "midpoint", "turn", "rest", "remainder"]
)
_YEAR_KINDS = {
    "fiscal": "FY",
    "financial": "FY",
    "calendar": None,
    "academic": None,
    "school": None,
}
_WORKED = frozenset(["business", "working", "trading"])


@dataclass(frozen=True, slots=True)
class Relatives:
    """Reads times that need a reference, from a place in the tokens."""

    reader: TimeReader
    dates: Dates
    durations: Durations

    def point(self, index: int) -> Atom | None:
        """The relative time that begins at `index`."""
        return (
            self._edge(index)
            or self._day_word(index)
            or self._directed(index)
            or self._beside(index)
            or self._the_day(index)
            or self._daypart(index)
        )

    def _day_word(self, index: int) -> Atom | None:
        """`today`, `yesterday`, `tonight`, `right now`."""
        reader = self.reader
        at = reader.skipped(index + 1, "now") - 1 if reader.word(index) == "right" else index
        word = reader.word(at)
        if word == "now":
            # `now-closed` says nothing of a time
            is_prefix = reader.word(at + 1) == "-" and reader.tokens.touches(at + 1)
            return None if is_prefix else (at + 1, Moment(shift=(0, "second")))
        days = reader.words.days.get(word)
        if days is None:
            return None
        if word in ("tonight", "tonite"):
            return at + 1, Moment(shift=(0, "day"), daypart="NI")
        return at + 1, Moment(shift=(days, "day"))

    def _directed(self, index: int) -> Atom | None:
        """`last week`, `this May`, `next Christmas`, `that night`, `the same day`."""
        reader = self.reader
        direction = reader.words.directions.get(reader.word(index))
        if direction is None or not reader.is_joined(index + 1):
            return None
        if reader.is_one(index - 1, "modals") and reader.word(index) == "last":
            return None
        word, at = reader.word(index), index + 1
        told = True if reader.word(index - 1) == "the" or reader.is_one(index, "told") else None
        if reader.word(at) in ("past", "coming", "last", "same"):
            # this past week, that same day
            direction = reader.words.directions[reader.word(at)] or direction
            at += 1
        kind = reader.word(at)
        if kind in _YEAR_KINDS and reader.word(at + 1) in ("year", "quarter"):
            shift = (direction, reader.word(at + 1))
            return at + 2, Moment(shift=shift, fiscal=_YEAR_KINDS[kind], told=told)
        if kind in _WORKED and reader.word(at + 1) == "day":
            return at + 2, Moment(shift=(direction, "day"), told=told)
        unit = reader.words.units.get(kind)
        if unit is not None:
            found = self._directed_unit(index, at, direction)
            return None if found is None else (found[0], replace(found[1], told=told))
        part = reader.words.dayparts.get(kind)
        if part in _OF_A_DAY and not kind.endswith("s"):
            return at + 1, Moment(shift=(direction, "day"), daypart=part, told=told)
        found = self._named(at)
        if found is None or word == "that":
            return None
        last, moment = found
        if moment.year is not None and moment.holiday is None:
            return None
        merged = moment.merged(Moment(direction=direction, told=told))
        return None if merged is None else (last, merged)

    def _directed_unit(self, index: int, at: int, direction: int) -> Atom | None:
        """`last week`, `this quarter`, `next hour`."""
        reader = self.reader
        word, noun = reader.word(index), reader.word(at)
        unit = reader.words.units[noun]
        is_owner = noun == "years" and reader.word(index) in ("this", "last", "next")
        if (noun.endswith("s") and not is_owner) or unit in ("second", "generation", "millennium"):
            return None
        if word == "present" and unit not in ("day", "year"):
            return None
        if unit in ("minute", "hour") and word not in ("next", "last", "past", "previous"):
            return None
        if unit == "night":
            return at + 1, Moment(shift=(direction, "day"), daypart="NI")
        if unit == "weekend":
            return at + 1, Moment(weekend=True, direction=direction)
        return at + 1, Moment(shift=(direction, "week" if unit == "workweek" else unit))

    def _named(self, index: int) -> Atom | None:
        """A weekday, month, season or feast that can be the last or the next."""
        reader = self.reader
        word = reader.word(index)
        if word in reader.words.weekdays:
            weekday = Moment(weekday=reader.words.weekdays[word])
            return self.dates.date(index) or (index + 1, weekday)
        if word in reader.words.months:
            dated = self.dates.date(index)
            found = self.dates.parts.month(index)
            if dated is not None or found is None or not reader.tokens.is_capitalised(index):
                return dated
            return found[0], Moment(month=found[1])
        if word in reader.words.seasons:
            return index + 1, Moment(season=reader.words.seasons[word])
        if reader.words.holidays.starting(reader.tokens, index):
            return self.dates.date(index)
        return None

    def _edge(self, index: int) -> Atom | None:
        """`early 2016`, `late last year`, `mid-May`, `earlier this week`, `the end of the month`."""
        reader = self.reader
        word = reader.word(index)
        edge = reader.words.edges.get(word)
        if edge is None or not reader.is_joined(index + 1):
            return None
        if word in _ENDS:
            if reader.word(index + 1) != "of":
                return None
            at = reader.skipped(index + 2, "the")
            inner = self._inner(at) or self._unit_of(at)
        else:
            inner = self._after_edge(index)
        if inner is None or inner[1].edge is not None or inner[1].hour is not None:
            return None
        return inner[0], replace(inner[1], edge=edge)

    def _after_edge(self, index: int) -> Atom | None:
        """What `early` stands before, with its preposition: `early in the day Wednesday`."""
        reader = self.reader
        at = reader.skipped(index + 1, "-", "‑")
        at = reader.skipped(at, "in", "on", "at")
        at = reader.skipped(at, "the")
        inner = self._inner(at)
        if inner is not None or reader.word(at - 1) != "the":
            return inner
        unit = self._unit_of(at)
        if unit is None or reader.word(at - 2) not in ("in", "on"):
            return None
        nested = self._inner(unit[0])
        if nested is None or nested[1].shift is not None:
            return unit
        return nested

    def _unit_of(self, index: int) -> Atom | None:
        """The bare unit of `the end of the month`."""
        reader = self.reader
        noun = reader.word(index)
        unit = reader.words.units.get(noun)
        if unit is None or noun.endswith("s") or unit in ("hour", "minute", "second", "generation"):
            return None
        return index + 1, Moment(shift=(0, unit))

    def _inner(self, index: int) -> Atom | None:
        """What an edge may stand before."""
        reader = self.reader
        if not reader.is_joined(index):
            return None
        dated = self.dates.date(index)
        if dated is not None:
            return dated
        year = self.dates.parts.year(index)
        if year is not None:
            return year[0], Moment(year=year[1])
        word = reader.word(index)
        month = self.dates.parts.month(index)
        if month is not None:
            return month[0], Moment(month=month[1])
        if word in reader.words.seasons:
            return index + 1, Moment(season=reader.words.seasons[word])
        if word in reader.words.decades and decade_of_life(reader.reading, index) is None:
            return index + 1, Moment(decade=1900 + reader.words.decades[word])
        part = reader.words.dayparts.get(word)
        if part in _OF_A_DAY:
            return index + 1, Moment(daypart=part)
        return self._day_word(index) or self._directed(index)

    def _beside(self, index: int) -> Atom | None:
        """`day before yesterday`, `day after tomorrow`."""
        reader = self.reader
        if reader.word(index) != "day" or reader.word(index + 1) not in ("before", "after"):
            return None
        step = -1 if reader.word(index + 1) == "before" else 1
        found = self._day_word(index + 2)
        if found is None or found[1].shift is None:
            return None
        return found[0], Moment(shift=(found[1].shift[0] + step, "day"))

    def _the_day(self, index: int) -> Atom | None:
        """`the day`, `year before` and `day after` in `the year before`."""
        reader = self.reader
        if reader.word(index) not in ("day", "week", "month", "year", "night"):
            return None
        if reader.word(index - 1) != "the":
            return None
        unit, after = reader.word(index), reader.word(index + 1)
        if reader.word(index + 2) == {"before": "last", "after": "next"}.get(after):
            step = -2 if after == "before" else 2
            part = "NI" if unit == "night" else None
            return index + 3, Moment(shift=(step, "day" if part else unit), daypart=part)
        if after in ("before", "after", "earlier"):
            step = 1 if after == "after" else -1
            part = "NI" if unit == "night" else None
            return index + 2, Moment(shift=(step, "day" if part else unit), daypart=part, told=True)
        ends = not reader.is_joined(index + 1) or not after[0].isalnum()
        is_framed = reader.word(index - 2) in ("of", "for", "in", "during")
        if ends and is_framed and unit != "night":
            return index + 1, Moment(shift=(0, unit), told=True)
        return None

    def _daypart(self, index: int) -> Atom | None:
        """`the morning`, `at night`, `overnight`, `at dawn`."""
        reader = self.reader
        word = reader.word(index)
        part = reader.words.dayparts.get(word)
        if part is None:
            return None
        if word == "night" and reader.word(index + 1) == "-" and reader.word(index + 2) == "time":
            return index + 3, Moment(daypart="NT")
        before, after = reader.word(index - 1), reader.word(index + 1)
        is_dawn = part in ("DAWN", "DUSK") and after == "of"
        if is_dawn:
            return None
        if word == "overnight" or (before == "the" and after in ("of", "after", "before")):
            return index + 1, Moment(daypart=part)
        is_meal = part.startswith("ME")
        if is_meal and (word in ("breakfast", "dinner", "brunch") or before in ("in", "after")):
            return None
        if reader.is_one(index - 1, "daypart_before"):
            return index + 1, Moment(daypart=part)
        if before in ("the", "late", "early") and reader.is_one(
            index - 2, "daypart_article_before"
        ):
            return index + 1, Moment(daypart=part)
        return None

    def counted(self, index: int) -> Length | None:
        """`last 30 years`, `next few weeks`, `recent years`, `3 next weeks`."""
        reader = self.reader
        if not reader.is_joined(index + 1):
            return None
        at = index + 1
        if reader.word(index) == "recent":
            found = self.durations.length(at)
            return replace(found, first=index) if found is not None and not found.parts else None
        if not reader.is_one(index, "counting_directions"):
            return self._counted_after(index)
        if reader.is_one(index - 1, "modals") or reader.word(at) in ("a", "an", "one"):
            return None
        numeral = reader.numeral(at)
        if numeral is not None and numeral.form is Form.ORDINAL:
            return None
        found = self.durations.length(at) or self._quarters(at)
        if found is None:
            return None
        # `the last months of his life`
        if (not found.parts and reader.word(index) in ("first", "final", "following", "last")) and (
            reader.word(found.last) != "of" or reader.word(index) == "following"
        ):
            return None
        return replace(found, first=index)

    def _quarters(self, index: int) -> Length | None:
        """`two quarters`, which elsewhere are a half."""
        numeral = self.reader.numeral(index)
        if numeral is None or numeral.form is not Form.SHARE:
            return None
        if self.reader.word(numeral.last - 1) != "quarters":
            return None
        return Length(index, numeral.last, ((round(numeral.value * 4), "quarter"),))

    def _counted_after(self, index: int) -> Length | None:
        """`3 next weeks`."""
        reader = self.reader
        numeral = reader.numeral(index)
        if numeral is None or numeral.form is not Form.CARDINAL:
            return None
        if reader.word(numeral.last) not in ("next", "last", "past", "previous"):
            return None
        unit = self.durations.unit(numeral.last + 1)
        if unit is None or not reader.word(unit[0] - 1).endswith("s"):
            return None
        return Length(index, unit[0], ((numeral.value, unit[1]),))
