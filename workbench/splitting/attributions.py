"""Who reports what: which clauses are attributions, and whose words they report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.splitting.grammar import Grammar
    from workbench.splitting.trees import Tree

_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_ENDS = frozenset({".", "!", "?"})
_LONGEST_ASIDE = 12
_LEAST_HEADLINE = 2
_WEAK = frozenset({"might", "may", "could"})


@dataclass(frozen=True, slots=True)
class Whole:
    """Why a whole sentence is somebody's report, and whose."""

    rule: str
    speaker: tuple[int, ...]
    verb: int = -1
    """The verb of speech; -1 for `according to`."""


class Reports:
    """Tells the clauses of one sentence that report something."""

    def __init__(self, tree: Tree, grammar: Grammar) -> None:
        self.tree = tree
        self.grammar = grammar
        self.whole: Whole | None = None
        self.whole = self._according() or self._aside() or self._as_told()
        """What makes all of the sentence a report: `according to …`, `…, said Ann Lee, …`."""

    def __call__(self, head: int) -> bool:
        """Whether the clause at `head` says who reports what."""
        return self.rule(head) is not None

    def rule(self, head: int) -> str | None:
        """The name of the rule that makes the clause at `head` an attribution."""
        return self._verb_rule(head) or (
            self.whole.rule if self.whole and head == self.tree.root else None
        )

    def tells(self, head: int) -> bool:
        """Whether the verb at `head` itself reports."""
        return self._verb_rule(head) is not None

    def _verb_rule(self, head: int) -> str | None:
        tree, grammar = self.tree, self.grammar
        base = grammar.verbs.get(tree.low[head])
        if tree.quoted[head] or not (tree.tag[head].startswith("VB") or base):
            return None
        if base is None:
            return self._weak_rule(head) or self._that_rule(head)
        if any(tree.low[other] in _WEAK for other in tree.auxiliaries(head)):
            return None
        if self._is_passive(head):
            return None
        if tree.is_infinitive(head):
            return None
        children = tree.children[head]
        has_clause = any(
            tree.dep[child] == "ccomp"
            or (tree.dep[child] in ("parataxis", "csubj") and child < head)
            for child in children
        )
        has_clause = has_clause or any(
            tree.dep[child] in ("obj", "obl", "acl:relcl")
            and child > head
            and self._hides_clause(child)
            for child in children
        )
        if base in grammar.clausal and has_clause:
            return "attribution.clause"
        if base in grammar.request and self._asks(head):
            return "attribution.request"
        if base in grammar.clausal and self._holds_to_be(head):
            return "attribution.infinitive"
        objects = [child for child in children if tree.dep[child] in ("obj", "iobj")]
        if any(tree.low[child] in grammar.speech_nouns for child in objects):
            return "attribution.noun"
        if base in grammar.bare and (
            objects or any(tree.quoted[child] for child in tree.subtree(head))
        ):
            return "attribution.object"
        intransitive = base in grammar.oblique
        if intransitive and any(tree.kind(child) in ("obl", "nmod") for child in children):
            return "attribution.oblique"
        if base in grammar.bare and tree.tag[head] != "VBG" and self._tells_of(head):
            return "attribution.oblique"
        said_so = tree.low[head + 1 : head + 2] == ("so",) and base in ("say", "think")
        if said_so or (
            base in grammar.bare and any(tree.kind(child) == "xcomp" for child in children)
        ):
            return "attribution.object"
        return None

    def _tells_of(self, head: int) -> bool:
        """`spoke of a plot`, `reported on the storm`: a preposition leads to what is told."""
        tree, grammar = self.tree, self.grammar
        for noun in tree.children[head]:
            if tree.dep[noun] not in ("obl", "obl:agent") or noun < head:
                continue
            joint = tree.low[tree.subtree(noun)[0]]
            is_time = tree.tag[noun] == "CD" or tree.low[noun].endswith("day")
            if joint in ("on", "to") and (is_time or tree.low[noun] in grammar.limited):
                continue
            if joint in grammar.content:
                return True
        return False

    def _asks(self, head: int) -> bool:
        """`asked to leave`, `ordered the band to pay`: an infinitive, below the verb or its object."""
        tree = self.tree
        if any(
            tree.dep[child] in ("xcomp", "advcl") and tree.is_infinitive(child)
            for child in tree.children[head]
        ):
            return True
        return any(
            tree.dep[child] == "acl" and tree.is_infinitive(child)
            for noun in tree.children[head]
            if tree.dep[noun] == "obj"
            for child in tree.children[noun]
        )

    def _weak_rule(self, head: int) -> str | None:
        """`issued a statement`, `pointed out`: verbs that report with the right word beside them."""
        tree, grammar = self.tree, self.grammar
        if tree.tag[head] == "VBN" and self._is_passive(head):
            return None
        for child in tree.children[head]:
            if child < head:
                continue
            if tree.dep[child] == "obj" and tree.low[child] in grammar.speech_nouns:
                return "attribution.noun" if tree.low[head] in grammar.noun else None
            if f"{tree.low[head]} {tree.low[child]}" in grammar.particle_verbs:
                return "attribution.object"
        return None

    def _holds_to_be(self, head: int) -> bool:
        """`believe it to be a copy`, `consider it safe`: what is held of an object."""
        tree = self.tree
        has_object = any(tree.dep[child] == "obj" for child in tree.children[head])
        return has_object and any(
            (tree.dep[child] in ("xcomp", "advcl") and tree.is_infinitive(child))
            or (tree.dep[child] == "xcomp" and tree.pos[child] in ("ADJ", "NOUN") and child > head)
            for child in tree.children[head]
        )

    def _that_rule(self, head: int) -> str | None:
        """Any verb with a that-clause, but for those that report nothing."""
        tree = self.tree
        if (
            tree.low[head] in self.grammar.silent
            or tree.subject(head) is None
            or self._is_passive(head)
        ):
            return None
        holds = any(
            tree.dep[child] == "ccomp"
            and child > head
            and any(tree.low[mark] == "that" for mark in tree.marks(child))
            for child in tree.children[head]
        )
        return "attribution.that" if holds and tree.pos[head] == "VERB" else None

    def _hides_clause(self, noun: int) -> bool:
        """Whether the tree took the subject of a reported clause for an object of the report."""
        tree = self.tree
        if tree.dep[noun] == "acl:relcl":
            return tree.is_predicate(noun) and any(
                tree.tag[child] in ("WRB", "WP") for child in tree.children[noun]
            )
        return any(
            tree.dep[below] == "acl"
            and tree.tag[below] in _TENSED
            and not tree.is_set_off(below)
            and not any(tree.tag[word] in ("WDT", "WP") for word in range(noun, below))
            and not any(tree.dep[child] == "obl:agent" for child in tree.children[below])
            for below in tree.subtree(noun)
        )

    def _according(self) -> Whole | None:
        """`According to Ann Lee, …` and `…, according to Ann Lee.`"""
        tree = self.tree
        for phrase in self.grammar.according:
            size = len(phrase)
            for word in range(len(tree) - size):
                if tree.low[word : word + size] != phrase or tree.quoted[word]:
                    continue
                name = self.name_after(word + size)
                if not name:
                    continue
                opens = word == 0 or (word == 1 and tree.tag[0] in ("CC", "RB"))
                if opens and name[-1] + 1 < len(tree) and not tree.quoted[name[-1] + 1]:
                    return Whole("attribution.according", tuple(name))
                before = word - 1
                is_apart = before > 0 and tree.is_break(before) and not tree.quoted[before - 1]
                if is_apart and not tree.quoted[before] and self._ends_at(name[-1]):
                    return Whole("attribution.according", tuple(name))
        return None

    def _as_told(self) -> Whole | None:
        """`As the minister put it, prices will fall.` and `…, as Ann Lee has noted.`"""
        tree, grammar = self.tree, self.grammar
        for opener in range(len(tree) - 3):
            if tree.low[opener] != "as" or tree.dep[opener] not in ("mark", "advmod", "case"):
                continue
            if opener and not tree.is_set_off(opener):
                continue
            verb = tree.head[opener]
            if not opener < verb or tree.low[verb] not in grammar.telling or tree.quoted[verb]:
                continue
            subject, end = tree.subject(verb), verb + 1
            while end < len(tree) and tree.low[end] in ("it", "on", "in", "last", "earlier"):
                end += 2 if tree.low[end] in ("on", "in", "last") else 1
            closes = tree.low[end : end + 1] in ((",",), (".",), ())
            if subject is not None and subject < verb and closes and not self._is_passive(verb):
                return Whole("attribution.aside", tuple(self.name_words(subject)), verb)
        return None

    def _ends_at(self, word: int) -> bool:
        """Whether at most a description set off by a comma follows `word`."""
        tree = self.tree
        return not any(tree.tag[other] in (*_TENSED, "MD") for other in range(word + 1, len(tree)))

    def _aside(self) -> Whole | None:
        """`Prices, said Ann Lee, will fall.` and `Prices will fall, Ann Lee said.`"""
        tree, grammar = self.tree, self.grammar
        for verb in range(2, len(tree) - (not tree.is_headline)):
            if (
                not self._can_speak(verb)
                or tree.quoted[verb]
                or tree.low[verb] not in grammar.telling
            ):
                continue
            first = self._break_before(verb)
            last = self._break_after(verb)
            if first is None or last is None or last - first > _LONGEST_ASIDE:
                continue
            if (
                tree.low[first] != ","
                or tree.quoted[first - 1]
                or tree.tag[first + 1] in ("CC", "IN", "WDT", "WP", "WRB")
                or tree.low[first + 1] in ("so", "then", "yet", "thus")
            ):
                continue
            if verb == first + 1:
                speaker = tuple(self.name_after(verb + 1))
                if not speaker or speaker[-1] != last - 1 or tree.tag[speaker[0]] in ("TO", "IN"):
                    continue
                if self._has_subject_before(verb):
                    continue
            else:
                speaker = tuple(
                    word for word in range(first + 1, verb) if tree.pos[word] not in ("AUX", "ADV")
                )
                if any(tree.pos[word] in ("VERB", "AUX", "ADP") for word in speaker[:2]):
                    continue
                if any(
                    tree.tag[word] in ("WP", "WDT") or tree.low[word] == "that" for word in speaker
                ):
                    continue
            if not any(tree.pos[word] in ("NOUN", "PROPN", "PRON") for word in speaker):
                continue
            if any(tree.quoted[word] for word in range(first, min(last + 2, len(tree)))):
                continue
            if self._is_full(0, first) or (
                tree.low[last : last + 1] == (",",) and self._is_full(last + 1, len(tree))
            ):
                return Whole("attribution.aside", speaker, verb)
        return None

    def _has_subject_before(self, verb: int) -> bool:
        """`The teams, who searched for days, found …`: the comma before the verb closes an aside."""
        subject = self.tree.subject(verb)
        return subject is not None and subject < verb and verb == self.tree.root

    def _can_speak(self, verb: int) -> bool:
        """Whether the form may be a verb: at the end, one taken for a plural noun may, too."""
        tree = self.tree
        if tree.is_headline and tree.tag[verb] == "VBD" and verb == len(tree) - 1:
            # `no injuries reported`
            return False
        if tree.tag[verb] in _TENSED:
            return True
        if tree.tag[verb] == "VBN" and (
            tree.low[verb - 1] in ("has", "have", "had")
            or (tree.low[verb - 1] == "," and tree.low[verb] in self.grammar.saying)
            or tree.has_tense(verb)
        ):
            return True
        return (
            tree.tag[verb] in ("NNS", "NN", "VB")
            and verb == len(tree) - 2
            and tree.tag[verb - 1].startswith(("NN", "PRP"))
        )

    def _is_full(self, first: int, last: int) -> bool:
        says = self.tree.low[last + 1 :]
        is_told = self.tree.is_headline or "said" in says or "says" in says
        if is_told and first == 0 and last > _LEAST_HEADLINE:
            # `Rent freeze to end in June, minister says`
            return True
        return any(self.tree.tag[word] in (*_TENSED, "MD") for word in range(first, last))

    def _break_before(self, verb: int) -> int | None:
        tree = self.tree
        for word in range(verb - 1, 0, -1):
            if tree.is_break(word):
                return word
        return None

    def _break_after(self, verb: int) -> int | None:
        tree = self.tree
        for word in range(verb + 1, len(tree)):
            if tree.low[word] == "," or tree.low[word] in _ENDS:
                return word
            if tree.is_break(word) or tree.tag[word] in (*_TENSED, "MD"):
                return None
        return len(tree) if tree.is_headline else None

    def _is_passive(self, head: int) -> bool:
        tree = self.tree
        return any(
            tree.dep[child] in ("aux:pass", "nsubj:pass") for child in tree.children[head]
        ) or (
            tree.tag[head] == "VBN"
            and not any(True for _ in tree.auxiliaries(head))
            and not tree.has_tense(head)
        )

    def speaker(self, head: int) -> list[int]:
        """The words of the subject at `head`, without what is set off after it."""
        tree = self.tree
        subject = tree.subject(head)
        if subject is not None and tree.tag[subject] in ("WP", "WDT") and tree.kind(head) == "acl":
            # `the firm, which denies it`: the relative word stands for what it follows
            subject = tree.head[head]
        if subject is not None:
            return self.name_words(subject)
        return self._noun_before(head)

    def _noun_before(self, head: int) -> list[int]:
        """What stands right before a verb whose subject the tree missed."""
        tree = self.tree
        words: list[int] = []
        for word in range(head - 1, -1, -1):
            if tree.pos[word] not in (
                "DET",
                "NOUN",
                "PROPN",
                "ADJ",
                "PRON",
                "PART",
                "AUX",
                "ADV",
            ) or tree.is_break(word):
                break
            words.insert(0, word)
        while words and tree.pos[words[-1]] in ("AUX", "ADV"):
            words.pop()
        has_noun = any(tree.pos[word] in ("NOUN", "PROPN", "PRON") for word in words)
        return words if has_noun else []

    def name_words(self, noun: int) -> list[int]:
        """`noun` with what stands before and close after it, up to the first comma."""
        tree = self.tree
        words = tree.subtree(noun)
        kept: list[int] = []
        for word in words:
            if word > noun and tree.is_break(word) and tree.low[word] not in ("-", "–"):
                break
            kept.append(word)
        if self.whole is not None and self.whole.verb < 0:
            # the tree may take the source of `according to …,` for part of the subject after it
            last = self.whole.speaker[-1]
            kept = [word for word in kept if noun < last or word > last]
        while kept and (tree.is_break(kept[0]) or tree.dep[kept[0]] in ("cc", "mark")):
            kept.pop(0)
        return kept

    def name_after(self, first: int) -> list[int]:
        """The words of a name that begins at `first`, up to a break or a verb."""
        tree = self.tree
        words: list[int] = []
        for word in range(first, len(tree)):
            if tree.is_break(word) or tree.low[word] in (".", "!", "?") or tree.quoted[word]:
                break
            if tree.tag[word] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP"):
                break
            words.append(word)
        return words
