"""What the tree of a sentence tells about its words: finite or not, with a subject, set off by a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.splitting.parsing import Parse

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl", "nsubj:outer"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLOSES = frozenset(
    {".", "!", "?", "…", "...", ":", ";", ",", '"', "”", "’", "'", ")", "''", "-", "–", "—"}
)
_DASHES = frozenset({"-", "–", "—", "--"})
_FULL_CLAUSES = frozenset({"root", "conj", "parataxis", "ccomp", "advcl"})
BREAKS = frozenset({",", ";", ":", "-", "–", "—", "--", "(", ")", "[", "]", "...", "…"})


class Tree:
    """One parse with what is asked of it again and again worked out once."""

    def __init__(self, parse: Parse, quoted: Sequence[bool]) -> None:
        self.parse = parse
        self.text = parse.text
        self.low = tuple(word.lower() for word in parse.text)
        self.tag = parse.tag
        self.pos = parse.pos
        self.dep = parse.dep
        self.head = parse.head
        self.quoted = quoted
        """Which words stand in somebody's quotation."""

        self.is_headline = parse.text[-1] not in _CLOSES and not parse.text[0].islower()
        """Whether nothing closes the sentence: in headlines a participle is a passive."""

        self.breaks = [self._breaks(word) for word in range(len(parse.text))]
        self.children: list[list[int]] = [[] for _ in parse.text]
        self.root = 0
        for word, head in enumerate(parse.head):
            if head == word:
                self.root = word
            else:
                self.children[head].append(word)

    def __len__(self) -> int:
        return len(self.text)

    def kind(self, word: int) -> str:
        """The relation without its subtype."""
        return self.dep[word].partition(":")[0]

    def subtree(self, word: int) -> list[int]:
        """`word` and all below it, in order."""
        found = [word]
        for above in found:
            found += self.children[above]
        return sorted(found)

    def child(self, word: int, relations: frozenset[str]) -> int | None:
        """The first child with one of `relations`."""
        return next((other for other in self.children[word] if self.dep[other] in relations), None)

    def subject(self, word: int) -> int | None:
        return self.child(word, SUBJECTS)

    def auxiliaries(self, word: int) -> Iterator[int]:
        return (other for other in self.children[word] if self.dep[other] in _AUXILIARIES)

    def marks(self, word: int) -> list[int]:
        return [other for other in self.children[word] if self.dep[other] == "mark"]

    def is_predicate(self, word: int) -> bool:
        """Whether `word` is a verb or something said with a form of *be*."""
        return (
            self.tag[word].startswith("VB")
            or self.pos[word] == "VERB"
            or any(self.dep[other] in ("cop", "aux", "aux:pass") for other in self.children[word])
        )

    def is_finite(self, word: int) -> bool:
        """Whether the predicate at `word` has a tense."""
        auxiliaries = list(self.auxiliaries(word))
        if auxiliaries:
            return any(self.tag[other] in _FINITE for other in auxiliaries)
        return self.has_tense(word)

    def _reads_as_passive(self, word: int) -> bool:
        """`Piano found in attic`: a past form before a preposition is a passive in a headline."""
        return (
            self.tag[word] == "VBD"
            and self.low[word].endswith(("ed", "nd", "ld", "nt", "ht"))
            and self.tag[word + 1 : word + 2] in (("IN",), ("TO",))
        )

    def _reads_as_finite(self, word: int) -> bool:
        """A bare form or participle with a subject before it, and nothing that makes it one."""
        if self.dep[word] not in _FULL_CLAUSES or self.pos[word] not in ("VERB", "AUX"):
            return False
        if self.tag[word] == "VBG" or self.tag[word] in _FINITE:
            return False
        if self.tag[word] == "VBN" and self.is_headline:
            return False
        return any(
            self.dep[child] == "nsubj" and child < word for child in self.children[word]
        ) and not any(self.tag[child] == "TO" for child in self.children[word])

    def has_tense(self, word: int) -> bool:
        """Whether the very form of the verb at `word` has a tense, auxiliaries aside."""
        if self.is_headline and self._reads_as_passive(word):
            return False
        return self.tag[word] in _FINITE or self._reads_as_finite(word)

    def is_infinitive(self, word: int) -> bool:
        return any(
            self.low[other] == "to" and self.tag[other] == "TO" for other in self.children[word]
        ) and not self.is_finite(word)

    def before(self, word: int) -> str:
        """The word before `word`; empty at the beginning."""
        return self.low[word - 1] if word > 0 else ""

    def is_set_off(self, word: int) -> bool:
        """Whether a comma, a dash or a bracket stands right before `word`."""
        return word > 0 and self.breaks[word - 1]

    def first(self, words: Sequence[int]) -> int:
        """The first of `words` that is no comma, dash or bracket."""
        return next((word for word in words if not self.is_break(word)), words[0])

    def is_break(self, word: int) -> bool:
        """Whether `word` is a comma, a dash, a bracket or the like; a hyphen in a word is none."""
        return self.breaks[word]

    def _breaks(self, word: int) -> bool:
        sign = self.parse.text[word]
        if sign not in BREAKS:
            return False
        if sign not in _DASHES:
            return True
        starts, ends = self.parse.start, self.parse.end
        is_loose = word == 0 or starts[word] > ends[word - 1]
        is_between_figures = (
            0 < word < len(starts) - 1 and self.tag[word - 1] == self.tag[word + 1] == "CD"
        )
        return (is_loose or sign in ("—", "--")) and not is_between_figures

    def span(self, words: Iterable[int]) -> Span:
        """From the first of `words` to the end of the last, in the document."""
        chosen = list(words)
        return Span(self.parse.start[min(chosen)], self.parse.end[max(chosen)])
