"""Which clauses of a sentence say something of their own, and which words belong to each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.splitting.absolutes import absolutes

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.splitting.grammar import Grammar
    from workbench.splitting.trees import Tree

_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_LOOSE = frozenset({"obl", "nmod", "obj", "dep", "list"})
"""Relations of nouns: a verb with a tense and a subject that has one was misplaced."""

_DOUBLED = frozenset(
    {"event.participle", "event.adverbial", "event.beside", "event.coordinated", "event.result"}
)
"""Rules whose clauses a phrase with *with* takes the place of."""

_RELATIVE_RELATIONS = frozenset(
    {"acl", "advcl", "parataxis", "conj", "ccomp", "appos", "amod", "dep"}
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(slots=True)
class Clause:
    """A clause while its words are gathered."""

    head: int
    rule: str
    parent: Clause | None = None
    words: list[int] = field(default_factory=list)
    reports: bool = False
    """Whether it is an attribution, so that what it reports is no claim again."""

    is_inside: bool = False
    """Whether it stands in somebody's report."""


@dataclass(frozen=True, slots=True)
class Join:
    """How a clause hangs on another one."""

    rule: str
    is_shared: bool = False
    """Whether its words stay with the clause above as well."""


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
        """Whether all of the sentence is one report."""

        self._forced = forced
        """Verbs that head a clause whatever the tree says: those beside a quotation."""

        self.found: list[Clause] = []

    def gather(self) -> list[Clause]:
        """Every clause that stands for itself, the main one first."""
        root = self.tree.root
        rule = "event.main" if self._asserts(root) or self._is_whole else ""
        self._grow(Clause(root, rule))
        self._take_absolutes()
        return self.found

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
            join = self._join(child, word, clause, within=within)
            if join is None:
                inner = within or (child != clause.head and self._is_clausal(child))
                self._walk(child, clause, within=inner)
                continue
            sub = Clause(child, join.rule, parent=clause)
            sub.is_inside = clause.is_inside or (clause.reports and within)
            self._grow(sub)
            if join.is_shared:
                clause.words += sub.words
        if word == clause.head:
            self._settle_borders(clause)

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

    def _join(self, child: int, parent: int, clause: Clause, *, within: bool) -> Join | None:
        """How the clause at `child` parts from `clause`; None where it stays in it."""
        tree = self.tree
        if child in self._forced:
            return Join("attribution.frame")
        if tree.quoted[child] and tree.quoted[parent]:
            return None
        relation = tree.kind(child)
        if clause.head == tree.root and self._is_whole:
            return self._relative(child, clause)
        if relative := self._relative(child, clause):
            return relative
        if relation == "conj":
            return self._conjunct(child, parent, clause, within=within)
        if relation == "parataxis":
            return self._parataxis(child, clause)
        if relation == "appos":
            return self._apposition(child, parent, clause)
        if relation == "advcl":
            return self._adverbial(child, parent, clause, within=within)
        if relation == "acl" or (relation == "amod" and tree.pos[child] == "VERB"):
            return self._participle(child, clause, within=within)
        if relation in _LOOSE and tree.tag[child] in _TENSED and tree.subject(child) is not None:
            return self._adverbial(child, parent, clause, within=within)
        return None

    def _asserts(self, word: int) -> bool:
        """Whether the clause at `word` has a tense, or a subject and a participle in a sentence."""
        tree = self.tree
        if not tree.is_predicate(word):
            return False
        return tree.is_finite(word)

    def _conjunct(self, child: int, parent: int, clause: Clause, *, within: bool) -> Join | None:
        tree = self.tree
        if not tree.is_predicate(child):
            return None
        finite = tree.is_finite(child)
        has_subject = tree.subject(child) is not None
        if parent == clause.head:
            if not clause.rule and not finite:
                return None
            if not has_subject and self._is_bare(child, parent):
                return None
            if clause.reports and not has_subject and tree.tag[child] != tree.tag[parent]:
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
            or tree.low[word] in ("first", "second", "third", "last", "latest", "only", "final")
            for word in words[:4]
        )

    def _adverbial(self, child: int, parent: int, clause: Clause, *, within: bool) -> Join | None:
        tree, grammar = self.tree, self.grammar
        words = tree.subtree(child)
        words = words[words.index(tree.first(words)) :]
        opener = self._opener(child, words)
        if tree.is_infinitive(child) or tree.quoted[child]:
            return None
        finite = tree.is_finite(child)
        subject = tree.subject(child)
        set_off = tree.is_set_off(words[0]) or words[0] == 0
        if opener == "that" and finite and self._is_consequence(parent):
            return Join("event.consequence", is_shared=True)
        if within or clause.is_inside:
            return None
        if clause.reports:
            # what stands in a report is not marked again, unless it reports something itself
            follows = set_off and child > clause.head
            return Join("event.adverbial") if self._reports(child) and follows else None
        if opener == "with":
            return None
        full = (finite and subject is not None) or self._hides_subject(child, words, opener)
        if full and opener in grammar.own:
            if opener == "as" and self._compares(words[0]):
                return None
            if opener in ("when", "where") and not set_off and self._limits(words[0]):
                return None
            return Join("event.adverbial", is_shared=self._is_light(clause.head))
        if finite and subject is not None and not opener and self._stands_beside(words):
            return Join("event.beside")
        if tree.tag[child] == "VBG" and opener in grammar.own_participle:
            return Join("event.adverbial")
        if tree.low[child] in grammar.prepositions or "-" in tree.text[child]:
            return None
        participle = tree.tag[child] in ("VBG", "VBN") and not finite
        if (participle or (tree.tag[child] == "VBD" and subject is None)) and not opener:
            if set_off:
                return Join("event.participle")
            if tree.low[child] in grammar.results and child > clause.head:
                return Join("event.result")
        return None

    def _hides_subject(self, child: int, words: list[int], opener: str) -> bool:
        """`after the original disappeared`: a participle or bare past with a noun between."""
        tree = self.tree
        if opener not in self.grammar.own or tree.tag[child] not in ("VBD", "VBN"):
            return False
        if any(True for _ in tree.auxiliaries(child)) or any(
            tree.dep[word] == "obl:agent" for word in tree.children[child]
        ):
            return False
        between = [word for word in words if words[0] < word < child]
        return any(tree.tag[word] in ("DT", "PRP", "NN", "NNS", "NNP", "PRP$") for word in between)

    def _stands_beside(self, words: list[int]) -> bool:
        tree = self.tree
        if words[0] != 0:
            return tree.is_set_off(words[0])
        after = words[-1] + 1
        return after < len(tree) and (tree.tag[after] == "CC" or tree.low[after] == ";")

    def _opener(self, child: int, words: list[int]) -> str:
        """The word that joins the clause at `child`; empty where none does."""
        tree = self.tree
        for word in words[:4]:
            if word >= child:
                break
            if tree.head[word] == child and (
                tree.dep[word] in ("mark", "case")
                or tree.tag[word] in ("WRB", "IN")
                or tree.low[word] in ("so", "hence")
            ):
                return tree.low[word]
        return ""

    def _is_consequence(self, parent: int) -> bool:
        return any(self.tree.low[word] in ("so", "such") for word in self.tree.children[parent])

    def _compares(self, opener: int) -> bool:
        before = self.tree.low[max(0, opener - 4) : opener]
        return "as" in before or "such" in before or "same" in before

    def _limits(self, opener: int) -> bool:
        """`at a time when …`: the clause tells which time or place."""
        tree = self.tree
        if tree.before(opener) not in self.grammar.limited:
            return False
        return any(tree.tag[word] in ("IN", "TO") for word in range(max(0, opener - 5), opener - 1))

    def _is_light(self, head: int) -> bool:
        return self.tree.low[head] in self.grammar.light

    def _relative(self, child: int, clause: Clause) -> Join | None:
        """A relative clause that a comma or dash sets off, whatever the tree calls it."""
        tree = self.tree
        if tree.quoted[child] or not tree.is_predicate(child):
            return None
        is_relative = tree.dep[child] == "acl:relcl"
        if not is_relative and tree.kind(child) not in _RELATIVE_RELATIONS:
            return None
        words = tree.subtree(child)
        pronoun = next(
            (
                word
                for word in words[:6]
                if tree.tag[word] in _RELATIVE_TAGS and self._governor(word) in (child, word)
            ),
            None,
        )
        if pronoun is None or (pronoun >= child and tree.tag[child] not in _RELATIVE_TAGS):
            return None
        first = words[0]
        while tree.is_break(first) and first < pronoun:
            first += 1
        if tree.low[pronoun] == "when" and not is_relative:
            return None
        if not tree.is_set_off(first) or pronoun - first > 3:
            if is_relative and self._reports(child) and self._has_named_subject(child):
                return Join("attribution.relative", is_shared=True)
            return None
        if not is_relative and tree.low[pronoun] not in ("which", "who", "whose", "whom", "where"):
            return None
        return Join("event.relative")

    def _governor(self, word: int) -> int:
        """The predicate that `word` stands in."""
        tree = self.tree
        while tree.head[word] != word:
            word = tree.head[word]
            if tree.is_predicate(word) and tree.dep[word] != "xcomp":
                break
        return word

    def _has_named_subject(self, child: int) -> bool:
        subject = self.tree.subject(child)
        return subject is not None and self.tree.pos[subject] == "PROPN"

    def _participle(self, child: int, clause: Clause, *, within: bool) -> Join | None:
        tree = self.tree
        if tree.tag[child] not in ("VBG", "VBN", "VBD") or tree.is_infinitive(child):
            return None
        first = tree.first(tree.subtree(child))
        if within or clause.is_inside or clause.reports or tree.quoted[child]:
            return None
        if tree.low[child] in self.grammar.prepositions or "-" in tree.text[child]:
            return None
        if tree.subject(child) is not None and not tree.is_finite(child):
            return None
        if tree.is_set_off(first) and not tree.marks(child):
            return Join("event.participle")
        if tree.low[child] in self.grammar.results and child > clause.head:
            return Join("event.result")
        return None
