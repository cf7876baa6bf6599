"""Where a clause begins and ends: without what joins it to the text, and without its commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.splitting.clause import Clause
    from workbench.splitting.grammar import Grammar
    from workbench.splitting.trees import Tree

_JOINED = frozenset({"event.adverbial", "event.consequence", "event.beside"})
_LONGEST_LEAD = 6
_MARKS = frozenset({'"', "“", "”", "``", "''"})


def trimmed(clause: Clause, tree: Tree, grammar: Grammar) -> list[int]:
    """The words of `clause` without what joins it and without punctuation at its ends."""
    words = _without_list_mark(sorted(set(clause.words)), tree)
    words = _without_label(words, clause.head, tree)
    if clause.rule in _JOINED:
        words = _without_lead(words, clause.head, tree, grammar)
    while words:
        first = words[0]
        if (
            (
                tree.pos[first] == "PUNCT"
                or tree.is_break(first)
                or (tree.pos[first] == "SYM" and tree.low[first] == "-")
            )
            or (
                tree.dep[first] in ("cc", "mark")
                and tree.head[first] == clause.head
                and tree.low[first] != "according"
                and clause.rule != "event.relative"
            )
            or tree.dep[first] == "cc"
            or (clause.rule == "event.with" and tree.low[first] == "with")
            or (
                clause.rule in _JOINED
                and tree.low[first] in grammar.own | grammar.own_participle
                and first < clause.head
            )
        ):
            words.pop(0)
        elif size := _connective(words, tree, grammar):
            del words[:size]
        else:
            break
    for place, word in enumerate(words[:-1]):
        # the words after the colon are a quotation, and a claim of their own
        if (
            tree.low[word] == ":"
            and tree.quoted[words[place + 1]]
            and tree.before(word) not in ("including", "like")
        ):
            words = words[:place]
            break
    while words and (
        (tree.pos[words[-1]] == "PUNCT" and tree.low[words[-1]] not in ("%",))
        or tree.is_break(words[-1])
    ):
        if _closes(words, tree):
            break
        words.pop()
    return words


def _without_lead(words: list[int], head: int, tree: Tree, grammar: Grammar) -> list[int]:
    """The words after the joint in `two days after the mayor resigned`, `shortly before it closed`."""
    for place, word in enumerate(words[:_LONGEST_LEAD]):
        if word >= head or tree.pos[word] in ("VERB", "AUX"):
            return words
        if tree.low[word] in grammar.own and tree.dep[word] in ("mark", "case", "advmod"):
            return words[place:]
    return words


def _closes(words: list[int], tree: Tree) -> bool:
    """Whether the last of `words` is the other half of a bracket or quotation mark among them."""
    last = tree.low[words[-1]]
    if last in (")", "]"):
        return any(tree.low[word] in ("(", "[") for word in words)
    before = words[:-1]
    if last in _MARKS:
        return sum(tree.low[word] in _MARKS for word in before) % 2 == 1
    return False


def _without_list_mark(words: list[int], tree: Tree) -> list[int]:
    """The words without the number or letter that counts them off."""
    if len(words) > 3 and words[0] == 0 and len(tree.text[0]) <= 3:
        if tree.low[1] in (".", ")") and (tree.text[0].isdigit() or len(tree.text[0]) == 1):
            return words[2:]
        if (
            tree.text[0].rstrip(".)").isalnum()
            and tree.text[0][-1] in ".)"
            and len(tree.text[0]) < 4
        ):
            return words[1:] if tree.tag[0] in ("LS", "CD") else words
    return words


def _without_label(words: list[int], head: int, tree: Tree) -> list[int]:
    """The words after `Subject:` or `Cup final:`; a label has no verb."""
    for place, word in enumerate(words):
        if word >= head or tree.tag[word] in ("VBD", "VBZ", "VBP", "MD") or tree.quoted[word]:
            return words
        if tree.low[word] == ":":
            return words[place + 1 :]
    return words


def _connective(words: list[int], tree: Tree, grammar: Grammar) -> int:
    """How many words at the beginning only join the clause to the text."""
    low = tuple(tree.low[word] for word in words[:5])
    for phrase in grammar.connective_phrases:
        if low[: len(phrase)] == phrase and low[len(phrase) : len(phrase) + 1] == (",",):
            return len(phrase)
    if low[:2] == ("so", "far"):
        return 0
    if (
        low
        and low[0] in grammar.connectives
        and (low[1:2] == (",",) or low[0] in ("and", "but", "or", "nor", "so", "yet", "hence"))
    ):
        return 1
    return 0
