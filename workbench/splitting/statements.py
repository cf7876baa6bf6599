"""What a claim says when it stands alone: its clause with the subject it leans on put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.facts import Fact, Facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.splitting.clause import Clause
    from workbench.splitting.trees import Tree

_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_PLURAL = frozenset({"NNS", "NNPS"})


class Statements:
    """Writes the statements of one sentence."""

    def __init__(self, tree: Tree, text: str) -> None:
        self.tree = tree
        self.text = text
        self._facts = Facts(tree)
        self._known: list[Fact] | None = None

    def of_clause(self, clause: Clause, words: Sequence[int]) -> str:
        """The clause as a sentence of its own; empty where its own words already are one."""
        tree, head = self.tree, clause.head
        if clause.rule in ("event.apposition", "event.with"):
            return self._apposition(clause, words)
        has_subject = tree.subject(head) is not None and not self._is_relative(clause)
        if has_subject:
            return ""
        subject = self._facts.subject(clause)
        if not subject or set(subject) & set(words):
            return ""
        rest = self._without_relative(words) if self._is_relative(clause) else list(words)
        if rest is None:
            return ""
        verb = self._be(subject) if self._lacks_tense(head) else ""
        return self._sentence([self._phrase(subject), verb, self._phrase(rest)])

    def facts(self, clause: Clause) -> list[str]:
        """The small facts of a clause, each a sentence."""
        return [self.fact(fact) for fact in self._facts.of(clause) if len(fact.words) > 0]

    def fact(self, fact: Fact) -> str:
        be = self._be(fact.subject) if fact.needs_be else ""
        return self._sentence([self._phrase(fact.subject), be, self._phrase(fact.words)])

    def smallest(self, clauses: Iterable[Clause], chosen: Sequence[int]) -> str:
        """The smallest fact that holds the words `chosen`; empty where none does."""
        if self._known is None:
            self._known = [
                fact
                for clause in clauses
                if not self.tree.quoted[clause.head]
                for fact in self._facts.of(clause)
            ]
        held = [fact for fact in self._known if fact.covers(chosen)]
        if not held:
            return ""
        return self.fact(min(held, key=lambda fact: (len(fact), fact.words)))

    def _is_relative(self, clause: Clause) -> bool:
        return clause.rule in ("event.relative", "attribution.relative")

    def _without_relative(self, words: Sequence[int]) -> list[int] | None:
        """The words without a relative subject; None where the relative word is something else."""
        tree = self.tree
        for place, word in enumerate(words[:4]):
            if tree.tag[word] in ("WDT", "WP") and tree.dep[word] in ("nsubj", "nsubj:pass"):
                return list(words[place + 1 :])
            if tree.tag[word] in _RELATIVE:
                return None
        return None

    def _lacks_tense(self, head: int) -> bool:
        tree = self.tree
        return not tree.is_finite(head) and not any(
            tree.tag[other] in ("VBD", "VBZ", "VBP", "MD") for other in tree.auxiliaries(head)
        )

    def _apposition(self, clause: Clause, words: Sequence[int]) -> str:
        tree = self.tree
        if clause.rule == "event.with":
            return ""
        noun = self._facts.noun(tree.head[clause.head])
        if not noun or set(noun) & set(words):
            return ""
        return self._sentence([self._phrase(noun), self._be(noun), self._phrase(words)])

    def _be(self, subject: Sequence[int]) -> str:
        tree = self.tree
        is_plural = any(tree.tag[word] in _PLURAL for word in subject[-1:]) or any(
            tree.tag[word] == "CC" for word in subject
        )
        is_past = any(tag == "VBD" for tag in tree.tag)
        if is_plural:
            return "were" if is_past else "are"
        return "was" if is_past else "is"

    def _phrase(self, words: Sequence[int]) -> str:
        """The words with the spaces they have in the text."""
        starts, ends = self.tree.parse.start, self.tree.parse.end
        parts: list[str] = []
        before: int | None = None
        for word in words:
            if before is not None and (word != before + 1 or starts[word] > ends[before]):
                parts.append(" ")
            parts.append(self.text[starts[word] : ends[word]])
            before = word
        return "".join(parts).strip(" ,;:-–—")

    def _sentence(self, phrases: Iterable[str]) -> str:
        joined = " ".join(phrase for phrase in phrases if phrase)
        return f"{joined[:1].upper()}{joined[1:]}." if joined else ""
