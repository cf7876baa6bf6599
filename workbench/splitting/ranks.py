"""Which words put something in an order: ordinals, superlatives, `only`, `first`, `last`, `record`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.model import Claim, ClaimKind, Ordinal
from workbench.splitting.amounts import amounts
from workbench.splitting.nouns import Nouns
from workbench.splitting.numbers import Form
from workbench.splitting.places import place_from_end
from workbench.splitting.rank_limits import Limits
from workbench.splitting.reading import reading_of
from workbench.splitting.records import Records
from workbench.splitting.times import time_expressions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.splitting.context import Context
    from workbench.splitting.lexicon import Lexicon
    from workbench.splitting.numbers import Numeral
    from workbench.splitting.reading import Reading

_HYPHENS = frozenset(["-", "‑"])
_STRONG = frozenset(["most", "least"])


@dataclass(frozen=True, slots=True)
class _Rank:
    """A rank word on its way to a claim: tokens, place in the order, rule."""

    first: int
    last: int
    ordinal: int | None
    rule: str
    after: int
    """Where the next rank may begin."""


@lru_cache(maxsize=8)
def rank_words(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The rank words of a lexicon, by what they decide."""
    return {
        key: frozenset(str(word) for word in listed)
        for key, listed in lexicon.table("ranks").items()
        if isinstance(listed, list)
    }


def detect(context: Context) -> list[Claim]:
    """The claims about ranks."""
    words = rank_words(context.lexicon)
    if not words:
        return []
    reading = reading_of(context.text, context.lexicon)
    times = time_expressions(context.text, context.lexicon)
    nouns = Nouns(context, reading)
    limits = Limits(nouns, times, words)
    sums = {amount.first: amount for amount in amounts(context.text, context.lexicon)}
    records = Records(nouns, words, sums)
    finder = _Finder(context, reading, nouns, words, limits, records)
    taken = {at for time in times if time.is_claim for at in range(time.first, time.last)}
    claims = []
    after = 0
    for index in finder.candidates():
        if index < after or index in taken:
            continue
        rank = finder.rank(index)
        if rank is None:
            continue
        span = reading.tokens.span(rank.first, rank.last)
        value = None if rank.ordinal is None else Ordinal(rank.ordinal)
        claims.append(Claim(span, ClaimKind.RANK, rank.rule, value))
        after = rank.after
    return claims


@dataclass(frozen=True, slots=True)
class _Finder:
    context: Context
    reading: Reading
    nouns: Nouns
    words: dict[str, frozenset[str]]
    limits: Limits
    records: Records

    def candidates(self) -> Iterator[int]:
        """Tokens that may begin a rank."""
        numeral_at = self.reading.numeral_at
        ends = self.words["ends"] | {"record", "penultimate", "second", "next"}
        for index, word in enumerate(self.reading.tokens.lowers):
            if word in ends or self._is_graded(word):
                yield index
            else:
                numeral = numeral_at.get(index)
                if numeral is not None and numeral.form is Form.ORDINAL:
                    yield index

    def _is_graded(self, word: str) -> bool:
        return (
            len(word) > 4
            and word.endswith("est")
            and word not in self.reading.lexicon.words("not_superlatives")
        )

    def rank(self, index: int) -> _Rank | None:
        """The rank whose word is at `index`."""
        word = self.reading.tokens.word(index)
        if word == "record":
            found = self.records.record(index)
            return None if found is None else _Rank(*found, None, "rank.record", found[0] + 1)
        from_end = place_from_end(self.context.text, self.reading.lexicon, index)
        if from_end is not None and from_end[1] < 0:
            return self._from_end(index, *from_end)
        numeral = self.reading.numeral_at.get(index)
        if numeral is not None and numeral.form is Form.ORDINAL:
            return self._ordinal(numeral)
        return None if word == "next" else self._superlative(index)

    def _is(self, index: int, listed: str) -> bool:
        return self.reading.tokens.word(index) in self.words[listed]

    def _from_end(self, index: int, last: int, offset: int) -> _Rank:
        """`penultimate stage`, `second-to-last lap`."""
        end = self.nouns.end(last, of_one=True)
        end = self.limits.end(index, end, has_noun=end > last, takes_clause=False)
        return _Rank(index, max(end, last), offset - 1, "rank.ordinal", last)

    # --- ordinals

    def _ordinal(self, numeral: Numeral) -> _Rank | None:
        """`third meeting in less than three months`, `second-largest city`, `came third`."""
        tokens = self.reading.tokens
        first, last = numeral.first, numeral.last
        if self._is_named(first, last) or not self._orders(numeral):
            return None
        if tokens.word(first - 1) == "every":
            return None
        at = last + (tokens.word(last) in _HYPHENS)
        if tokens.word(at) == "ever" or self._is_superlative(at):
            at += 1
            if tokens.word(at - 1) in _STRONG:
                at += 1
        elif at > last and not self._is(at, "placed_hyphened"):
            return None
        elif at > last:
            at = last
        if (tokens.word(at) == "year" and tokens.follows(at) and at == last) and (
            self.nouns.end(at + 1) > at + 1
        ):
            # `second year student` ranks the year
            return _Rank(first, at + 1, int(numeral.value), "rank.ordinal", at + 1)
        end = self._noun_end(first, at)
        if end == at and at == last and not self._may_stand(numeral):
            return None
        if end == at + 1 and at == last and self._is(at, "not_placed"):
            return None
        graded = at > last and self._is_superlative(at - 1)
        start = self._with_set(first, is_graded=True)[0] if graded else first
        is_time = tokens.word(end - 1) == "time"
        end = self.limits.end(first, max(end, at), has_noun=end > at, takes_clause=is_time)
        return _Rank(start, end, int(numeral.value), "rank.ordinal", max(at, last))

    def _noun_end(self, first: int, at: int) -> int:
        """Where the ranked thing ends, also where the parser takes it for a verb: `fourth straight win`."""
        tokens = self.reading.tokens
        if tokens.word(at) == "," and self.nouns.relation(first) == "amod":
            # a second, weaker storm
            end = self.nouns.end(at + 1)
            return end if end > at + 2 else at
        end = self.nouns.headed_end(first, at)
        while end > at and self._is_hyphenated(end):
            end += 2
        noun = at
        while self._is(noun, "in_a_row") and tokens.follows(noun):
            noun += 1
        if end > noun or not (tokens.follows(noun) and tokens.word(noun).isalpha()):
            return end
        closed = self.reading.lexicon.words("closed")
        after = tokens.word(noun + 1)
        ends = not tokens.follows(noun + 1) or not after[:1].isalnum() or after in closed
        is_noun = tokens.word(noun) not in closed and not self._is(noun, "after_place")
        is_sure = noun > at or self.nouns.tag(noun) not in (
            "VBD",
            "VBZ",
            "RB",
            "IN",
            "TO",
            "MD",
            "VBN",
        )
        return noun + 1 if ends and is_noun and is_sure else end

    def _is_hyphenated(self, index: int) -> bool:
        """Does a hyphen join the word before to one more: the `-trick` of `hat-trick`?"""
        tokens = self.reading.tokens
        is_joint = tokens.word(index) in _HYPHENS and tokens.touches(index)
        return is_joint and tokens.touches(index + 1) and tokens.word(index + 1).isalpha()

    def _is_named(self, first: int, last: int) -> bool:
        """Is it part of a name: `First World War`, `Second Amendment`?"""
        tokens = self.reading.tokens
        if not tokens.is_capitalised(first) or not tokens.follows(last):
            return False
        return tokens.is_capitalised(last) or (
            tokens.follows(first) and tokens.is_capitalised(first - 1) and first > 0
        )

    def _orders(self, numeral: Numeral) -> bool:
        """Does the ordinal order things, not count off a list or stand in an idiom?"""
        tokens = self.reading.tokens
        first, last = numeral.first, numeral.last
        word, before, after = tokens.word(first), tokens.word(first - 1), tokens.word(last)
        tag = self.nouns.tag(first)
        is_placed = (
            self._is(first - 1, "placing") or self._is(first - 1, "definite") or before == "a"
        )
        if tag in ("RB", "VB", "VBP") and (not is_placed or self.nouns.tag(last) == "VBN"):
            return False
        if word == "first" and (before == "at" or tokens.word(last + 1) == "all" == after):
            return False
        if word == "first" and (after == "of" and tokens.word(last + 1) == "all"):
            return False
        if word == "first" and after == "place" and tokens.word(first - 2) == "in":
            return False
        if after in (",", ":") and (
            not tokens.follows(first) or before in (".", ";", "and", "“", '"')
        ):
            return False
        if after in _HYPHENS and self._is(last + 1, "not_placed_hyphened"):
            return False
        return not (self._is(last, "not_placed") and after in ("street", "avenue", "century"))

    def _may_stand(self, numeral: Numeral) -> bool:
        """May the ordinal stand without a noun: `came third`, `was the first in`?"""
        tokens = self.reading.tokens
        if self._is(numeral.first - 1, "placing"):
            return True
        if not self._is(numeral.first - 1, "determiners"):
            return False
        ends = not tokens.follows(numeral.last) or not tokens.word(numeral.last)[0].isalnum()
        return ends or self._is(numeral.last, "after_place")

    # --- superlatives

    def _is_superlative(self, index: int) -> bool:
        tokens = self.reading.tokens
        word = tokens.word(index)
        is_known = word in ("best", "worst", "most", "least")
        return tokens.follows(index) and (is_known or self._is_graded(word))

    def _superlative(self, index: int) -> _Rank | None:
        """`world's oldest temple`, `most points`, `only survivor`, `last flight`, `highest`."""
        tokens = self.reading.tokens
        word = tokens.word(index)
        if (
            tokens.is_capitalised(index)
            and (self._is_named(index, index + 1) or tokens.follows(index))
        ) and (
            tokens.word(index - 1) not in ("", ".", '"', "“", ":")
            or self._is_named(index, index + 1)
        ):
            return None
        if (
            word == "last"
            and self._is(index - 1, "finishing")
            and self._is(index + 1, "after_place")
        ):
            end = self.limits.end(index, index + 1, has_noun=False, takes_clause=False)
            return _Rank(index, end, -1, "rank.last-only", index + 1)
        first, has_set = self._with_set(index)
        is_definite = has_set or self._is(index - 1, "definite")
        is_single = word in self.words["single"] or word == "top"
        if not (
            self._is_single(index, is_definite) if is_single else self._grades(index, is_definite)
        ):
            return None
        at = index + 1
        is_compound = tokens.word(at) in _HYPHENS and tokens.follows(at)
        if is_compound or (word in _STRONG and self._takes_adjective(at)):
            at += 1 + is_compound
        if tokens.word(at) == "ever" and self.nouns.end(at + 1, of_one=True) > at + 1:
            at += 1
        elif tokens.word(at) == "ever" and self.nouns.tag(at + 1) == "VBN":
            # the most powerful ever built
            at += 2
        end = self._noun_end(index, at)
        if end == at and self.nouns.tag(at) in ("VBN", "VBG") and tokens.follows(at):
            # `among the best preserved`
            at = end = at + 1
        has_noun = end > at
        is_alone = is_single and not has_noun
        if is_alone and (
            word == "final" or not (is_definite and self._is(index + 1, "after_place"))
        ):
            return None
        if word == "final" and self._is(end - 1, "not_series"):
            return None
        if word == "last" and end == index + 2 and self._is(index + 1, "not_last"):
            return None
        takes_clause = word not in ("last", "final", "latest")
        end = self.limits.end(index, max(end, at), has_noun=has_noun, takes_clause=takes_clause)
        rule = "rank.last-only" if is_single else "rank.superlative"
        ordinal = -1 if word in ("last", "final") else None
        return _Rank(self._with_among(first), end, ordinal, rule, max(at, index + 1))

    def _takes_adjective(self, index: int) -> bool:
        """Does `most` grade the next word: `most important`, not `most points`?"""
        tag = self.nouns.tag(index)
        if tag:
            return tag.startswith(("RB", "VBN", "VBG", "JJ"))
        word = self.reading.tokens.word(index)
        return word.endswith(("ed", "ing", "ive", "ful", "ous", "al", "ant", "ent", "ble", "ic"))

    def _is_single(self, index: int, is_definite: bool) -> bool:
        """Is it the `only`, `last`, `final` or `top` of something?"""
        tokens = self.reading.tokens
        word, after = tokens.word(index), tokens.word(index + 1)
        tag = self.nouns.tag(index)
        if word == "only":
            if tokens.word(index - 1) == "an":
                return True
            if (
                not is_definite
                or after[:1].isdigit()
                or after in ("to", "for", "if", "in", "by", "a")
            ):
                return False
            return tag != "RB" or tokens.word(index - 1) == "the"
        if word == "last":
            return is_definite and tag not in ("VB", "VBP")
        if word == "top":
            return (
                is_definite
                and not after[:1].isdigit()
                and after not in ("of", "ten", "five", "running")
            )
        if word == "latest":
            return tokens.word(index - 1) != "at"
        return is_definite or (word == "final" and tokens.word(index - 1) in ("a", "one", "in"))

    def _grades(self, index: int, is_definite: bool) -> bool:
        """Is it a superlative, not a noun or an adverb in -est or -most?"""
        tokens = self.reading.tokens
        word, before = tokens.word(index), tokens.word(index - 1)
        tag = self.nouns.tag(index)
        if word in _STRONG:
            return is_definite and before != "at"
        if word in ("best", "worst") and tokens.word(index - 2) in ("do", "did", "does", "done"):
            return False
        if tag and tag not in ("JJS", "RBS", "JJ"):
            return is_definite and tag in ("NN", "NNP", "RB") and word not in ("best", "worst")
        if not tag or word in ("best", "worst"):
            return is_definite
        return is_definite or (tag != "RBS" and before not in ("at", "do", "did"))

    def _with_set(self, index: int, *, is_graded: bool = False) -> tuple[int, bool]:
        """Back over the set that limits a superlative: `world's oldest`, `Islam's holiest`."""
        tokens = self.reading.tokens
        if tokens.word(index - 1) != "'s" or not tokens.follows(index):
            return index, False
        is_place = self._is(index - 2, "places")
        if tokens.word(index) in self.words["single"] and not (is_place or is_graded):
            return index, True
        at = index - 2
        while at > 0 and tokens.is_capitalised(at) and tokens.is_capitalised(at - 1):
            at -= 1
        return at, True

    def _with_among(self, first: int) -> int:
        """Back over `one of the` and `among the`."""
        tokens = self.reading.tokens
        at = first
        counted = next(
            (one for one in range(at - 1, max(-1, at - 4), -1) if one in self.reading.numeral_at),
            at,
        )
        if counted < at and self.reading.numeral_at[counted].last == at:
            at = counted
        while tokens.word(at - 1) in ("the", "its", "his", "her", "their") and tokens.follows(at):
            at -= 1
        if at == first or tokens.word(at) not in ("the", "its", "his", "her", "their"):
            return first
        if tokens.word(at - 1) == "among":
            return at - 1
        if tokens.word(at - 1) == "of" and self._is(at - 2, "openers_after_of"):
            return at - 2
        return first
