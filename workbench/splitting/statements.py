"""What a claim says when it stands alone: its clause with the subject it leans on put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.facts import Fact, Facts
from workbench.splitting.past_forms import past_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.splitting.antecedents import Antecedents
    from workbench.splitting.clause import Clause
    from workbench.splitting.lexicon import Lexicon
    from workbench.splitting.trees import Tree

_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_PLURAL = frozenset({"NNS", "NNPS"})


class Statements:
    """Writes the statements of one sentence."""

    def __init__(self, tree: Tree, text: str, lexicon: Lexicon, antecedents: Antecedents) -> None:
        self.tree = tree
        self.text = text
        self._lexicon = lexicon
        self._antecedents = antecedents
        self._facts = Facts(tree)
        self._known: list[Fact] | None = None

    def of_clause(self, clause: Clause, words: Sequence[int]) -> str:
        """The clause as a sentence of its own; empty where its own words already are one."""
        tree, head = self.tree, clause.head
        if clause.rule in ("event.apposition", "event.with"):
            return self._apposition(clause, words)
        own = tree.subject(head)
        if own is not None and not self._is_relative(clause):
            return self._with_name(own, words)
        subject = self._facts.subject(clause)
        if not subject or set(subject) & set(words):
            return ""
        rest = self._without_relative(words) if self._is_relative(clause) else list(words)
        if rest is None:
            return ""
        verb = ""
        if self._lacks_tense(head):
            past = self._past(subject, rest[0]) if rest and rest[0] == head else ""
            verb, rest = (past, rest[1:]) if past else (self._be(subject), rest)
        return self._sentence([self._named(subject), verb, self._phrase(rest)])

    def facts(self, clause: Clause) -> list[str]:
        """The small facts of a clause, each a sentence."""
        return [self.fact(fact) for fact in self._facts.of(clause) if len(fact.words) > 0]

    def fact(self, fact: Fact) -> str:
        be = self._be(fact.subject) if fact.needs_be else ""
        return self._sentence([self._named(fact.subject), be, self._phrase(fact.words)])

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
        return self._sentence([self._named(noun), self._be(noun), self._phrase(words)])

    def _with_name(self, subject: int, words: Sequence[int]) -> str:
        """A clause with a pronoun for its subject, with the name instead; empty where it has none."""
        name = self._name_for(subject)
        if not name or words[0] != subject:
            return ""
        return self._sentence([name, self._phrase(words[1:])])

    def _named(self, subject: Sequence[int]) -> str:
        """The words of a subject, a lone pronoun replaced by the name it stands for."""
        name = self._name_for(subject[0]) if len(subject) == 1 else ""
        return name or self._phrase(subject)

    def _name_for(self, word: int) -> str:
        tree = self.tree
        if tree.tag[word] != "PRP" or tree.quoted[word]:
            return ""
        return self._antecedents.certain(tree.parse.start[word], tree.low[word])

    def _past(self, subject: Sequence[int], head: int) -> str:
        """The past tense of a participle after a main verb in the past: `ending` is `ended`."""
        tree = self.tree
        if tree.tag[tree.root] != "VBD" or tree.tag[head] != "VBG":
            return ""
        past = past_form(tree.low[head], self._lexicon)
        return "were" if past == "was" and self._is_plural(subject) else past

    def _be(self, subject: Sequence[int]) -> str:
        is_past = any(tag == "VBD" for tag in self.tree.tag)
        if self._is_plural(subject):
            return "were" if is_past else "are"
        return "was" if is_past else "is"

    def _is_plural(self, subject: Sequence[int]) -> bool:
        """Whether the noun on which the other words hang is a plural, or two nouns are joined."""
        tree = self.tree
        inside = frozenset(subject)
        heads = [word for word in subject if tree.head[word] not in inside or tree.root == word]
        return any(tree.tag[word] in _PLURAL for word in heads) or any(
            tree.dep[word] == "conj" and tree.head[word] in heads for word in subject
        )

    def _phrase(self, words: Sequence[int]) -> str:
        """The words with the spaces they have in the text, and what joins them there without any."""
        starts, ends = self.tree.parse.start, self.tree.parse.end
        parts: list[str] = []
        before: int | None = None
        for word in words:
            if before is not None:
                between = self.text[ends[before] : starts[word]]
                is_joined = word > before and len(between) <= 1 and not between.isspace()
                parts.append(between if is_joined else " ")
            parts.append(self._written(word))
            before = word
        return "".join(parts).strip(" ,;:-–—")

    def _written(self, word: int) -> str:
        """A word; one that only begins its sentence loses its capital."""
        tree = self.tree
        written = self.text[tree.parse.start[word] : tree.parse.end[word]]
        is_first = not any(tree.pos[other] != "PUNCT" for other in range(word))
        if is_first and not tree.tag[word].startswith("NNP") and written[1:].islower():
            return written.lower()
        return written

    def _sentence(self, phrases: Iterable[str]) -> str:
        joined = " ".join(phrase for phrase in phrases if phrase)
        return f"{joined[:1].upper()}{joined[1:]}." if joined else ""
