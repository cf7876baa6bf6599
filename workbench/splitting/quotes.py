"""Which quoted words are somebody's words, and so a claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.model import Claim, ClaimKind
from workbench.splitting.blocks import block_quotes
from workbench.splitting.cues import cues_of
from workbench.splitting.marks import quoted_spans
from workbench.splitting.sections import lies_in, listed_sources

if TYPE_CHECKING:
    from workbench.model import Span
    from workbench.splitting.context import Context
    from workbench.splitting.cues import Cues
    from workbench.splitting.marks import Quoted

LEAST_WORDS = 3
"""Shorter ones are scare quotes and nicknames, unless a verb of speech stands beside them."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NEIGHBOURHOOD = 60
"""Characters before and after a quote that are searched for what kind of quote it is."""

_AMBIGUOUS = frozenset({"call", "read"})
"""Verbs that name or are spelt alike as often as they say, unless a comma or colon follows."""


def detect(context: Context) -> list[Claim]:
    """The quotes of a document, in order."""
    skipped = listed_sources(context.text)
    claims = [
        Claim(quoted.span, ClaimKind.QUOTE, rule)
        for quoted in quoted_spans(context.text)
        if not lies_in(quoted.span, skipped) and (rule := _rule(context, quoted)) is not None
    ]
    marked = sorted([claim.span for claim in claims] + skipped, key=lambda span: span.start)
    claims += [
        Claim(block.span, ClaimKind.QUOTE, block.rule, speaker=block.speaker)
        for block in block_quotes(context, marked)
    ]
    return sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end))


def _rule(context: Context, quoted: Quoted) -> str | None:
    """The name of the rule that makes `quoted` a claim; None for titles, nicknames, scare quotes."""
    text, span = context.text, quoted.span
    words = _WORD.findall(quoted.inner.of(text))
    if not words:
        return None
    is_spoken = _is_spoken(context, span)
    if len(words) < LEAST_WORDS:
        return "quote.utterance" if is_spoken and _is_utterance(text, quoted) else None
    if not is_spoken:
        cues = cues_of(context.lexicon)
        if _is_named(cues, text[max(0, span.start - _NEIGHBOURHOOD) : span.start]):
            return None
        if _is_title(words, cues.little) and text[quoted.inner.end - 1] not in "!?":
            return None
    return "quote.marks" if quoted.is_closed else "quote.left-open"


def _is_named(cues: Cues, before: str) -> bool:
    """Whether the words before the marks say that a name or a mentioned word follows."""
    before = before.rstrip(" ,:").lower()
    before = before.removesuffix(" the").removesuffix(" simply")
    return any(
        before.endswith(phrase) and not before[: -len(phrase)][-1:].isalnum()
        for phrase in cues.naming
    )


def _is_title(words: list[str], little: frozenset[str]) -> bool:
    """Whether the words are written as titles are: with capitals, little words aside."""
    weighty = [word for word in words if word.lower() not in little]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in weighty)
    return len(weighty) >= 2 and capitals / len(weighty) > 0.75


def _is_utterance(text: str, quoted: Quoted) -> bool:
    """Whether one or two words are all that was said: `"Never," he said.`"""
    before = text[: quoted.span.start][-2:].strip()
    return text[quoted.inner.end - 1] in ",.!?…" and (
        not before or before[-1] in ",:.!?\n" or text[quoted.inner.start].isupper()
    )


def _is_spoken(context: Context, span: Span) -> bool:
    """Whether a verb of speech stands right before or after the marks."""
    text, cues = context.text, cues_of(context.lexicon)
    speech = cues.speech
    line = text[max(0, span.start - _NEIGHBOURHOOD) : span.start].rpartition("\n")[2]
    before = line.rstrip()
    if before and before[-1] in ",:":
        clause = re.split(r"[.!?;]\s", before)[-1]
        if any(word.lower() in speech for word in _WORD.findall(clause)):
            return True
    last = _WORD.findall(before[-20:])
    if last and last[-1].lower() in speech and before.endswith(last[-1]):
        return cues.verbs[last[-1].lower()] not in _AMBIGUOUS
    after = text[span.end : span.end + _NEIGHBOURHOOD].partition("\n")[0]
    clause = re.split(r"[.!?;:\"“”]", after)[0]
    return any(word.lower() in speech for word in _WORD.findall(clause)[:6])
