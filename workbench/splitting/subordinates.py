"""Which subordinate, relative and participle clauses are events of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.clause import Clause, Join

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.splitting.grammar import Grammar
    from workbench.splitting.trees import Tree

_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_RELATIVE_RELATIONS = frozenset(
    {"acl", "advcl", "parataxis", "conj", "ccomp", "appos", "amod", "dep"}
)

_LONGEST_PART = 5
"""Words before the relative word in `, two-thirds of which are empty`."""


class Subordinates:
    """Decides for the clauses that time, cause, concession or a relative word joins."""

    def __init__(self, tree: Tree, grammar: Grammar, reports: Callable[[int], bool]) -> None:
        self.tree = tree
        self.grammar = grammar
        self._reports = reports

    def adverbial(self, child: int, parent: int, clause: Clause, *, within: bool) -> Join | None:
        tree, grammar = self.tree, self.grammar
        words = tree.subtree(child)
        words = words[words.index(tree.first(words)) :]
        opener = self._opener(child, words)
        if tree.is_infinitive(child) or tree.quoted[child]:
            return None
        finite = tree.is_finite(child)
        subject = tree.subject(child)
        set_off = tree.is_set_off(words[0]) or words[0] == 0
        is_contrast = opener in ("while", "whereas") and child > parent
        full_report = is_contrast and subject is not None and self._tells(child)
        if opener == "that" and finite and self._is_consequence(parent):
            return Join("event.consequence", is_shared=True)
        if within and not (clause.is_inside or clause.reports) and self._leaves(child, parent):
            return Join("event.participle") if set_off and not opener else None
        after_limit = within and set_off and tree.dep[parent] == "acl:relcl" and child > parent
        if after_limit and not (clause.is_inside or clause.reports):
            # `one of six that have kept it, though hours were cut`: it tells of the whole
            within = not (finite and subject is not None and opener in grammar.own)
        if within and clause.reports and tree.dep[parent] == "ccomp" and set_off and full_report:
            # `Some fear it, while others argue it helps`: another report, not part of the first
            return Join("event.adverbial")
        if within or clause.is_inside:
            return None
        if clause.reports:
            # what stands in a report is not marked again, unless it reports something itself
            follows = set_off and child > clause.head
            tells = self._tells(child) if subject is not None else self._reports(child)
            if follows and tells:
                return Join("event.adverbial")
            full = finite and subject is not None and opener in grammar.own
            fronted = words[0] == 0 and child < clause.head
            if not full or not (fronted or not self._has_content(clause.head)):
                return None
        if opener == "with":
            return None
        full = (finite and subject is not None) or self._hides_subject(child, words, opener)
        if full and opener in grammar.own:
            if opener == "as" and self._compares(words[0]):
                return None
            if opener in ("when", "where") and not set_off and self._limits(words[0]):
                return None
            leads = child > clause.head and self.is_light(clause.head, before=words[0])
            return Join("event.adverbial", is_shared=leads)
        if finite and subject is not None and not opener and self._stands_beside(words):
            return Join("event.beside")
        if tree.tag[child] == "VBG" and opener in grammar.own_participle:
            return Join("event.adverbial")
        if self._is_no_verb(child):
            return None
        participle = tree.tag[child] in ("VBG", "VBN") and not finite
        if (participle or (tree.tag[child] == "VBD" and subject is None)) and not opener:
            if set_off:
                return Join("event.participle")
            if tree.low[child] in grammar.results and child > clause.head:
                return Join("event.result")
        return None

    def _has_content(self, head: int) -> bool:
        """Whether what is reported is a clause: then what follows may be part of it."""
        tree = self.tree
        return any(
            tree.dep[child] in ("ccomp", "xcomp", "parataxis")
            or tree.quoted[child]
            # the tree may take the subject of what is reported for an object
            or any(tree.dep[word] == "acl" and tree.has_tense(word) for word in tree.subtree(child))
            for child in tree.children[head]
        )

    def _tells(self, child: int) -> bool:
        """Whether the verb at `child` reports a clause or somebody's very words."""
        tree = self.tree
        holds = any(tree.dep[word] in ("ccomp", "parataxis") for word in tree.children[child])
        return self._reports(child) and (
            holds or any(tree.quoted[word] for word in tree.subtree(child))
        )

    def consequence(self, child: int, parent: int) -> Join | None:
        """`so cold that the locks froze`, which the tree may take for what the cold is about."""
        tree = self.tree
        that = any(tree.low[mark] == "that" for mark in tree.marks(child))
        follows = child > parent and that and tree.subject(child) is not None
        if follows and self._is_consequence(parent):
            return Join("event.consequence", is_shared=True)
        return None

    def _leaves(self, child: int, parent: int) -> bool:
        """Whether an -ing clause ends a sentence after a restrictive clause: it tells of the whole."""
        tree = self.tree
        return (
            tree.tag[child] == "VBG"
            and tree.dep[parent] == "acl:relcl"
            and child > parent
            and not self._is_no_verb(child)
            and tree.subject(child) is None
        )

    def participle(self, child: int, clause: Clause, *, within: bool) -> Join | None:
        tree = self.tree
        if tree.tag[child] not in ("VBG", "VBN", "VBD") or tree.is_infinitive(child):
            return None
        first = tree.first(tree.subtree(child))
        is_attribute = tree.dep[child] == "amod" and child < tree.head[child]
        is_loose = tree.is_set_off(first) and tree.pos[first - 2] not in ("ADJ", "DET")
        if is_attribute and not (is_loose or self._stands_first(child)):
            return None
        if tree.before(child) == "-":
            # `seafaring people`, `cancer-causing metal`
            return None
        if within or clause.is_inside or clause.reports or tree.quoted[child]:
            return None
        if self._is_no_verb(child):
            return None
        if tree.subject(child) is not None and not tree.is_finite(child):
            return None
        if (tree.is_set_off(first) or self._stands_first(child)) and not tree.marks(child):
            return Join("event.participle")
        if tree.low[child] in self.grammar.results and child > clause.head:
            return Join("event.result")
        return None

    def relative(self, child: int, clause: Clause) -> Join | None:
        """A relative clause that a comma or dash sets off, whatever the tree calls it."""
        tree = self.tree
        if tree.quoted[child] or not tree.is_predicate(child):
            return None
        is_relative = tree.dep[child] == "acl:relcl"
        words = tree.subtree(child)
        if not is_relative and tree.kind(child) not in _RELATIVE_RELATIONS:
            # `, two-thirds of which are empty`: the tree may take the clause for a noun
            opens = any(
                tree.tag[word] in ("WDT", "WP") and tree.before(word) == "of" for word in words[:6]
            )
            if not (opens and tree.is_finite(child) and tree.subject(child) is not None):
                return None
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
        if tree.low[pronoun] == "when" and not (is_relative or self._follows_time(pronoun)):
            return None
        is_part = tree.before(pronoun) == "of" and pronoun - first <= _LONGEST_PART
        if not tree.is_set_off(first) or (pronoun - first > 3 and not is_part):
            if is_relative and self._reports(child) and self._has_named_subject(child):
                return Join("attribution.relative", is_shared=True)
            return None
        joints = ("which", "who", "whose", "whom", "where", "when")
        if not is_relative and tree.low[pronoun] not in joints:
            return None
        return Join("event.relative")

    def _is_no_verb(self, child: int) -> bool:
        """Whether a participle is a preposition, as in `including` and `based on`, or an adjective."""
        tree = self.tree
        words = self.grammar.prepositions
        pair = " ".join(tree.low[child : child + 2])
        return tree.low[child] in words or pair in words or "-" in tree.text[child]

    def _stands_first(self, child: int) -> bool:
        """`Born in Lagos, she …`: a participle with its words before a comma and the noun it tells of."""
        tree = self.tree
        words = [word for word in tree.subtree(child) if not tree.is_break(word)]
        after = words[-1] + 1
        return words[0] == 0 and child < tree.head[child] and tree.low[after : after + 1] == (",",)

    def _follows_time(self, pronoun: int) -> bool:
        """`in 2026, when the grant ends`: the clause tells of the time right before it."""
        tree = self.tree
        noun = pronoun - 2
        if noun < 0 or tree.low[pronoun - 1] != ",":
            return False
        return (
            tree.tag[noun] == "CD"
            or tree.low[noun] in self.grammar.limited
            or tree.low[noun].endswith("day")
        )

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
        if self.tree.low[parent] in ("point", "extent"):
            return self.tree.low[max(0, parent - 2) : parent] == ("to", "the")
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

    def is_light(self, head: int, *, before: int) -> bool:
        """Whether the verb at `head` says nothing without the clause that begins at `before`."""
        tree = self.tree
        says = any(
            tree.dep[child] in ("obl", "obj", "xcomp") and head < child < before
            for child in tree.children[head]
        )
        return tree.low[head] in self.grammar.light and not says
