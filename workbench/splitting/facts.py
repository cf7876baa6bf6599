"""Into which small facts a clause falls: its subject and verb with one complement at a time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from workbench.splitting.trees import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.splitting.clause import Clause
    from workbench.splitting.trees import Tree

MOST_ALTERNATIVES = 8
"""Members of a list that get a fact each."""

_VERBAL = frozenset({"aux", "aux:pass", "cop", "compound:prt", "expl"})
_APART = frozenset(
    {"acl", "acl:relcl", "appos", "parataxis", "punct", "conj", "cc", "cc:preconj", "discourse"}
)
_COMPLEMENTS = frozenset({"obj", "iobj", "xcomp", "ccomp", "obl:agent", "csubj"})
_ADJUNCTS = frozenset(
    {
        "obl",
        "obl:unmarked",
        "obl:tmod",
        "obl:npmod",
        "advmod",
        "nmod:unmarked",
        "nmod:tmod",
        "advcl",
    }
)
_NOT_OF_NOUN = SUBJECTS | {"case", "cop", "aux", "mark", "parataxis", "discourse"}
_PLACED = frozenset({"nmod:unmarked", "appos", "list", "conj"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_LISTING = frozenset({"including", "like", "such", "as"})
_PARTICLES = frozenset({"away", "out", "up", "off", "down", "back", "over", "together"})


@dataclass(frozen=True, slots=True)
class Fact:
    """The words of one small statement, in the order they are read."""

    subject: tuple[int, ...]
    words: tuple[int, ...]
    """Verb and complements."""

    needs_be: bool = False
    """Whether a form of *be* is missing: `an engine, built in 1990`."""

    def covers(self, chosen: Iterable[int]) -> bool:
        held = {*self.subject, *self.words}
        return all(word in held for word in chosen)

    def __len__(self) -> int:
        return len(self.subject) + len(self.words)


class Facts:
    """Takes the clauses of one sentence apart."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def of(self, clause: Clause) -> list[Fact]:
        """The small facts of `clause`, the barest first."""
        tree, head = self.tree, clause.head
        subject = self.subject(clause)
        own = frozenset(clause.words)
        if any(tree.dep[child] == "cop" for child in tree.children[head]):
            facts = list(self._described(subject, head, own))
        else:
            facts = list(self._done(subject, clause, own))
        return [*facts, *self._within(own)]

    def _done(self, subject: Sequence[int], clause: Clause, own: frozenset[int]) -> Iterator[Fact]:
        """`He played in Rome and for Turin` says one thing a place."""
        tree, head = self.tree, clause.head
        verb = self._verb(head)
        needs_be = self._needs_be(head) and not tree.marks(head)
        parts = [child for child in tree.children[head] if child in own]
        listed = [child for child in parts if self._lists(child)]
        complements = [
            child
            for child in parts
            if tree.dep[child] in _COMPLEMENTS
            and child not in listed
            and tree.tag[child] not in _RELATIVE
        ]
        adjuncts = [
            child
            for child in parts
            if tree.dep[child] in _ADJUNCTS and child not in listed and self._weighs(child)
        ]
        cores: list[tuple[int, ...]] = [(*verb, *self._relative_object(clause))]
        for child in complements:
            cores = [(*core, *words) for core in cores for words in self.alternatives(child, own)][
                :MOST_ALTERNATIVES
            ]
        if complements or not adjuncts:
            for core in cores:
                yield self._fact(subject, core, needs_be=needs_be)
        for child in adjuncts:
            for words in self.alternatives(child, own):
                yield self._fact(subject, (*cores[0], *words), needs_be=needs_be)
        for child in listed:
            opening = self._opening(adjuncts[-1]) if adjuncts and not complements else ()
            for words in self.alternatives(child, own):
                kept = [word for word in words if tree.low[word] not in _LISTING]
                yield self._fact(subject, (*verb, *opening, *kept), needs_be=needs_be)

    def _opening(self, word: int) -> tuple[int, ...]:
        tree = self.tree
        return tuple(child for child in tree.children[word] if tree.dep[child] == "case")

    def _relative_object(self, clause: Clause) -> tuple[int, ...]:
        """What a relative object stands for: `the band, which he founded`."""
        tree, head = self.tree, clause.head
        is_object = any(
            tree.tag[child] in _RELATIVE and tree.dep[child] in ("obj", "iobj")
            for child in tree.children[head]
        )
        return self.noun(tree.head[head]) if is_object and tree.kind(head) == "acl" else ()

    def _within(self, own: frozenset[int]) -> Iterator[Fact]:
        """`in San Juan, Puerto Rico` says where San Juan is."""
        tree = self.tree
        for word in sorted(own):
            if tree.tag[word] != "NNP" or tree.dep[word] not in _PLACED:
                continue
            place = tree.head[word]
            first = min(self._close(word))
            cases = [child for child in tree.children[place] if tree.low[child] == "in"]
            if cases and tree.tag[place] == "NNP" and tree.before(first) == "," and place < first:
                yield Fact(
                    tuple(other for other in self.noun(place) if other < first),
                    (cases[0], *self.noun(word)),
                    needs_be=True,
                )

    def _fact(self, subject: Sequence[int], words: Iterable[int], *, needs_be: bool) -> Fact:
        taken = set(subject)
        kept = dict.fromkeys(
            word for word in words if not self.tree.is_break(word) and word not in taken
        )
        return Fact(tuple(subject), tuple(kept), needs_be)

    def _weighs(self, child: int) -> bool:
        """Whether an adjunct says enough for a fact: `in 2013`, not `also`."""
        tree = self.tree
        if tree.dep[child] == "obl" and any(
            tree.low[o] == "addition" for o in (child, *tree.children[child])
        ):
            return False
        if tree.dep[child] == "advmod":
            return tree.pos[child] == "NOUN" or bool(tree.children[child])
        return not tree.marks(child) or tree.dep[child] != "advcl" or not tree.is_finite(child)

    def _described(self, subject: Sequence[int], head: int, own: frozenset[int]) -> Iterator[Fact]:
        """`is a French engraver and printmaker` says one thing a noun."""
        tree = self.tree
        cop = [
            child
            for child in tree.children[head]
            if tree.dep[child] in _VERBAL or tree.tag[child] == "RB"
        ]
        peoples = [
            child
            for child in tree.children[head]
            if tree.dep[child] == "amod"
            and tree.tag[child] == "JJ"
            and tree.text[child][:1].isupper()
        ]
        for people in peoples[:1]:
            yield self._fact(subject, (*cop, people), needs_be=False)
        for words in self.alternatives(head, own):
            kept = [word for word in words if word not in peoples]
            yield self._fact(subject, (*cop, *kept), needs_be=False)
        for child in tree.children[head]:
            if tree.kind(child) == "acl" and child in own and not tree.is_infinitive(child):
                verb = self._verb(child)
                rest = [
                    other
                    for other in tree.children[child]
                    if tree.dep[other] in _COMPLEMENTS | _ADJUNCTS
                ]
                for other in rest or [child]:
                    for words in self.alternatives(other, own):
                        yield self._fact(subject, (*verb, *words), needs_be=self._needs_be(child))

    def _verb(self, head: int) -> tuple[int, ...]:
        tree = self.tree
        parts = [
            child
            for child in tree.children[head]
            if tree.dep[child] in _VERBAL
            or tree.low[child] in ("not", "n't", "never", "to")
            or (tree.dep[child] == "advmod" and child == head + 1 and tree.low[child] in _PARTICLES)
        ]
        return tuple(sorted([*parts, head]))

    def _needs_be(self, head: int) -> bool:
        tree = self.tree
        return (
            tree.tag[head] in ("VBN", "VBG")
            and not tree.has_tense(head)
            and not any(True for _ in tree.auxiliaries(head))
        )

    def subject(self, clause: Clause) -> tuple[int, ...]:
        """The subject of `clause`; what a relative word stands for, or that of the clause above."""
        tree, head = self.tree, clause.head
        own = next((child for child in tree.children[head] if tree.dep[child] in SUBJECTS), None)
        if own is not None and tree.tag[own] not in _RELATIVE:
            return self.noun(own)
        if tree.kind(head) == "acl":
            noun = tree.head[head]
            if (
                clause.parent is not None
                and clause.parent.head == noun
                and self._is_described(noun)
            ):
                # `is an actor, born in Rome` tells of whom it describes
                return self.subject(clause.parent)
            return self.noun(noun)
        if clause.parent is not None and clause.parent.head != head:
            return self.subject(clause.parent)
        return ()

    def _is_described(self, noun: int) -> bool:
        tree = self.tree
        return any(tree.dep[child] == "cop" for child in tree.children[noun])

    def noun(self, word: int) -> tuple[int, ...]:
        """`word` with what belongs to it closely: no relative clause, no apposition."""
        tree = self.tree
        kept: list[int] = [word]
        for child in tree.children[word]:
            is_sign = tree.dep[child] == "punct" and not self._is_hyphen(child, word)
            is_apart = tree.dep[child] in _NOT_OF_NOUN or (
                tree.kind(child) in ("acl", "appos") and not self._is_name_of(child, word)
            )
            if not is_sign and not is_apart and not self._is_clause(child):
                kept += self._close(child)
        kept.sort()
        while len(kept) > 1 and tree.tag[kept[0]] == "CC":
            kept.pop(0)
        return tuple(kept)

    def _is_name_of(self, child: int, noun: int) -> bool:
        """Whether a name stands right behind its title: `owner Jane Doe`."""
        tree = self.tree
        first = min(self._close(child))
        return tree.kind(child) == "appos" and first == noun + 1 and tree.tag[first] == "NNP"

    def _is_clause(self, child: int) -> bool:
        """Whether what is joined to a noun has a verb of its own: a misread relative clause."""
        tree = self.tree
        return tree.kind(child) == "conj" and (
            tree.is_finite(child) or any(tree.dep[below] == "cop" for below in tree.children[child])
        )

    def _close(self, word: int) -> list[int]:
        tree = self.tree
        kept = [word]
        for child in tree.children[word]:
            is_sign = tree.dep[child] == "punct" and not self._is_hyphen(child, word)
            if tree.kind(child) not in ("acl", "appos", "parataxis", "discourse") and not is_sign:
                kept += self._close(child)
        return kept

    def alternatives(self, word: int, own: frozenset[int]) -> list[tuple[int, ...]]:
        """The members of the list that `word` begins, each with what all of them share."""
        return list(islice(self._alternatives(word, own), MOST_ALTERNATIVES))

    def _alternatives(self, word: int, own: frozenset[int]) -> Iterator[tuple[int, ...]]:
        tree = self.tree
        shared = [word]
        splits: list[tuple[int, ...]] = []
        members: list[int] = []
        for child in tree.children[word]:
            relation = tree.dep[child]
            if relation in _VERBAL | SUBJECTS or child not in own:
                continue
            if relation == "conj" and self._is_wider_place(child, word):
                continue
            if relation == "conj":
                members.append(child)
            elif relation in _APART and not self._is_hyphen(child, word):
                continue
            elif self._lists(child):
                members.append(child)
            else:
                inner = self.alternatives(child, own)
                if len(inner) > 1 and not splits:
                    splits = inner
                else:
                    shared += inner[0] if inner else ()
        for part in splits or [()]:
            yield tuple(sorted([*shared, *part]))
        opening = [
            child
            for child in tree.children[word]
            if tree.dep[child] in ("case", "mark", "nmod:poss") and child < word and child in own
        ]
        for member in members:
            for words in self.alternatives(member, own):
                kept = [other for other in words if tree.low[other] not in _LISTING]
                has_case = any(tree.dep[other] in ("case", "mark") for other in kept)
                yield tuple(sorted({*kept, *(() if has_case else opening)}))

    def _is_wider_place(self, child: int, word: int) -> bool:
        """`in Cleveland, Ohio`, which the tree takes for a list."""
        tree = self.tree
        both = (child, word)
        return (
            all(tree.tag[other] == "NNP" for other in both)
            and tree.before(min(self._close(child))) == ","
            and not any(tree.dep[other] == "cc" for one in both for other in tree.children[one])
            and sum(tree.dep[other] == "conj" for other in tree.children[word]) == 1
        )

    def _is_hyphen(self, child: int, word: int) -> bool:
        tree = self.tree
        return tree.dep[child] == "punct" and not tree.is_break(child) and child < word

    def _lists(self, child: int) -> bool:
        """Whether `child` is a member that *including* or *such as* brings."""
        tree = self.tree
        return any(
            tree.low[other] == "including"
            or (tree.low[other] == "such" and tree.dep[other] in ("case", "mark", "fixed"))
            for other in tree.children[child]
        )
