"""Which clauses of a sentence say something of their own, and which words belong to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.absolutes import absolutes
from workbench.splitting.clause import Clause
from workbench.splitting.joins import Joins

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.splitting.grammar import Grammar
    from workbench.splitting.trees import Tree

_AFTER_ASIDE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
_DOUBLED = frozenset(
    {"event.participle", "event.adverbial", "event.beside", "event.coordinated", "event.result"}
)
"""Rules whose clauses a phrase with *with* takes the place of."""


class Clauses:
    """Gathers the clauses of one sentence."""

    def __init__(
        self,
        tree: Tree,
        grammar: Grammar,
        reports: Callable[[int], bool],
        forced: frozenset[int] = frozenset(),
        *,
        is_whole: bool = False,
    ) -> None:
        self.tree = tree
        self.grammar = grammar
        self._reports = reports
        self._is_whole = is_whole
        self._joins = Joins(tree, grammar, reports, forced, is_whole=is_whole)
        self.found: list[Clause] = []

    def gather(self) -> list[Clause]:
        """Every clause that stands for itself, the main one first."""
        root = self.tree.root
        rule = "event.main" if self._asserts(root) or self._is_whole else ""
        self._grow(Clause(root, rule))
        self._drop_label()
        self._take_absolutes()
        return self.found

    def _drop_label(self) -> None:
        """`Five dead as floods hit valley`: what stands before the joint has no verb and says nothing."""
        tree, root = self.tree, self.tree.root
        joint = next((mark for mark in tree.marks(root) if tree.low[mark] in self.grammar.own), 0)
        is_label = joint and not any(tree.is_finite(word) for word in range(joint))
        if tree.is_headline and is_label:
            main = self.found[0]
            main.words = [word for word in main.words if word > joint]

    def _take_absolutes(self) -> None:
        """Give each phrase with *with* that says something a clause of its own."""
        tree = self.tree
        for start, verb, end, is_set_off in absolutes(tree):
            around = [clause for clause in self.found if start in clause.words and clause.rule]
            if not around:
                continue
            owner = min(around, key=lambda clause: len(clause.words))
            is_report = verb != start and self._reports(verb)
            if (owner.reports or owner.is_inside) and not is_report:
                continue
            inside = range(start + 1, end)
            if not (not is_set_off and self._is_light(owner.head)):
                for clause in around:
                    clause.words = [word for word in clause.words if word not in range(start, end)]
            self.found = [
                clause
                for clause in self.found
                if not (clause.head in inside and clause.rule in _DOUBLED)
            ]
            joint = next((word for word in inside if self._joins_participle(word, verb)), end)
            self._add(verb, owner, range(start + 1, joint))
            if joint < end:
                self._add(joint + 1, owner, range(joint + 1, end))

    def _joins_participle(self, word: int, verb: int) -> bool:
        tree = self.tree
        return (
            word > verb
            and tree.tag[word] == "CC"
            and tree.tag[verb] == "VBG"
            and tree.tag[word + 1 : word + 2] == ("VBG",)
        )

    def _add(self, head: int, parent: Clause, words: range) -> None:
        taken = [
            word
            for clause in self.found
            if clause.rule == "event.relative" and clause.head in words
            for word in clause.words
        ]
        clause = Clause(head, "event.with", parent=parent)
        clause.words = [word for word in words if word not in taken]
        clause.reports = self._reports(head)
        if clause.words:
            self.found.append(clause)

    def _grow(self, clause: Clause) -> None:
        clause.reports = self._reports(clause.head)
        self.found.append(clause)
        self._walk(clause.head, clause, within=False)
        clause.words.sort()

    def _walk(self, word: int, clause: Clause, *, within: bool) -> None:
        """Give `word` and what hangs on it to `clause`, but for the clauses that part from it.

        `within` is true below a clause that stays inside `clause`: in a report, a purpose and so on.
        """
        tree = self.tree
        clause.words.append(word)
        for child in tree.children[word]:
            join = self._joins.of(child, word, clause, within=within)
            if join is None:
                inner = within or (child != clause.head and self._is_clausal(child))
                self._walk(child, clause, within=inner)
                continue
            sub = Clause(child, join.rule, parent=clause)
            sub.is_inside = clause.is_inside or (clause.reports and within)
            self._grow(sub)
            if sub.rule == "event.relative":
                clause.words += self._after_aside(sub)
            if join.is_shared:
                clause.words += sub.words
        if word == clause.head:
            self._settle_borders(clause)

    def _after_aside(self, sub: Clause) -> list[int]:
        """Words that go on after the comma that closes a relative clause: `, who won, retired`."""
        tree = self.tree
        for word in sorted(sub.words)[1:]:
            begins = word > sub.head and tree.tag[word] in _AFTER_ASIDE
            if begins and tree.before(word) == "," and tree.subject(word) is None:
                rest = [other for other in sub.words if other >= word]
                sub.words = [other for other in sub.words if other < word]
                return rest
        return []

    def _is_clausal(self, word: int) -> bool:
        return self.tree.dep[word] in ("ccomp", "csubj", "acl:relcl")

    def _settle_borders(self, clause: Clause) -> None:
        """A later clause that nothing closes takes the words after it."""
        tree = self.tree
        for sub in self.found:
            if sub.parent is not clause or not sub.words:
                continue
            first, last = min(sub.words), max(sub.words)
            if first < clause.head or first in clause.words:
                continue
            after = [word for word in clause.words if word > last]
            if sub.rule == "event.coordinated":
                later = [word for word in clause.words if word > first]
                clause.words = [word for word in clause.words if word < first]
                sub.words += later
                continue
            kept = [word for word in after if tree.pos[word] != "PUNCT"]
            if (
                kept
                and not any(tree.is_break(word) for word in range(last + 1, kept[0]))
                and not tree.is_break(last)
            ):
                clause.words = [word for word in clause.words if word < first]
                sub.words += after

    def _asserts(self, word: int) -> bool:
        """Whether the clause at `word` has a tense, or a subject and a participle in a sentence."""
        tree = self.tree
        if not tree.is_predicate(word):
            return False
        return tree.is_finite(word)

    def _is_light(self, head: int) -> bool:
        return self.tree.low[head] in self.grammar.light
