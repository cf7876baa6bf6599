"""How each clause of a sentence hangs on another one: whether it parts from it, and by which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.clause import Clause, Join
from workbench.splitting.subordinates import Subordinates

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.splitting.grammar import Grammar
    from workbench.splitting.trees import Tree

_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_LOOSE = frozenset({"obl", "nmod", "obj", "dep", "list"})
"""Relations of nouns: a verb with a tense and a subject that has one was misplaced."""

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


class Joins:
    """Decides for the clauses of one sentence."""

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
        self._forced = forced
        """Verbs that head a clause whatever the tree says: those beside a quotation."""

        self._is_whole = is_whole
        """Whether all of the sentence is one report."""

        self._subordinates = Subordinates(tree, grammar, reports)

    def of(self, child: int, parent: int, clause: Clause, *, within: bool) -> Join | None:
        """How the clause at `child` parts from `clause`; None where it stays in it."""
        tree = self.tree
        if child in self._forced:
            return Join("attribution.frame")
        if tree.quoted[child] and tree.quoted[parent]:
            return None
        relation = tree.kind(child)
        if clause.head == tree.root and self._is_whole:
            return self._subordinates.relative(child, clause)
        if relative := self._subordinates.relative(child, clause):
            return relative
        if relation == "conj":
            return self._conjunct(child, parent, clause, within=within)
        if relation == "parataxis":
            return self._parataxis(child, clause)
        if relation == "appos":
            return self._apposition(child, parent, clause)
        if relation in ("ccomp", "csubj"):
            return self._subordinates.consequence(child, parent)
        if relation == "advcl":
            return self._subordinates.adverbial(child, parent, clause, within=within)
        if relation == "acl" and (follows := self._subordinates.consequence(child, parent)):
            return follows
        if relation == "acl" or (relation == "amod" and tree.pos[child] == "VERB"):
            return self._subordinates.participle(child, clause, within=within)
        if relation in _LOOSE and tree.is_finite(child) and tree.subject(child) is not None:
            return self._subordinates.adverbial(child, parent, clause, within=within)
        return None

    def _conjunct(self, child: int, parent: int, clause: Clause, *, within: bool) -> Join | None:
        tree = self.tree
        if not tree.is_predicate(child) or tree.low[child] in ("provided", "providing"):
            return None
        finite = tree.is_finite(child)
        has_subject = tree.subject(child) is not None
        if parent == clause.head:
            if not clause.rule and not finite:
                return None
            if not has_subject and self._is_bare(child, parent):
                return None
            if clause.reports and self._is_reported(child, parent):
                return None
            if finite or self._shares_auxiliary(child, parent):
                return Join("event.coordinated")
            if tree.tag[child] == "VBG" and (has_subject or not tree.is_finite(parent)):
                return Join("event.coordinated")
            return None
        if finite and not has_subject and clause.reports and self._reports(child):
            # `claimed that … and claims that …`: two reports, though the tree joins them lower
            return Join("event.coordinated") if tree.tag[child] in _TENSED else None
        if within or not finite or clause.reports or clause.is_inside:
            return None
        if tree.tag[child] in ("VBD", "VBZ") and self._lacks_tense(parent):
            return Join("event.coordinated")
        # a finite verb is no conjunct of a noun: the tree joined it too low
        if has_subject or not tree.is_predicate(parent):
            return Join("event.coordinated")
        return None

    def _tense(self, word: int) -> str:
        """The tag that bears the tense: that of the auxiliary, where there is one."""
        tree = self.tree
        return next((tree.tag[other] for other in tree.auxiliaries(word)), tree.tag[word])

    def _is_reported(self, child: int, parent: int) -> bool:
        """Whether what is joined to a report goes on with what is reported: `and that it fell`."""
        tree = self.tree
        if any(tree.low[mark] == "that" for mark in tree.marks(child)):
            return True
        helpers = {tree.low[word] for word in tree.auxiliaries(child)}
        if tree.subject(child) is None and helpers & {"had", "would", "could"}:
            told = [other for other in tree.children[parent] if tree.dep[other] == "ccomp"]
            if any(helpers & {tree.low[word] for word in tree.auxiliaries(c)} for c in told):
                return True
        if tree.subject(child) is not None or self._tense(child) == self._tense(parent):
            return False
        if tree.tag[child] in _TENSED and self._reports(child):
            return False
        holds_clause = any(tree.dep[other] == "ccomp" for other in tree.children[parent])
        return holds_clause or not any(
            tree.tag[other] in ("VBD", "VBZ", "MD") for other in tree.auxiliaries(child)
        )

    def _lacks_tense(self, parent: int) -> bool:
        """Whether a verb with a tense cannot be joined to the word at `parent`."""
        tree = self.tree
        return (
            tree.is_infinitive(parent)
            or (tree.subject(parent) is None and not tree.is_finite(parent))
            or tree.kind(parent) in _LOOSE
        )

    def _is_bare(self, child: int, parent: int) -> bool:
        """`were asked to sign and leave`: a bare form after an infinitive goes with that."""
        tree = self.tree
        if tree.tag[child] not in ("VB", "VBP") or any(True for _ in tree.auxiliaries(child)):
            return False
        if tree.tag[parent] == "VBP" or (tree.tag[parent] == "VB" and tree.is_finite(parent)):
            return False
        return any(tree.tag[word] == "TO" for word in range(parent, child))

    def _is_within_report(self, word: int, clause: Clause) -> bool:
        return clause.reports or clause.is_inside or self.tree.is_infinitive(word)

    def _shares_auxiliary(self, child: int, parent: int) -> bool:
        """`was seen and heard`, `can swim and dive`: one auxiliary for both."""
        tree = self.tree
        if tree.is_infinitive(parent) or tree.is_infinitive(child):
            return False
        if tree.tag[child] in ("VBN", "VBG"):
            if any(True for _ in tree.auxiliaries(parent)):
                return True
            return tree.tag[parent] == tree.tag[child]
        return tree.tag[child] == tree.tag[parent] == "VB" and tree.is_finite(parent)

    def _parataxis(self, child: int, clause: Clause) -> Join | None:
        tree = self.tree
        if tree.is_finite(child) and tree.is_predicate(child) and tree.subject(child) is not None:
            if self._is_within_report(child, clause) and not self._reports(child):
                return None
            return Join("event.beside")
        is_participle = tree.tag[child] in ("VBN", "VBG") and not tree.is_finite(child)
        if is_participle and not clause.reports and not clause.is_inside and not tree.quoted[child]:
            first = tree.first(tree.subtree(child))
            if tree.is_set_off(first) and tree.low[first] in (
                "both",
                "all",
                "each",
                "most",
                "some",
            ):
                return Join("event.participle")
        return None

    def _apposition(self, child: int, parent: int, clause: Clause) -> Join | None:
        tree = self.tree
        words = tree.subtree(child)
        words = words[words.index(tree.first(words)) :]
        if not tree.is_set_off(words[0]) or len(words) < 2 or tree.pos[child] not in _NOMINAL:
            return None
        if tree.quoted[child] or clause.is_inside:
            return None
        if tree.pos[child] == "PROPN" or self._names_person(parent, child) or self._ranks(words):
            return None
        first = tree.low[words[0]]
        if first in ("such", "c.", "ca."):
            return None
        if (
            first in ("a", "an", "one", "another", "the")
            or tree.tag[words[0]] == "PRP$"
            or (len(words) > 3 and tree.pos[words[0]] in ("ADJ", "NOUN"))
        ):
            return Join("event.apposition")
        return None

    def _names_person(self, parent: int, child: int) -> bool:
        """Whether an apposition says who somebody is; then it belongs to the name."""
        noun = self.tree.low[child]
        return noun in self.grammar.person_nouns or (
            self.tree.pos[parent] == "PROPN"
            and noun.endswith(("er", "or", "ist", "man", "woman", "ian", "ess", "ee"))
        )

    def _ranks(self, words: list[int]) -> bool:
        tree = self.tree
        return any(
            tree.tag[word] in ("JJS", "RBS")
            or (
                tree.low[word] in ("first", "second", "third", "last", "latest", "only", "final")
                # `last year's champions` names a time, no place in an order
                and not self.grammar.limited.intersection(tree.low[word + 1 : word + 2])
            )
            for word in words[:4]
        )
