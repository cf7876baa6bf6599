"""How a date and a time of day are joined into one time: `Friday at 5 p.m.`, `2:30 the next day`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.clocks import Clocks, in_part
from workbench.splitting.dates import Dates
from workbench.splitting.durations import Durations
from workbench.splitting.moments import Moment
from workbench.splitting.nouns import looks_plural
from workbench.splitting.relative_times import Relatives

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.date_parts import Atom

_MOST_PARTS = 4
_OPENERS = frozenset(["(", "["])
_PAUSES = (",", "-", "–", "—", "@", ":")
_SYMBOLS_BEFORE = frozenset("$€£#/._@°")
_SYMBOLS_AFTER = frozenset("%°/_'@")


@dataclass(frozen=True, slots=True)
class Points:
    """Reads one point or stretch of time from a place in the tokens."""

    reader: TimeReader
    dates: Dates
    clocks: Clocks
    durations: Durations
    relatives: Relatives

    @classmethod
    def over(cls, reader: TimeReader) -> Points:
        dates, durations = Dates.over(reader), Durations(reader)
        relatives = Relatives(reader, dates, durations)
        return cls(reader, dates, Clocks(reader), durations, relatives)

    def point(self, index: int, *, is_after_at: bool = False) -> Atom | None:
        """A date, a time of day, or both joined."""
        atom = self.atom(index, is_after_at=is_after_at)
        return None if atom is None else self.completed(*atom)

    def completed(self, last: int, moment: Moment) -> Atom:
        """The time with every further part that belongs to it."""
        for _ in range(_MOST_PARTS):
            joined = self.joined(last, moment)
            if joined is None:
                break
            last, moment = joined
        return last, moment

    def atom(self, index: int, *, is_after_at: bool = False) -> Atom | None:
        """The smallest time that begins at `index`."""
        reader = self.reader
        word = reader.word(index)
        if word in ("a", "an", "some", "one", "another", "each", "every"):
            is_clock = word in ("a", "one")
            return self.clocks.clock(index, is_after_at=is_after_at) if is_clock else None
        clock = self.clocks.clock(index, is_after_at=is_after_at)
        date = self.dates.date(index)
        if clock is not None and (date is None or clock[0] > date[0]):
            return clock
        return date or self.relatives.point(index) or clock or self.year(index)

    def year(self, index: int) -> Atom | None:
        """A bare year, where its company says it is one."""
        found = self.dates.parts.year(index)
        if found is None or not self._is_year(index, *found):
            return None
        return found[0], Moment(year=found[1])

    def _is_year(self, index: int, last: int, year: int) -> bool:
        reader = self.reader
        tokens = reader.tokens
        before, after = reader.word(index - 1), reader.word(last)
        if not tokens.written(index).isdecimal():
            return reader.is_one(index - 1, "year_words_before")
        if tokens.touches(index) and (before in _SYMBOLS_BEFORE or before[-1:].isalpha()):
            return False
        if tokens.touches(index) and before == "=" and reader.word(index - 2) not in "<>":
            return False
        if self._is_season(last, year):
            return True
        if tokens.touches(last) and (after in _SYMBOLS_AFTER or after[:1].isalpha()):
            return False
        if (
            after in reader.words.units
            or after in reader.reading.grammar.words.scales
            or reader.is_one(last, "year_not_before")
        ):
            return False
        if reader.is_one(index - 1, "range") or reader.is_one(index - 1, "year_joints"):
            earlier = self.dates.parts.year(index - 2)
            if earlier is not None and earlier[0] == index - 1:
                return True
            if tokens.touches(index) and before in "-–":
                return False
        # 2015-1-32 is no year, 2015-16 and 2015-2018 are
        if (tokens.touches(last) and after == "-" and tokens.touches(last + 1)) and (
            reader.word(last + 1).isdecimal() and len(reader.word(last + 1)) == 1
        ):
            return False
        counts = self.counts_noun(last) and not (1900 <= year <= 2035 and year % 100)
        if before == "in" and counts and index - 2 in reader.reading.numeral_at:
            # `2 in 1000 births`
            return False
        if before == "." and reader.word(index - 2) in ("c", "ca"):
            return True
        if reader.is_one(index - 1, "year_before"):
            return not (counts and reader.is_one(index - 1, "year_before_unsure"))
        is_recent = 1800 <= year <= 2060
        if before in _OPENERS or after in (")", "]"):
            return is_recent
        is_named = tokens.is_capitalised(index - 1) and reader.is_joined(index)
        if counts or (is_named and before not in reader.reading.lexicon.words("closed")):
            return False
        return is_recent and not (reader.is_joined(last) and after[:1].isdigit())

    def _is_season(self, index: int, year: int) -> bool:
        """Does the next year in two digits follow: `1848/49`?"""
        tokens = self.reader.tokens
        if tokens.word(index) != "/" or not (tokens.touches(index) and tokens.touches(index + 1)):
            return False
        ends = not tokens.touches(index + 2) or not tokens.word(index + 2)[0].isalnum()
        return ends and tokens.word(index + 1) == f"{(year + 1) % 100:02d}"

    def counts_noun(self, index: int) -> bool:
        """Does a plural follow that the number would count?"""
        reader = self.reader
        lexicon = reader.reading.lexicon
        for at in range(index, index + 3):
            word = reader.word(at)
            if not reader.is_joined(at) or not word[:1].isalpha():
                return False
            if word in lexicon.words("closed"):
                return False
            if word in lexicon.words("plurals") or looks_plural(word):
                return not reader.tokens.is_capitalised(at)
            if word in reader.reading.grammar.words.scales or word.endswith(("ed", "ing")):
                return False
        return False

    def joined(self, last: int, moment: Moment) -> Atom | None:
        """The time with one more part that belongs to it."""
        reader = self.reader
        if not reader.is_joined(last):
            return None
        if reader.word(last) == "'s":
            return self._owned(last, moment)
        at = last
        if reader.word(at) == "t" and reader.tokens.touches(at) and reader.tokens.touches(at + 1):
            # 2016-09-28T13:30
            clock = self.clocks.clock(at + 1)
            return None if clock is None else self._fused((last, moment), clock, "at", opened=False)
        opened = reader.word(at) in _OPENERS
        at = at + 1 if opened else reader.skipped(at, *_PAUSES)
        joint = ""
        if reader.is_one(at, "joints") and reader.is_joined(at):
            joint = reader.word(at)
            if not self._may_join(joint, moment, at + 1):
                return None
            at = reader.skipped(at + 1, "the")
        if not reader.is_joined(at):
            return None
        is_hour = reader.is_one(at - 1, "hour_joints") or reader.word(last) == "@"
        found = self.atom(at, is_after_at=is_hour)
        if found is None and names_day(moment) and at == last:
            # today pm
            meridian = self.clocks.meridian(at)
            if meridian is not None:
                part = "AF" if meridian[1] else "MO"
                return self._fused(
                    (last, moment), (meridian[0], Moment(daypart=part)), "", opened=opened
                )
        if found is None:
            noun = reader.words.dayparts.get(reader.word(at))
            if noun is None or at > last + 2 or noun.startswith("ME"):
                return None
            found = at + 1, Moment(daypart=noun)
        return self._fused((last, moment), found, joint, opened=opened)

    def _may_join(self, joint: str, moment: Moment, after: int) -> bool:
        if joint in ("at", "around", "about", "by", "for") and moment.hour is not None:
            return False
        if joint == "of":
            has_clock = moment.daypart is not None or moment.hour is not None
            is_of_week = moment.weekday is not None and self.reader.word(after + 1) == "week"
            is_of_year = self.reader.word(after) in self.reader.words.directions and (
                self.reader.word(after + 1) == "year"
            )
            is_part = any((moment.month, moment.quarter, moment.half, moment.season))
            is_within = is_of_week or (is_of_year and is_part and moment.year is None)
            return has_clock or moment.nth is not None or is_within
        return joint not in ("by", "for") or moment.hour is not None or moment.has_date

    def _owned(self, last: int, moment: Moment) -> Atom | None:
        """`next year's first quarter`."""
        if moment.shift is None or moment.shift[1] != "year":
            return None
        quarter = self.dates.periods.quarter(last + 1)
        merged = quarter[1].merged(moment) if quarter is not None else None
        return (quarter[0], merged) if quarter and merged else None

    def _fused(self, before: Atom, after: Atom, joint: str, *, opened: bool) -> Atom | None:
        """The two moments as one, if they can be."""
        (last, moment), (end, more) = before, after
        if not _may_fuse(moment, more):
            return None
        pauses = self.reader.word(last) == "," or opened
        if (
            pauses
            and joint not in ("at", "on")
            and moment.has_date
            and more.has_date
            and not opened
        ):
            # `Monday, Tuesday` and `1997, 1998` are two times
            completes = (moment.weekday and more.day) or (more.weekday and moment.day)
            if not completes:
                return None
        if joint in ("for", "by") and more.hour is None:
            return None
        if moment.daypart and more.hour is not None:
            more = in_part(more, moment.daypart)
            moment = replace(moment, daypart=None)
        elif more.daypart and moment.hour is not None:
            moment = in_part(moment, more.daypart)
            more = replace(more, daypart=None)
        merged = moment.merged(more)
        if merged is None:
            return None
        if opened:
            if self.reader.word(end) not in (")", "]"):
                return None
            end += 1
        return end, merged


def _may_fuse(moment: Moment, more: Moment) -> bool:
    """Can the two be parts of one time?"""
    if (moment.daypart or "").startswith("ME") or (more.daypart or "").startswith("ME"):
        return False
    if moment.edge and more.edge:
        return False
    if moment.shift is not None and more.shift is not None:
        return False
    if moment.hour is not None and more.hour is not None:
        return False
    if moment.daypart and more.daypart:
        return False
    if moment.has_clock and more.has_date and not moment.has_date:
        return names_day(more)
    if more.has_clock and moment.has_date and not more.has_date:
        return names_day(moment)
    if more.year is not None and more.month is None and moment.has_date:
        return False
    if moment.has_date and more.has_date and not (moment.shift is None and more.shift is None):
        unit = (moment.shift or more.shift or (0, ""))[1]
        dated = moment if moment.shift is None else more
        if unit in ("month", "week") and dated.month is not None:
            return False
        if unit == "year":
            return any((dated.month, dated.season, dated.holiday, dated.quarter, dated.nth))
        if unit == "month" and dated.nth is not None:
            return True
        return dated.weekday is not None or dated.day is not None
    return True


def names_day(moment: Moment) -> bool:
    """Does the date name a day, on which something can be at an hour?"""
    if moment.shift is not None and moment.shift[1] in ("day", "hour", "minute", "second"):
        return True
    return any((moment.day, moment.weekday, moment.holiday, moment.weekend))
