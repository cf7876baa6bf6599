"""Which report beside a quote says whose words it gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Claim, Span
    from workbench.splitting.context import Context

_NEAR = 4
"""Characters, such as a comma and a space, between a quote and the report beside it."""

_REACH = 3
"""Paragraphs back to the report whose speaker goes on in a quote that stands alone."""

_STOPS = frozenset(".?!")
_BETWEEN = frozenset(" \t\n,:;.—–-")


def with_speakers(
    context: Context, quotes: Sequence[Claim], reports: Sequence[Claim]
) -> list[Claim]:
    """The quotes, in order, each with the speaker that the reports around it give."""
    told = _Reports(context, reports)
    spoken: list[Claim] = []
    for quote in sorted(quotes, key=lambda claim: claim.span):
        speaker = quote.speaker or told.speaker_beside(quote.span)
        if speaker is None and spoken and told.goes_on(spoken[-1].span, quote.span):
            speaker = spoken[-1].speaker
        if speaker is None:
            speaker = told.speaker_before(quote.span)
        spoken.append(replace(quote, speaker=speaker))
    return spoken


class _Reports:
    """The attributions of one document that name a speaker, by place."""

    def __init__(self, context: Context, reports: Sequence[Claim]) -> None:
        self._text = context.text
        self._context = context
        self._reports = sorted(
            (report for report in reports if report.speaker), key=lambda report: report.span
        )
        self._starts = [report.span.start for report in self._reports]
        ends = sorted((report.span.end, place) for place, report in enumerate(self._reports))
        self._ends = [end for end, _ in ends]
        self._by_end = [place for _, place in ends]

    def speaker_beside(self, quote: Span) -> str | None:
        """The speaker of the report right after, right before or around the quote."""
        after, before = self._after(quote), self._before(quote)
        last = self._text[quote.end - 2 : quote.end - 1]
        if after is not None and last in _STOPS and after.rule != "attribution.frame":
            # a sentence of its own follows
            after = None
        if after is not None and (before is None or last in {",", "?", "!"}):
            return after.speaker
        if before is not None:
            return before.speaker
        around = self._around(quote)
        return around.speaker if around is not None else None

    def goes_on(self, earlier: Span, quote: Span) -> bool:
        """Whether nothing but the report of the earlier quote stands between the two."""
        between = self._text[earlier.end : quote.start]
        if not between.strip("".join(_BETWEEN)):
            return True
        report = self._after(earlier)
        if report is None or report.span.end > quote.start:
            return False
        sentence = self._context.sentence_at(report.span.end - 1)
        end = max(report.span.end, sentence.end if sentence else 0)
        return end > quote.start or not self._text[end : quote.start].strip("".join(_BETWEEN))

    def speaker_before(self, quote: Span) -> str | None:
        """The last speaker before a quote that is a sentence of its own."""
        sentence = self._context.sentence_at(quote.start)
        if sentence is not None and sentence.start < quote.start - 1:
            return None
        place = bisect_left(self._starts, quote.start)
        if not place:
            return None
        report = self._reports[place - 1]
        gap = self._text[report.span.end : quote.start] if report.span.end < quote.start else ""
        return report.speaker if gap.count("\n\n") <= _REACH else None

    def _after(self, quote: Span) -> Claim | None:
        place = bisect_left(self._starts, quote.end)
        if place == len(self._reports):
            return None
        report = self._reports[place]
        gap = self._text[quote.end : report.span.start]
        return (
            report if len(gap) <= _NEAR and gap.strip() in {"", ","} and "\n" not in gap else None
        )

    def _before(self, quote: Span) -> Claim | None:
        place = bisect_right(self._ends, quote.start)
        if not place:
            return None
        report = self._reports[self._by_end[place - 1]]
        gap = self._text[report.span.end : quote.start]
        return report if len(gap) <= _NEAR and gap.strip() in {"", ",", ":", "that"} else None

    def _around(self, quote: Span) -> Claim | None:
        """The smallest report that begins before the quote and covers its beginning."""
        place = bisect_left(self._starts, quote.start)
        covering = [
            report
            for report in self._reports[max(0, place - 8) : place]
            if report.span.end > quote.start
        ]
        return min(covering, key=lambda report: len(report.span), default=None)
