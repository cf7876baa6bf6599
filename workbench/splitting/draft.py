"""A tree that is being put right: the same words, with relations that may still change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.splitting.parsing import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})


class Draft:
    """One parse in lists, so that a rule can hang a word elsewhere."""

    def __init__(self, parse: Parse, quoted: Sequence[bool]) -> None:
        self.parse = parse
        self.quoted = quoted
        self.low = [word.lower() for word in parse.text]
        self.tag = list(parse.tag)
        self.pos = list(parse.pos)
        self.dep = list(parse.dep)
        self.head = list(parse.head)

    def __len__(self) -> int:
        return len(self.low)

    @property
    def root(self) -> int:
        return self.dep.index("root")

    def children(self, word: int) -> list[int]:
        return [other for other, head in enumerate(self.head) if head == word and other != word]

    def leftmost(self, word: int) -> int:
        """The first word of all that hangs on `word`."""
        return min([word, *(self.leftmost(child) for child in self.children(word))])

    def hang(self, word: int, head: int, relation: str) -> None:
        """Hang `word` on `head`, unless that would close a ring."""
        above = head
        while self.head[above] != above:
            if above == word:
                return
            above = self.head[above]
        if above != word:
            self.head[word], self.dep[word] = head, relation

    def auxiliaries(self, word: int) -> list[int]:
        return [child for child in self.children(word) if self.dep[child] in AUXILIARIES]

    def has_tense(self, word: int) -> bool:
        """Whether the verb at `word` has a tense, by itself or by an auxiliary."""
        auxiliaries = self.auxiliaries(word)
        if auxiliaries:
            return any(self.tag[child] in FINITE for child in auxiliaries)
        return self.tag[word] in FINITE

    def is_infinitive(self, word: int) -> bool:
        return any(self.tag[child] == "TO" for child in self.children(word))

    def reroot(self, verb: int) -> None:
        """Put `verb` on top; what was on top becomes its subject or object."""
        old = self.root
        if verb == old:
            return
        for word, head in enumerate(list(self.head)):
            # what stood on the noun after the verb belongs to the verb
            if head == old and word > verb and self.dep[word] not in ("det", "case", "amod"):
                self.head[word] = verb
        self.head[verb], self.dep[verb] = verb, "root"
        is_front = self.tag[old] in ("VBN", "VBG") and "," in self.low[old:verb]
        relation = "advcl" if is_front else "nsubj"
        self.head[old], self.dep[old] = verb, relation if old < verb else "obj"

    def finished(self) -> Parse:
        """The parse as it stands now."""
        return replace(
            self.parse,
            tag=tuple(self.tag),
            pos=tuple(self.pos),
            dep=tuple(self.dep),
            head=tuple(self.head),
        )
