"""What *and*, *but* and a comma join, where the tree joined a verb or a description to the wrong word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.draft import FINITE, Draft

if TYPE_CHECKING:
    from workbench.splitting.grammar import Grammar

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "EX"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_LOOSE_NOUNS = frozenset({"parataxis", "dep", "list", "obl:unmarked", "nmod:unmarked"})
_LONGEST_GAP = 14


def mend_joins(draft: Draft, grammar: Grammar) -> None:
    """Hang what is joined on what it is joined to."""
    _join_participles(draft)
    _raise_participles(draft)
    _let_but_join_clauses(draft)
    _part_ing_clauses(draft)
    _lift_first_of_two(draft)
    _hang_descriptions(draft, grammar)


def _join_participles(draft: Draft) -> None:
    """`written by ten and reviewed by five`: a participle joins a participle, not their noun."""
    for word in range(3, len(draft)):
        noun = draft.head[word]
        if draft.dep[word] != "conj" or draft.tag[word] != "VBN" or draft.auxiliaries(word):
            continue
        if noun >= word or draft.tag[noun] not in _NOUNS or _subject(draft, word) is not None:
            continue
        first = next(
            (
                child
                for child in draft.children(noun)
                if noun < child < word and draft.dep[child] == "acl" and draft.tag[child] == "VBN"
            ),
            None,
        )
        if first is not None:
            draft.hang(word, first, "conj")


def _raise_participles(draft: Draft) -> None:
    """`was taken off due to injury and replaced by a boy`: no participle is joined to a noun."""
    for word in range(3, len(draft)):
        if draft.dep[word] != "conj" or draft.tag[word] != "VBN" or draft.quoted[word]:
            continue
        if draft.auxiliaries(word) or _subject(draft, word) is not None:
            continue
        above = draft.head[word]
        is_apart = draft.low[word - 2 : word] == [",", "and"]
        joins_noun = draft.low[word - 1] in ("and", "but") and draft.tag[above] in _NOUNS
        if not (joins_noun or (is_apart and draft.dep[above] in ("xcomp", "advcl", "acl"))):
            continue
        verb = next((w for w in _ancestors(draft, above) if draft.has_tense(w)), None)
        if verb is None or verb > word:
            continue
        by_someone = "by" in draft.low[word + 1 : word + 2]
        is_passive = any(draft.dep[child] == "aux:pass" for child in draft.children(verb))
        if is_passive or by_someone:
            if is_passive:
                draft.hang(word, verb, "conj")
        elif draft.tag[verb] == "VBD":
            draft.tag[word] = "VBD"
            draft.hang(word, verb, "conj")


def _let_but_join_clauses(draft: Draft) -> None:
    """`praised the staff but lines can be long`: a noun after *but* is the subject of a verb after it."""
    for word in range(3, len(draft) - 1):
        if draft.dep[word] != "conj" or draft.tag[word] not in _NOUNS or draft.quoted[word]:
            continue
        joint = next((w for w in range(word - 1, word - 4, -1) if draft.low[w] == "but"), None)
        if joint is None or draft.head[joint] != word:
            continue
        verb = _verb_after(draft, word)
        if verb is None or any(_subject(draft, w) == word for w in (verb,)):
            continue
        clause = next((w for w in _ancestors(draft, word) if draft.has_tense(w)), None)
        if clause is None or clause > joint:
            continue
        draft.hang(verb, clause, "conj")
        draft.hang(word, verb, "nsubj")
        draft.hang(joint, verb, "cc")


def _verb_after(draft: Draft, noun: int) -> int | None:
    """The head of the first verb with a tense after `noun` that has no subject of its own."""
    for word in range(noun + 1, min(len(draft), noun + _LONGEST_GAP)):
        if draft.low[word] in (",", ";", ":") or draft.tag[word] in _WH:
            return None
        if draft.dep[word] == "mark" and draft.tag[word] != "TO":
            return None
        if draft.tag[word] in FINITE:
            is_helper = draft.dep[word] in ("aux", "aux:pass", "cop") and draft.head[word] > word
            verb = draft.head[word] if is_helper else word
            subject = _subject(draft, verb)
            return verb if subject is None or subject == noun else None
        if word == noun + 1 and draft.tag[word] == "VBN" and draft.dep[word] == "acl":
            if draft.low[word + 1 : word + 2] == ["by"]:
                return None
            draft.tag[word] = "VBD"
            return word
    return None


def _part_ing_clauses(draft: Draft) -> None:
    """`to enter the country, drawing notice`: an -ing form after a comma is joined to the main verb."""
    for word in range(3, len(draft)):
        if draft.tag[word] != "VBG" or draft.dep[word] != "conj" or draft.low[word - 1] != ",":
            continue
        above = draft.head[word]
        if draft.tag[above] == "VBG" or draft.auxiliaries(word) or _subject(draft, word):
            continue
        if any(draft.dep[child] == "cc" for child in draft.children(word)):
            continue
        if "and" in draft.low[word : word + _LONGEST_GAP] and draft.tag[above] in _NOUNS:
            continue
        verb = next((w for w in _ancestors(draft, word) if draft.has_tense(w)), None)
        if verb is not None:
            draft.hang(word, verb, "advcl")


def _lift_first_of_two(draft: Draft) -> None:
    """`a note issued after the talks praised the visit and said …`: the first of two joined pasts."""
    root = draft.root
    if draft.tag[root] != "VBD" or draft.low[root - 1] != "and":
        return
    subject = _subject(draft, root)
    if subject is None:
        return
    for word in range(subject + 2, root - 1):
        if draft.tag[word] != "VBD" or draft.dep[word] not in ("acl", "amod", "advcl"):
            continue
        below = draft.children(word)
        if draft.auxiliaries(word) or any(
            draft.dep[child] in ("mark", "nsubj", "obl:agent") or draft.tag[child] in _WH
            for child in below
        ):
            continue
        if any(draft.low[place] in (",", ";") for place in range(subject, word)):
            return
        for child in draft.children(root):
            if child < word:
                draft.head[child] = word
        draft.head[word], draft.dep[word] = word, "root"
        draft.head[root], draft.dep[root] = word, "conj"
        return


def _hang_descriptions(draft: Draft, grammar: Grammar) -> None:
    """`homeopathy, a form of medicine`: a noun with an article after a comma describes the noun before."""
    for word in range(3, len(draft)):
        if draft.dep[word] not in _LOOSE_NOUNS or draft.tag[word] not in ("NN", "NNS"):
            continue
        if draft.quoted[word] or draft.auxiliaries(word) or draft.low[word] in grammar.limited:
            continue
        if any(draft.dep[child] == "conj" for child in draft.children(word)):
            # the last of a list
            continue
        first = draft.leftmost(word)
        if draft.low[first] == ",":
            first += 1
        if first < 2 or draft.low[first - 1] != "," or draft.low[first] not in ("a", "an", "the"):
            continue
        noun = first - 2
        if draft.tag[noun] not in _NOUNS or draft.tag[noun] == "PRP":
            continue
        while draft.dep[noun] in ("flat", "compound") and draft.head[noun] < first:
            noun = draft.head[noun]
        if noun < word:
            draft.hang(word, noun, "appos")


def _subject(draft: Draft, verb: int) -> int | None:
    return next(
        (child for child in draft.children(verb) if draft.dep[child].startswith("nsubj")), None
    )


def _ancestors(draft: Draft, word: int) -> list[int]:
    """What stands above `word`, nearest first, up to the root."""
    above: list[int] = []
    while draft.head[word] != word:
        word = draft.head[word]
        above.append(word)
    return above
