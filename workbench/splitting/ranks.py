"""Which words put something in an order: ordinals, superlatives, `only`, `first`, `last`, `record`."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model import Claim, ClaimKind, Ordinal
from workbench.splitting.moments import TimeKind
from workbench.splitting.nouns import Nouns
from workbench.splitting.numbers import Form
from workbench.splitting.reading import reading_of
from workbench.splitting.times import time_expressions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbench.splitting.context import Context
    from workbench.splitting.moments import TimeExpression
    from workbench.splitting.numbers import Numeral
    from workbench.splitting.parsing import Parse
    from workbench.splitting.reading import Reading

_LIMITS = frozenset(
    [
        "of",
        "in",
        "for",
        "since",
        "among",
        "to",
        "from",
        "within",
        "between",
        "during",
        "outside",
        "over",
        "across",
        "on",
        "at",
        "before",
        "after",
        "until",
        "ever",
        "behind",
        "by",
        "against",
        "under",
        "with",
    ]
)
_SURE_LIMITS = frozenset(["of", "in", "since", "among", "ever"])
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_HYPHENS = frozenset(["-", "‑"])
LONGEST_RANK = 24
"""Tokens of a rank with its limits; what runs on longer is a misread sentence."""


@dataclass(frozen=True, slots=True)
class _Rank:
    """A rank word on its way to a claim: tokens, place in the order, rule."""

    first: int
    last: int
    ordinal: int | None
    rule: str


def detect(context: Context) -> list[Claim]:
    """The claims about ranks."""
    reading = reading_of(context.text, context.lexicon)
    times = time_expressions(context.text, context.lexicon)
    finder = _Finder(context, reading, Nouns(context, reading))
    taken = {at for time in times for at in range(time.first, time.last)}
    leads = {time.lead_first: time for time in times if time.lead_first >= 0}
    claims = []
    after = 0
    for index in finder.candidates():
        if index < after or index in taken:
            continue
        rank = finder.rank(index)
        if rank is None:
            continue
        rank = replace(rank, last=_with_period(rank.last, times, leads))
        span = reading.tokens.span(rank.first, rank.last)
        value = None if rank.ordinal is None else Ordinal(rank.ordinal)
        claims.append(Claim(span, ClaimKind.RANK, rank.rule, value))
        after = finder.head_end(rank)
    return claims


def _with_period(
    last: int, times: Sequence[TimeExpression], leads: Mapping[int, TimeExpression]
) -> int:
    """The end of a rank moved over a time that it cuts, or that limits it: `in six years`."""
    place = bisect_left(times, last, key=lambda time: time.last)
    if place < len(times) and times[place].first < last:
        last = times[place].last
    period = leads.get(last)
    if period is not None and (
        period.lead in ("since", "of") or (period.lead == "in" and period.kind is TimeKind.DURATION)
    ):
        return period.last
    return last


@dataclass(frozen=True, slots=True)
class _Finder:
    context: Context
    reading: Reading
    nouns: Nouns

    def candidates(self) -> Iterator[int]:
        """Tokens that may begin a rank."""
        numeral_at = self.reading.numeral_at
        words = self.reading.lexicon.words("superlatives")
        outside = self.reading.lexicon.words("not_superlatives")
        for index, word in enumerate(self.reading.tokens.lowers):
            if (
                word in words
                or word == "record"
                or (len(word) > 4 and word.endswith("est") and word not in outside)
            ):
                yield index
            else:
                numeral = numeral_at.get(index)
                if numeral is not None and numeral.form is Form.ORDINAL:
                    yield index

    def head_end(self, rank: _Rank) -> int:
        """Where another rank may begin inside this one: after its own first word."""
        return min(rank.last, rank.first + 2) if rank.rule == "rank.ordinal" else rank.last

    def rank(self, index: int) -> _Rank | None:
        """The rank whose word is at `index`."""
        word = self.reading.tokens.word(index)
        if word == "record":
            return self._record(index)
        numeral = self.reading.numeral_at.get(index)
        if numeral is not None and numeral.form is Form.ORDINAL:
            return self._ordinal(numeral)
        return self._superlative(index)

    def _ordinal(self, numeral: Numeral) -> _Rank | None:
        """`third meeting in less than three months`, `second-largest city`, `came third`."""
        tokens = self.reading.tokens
        first, last = numeral.first, numeral.last
        word = tokens.word(first)
        if self._is_named(first, last) or not self._orders(numeral):
            return None
        at = last + (tokens.word(last) in _HYPHENS)
        if (
            (at > last and tokens.word(at) == "ever")
            or tokens.word(at) == "ever"
            or self._is_superlative(at)
        ):
            at += 1
        elif at > last:
            at = last
        end = self.nouns.end(at, of_one=True)
        if end == at and not self._may_stand(numeral):
            return None
        if (
            end > at
            and tokens.word(at) in self.reading.lexicon.words("not_ranked")
            and end == at + 1
        ) and (tokens.word(at) not in ("person", "edition", "floor") or word == "third"):
            return None
        end = self._limited(first, max(end, at), has_noun=end > at)
        return _Rank(first, end, int(numeral.value), "rank.ordinal")

    def _is_named(self, first: int, last: int) -> bool:
        """Is it part of a name: `First World War`, `Second Amendment`?"""
        tokens = self.reading.tokens
        if not tokens.is_capitalised(first):
            return False
        return tokens.follows(last) and tokens.is_capitalised(last)

    def _orders(self, numeral: Numeral) -> bool:
        """Does the ordinal order things, not count off a list or stand in an idiom?"""
        tokens = self.reading.tokens
        first, last = numeral.first, numeral.last
        word, before, after = tokens.word(first), tokens.word(first - 1), tokens.word(last)
        if (
            self.nouns.tag(first) in ("RB", "NN", "VB")
            and word in ("first", "second")
            and before not in ("the", "a", "came", "finished", "ranked", "placed")
        ):
            return False
        if word == "first" and (
            before == "at"
            or (after in (",", ":", "of") and after != "of")
            or (after == "of" and tokens.word(last + 1) == "all")
        ):
            return False
        if after in (",", ":") and (not tokens.follows(first) or before in (".", ";", "and")):
            return False
        if tokens.word(last) in _HYPHENS and tokens.word(last + 1) in (
            "century",
            "degree",
            "time",
            "hand",
            "rate",
            "class",
            "grade",
            "grader",
            "year",
            "generation",
            "floor",
            "quarter",
            "half",
        ):
            return tokens.word(last + 1) in ("quarter",)
        return after not in (
            "street",
            "avenue",
            "floor",
            "century",
            "grade",
            "graders",
            "grader",
            "congress",
        )

    def _may_stand(self, numeral: Numeral) -> bool:
        """May the ordinal stand without a noun: `came third`, `was the first in`?"""
        tokens = self.reading.tokens
        before, after = tokens.word(numeral.first - 1), tokens.word(numeral.last)
        if before in (
            "came",
            "finished",
            "placed",
            "ranked",
            "ranks",
            "rank",
            "ranking",
            "finishing",
            "coming",
            "were",
            "is",
            "was",
        ):
            return True
        return before in ("the", "its", "his", "her", "their", "a") and (
            after in ("in", "of", "since", "to", "ever", ".", ",", "on", "for", "such", "by")
            or not tokens.follows(numeral.last)
        )

    def _is_superlative(self, index: int) -> bool:
        tokens = self.reading.tokens
        word = tokens.word(index)
        if not tokens.follows(index):
            return False
        if word in ("best", "worst", "most", "least"):
            return True
        return (
            len(word) > 4
            and word.endswith("est")
            and word not in self.reading.lexicon.words("not_superlatives")
        )

    def _superlative(self, index: int) -> _Rank | None:
        """`world's oldest temple`, `most points`, `only survivor`, `last flight`, `highest`."""
        tokens = self.reading.tokens
        word, before, after = tokens.word(index), tokens.word(index - 1), tokens.word(index + 1)
        tag = self.nouns.tag(index)
        if self._is_named(index, index + 1) or (
            tokens.is_capitalised(index)
            and before not in ("", ".", '"', "“")
            and tokens.follows(index)
        ):
            return None
        first, has_set = self._with_set(index)
        opener = tokens.word(first - 1)
        is_definite = has_set or before in (
            "the",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "'s",
            "'",
            "this",
            "these",
            "whose",
            "your",
        )
        if word in ("most", "least"):
            if before == "at" or not is_definite:
                return None
        elif word in ("only", "sole", "final", "top"):
            if tag and not tag.startswith(("JJ", "NN")) and word != "only":
                return None
            if word == "only" and (
                (tag == "RB" and before != "the") or (not is_definite and before not in ("an",))
            ):
                return None
            if word == "only" and (
                after in ("to", "for", "if", "in", "by", "a", "the") or after[:1].isdigit()
            ):
                return None
            if word == "top" and (
                after[:1].isdigit() or after in ("of", "ten", "five", "three") or not is_definite
            ):
                return None
        elif word == "last":
            if (
                not is_definite
                or (tag in ("VB", "VBP", "RB") and before != "the")
                or after in ("name", "resort", "minute", "ditch")
            ):
                return None
        elif (
            (tag and tag not in ("JJS", "RBS", "JJ"))
            or (not tag and not is_definite)
            or (word in ("best", "latest") and not is_definite and before in ("at", "do", "did"))
            or (tag == "RBS" and not is_definite)
        ):
            return None
        at = index + 1
        if (
            word in ("most", "least") and self.nouns.tag(at).startswith(("RB", "VBN", "VBG", "JJ"))
        ) or (tokens.word(at) in _HYPHENS and tokens.follows(at)):
            at += 1 + (tokens.word(at) in _HYPHENS)
        end = self.nouns.end(at, of_one=True)
        has_noun = end > at
        if (word in ("only", "sole", "final", "last", "top", "latest") and not has_noun) and (
            not (after in ("in", "of", "to") and before == "the")
        ):
            return None
        if (
            has_noun
            and tokens.word(index + 1) in self.reading.lexicon.words("not_ranked")
            and end == index + 2
            and word == "last"
        ):
            return None
        end = self._limited(index, max(end, at), has_noun=has_noun)
        first = self._with_among(first)
        rule = (
            "rank.superlative"
            if word not in ("only", "sole", "last", "final", "latest")
            else "rank.last-only"
        )
        del opener
        return _Rank(first, end, -1 if word in ("last", "final") else None, rule)

    def _with_set(self, index: int) -> tuple[int, bool]:
        """Back over the set that limits a superlative: `world's oldest`, `Islam's holiest`."""
        tokens = self.reading.tokens
        if (
            tokens.word(index) in ("last", "final", "only", "sole", "latest", "best", "worst")
        ) and (tokens.word(index - 2) not in ("world", "country", "nation", "city", "region")):
            return index, tokens.word(index - 1) == "'s"
        if tokens.word(index - 1) != "'s" or not tokens.follows(index):
            return index, False
        at = index - 2
        while (
            at > 0
            and tokens.is_capitalised(at)
            and tokens.is_capitalised(at - 1)
            and tokens.follows(at)
        ):
            at -= 1
        return at, True

    def _with_among(self, first: int) -> int:
        """Back over `one of the` and `among the`."""
        tokens = self.reading.tokens
        at = first
        while tokens.word(at - 1) in ("the", "its", "his", "her", "their") and tokens.follows(at):
            at -= 1
        numeral_before = tokens.word(at - 2)
        if tokens.word(at - 1) == "among" and at < first:
            return at - 1
        if (
            tokens.word(at - 1) == "of"
            and numeral_before in ("one", "some", "two", "three")
            and at < first
        ):
            return at - 2
        return first

    def _limited(self, first: int, end: int, *, has_noun: bool) -> int:
        """With the period or set that limits it: `in the constituency`, `since 1958`, `to win`."""
        place = self._parse_of(end - 1)
        if place is None:
            return self._listed_limit(end)
        parse, word = place
        last = word
        governor = word
        while True:
            step = self._limit_after(parse, last, governor, has_noun)
            if step is None or step - word > LONGEST_RANK:
                break
            last = step
        return self._token_after(parse.end[last], end)

    def _limit_after(self, parse: Parse, last: int, noun: int, has_noun: bool) -> int | None:
        """The end of the phrase that begins right after `last` and limits the rank."""
        at = last + 1
        if at >= len(parse.start):
            return None
        text = parse.text[at].lower()
        if text in ("ever", "there", "yet", "worldwide", "alive"):
            return at
        # the phrase is the subtree that starts at the next word and hangs on the rank
        top = at
        seen = 0
        while parse.head[top] > last and parse.head[top] != top and seen < LONGEST_RANK:
            top = parse.head[top]
            seen += 1
        governor = parse.head[top]
        if not self._is_of_rank(parse, governor, noun, last) and not (
            text in _SURE_LIMITS
            and parse.dep[top].startswith(("obl", "nmod"))
            and (text == "of" or (text == "since" and not has_noun) or not has_noun)
        ):
            return None
        relation = parse.dep[top]
        end = max(self._subtree(parse, top, last))
        if relation.startswith(("nmod", "obl")) and text in _LIMITS:
            return self._before_comma(parse, at, end)
        if relation.startswith("acl") and parse.text[at] != ",":
            if relation == "acl:relcl" or text == "to":
                return self._before_comma(parse, at, end)
            if parse.tag[top] == "VBN":
                return self._before_comma(parse, at, end)
        return None

    def _is_of_rank(self, parse: Parse, governor: int, noun: int, last: int) -> bool:
        """Does a phrase hang on the ranked noun or on something inside the rank?"""
        return noun - 4 <= governor <= last

    def _subtree(self, parse: Parse, top: int, last: int) -> list[int]:
        """The words from `last` on that hang on `top`."""
        found = [top]
        for at in range(last + 1, min(len(parse.start), last + 1 + LONGEST_RANK)):
            above = at
            steps = 0
            while (
                above > last
                and above != top
                and parse.head[above] != above
                and steps < LONGEST_RANK
            ):
                above = parse.head[above]
                steps += 1
            if above == top:
                found.append(at)
        return found

    def _before_comma(self, parse: Parse, first: int, end: int) -> int:
        """Up to the first comma, dash or bracket."""
        for at in range(first, end + 1):
            if parse.text[at] in (",", ";", "–", "—", "(", ")", ":", ".", "”", '"') and at > first:
                return at - 1
        return end

    def _listed_limit(self, end: int) -> int:
        """Without a parse: `of`, `in` and `since` phrases."""
        tokens = self.reading.tokens
        for _ in range(2):
            if tokens.word(end) not in _SURE_LIMITS or not tokens.follows(end):
                break
            further = self.nouns.whole_end(end, end + 1)
            if further == end:
                break
            end = further
        return end

    def _record(self, index: int) -> _Rank | None:
        """`record turnout`, `record-breaking heat`, `a record 45,756 migrants`, `also a record`."""
        tokens = self.reading.tokens
        before, after = tokens.word(index - 1), tokens.word(index + 1)
        if after in _HYPHENS and tokens.word(index + 2) in (
            "breaking",
            "setting",
            "high",
            "low",
            "equalling",
            "equaling",
            "holder",
        ):
            if tokens.word(index + 2) == "holder":
                return None
            end = self.nouns.end(index + 3, of_one=True)
            return _Rank(index, max(end, index + 3), None, "rank.record")
        numeral = self.reading.numeral_at.get(index + 1)
        if (
            numeral is not None
            and numeral.form in (Form.CARDINAL, Form.VAGUE)
            and before in ("a", "the", "with", "of", "by", "at")
            and tokens.follows(index + 1)
        ):
            end = self.nouns.end(numeral.last)
            return _Rank(index, max(end, numeral.last), None, "rank.record")
        if after in (
            "label",
            "labels",
            "company",
            "book",
            "books",
            "store",
            "player",
            "keeping",
            "holder",
            "holders",
            "deal",
        ):
            return None
        end = self.nouns.end(index + 1, of_one=True)
        if end > index + 1:
            if before in (
                "a",
                "the",
                "with",
                "of",
                "new",
                "by",
                "at",
                "to",
                "for",
                "and",
                "in",
                "another",
                "despite",
                "amid",
                "'s",
                "",
                "all",
            ) or self.nouns.relation(index) in ("compound", "amod"):
                return _Rank(index, end, None, "rank.record")
            return None
        if before in ("a", "world", "new") and tokens.word(index - 2) in (
            "also",
            "is",
            "was",
            "set",
            "a",
            "the",
            "broke",
            "new",
            "as",
        ):
            first = index - (before == "world")
            return _Rank(first, index + 1, None, "rank.record")
        return None

    def _parse_of(self, index: int) -> tuple[Parse, int] | None:
        start = self.reading.tokens.starts[index]
        parse = self.context.parse_at(start)
        if parse is None:
            return None
        word = bisect_left(parse.end, start + 1)
        return (parse, word) if word < len(parse.start) else None

    def _token_after(self, offset: int, index: int) -> int:
        tokens = self.reading.tokens
        at = index
        while at < len(tokens) and tokens.starts[at] < offset:
            at += 1
        return at
