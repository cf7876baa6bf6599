"""Which words are a time of day: `22:30`, `6 p.m.`, `half past eight`, `noon`, `seven in the evening`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.splitting.moments import Moment
from workbench.splitting.numbers import Form

if TYPE_CHECKING:
    from workbench.splitting.calendar_words import TimeReader
    from workbench.splitting.date_parts import Atom

_NOT_BEFORE = frozenset(":/$€£.~_@#=&")
_LATE_PARTS = frozenset(["AF", "EV", "NI"])


@dataclass(frozen=True, slots=True)
class Clocks:
    """Reads times of day from a place in the tokens."""

    reader: TimeReader

    def clock(self, index: int, *, is_after_at: bool = False) -> Atom | None:
        """The time of day that begins at `index`; a bare hour counts only after `at`."""
        reader = self.reader
        named = reader.words.clock_words.get(reader.word(index))
        if named is None and reader.word(index) in ("12", "twelve") and reader.is_joined(index + 1):
            # 12 noon
            later = reader.words.clock_words.get(reader.word(index + 1))
            if later is not None:
                return self._zoned(index + 2, Moment(hour=int(later[:2]), is_24h=True))
        if named is not None:
            hour, _, minute = named.partition(":")
            return self._zoned(index + 1, Moment(hour=int(hour), minute=int(minute), is_24h=True))
        if reader.word(index) in ("mid", "high") and reader.word(
            reader.skipped(index + 1, "-")
        ) in ("night", "noon", "day"):
            at = reader.skipped(index + 1, "-")
            if (reader.word(index) == "high") != (reader.word(at) == "noon"):
                return None
            return at + 1, Moment(
                hour=0 if reader.word(at) == "night" else 12, minute=0, is_24h=True
            )
        found = (
            self._past(index)
            or self._digits(index)
            or self._military(index)
            or self._hour(index, is_after_at)
        )
        if found is None:
            return None
        return self._zoned(*self._in_daypart(*found))

    def meridian(self, index: int) -> tuple[int, bool] | None:
        """`a.m.`, `pm`, `p m`: where it ends, and is it after noon."""
        reader = self.reader
        at = index + (reader.word(index) == "." and reader.tokens.touches(index))
        if not reader.is_joined(at):
            return None
        word = reader.word(at)
        if word in ("a", "p"):
            if reader.word(at + 1) in ("m", "m.") and reader.is_joined(at + 1):
                return at + 2, word == "p"
            spaced = [reader.word(at + step) for step in range(1, 4)]
            if spaced == [".", "m", "."] and not reader.tokens.touches(at + 1):
                return at + 4, word == "p"
            is_hour = reader.tokens.touches(at) and reader.is_one(index - 2, "hour_before")
            return (at + 1, word == "p") if is_hour else None
        if reader.is_one(at, "meridian_morning") or reader.is_one(at, "meridian_evening"):
            last = at + 1
            if reader.tokens.touches(last) and reader.word(last)[0].isalnum():
                return None
            return last, reader.is_one(at, "meridian_evening")
        return None

    def _set(self, hour: int, minute: int | None, second: int | None, index: int) -> Atom | None:
        """An hour with its minutes, and a.m. or p.m. where it is said."""
        meridian = self.meridian(index)
        if (minute or 0) > 59 or (second or 0) > 59:
            return None
        if meridian is not None:
            last, is_late = meridian
            if not 1 <= hour <= 12:
                if hour > 23 or (hour > 12) != is_late:
                    return None
                return last, Moment(hour=hour, minute=minute, second=second, is_24h=True)
            return last, Moment(
                hour=hour % 12 + 12 * is_late, minute=minute, second=second, is_24h=True
            )
        if hour > 24 or (hour == 24 and minute):
            return None
        sure = True if hour > 12 or hour == 0 else None
        return index, Moment(hour=hour % 24, minute=minute, second=second, is_24h=sure)

    def _digits(self, index: int) -> Atom | None:
        """`22:30`, `8:00:31am`, `2.30pm`, `14h30`."""
        reader = self.reader
        written = reader.tokens.written(index)
        if not written[:1].isdigit() or self._touches_code(index):
            return None
        if written.isdecimal() and len(written) <= 2:
            joint, minute = reader.word(index + 1), reader.tokens.written(index + 2)
            if (
                joint in (":", "h")
                and reader.tokens.touches(index + 1)
                and reader.tokens.touches(index + 2)
            ):
                if len(minute) != 2 or not minute.isdecimal():
                    return None
                second, last = None, index + 3
                third = reader.tokens.written(index + 4)
                if (
                    reader.word(index + 3) == ":"
                    and reader.tokens.touches(index + 4)
                    and len(third) == 2
                    and third.isdecimal()
                ):
                    second, last = int(third), index + 5
                elif reader.word(index + 3) == ":" and reader.tokens.touches(index + 3):
                    return None
                return self._set(int(written), int(minute), second, last)
        found = self.dotted(index)
        is_said = found is not None and (found[0] > index + 1 or self._is_at(index))
        return found if is_said else None

    def dotted(self, index: int) -> Atom | None:
        """`2.30pm`, and `9.30` where it is known to be a time."""
        written = self.reader.tokens.written(index)
        hour, dot, minute = written.partition(".")
        if not dot or not hour.isdecimal() or not minute.isdecimal():
            return None
        if len(minute) != 2 or len(hour) > 2 or int(hour) > 24:
            return None
        return self._set(int(hour), int(minute), None, index + 1)

    def _is_at(self, index: int) -> bool:
        """Does `at` stand before a dotted time, and nothing after it that it could count?"""
        reader = self.reader
        after = reader.word(index + 1)
        if reader.word(index - 1) != "at":
            return False
        ends = not reader.is_joined(index + 1) or not after[0].isalnum()
        named = reader.tokens.is_capitalised(index + 1)
        return (
            ends or named or reader.is_one(index + 1, "after_hour") or after in reader.words.zones
        )

    def _military(self, index: int) -> Atom | None:
        """`0730 hours`, `1400 GMT`, `0930` with a leading zero."""
        reader = self.reader
        written = reader.tokens.written(index)
        if len(written) in (3, 4) and written.isdecimal() and self.meridian(index + 1) is not None:
            # 340pm, 1140 a.m.
            is_sure = reader.tokens.touches(index + 1) or reader.word(index + 1) in ("a.m.", "p.m.")
            return (
                self._set(int(written[:-2]), int(written[-2:]), None, index + 1)
                if is_sure
                else None
            )
        if len(written) != 4 or not written.isdecimal():
            return None
        hour, minute = int(written[:2]), int(written[2:])
        if hour > 23 or minute > 59:
            return None
        after = reader.word(index + 1)
        if after in ("hours", "hrs") and reader.is_joined(index + 1):
            return index + 2, Moment(hour=hour, minute=minute, is_24h=True)
        if after in ("gmt", "utc", "z") or (after == "local" and reader.word(index + 2) == "time"):
            return index + 1, Moment(hour=hour, minute=minute, is_24h=True)
        if (
            written[0] == "0"
            and hour
            and (
                reader.word(index - 1) in ("between", "at", "by", "from")
                or (reader.word(index - 1) in ("-", "–") and len(reader.word(index - 2)) == 4)
            )
        ):
            return index + 1, Moment(hour=hour, minute=minute)
        return None

    def _touches_code(self, index: int) -> bool:
        """Do the digits touch a sign that makes them a price, a path or a part of another number?"""
        tokens = self.reader.tokens
        return tokens.touches(index) and tokens.word(index - 1) in _NOT_BEFORE

    def hour_number(self, index: int) -> tuple[int, int] | None:
        """An hour from 1 to 12 (24 in digits)."""
        reader = self.reader
        numeral = reader.numeral(index)
        if numeral is None or numeral.form is not Form.CARDINAL:
            return None
        if numeral.in_digits:
            written = reader.tokens.written(index)
            if len(written) <= 2 and written.isdecimal() and int(written) <= 24:
                return index + 1, int(written)
            return None
        units = reader.reading.grammar.words.units.get(reader.word(index))
        return (index + 1, int(units)) if units and 1 <= units <= 12 else None

    def _hour(self, index: int, is_after_at: bool) -> Atom | None:
        """`6 p.m.`, `five o'clock`, `seven twenty-seven`, `11ish`, `8 in the evening`."""
        reader = self.reader
        found = self.hour_number(index)
        if found is None or self._touches_code(index):
            return None
        last, hour = found
        if self.meridian(last) is not None and 0 < hour <= 24:
            if reader.word(last) == "a" and not reader.tokens.touches(last):
                return None
            return self._set(hour, None, None, last)
        if not reader.is_joined(last):
            return (last, Moment(hour=hour, minute=None)) if is_after_at else None
        if reader.word(last) in ("o'clock", "oclock"):
            return self._set(hour, None, None, last + 1)
        ish = last + (reader.word(last) == "-" and reader.tokens.touches(last))
        if reader.word(ish) == "ish" and reader.tokens.touches(ish):
            return ish + 1, Moment(hour=hour % 24, minute=None)
        minutes = self._spoken_minutes(last)
        if minutes is not None:
            end, minute = minutes
            meridian = self.meridian(end)
            if meridian is not None or is_after_at or reader.word(end) == "in":
                return self._set(hour, minute, None, end)
            if (
                reader.word(index - 1)
                in ("from", "between", "until", "till", "to", "by", "before", "after")
                and end - last > 0
            ):
                return end, Moment(hour=hour % 24, minute=minute)
            if reader.word(last) == "-" and reader.word(end) in ("tomorrow", "today", "tonight"):
                return end, Moment(hour=hour % 24, minute=minute)
        part = self._daypart_after(last)
        if part is not None:
            return last, Moment(hour=hour % 24, minute=None)
        # `left school at 14` says no hour
        if is_after_at and hour <= 12 and self._may_stand(last):
            return last, Moment(hour=hour % 24, minute=0)
        return None

    def _may_stand(self, index: int) -> bool:
        """May a bare hour after `at` end here? `at 7 on Friday`, not `at 7 places`."""
        reader = self.reader
        word = reader.word(index)
        if not reader.is_joined(index) or not word[0].isalnum():
            return word not in ("%", "-", "–", "/", "°", "€", "+", ":")
        words = reader.words
        is_time = word in words.weekdays or word in words.zones or word in words.months
        return is_time or reader.is_one(index, "after_hour")

    def _spoken_minutes(self, index: int) -> tuple[int, int] | None:
        """`-thirty`, `twenty-seven`, `forty-three minutes`, `oh five`."""
        reader = self.reader
        at = index + (reader.word(index) == "-")
        if reader.word(at) in ("oh", "o"):
            unit = reader.reading.grammar.words.units.get(reader.word(at + 1), 0)
            return (at + 2, int(unit)) if 0 < unit < 10 else None
        numeral = reader.numeral(at)
        if numeral is None or numeral.in_digits or numeral.form is not Form.CARDINAL:
            return None
        if not 10 <= numeral.value <= 59 or not reader.is_joined(at):
            return None
        last = reader.skipped(numeral.last, "minutes")
        return last, int(numeral.value)

    def _past(self, index: int) -> Atom | None:
        """`half past eight`, `quarter to nine`, `20 min past eight`, `ten to six`."""
        reader = self.reader
        word = reader.word(index)
        at = index
        if word in ("a", "half", "quarter"):
            at += word == "a"
            if reader.word(at) not in ("half", "quarter"):
                return None
            minute = 30 if reader.word(at) == "half" else 15
            at += 1
        else:
            numeral = reader.numeral(index)
            if (
                numeral is None
                or numeral.value not in range(1, 60)
                or numeral.form is not Form.CARDINAL
            ):
                return None
            minute, at = int(numeral.value), numeral.last
            at = reader.skipped(at, "minutes", "minute", "mins", "min")
            is_told = reader.is_one(index - 1, "minutes_before") or (
                reader.word(index - 1) in ("is", "'s", "was") and reader.word(index - 2) == "it"
            )
            is_score = reader.word(at) == "to" and not is_told
            if at == numeral.last and (minute % 5 or is_score):
                return None
        joint = reader.word(at)
        if joint not in ("past", "to", "before", "after", "till", "of") or joint == "of":
            return None
        hour = self.hour_number(at + 1)
        if hour is None or hour[1] > 12:
            named = reader.words.clock_words.get(reader.word(at + 1))
            if named is None:
                return None
            hour = at + 2, int(named[:2])
        if joint in ("before", "after", "to") and reader.word(index) not in (
            "half",
            "quarter",
            "a",
        ):
            unit = reader.word(hour[0])
            if unit in reader.words.units:
                return None
        last, number = hour
        if joint in ("to", "before", "till"):
            minute, number = 60 - minute, (number - 1) % 24 or 12
        last = reader.skipped(last, "o'clock")
        return self._set(number % 24 if number != 12 else 12, minute, None, last)

    def _daypart_after(self, index: int) -> tuple[int, str] | None:
        """`in the evening`, `at night`."""
        reader = self.reader
        joint = reader.word(index)
        if joint not in ("in", "at") or not reader.is_joined(index):
            return None
        at = reader.skipped(index + 1, "the")
        part = reader.words.dayparts.get(reader.word(at))
        return (at + 1, part) if part in ("MO", "AF", "EV", "NI") else None

    def _in_daypart(self, last: int, moment: Moment) -> Atom:
        """The hour with the part of the day that is said after it."""
        if moment.is_24h:
            return last, moment
        part = self._daypart_after(last)
        if part is None:
            return last, moment
        return part[0], in_part(moment, part[1])

    def _zoned(self, last: int, moment: Moment) -> Atom:
        """The time with `GMT`, `local time`, `Eastern Time` after it."""
        reader = self.reader
        if not reader.is_joined(last):
            return last, moment
        at = last + (reader.word(last) == "(")
        closes = at > last
        zone = reader.words.zones.get(reader.word(at))
        if zone is not None and reader.tokens.written(at).isupper():
            end = at + 1
            if (
                reader.word(end) in ("+", "-")
                and reader.tokens.touches(end)
                and reader.word(end + 1)[:1].isdigit()
            ):
                end += 2
            return end + (closes and reader.word(end) == ")"), replace(moment, zone=zone)
        if (
            zone is not None
            and moment.zone is None
            and reader.word(at) in ("gmt", "utc", "pst", "est")
        ):
            return at + 1, replace(moment, zone=zone)
        if reader.word(at + 1) == "time" and reader.word(at) in (
            "local",
            "eastern",
            "pacific",
            "central",
            "mountain",
        ):
            return at + 2 + (closes and reader.word(at + 2) == ")"), moment
        return last, moment


def in_part(moment: Moment, part: str) -> Moment:
    """An hour of twelve placed in the morning, afternoon, evening or night."""
    if moment.hour is None or moment.is_24h:
        return moment
    hour = moment.hour % 12
    if part in _LATE_PARTS and not (part == "NI" and hour < 5):
        hour += 12
    return replace(moment, hour=hour, is_24h=True)
