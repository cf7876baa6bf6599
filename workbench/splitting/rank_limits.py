"""Where a rank ends: after the thing ranked and the set or period that limits it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.moments import TimeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.splitting.moments import TimeExpression
    from workbench.splitting.nouns import Nouns
    from workbench.splitting.parsing import Parse

LONGEST_RANK = 24
"""Words of a rank with its limits; what runs on longer is a misread sentence."""

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_STOPS = frozenset(',;:.()–—”"')


@dataclass(frozen=True, slots=True)
class Limits:
    """Extends ranks over what limits them."""

    nouns: Nouns
    times: Sequence[TimeExpression]
    words: dict[str, frozenset[str]]

    def end(self, first: int, last: int, *, has_noun: bool, takes_clause: bool) -> int:
        """The end of a rank whose thing ends at token `last`: `… in the constituency`, `… to win`."""
        place = self.nouns.place(last - 1)
        if place is None:
            return self._with_period(self._listed(last))
        parse, word = place
        at = word
        tokens = self.nouns.reading.tokens
        is_one = has_noun or tokens.word(first - 1) in self.words["determiners"]
        if parse.text[word].lower() in self.words["completed"] and parse.text[word + 1 :][:1] == (
            "to",
        ):
            return last
        if is_one and word + 2 < len(parse) and parse.text[word + 1] == "to":
            # `the first African to win`, whatever the tree hangs the clause on
            top = _top(parse, word + 1, word)
            if parse.tag[top] == "VB":
                at = self._cut(parse, word + 1, top, word, is_clause=True) or at
        while at - word < LONGEST_RANK:
            step = self._step(parse, at, word, has_noun=has_noun, takes_clause=takes_clause)
            if step is None:
                break
            at = step
        if at > word:
            last = self.nouns.token_after(parse.end[at], last)
        return self._with_period(last)

    def _with_period(self, last: int) -> int:
        """Over a time that the end would cut, or that limits the rank: `in six years`."""
        tokens = self.nouns.reading.tokens
        if tuple(tokens.word(last + at) for at in range(3)) == ("in", "a", "row"):
            last += 3
        place = bisect_left(self.times, last, key=lambda time: time.last)
        if place < len(self.times) and self.times[place].first < last:
            last = self.times[place].last
            place += 1
        while place < len(self.times) and self.times[place].lead_first < last:
            place += 1
        if place < len(self.times) and self.times[place].lead_first == last:
            time = self.times[place]
            is_period = time.lead == "in" and time.kind is TimeKind.DURATION
            if time.lead == "since" or is_period:
                return time.last
        return last

    def _step(
        self, parse: Parse, last: int, noun: int, *, has_noun: bool, takes_clause: bool
    ) -> int | None:
        """The end of the phrase that begins right after `last` and limits the rank."""
        at = last + 1
        if at >= len(parse.start):
            return None
        text = parse.text[at].lower()
        if text in self.words["limit_adverbs"]:
            return at
        top = _top(parse, at, last)
        governor, relation = parse.head[top], parse.dep[top]
        hangs_here = noun - 4 <= governor <= last
        if not hangs_here and (text not in self.words["sure_limits"] or has_noun):
            return None
        if text == "by" and parse.tag[at + 1 : at + 2] == ("CD",):
            # `won the third ballot by 61 votes`
            return None
        if relation.startswith(("nmod", "obl")) and text in self.words["limits"]:
            if self._is_moment(parse.start[at]):
                return None
            return self._cut(parse, at, top, last, is_clause=False)
        if not relation.startswith("acl") or not hangs_here:
            return None
        if last > noun and text != "to":
            # a clause limits the thing right before it only
            return None
        if text == "to" and parse.tag[top] == "VB":
            return self._cut(parse, at, top, last, is_clause=True)
        if relation == "acl:relcl":
            is_told = text in ("which", "who", "where", "whom", "whose")
            if not takes_clause or is_told:
                return None
            return self._cut(parse, at, top, last, is_clause=True)
        if parse.tag[top] == "VBN" and top == at and text not in self.words["telling"]:
            return self._cut(parse, at, top, last, is_clause=True)
        return None

    def _is_moment(self, offset: int) -> bool:
        """Does the preposition stand before a time that is no period: `in the 87th minute`?"""
        tokens = self.nouns.reading.tokens
        place = bisect_left(self.times, offset, key=lambda time: tokens.starts[time.first])
        if place == len(self.times) or self.times[place].lead_first < 0:
            return False
        time = self.times[place]
        is_next = tokens.starts[time.lead_first] == offset
        is_period = time.kind in (TimeKind.DURATION, TimeKind.PERIOD)
        return is_next and not is_period and time.lead not in ("since", "of")

    def _cut(self, parse: Parse, first: int, top: int, last: int, *, is_clause: bool) -> int | None:
        """The last word of the phrase, before a comma or a verb that is not its own."""
        end = max(_subtree(parse, top, last))
        for at in range(first, end + 1):
            is_next = parse.tag[at] == "CC" and parse.text[at + 1] in ("the", "a")
            stops = parse.text[at] in _STOPS or is_next
            if at > first and (stops or (not is_clause and parse.tag[at] in _FINITE)):
                end = at - 1
                break
        while end > first and parse.tag[end] in ("IN", "TO", "CC", "DT", "WDT", "WP"):
            end -= 1
        return end if end > first else None

    def _listed(self, last: int) -> int:
        """Without a parse: `of`, `in` and `since` phrases."""
        tokens = self.nouns.reading.tokens
        for _ in range(2):
            if tokens.word(last) not in self.words["sure_limits"] or not tokens.follows(last):
                break
            further = self.nouns.whole_end(last, last + 1)
            if further == last:
                break
            last = further
        return last


def _top(parse: Parse, at: int, last: int) -> int:
    """The word whose subtree begins at `at`, right after `last`."""
    for _ in range(LONGEST_RANK):
        if parse.head[at] <= last or parse.head[at] == at:
            break
        at = parse.head[at]
    return at


def _subtree(parse: Parse, top: int, last: int) -> list[int]:
    """The words from `last` on that hang on `top`, without a gap."""
    found = [top]
    for at in range(last + 1, min(len(parse.start), last + 1 + LONGEST_RANK)):
        above = at
        for _ in range(LONGEST_RANK):
            if above in (top, parse.head[above]) or above <= last:
                break
            above = parse.head[above]
        if above == top:
            found.append(at)
        elif at > top:
            break
    return found
