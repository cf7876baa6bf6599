"""Where a counted noun phrase ends: after its head and close adjectives, before what follows them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.splitting.context import Context
    from workbench.splitting.parsing import Parse
    from workbench.splitting.reading import Reading

_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_COMMON = frozenset(["NN", "NNS"])
_BEFORE_NOUNS = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX", "FW", "ADD"]) | _NOUNS
_FINITE = frozenset(
    [
        "was",
        "were",
        "is",
        "are",
        "had",
        "has",
        "have",
        "did",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
    ]
)
POINTING = frozenset(["those", "them", "these", "whom", "which", "us", "it", "you"])
_INSIDE = _BEFORE_NOUNS | {"CD", "POS"}
LONGEST_PHRASE = 12
"""Words of a counted noun phrase; a longer run is a list or a misread sentence."""


def _leads_to_verb(parse: Parse, word: int) -> bool:
    """Whether the noun at `word` heads a clause, or has a past form for an attribute: its verb."""
    if parse.dep[word] == "advcl":
        return True
    return any(
        parse.dep[below] == "acl" and parse.tag[below] == "VBD"
        for noun in (word, parse.head[word])
        for below in parse.children(noun)
    )


@dataclass(frozen=True, slots=True)
class Nouns:
    """Reads noun phrases on the parse where there is one, by word lists elsewhere."""

    context: Context
    reading: Reading

    def tag(self, index: int) -> str:
        """The Penn tag of a token; empty without a parse."""
        place = self.place(index)
        return place[0].tag[place[1]] if place else ""

    def relation(self, index: int) -> str:
        """The relation of a token to its governor; empty without a parse."""
        place = self.place(index)
        return place[0].dep[place[1]] if place else ""

    def is_name(self, index: int) -> bool:
        """Is the token a part of a proper name?"""
        tokens = self.reading.tokens
        if not tokens.is_capitalised(index):
            return False
        tag = self.tag(index)
        if tag:
            return tag in ("NNP", "NNPS")
        return tokens.word(index) not in self.reading.lexicon.words("closed")

    def end(self, index: int, *, of_one: bool = False) -> int:
        """Where the noun phrase that goes on at token `index` ends; `index` where there is none."""
        tokens = self.reading.tokens
        if not tokens.follows(index):
            return index
        place = self.place(index)
        return self._listed_end(index, of_one) if place is None else self._parsed_end(index, *place)

    def headed_end(self, modifier: int, index: int, *, of_one: bool = True) -> int:
        """Where the phrase at `index` ends whose head a number or adjective before it modifies."""
        end = self.end(index, of_one=of_one)
        place = self.place(modifier)
        if place is None or not self.reading.tokens.follows(index):
            return end
        parse, word = place
        head = parse.head[word]
        if parse.dep[word] not in ("nummod", "amod", "nummod:gov", "det"):
            return end
        if not word < head <= word + LONGEST_PHRASE or parse.tag[head] not in _NOUNS:
            return end
        between = range(word + 1, head)
        inner = self.place(index)
        if inner is None or any(
            parse.tag[at] not in _INSIDE and not self._is_adverb_inside(parse, at) for at in between
        ):
            return end
        return self.token_after(parse.end[self._joined(parse, head)], index)

    def to_plural(self, index: int, end: int) -> int:
        """One word on where the phrase ends in the singular and a plural follows: `900 asylum seekers`."""
        tokens = self.reading.tokens
        last, following = tokens.word(end - 1), tokens.word(end)
        plurals = self.reading.lexicon.words("plurals")
        if last in plurals or looks_plural(last) or not tokens.follows(end) or end - index > 4:
            return end
        if following in self.reading.lexicon.words("closed") or tokens.is_capitalised(end):
            return end
        return end + 1 if looks_plural(following) or following in plurals else end

    def of_end(self, index: int) -> int:
        """Where the `of` phrase that begins at `index` ends; `index` where there is none."""
        tokens = self.reading.tokens
        if tokens.word(index) != "of" or not tokens.follows(index):
            return index
        at = index + 1
        if tokens.word(at) in POINTING:
            return at + 1 + (self.tag(at + 1) == "VBN" and tokens.follows(at + 1))
        while True:
            at = self._past_determiners(at)
            end = self.end(at, of_one=True)
            if tokens.word(end) == "'s" and end > at:
                at = end + 1
                continue
            return end if end > at else index

    def _past_determiners(self, index: int) -> int:
        """The place after determiners and numbers."""
        tokens = self.reading.tokens
        determiners = self.reading.lexicon.words("determiners")
        while tokens.follows(index):
            numeral = self.reading.numeral_at.get(index)
            if tokens.word(index) in determiners:
                index += 1
            elif numeral is not None and numeral.last > index:
                index = numeral.last
            else:
                break
        return index

    def whole_end(self, last: int, index: int) -> int:
        """Where the noun phrase at `index` with its `of` phrase ends; `last` where a clause begins."""
        tokens = self.reading.tokens
        if index > last and not tokens.follows(index):
            return last
        at = index
        determiners = self.reading.lexicon.words("determiners")
        while tokens.word(at) in determiners and tokens.follows(at):
            at += 1
        end = self.end(at, of_one=True)
        if end <= at:
            return last
        of = self.of_end(end)
        end = max(end, of)
        following = self.tag(end)
        if following in ("VBD", "VBZ", "VBP", "MD", "VB") or tokens.word(end) in _FINITE:
            return last
        held = self.place(end - 1)
        if tokens.word(end) == "'s" or (held and _leads_to_verb(*held)):
            # `a day after France's president left`, `after the dam burst`
            return last
        return end

    def place(self, index: int) -> tuple[Parse, int] | None:
        """The parse and the word of it that holds a token."""
        tokens = self.reading.tokens
        if not 0 <= index < len(tokens):
            return None
        start = tokens.starts[index]
        parse = self.context.parse_at(start)
        if parse is None:
            return None
        word = bisect_left(parse.end, start + 1)
        return (parse, word) if word < len(parse.start) and parse.start[word] <= start else None

    def _parsed_end(self, index: int, parse: Parse, word: int) -> int:
        """By tags: the run of adjectives and nouns, up to its last noun that belongs to it."""
        last_noun = -1
        at = word
        size = len(parse.start)
        while at < size and at - word < LONGEST_PHRASE:
            tag = parse.tag[at]
            if tag not in _BEFORE_NOUNS and not self._is_adverb_inside(parse, at):
                break
            if tag in ("VBN", "VBG") and parse.dep[at] not in ("amod", "compound", "obl"):
                break
            if tag in _NOUNS:
                if last_noun >= 0 and not _belongs(parse, last_noun, at):
                    break
                last_noun = at
            at += 1
        if last_noun < 0:
            return index
        last_noun = self._joined(parse, last_noun)
        return self.token_after(parse.end[last_noun], index)

    def _is_adverb_inside(self, parse: Parse, at: int) -> bool:
        return (
            parse.tag[at] in ("RB", "RBR", "RBS")
            and parse.head[at] > at
            and parse.tag[parse.head[at]] in ("JJ", "VBN", "VBG")
        )

    def _joined(self, parse: Parse, noun: int) -> int:
        """The last of `men and women`: a bare plural joined to the head."""
        at = noun + 1
        if at + 1 >= len(parse.start) or parse.text[at] != "and" or parse.tag[noun] == "NN":
            return noun
        for after in range(at + 1, min(at + 4, len(parse.start))):
            if parse.tag[after] == "NNS" and parse.dep[after] == "conj":
                return after if parse.head[after] == noun else noun
            if parse.tag[after] not in _BEFORE_NOUNS:
                break
        return noun

    def token_after(self, offset: int, index: int) -> int:
        """The first token that begins at or after a character."""
        tokens = self.reading.tokens
        at = index
        while at < len(tokens) and tokens.starts[at] < offset:
            at += 1
        return at

    def _listed_end(self, index: int, of_one: bool) -> int:
        """By word lists: up to the first word that looks like a plural."""
        tokens = self.reading.tokens
        closed = self.reading.lexicon.words("closed")
        plurals = self.reading.lexicon.words("plurals")
        at = index
        while at - index < 5 and (at == index or tokens.follows(at)):
            word = tokens.word(at)
            if not word or not word[0].isalpha() or word in closed:
                break
            if word in plurals or looks_plural(word) or of_one:
                return at + 1
            at += 1
        return index


def _belongs(parse: Parse, noun: int, after: int) -> bool:
    """Is the noun `after` of one phrase with the noun before it? `workers Tuesday` are two."""
    if parse.dep[after] in ("obl:tmod", "obl:npmod", "obl:unmarked", "appos"):
        return False
    if parse.dep[after].startswith(("nsubj", "obl")) and parse.dep[noun] not in (
        "compound",
        "amod",
        "nmod",
    ):
        return parse.head[noun] == after or parse.head[noun] > after
    return True


_LONGEST_ABBREVIATION = 4


def looks_plural(word: str) -> bool:
    """Does a word end like a plural?"""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def plural_of(noun: str) -> str:
    """A noun in the plural, as a unit of a value."""
    if noun.isupper() and len(noun) > _LONGEST_ABBREVIATION:
        # a text in capitals
        noun = noun.lower()
    if looks_plural(noun) or not noun[-1:].isalpha():
        return noun
    irregular = _IRREGULAR.get(noun.rpartition(" ")[2].lower())
    if irregular is not None:
        return f"{noun.rpartition(' ')[0]} {irregular}".strip()
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    if noun.endswith(("ch", "sh", "x", "s", "z")):
        return f"{noun}es"
    return f"{noun}s"


_IRREGULAR = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
    "tooth": "teeth",
    "mouse": "mice",
    "people": "people",
    "men": "men",
    "women": "women",
    "children": "children",
    "police": "police",
    "feet": "feet",
    "percent": "percent",
    "wife": "wives",
    "life": "lives",
    "half": "halves",
    "series": "series",
    "species": "species",
    "aircraft": "aircraft",
    "personnel": "personnel",
    "staff": "staff",
    "cattle": "cattle",
    "fish": "fish",
    "sheep": "sheep",
    "homeless": "homeless",
}
