"""Where a sentence falls apart into sentences of their own: at semicolons, and at conjunctions with a subject."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from workbench.splitting.parsing import Parse

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "EX", "CD"})
_COMMAS = frozenset({",", "–", "—", "--"})
_LONGEST_SUBJECT = 25
_LONGEST_REPORT = 12
_LEAST_CLAUSE = 5


def cut(
    parse: Parse,
    quoted: Sequence[bool],
    reports: Sequence[bool],
    verbs: Collection[str],
) -> Iterator[tuple[Parse, list[bool]]]:
    """The parts of `parse`, each a tree of its own, with which of its words are quoted.

    `reports` tells the words that may be verbs of speech; what they report is not cut at *and*.
    `verbs` are forms that may be a verb although they look like a plural.
    """
    places = [0, *_places(parse, quoted, reports, verbs), len(parse)]
    if len(places) == 2:
        yield parse, list(quoted)
        return
    for first, last in pairwise(places):
        yield _part(parse, first, last), list(quoted[first:last])


def _places(
    parse: Parse, quoted: Sequence[bool], reports: Sequence[bool], verbs: Collection[str]
) -> list[int]:
    places: list[int] = []
    begin = 0
    depth = 0
    for word, sign in enumerate(parse.text):
        depth += (sign in "([") - (sign in ")]")
        if depth > 0 or quoted[word] or word < 2 or word >= len(parse) - 2:
            continue
        if sign in (";", ":"):
            if _parts_clauses(parse, quoted, reports, verbs, range(begin, word)):
                places.append(word + 1)
                begin = word + 1
        elif (
            parse.tag[word] == "CC"
            and sign.lower() in ("but", "and", "so", "yet")
            and parse.text[word - 1] in _COMMAS
        ):
            holds = sign.lower() == "but" or not (
                any(reports[begin:word]) or _ends_in_report(parse, reports, word)
            )
            if (
                holds
                and _has_verb(parse, begin, word, verbs)
                and _begins_clause(parse, quoted, word + 1, verbs, strict=sign.lower() != "but")
            ):
                places.append(word)
                begin = word
    return places


def _parts_clauses(
    parse: Parse,
    quoted: Sequence[bool],
    reports: Sequence[bool],
    verbs: Collection[str],
    before: range,
) -> bool:
    """Whether clauses of their own stand `before` a semicolon or colon and after it."""
    sign = before.stop
    if not _has_verb(parse, before.start, sign, verbs):
        return False
    end = _next_semicolon(parse, sign)
    if parse.text[sign] == ":":
        # after a verb of speech a colon opens what was said, after others a clause or a list
        is_told = any(reports[before.start : sign]) or quoted[sign + 1]
        return not is_told and _begins_clause(parse, quoted, sign + 1, verbs, strict=True)
    if _has_verb(parse, sign + 1, end, verbs):
        return True
    is_only = parse.text.count(";") == 1 and end - sign > _LEAST_CLAUSE
    return is_only and any(tag in ("VB", "VBN") for tag in parse.tag[sign + 1 : end])


def _ends_in_report(parse: Parse, reports: Sequence[bool], word: int) -> bool:
    """`A, and B, officials said`: what closes the sentence reports both."""
    end = len(parse) - 1
    comma = next((w for w in range(end - 1, word, -1) if parse.text[w] == ","), None)
    if comma is None or end - comma > _LONGEST_REPORT or not any(reports[comma:end]):
        return False
    tensed = sum(parse.tag[w] in _FINITE for w in range(comma, end))
    return tensed <= (parse.text[comma + 1].lower() != "according")


def _next_semicolon(parse: Parse, word: int) -> int:
    for other in range(word + 1, len(parse)):
        if parse.text[other] == ";":
            return other
    return len(parse)


def _has_verb(parse: Parse, first: int, last: int, verbs: Collection[str]) -> bool:
    """Whether a verb with a tense stands between two places, in no relative or subordinate clause."""
    return any(
        (
            parse.tag[word] in _FINITE
            or _is_bare_past(parse, first, word, verbs)
            or _may_be_verb(parse, first, word, verbs)
        )
        and not _is_below_joint(parse, first, word)
        for word in range(first, last)
    )


def _is_bare_past(parse: Parse, first: int, word: int, verbs: Collection[str]) -> bool:
    """A participle right after a name or the noun on top is a past tense: `Alba defeated Bern`."""
    before = word - 1
    if parse.tag[word] == "NN" and first < word < len(parse) - 1:
        # `The pound rose 0.8%`
        is_noun = parse.tag[before] in ("NN", "NNS", "NNP")
        return is_noun and parse.text[word] in verbs and parse.tag[word + 1] in ("CD", "$", "RB")
    if parse.tag[word] != "VBN" or word <= first:
        return False
    is_noun = parse.tag[before] in ("NN", "NNS")
    is_top = is_noun and (parse.dep[before] == "root" or parse.text[word] in verbs)
    return is_top or parse.tag[before] in ("NNP", "NNPS", "PRP")


def _may_be_verb(parse: Parse, first: int, word: int, verbs: Collection[str]) -> bool:
    """`the ministry plans to pay`: a plural between a noun and what a verb would govern."""
    return (
        parse.tag[word] == "NNS"
        and parse.text[word].lower() in verbs
        and first < word < len(parse) - 1
        and parse.tag[word - 1] in _NOUNS
        and parse.tag[word + 1] in ("TO", "DT", "PRP$", "PRP")
    )


def _is_below_joint(parse: Parse, first: int, verb: int) -> bool:
    """Whether a relative word or a subordinator between a break and `verb` holds it down."""
    if _closes_aside(parse, first, verb):
        return False
    for word in range(verb - 1, first - 1, -1):
        if parse.text[word] in (",", ";") and word < verb - 1:
            return False
        if parse.tag[word] in _WH or (parse.dep[word] == "mark" and parse.tag[word] != "TO"):
            return True
    return False


def _closes_aside(parse: Parse, first: int, verb: int) -> bool:
    """`the mayor, who ordered two, is said …`: the comma before the verb ends the relative clause."""
    if verb - 1 <= first or parse.text[verb - 1] != ",":
        return False
    return any(
        parse.text[word] == "," and parse.tag[word + 1] in _WH for word in range(first, verb - 2)
    )


def _next_comma(parse: Parse, word: int) -> int:
    return next((w for w in range(word, len(parse)) if parse.text[w] in ",;"), len(parse))


def _begins_clause(
    parse: Parse, quoted: Sequence[bool], first: int, verbs: Collection[str], *, strict: bool
) -> bool:
    """Whether a clause with a subject of its own begins at `first`."""
    has_noun = False
    for word in range(first, min(first + _LONGEST_SUBJECT, len(parse))):
        tag = parse.tag[word]
        if quoted[word] or parse.text[word] == ";":
            return False
        if tag in _FINITE and not (_is_below_joint(parse, first, word) and not strict):
            return (
                has_noun and not _is_below_joint(parse, first, word) and parse.tag[word - 1] != "CC"
            )
        if has_noun and _may_be_verb(parse, first, word, verbs):
            return not any(other in _FINITE for other in parse.tag[word : _next_comma(parse, word)])
        if strict and parse.text[word] in _COMMAS:
            return False
        if tag in ("VB", "VBG", "VBN") and not has_noun:
            return False
        if tag in _WH and word == first:
            return False
        has_noun = has_noun or tag in _NOUNS
    return False


def _part(parse: Parse, first: int, last: int) -> Parse:
    """The words from `first` to before `last` as a tree of their own."""
    heads = [head - first for head in parse.head[first:last]]
    deps = list(parse.dep[first:last])
    size = last - first
    loose = [
        word for word, head in enumerate(heads) if not 0 <= head < size or deps[word] == "root"
    ]
    verbs = [word for word in loose if parse.pos[first + word] in ("VERB", "AUX")]
    weights = [(len(_below(heads, word)), -word) for word in loose]
    best = max(verbs, key=lambda word: len(_below(heads, word))) if verbs else -max(weights)[1]
    for word in loose:
        heads[word] = best
        deps[word] = "root" if word == best else _loose_relation(parse, first + word, first + best)
    starts, ends = parse.start[first:last], parse.end[first:last]
    return replace(
        parse,
        span=Span(starts[0], ends[-1]),
        start=starts,
        end=ends,
        text=parse.text[first:last],
        tag=parse.tag[first:last],
        pos=parse.pos[first:last],
        dep=tuple(deps),
        head=tuple(heads),
    )


def _below(heads: Sequence[int], word: int) -> set[int]:
    found = {word}
    grew = True
    while grew:
        more = {other for other, head in enumerate(heads) if head in found} - found
        grew = bool(more)
        found |= more
    return found


def _loose_relation(parse: Parse, word: int, root: int) -> str:
    if parse.dep[word] in ("cc", "punct", "mark", "advmod", "obl", "nsubj", "obj", "advcl"):
        return parse.dep[word]
    if parse.pos[word] == "PUNCT":
        return "punct"
    if parse.pos[word] in ("NOUN", "PROPN", "PRON"):
        return "nsubj" if word < root else "obl"
    return "parataxis" if parse.pos[word] in ("VERB", "AUX") else "dep"
