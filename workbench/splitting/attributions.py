"""Who reports what: which clauses are attributions, whose, and which words frame a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.splitting.grammar import Grammar
    from workbench.splitting.trees import Tree


class Reports:
    """Tells the clauses of one sentence that report something."""

    def __init__(self, tree: Tree, grammar: Grammar) -> None:
        self.tree = tree
        self.grammar = grammar

    def __call__(self, head: int) -> bool:
        """Whether the clause at `head` says who reports what."""
        return self.rule(head) is not None

    def rule(self, head: int) -> str | None:
        """The name of the rule that makes the clause at `head` an attribution."""
        tree, grammar = self.tree, self.grammar
        base = grammar.verbs.get(tree.low[head])
        if tree.quoted[head] or not (tree.tag[head].startswith("VB") or base):
            return None
        if base is None and tree.low[head] not in self._noun_verbs():
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
            tree.dep[child] in ("obj", "obl")
            and child > head
            and any(
                tree.dep[below] == "acl" and tree.tag[below] in ("VBD", "VBZ", "VBP")
                for below in tree.children[child]
            )
            for child in children
        )
        if base in grammar.clausal and has_clause:
            return "attribution.clause"
        if base in grammar.request and any(
            tree.dep[child] in ("xcomp", "advcl") and tree.is_infinitive(child)
            for child in children
        ):
            return "attribution.request"
        objects = [child for child in children if tree.dep[child] in ("obj", "iobj")]
        if any(tree.low[child] in grammar.speech_nouns for child in objects):
            return "attribution.noun"
        if base in grammar.bare and (
            objects or any(tree.quoted[child] for child in tree.subtree(head))
        ):
            return "attribution.object"
        if base in grammar.bare and any(
            tree.kind(child) in ("obl", "xcomp", "advcl") for child in children
        ):
            return "attribution.object"
        return None

    def _noun_verbs(self) -> frozenset[str]:
        return frozenset()

    def _is_passive(self, head: int) -> bool:
        tree = self.tree
        return any(
            tree.dep[child] in ("aux:pass", "nsubj:pass") for child in tree.children[head]
        ) or (tree.tag[head] == "VBN" and not any(True for _ in tree.auxiliaries(head)))

    def speaker(self, head: int) -> list[int]:
        """The words of the subject at `head`, without what is set off after it."""
        tree = self.tree
        subject = tree.subject(head)
        if subject is None:
            return []
        return self.name_words(subject)

    def name_words(self, noun: int) -> list[int]:
        """`noun` with what stands before and close after it, up to the first comma."""
        tree = self.tree
        words = tree.subtree(noun)
        kept: list[int] = []
        for word in words:
            if word > noun and tree.is_break(word) and tree.low[word] not in ("-", "–"):
                break
            kept.append(word)
        while kept and (tree.is_break(kept[0]) or tree.dep[kept[0]] in ("cc", "mark")):
            kept.pop(0)
        return kept
