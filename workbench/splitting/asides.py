"""What stands between two commas, and the verb after it that belongs to the noun before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.draft import FINITE, Draft

if TYPE_CHECKING:
    from collections.abc import Collection

    from workbench.splitting.grammar import Grammar

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "EX"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_OBLIQUE = frozenset({"obl", "nmod", "obl:unmarked", "nmod:unmarked"})
_CLIMBED = frozenset(
    {"flat", "compound", "nmod", "nmod:poss", "nmod:unmarked", "appos", "conj", "acl", "nmod:desc"}
)
_PAST = frozenset({"conj", "acl", "parataxis", "acl:relcl", "amod", "advcl"})
"""Relations of a participle that may as well be a past tense."""

_KEPT = frozenset({"conj", "cc", "advcl", "parataxis", "obj", "xcomp", "ccomp"})
_LONGEST_SUBJECT = 12
_LONGEST_ASIDE = 20


def mend_asides(draft: Draft, grammar: Grammar) -> None:
    """Give each verb after an aside the subject before it."""
    _find_relative(draft, grammar.verb_or_noun)
    _hang_aside(draft)
    _lift_aside(draft)
    _join_over_asides(draft, grammar)


def _join_over_asides(draft: Draft, grammar: Grammar) -> None:
    """`Lee, a nurse, left`: the verb right after the comma belongs to the noun before the other one."""
    for first in range(4, len(draft)):
        if draft.low[first - 1] != "," or draft.quoted[first] or draft.quoted[first - 1]:
            continue
        verb = _verb_at(draft, first)
        if verb is None or _has_own_subject(draft, verb, first):
            continue
        opening = _opening_comma(draft, first - 1)
        if opening is None or opening < 1:
            continue
        subject = _subject_before(draft, opening, grammar.own)
        if subject is None:
            continue
        given = next(
            (c for c in draft.children(verb) if draft.dep[c].startswith("nsubj") and c < first),
            subject,
        )
        if given == subject or given > opening:
            _join(draft, grammar, subject, verb, range(opening + 1, first - 1))


def _verb_at(draft: Draft, first: int) -> int | None:
    """The head of the verb group that begins at `first`."""
    tag = draft.tag[first]
    if tag in FINITE:
        is_auxiliary = draft.dep[first] in ("aux", "aux:pass", "cop") and draft.head[first] > first
        return draft.head[first] if is_auxiliary else first
    follows = draft.low[first + 1 : first + 2]
    if tag == "VBN" and not draft.auxiliaries(first) and follows != ["by"]:
        is_open = draft.pos[draft.root] in ("NOUN", "PROPN")
        relations = _PAST if is_open else _PAST - {"amod", "advcl"}
        return first if draft.dep[first] in relations or first == draft.root else None
    if tag == "VB" and draft.dep[first] in ("conj", "parataxis") and not draft.auxiliaries(first):
        return None if draft.is_infinitive(first) else first
    return None


def _has_own_subject(draft: Draft, verb: int, first: int) -> bool:
    for child in draft.children(verb):
        if draft.dep[child].startswith("nsubj") and child > first:
            return True
        if draft.dep[child] == "cc" and child >= first - 1:
            return True
    return False


def _opening_comma(draft: Draft, closing: int) -> int | None:
    """The comma that opens the aside which ends at `closing`."""
    for place in range(closing - 2, max(0, closing - _LONGEST_ASIDE), -1):
        if draft.low[place] in (";", ":") or draft.quoted[place]:
            return None
        if draft.low[place] != ",":
            continue
        begin = place + 1
        if draft.tag[begin] == "CC":
            return None
        is_relative = draft.tag[begin] in _WH or (
            draft.tag[begin] == "IN" and draft.tag[begin + 1 : begin + 2] in (["WDT"], ["WP"])
        )
        below = False
        for word in range(begin, closing):
            below = below or draft.tag[word] in _WH or draft.low[word] == "that"
            if draft.tag[word] in FINITE and not below:
                return None
        if (
            is_relative
            or not any(draft.tag[word] in _WH for word in range(begin, closing))
            or below
        ):
            return place
    return None


def _subject_before(draft: Draft, comma: int, joints: Collection[str]) -> int | None:
    """The head of the noun phrase that ends before `comma`."""
    place = comma - 1
    if draft.tag[place] not in _NOUNS and draft.dep[place] != "acl":
        return None
    while draft.dep[place] in _CLIMBED and draft.head[place] < comma:
        above = draft.head[place]
        if above >= place and draft.dep[place] not in ("compound", "flat"):
            break
        if draft.tag[above] not in _NOUNS and draft.dep[above] != "acl":
            break
        if comma - above > _LONGEST_SUBJECT or above == place:
            break
        if any(draft.dep[c] == "case" and draft.low[c] in joints for c in draft.children(place)):
            break
        place = above
    return place if draft.tag[place] in _NOUNS else None


def _join(draft: Draft, grammar: Grammar, subject: int, verb: int, aside: range) -> None:
    above, relation = draft.head[subject], draft.dep[subject]
    governed = draft.head[verb] if draft.dep[verb] == "amod" else None
    if above == verb and relation.startswith("nsubj"):
        _gather(draft, subject, aside)
        return
    joint = next(
        (w for w in range(subject - 1, max(-1, subject - 8), -1) if draft.tag[w] == "WDT"), None
    )
    case = next(
        (
            child
            for child in draft.children(subject)
            if draft.dep[child] == "case" and draft.low[child] in grammar.own and child < subject
        ),
        None,
    )
    if relation == "root":
        draft.reroot(verb)
        draft.dep[subject] = "nsubj"
        if governed is not None:
            draft.hang(governed, verb, "obj")
    elif case is not None and relation in _OBLIQUE:
        draft.hang(verb, above, "advcl")
        draft.hang(case, verb, "mark")
        draft.hang(subject, verb, "nsubj")
    elif relation.startswith("nsubj") and above in aside:
        _take_place(draft, above, verb)
        draft.hang(subject, verb, "nsubj")
        draft.hang(above, subject, "acl" if draft.tag[above].startswith("V") else "appos")
    elif joint is not None and not relation.startswith("nsubj"):
        noun = next(
            (w for w in range(joint - 1, max(-1, joint - 4), -1) if draft.tag[w] in _NOUNS), None
        )
        if noun is None:
            return
        draft.hang(verb, noun, "acl:relcl")
        draft.hang(joint, verb, "obl")
        draft.hang(subject, verb, "nsubj")
    else:
        return
    _gather(draft, subject, aside)
    for word in range(aside.stop + 1, len(draft)):
        if draft.head[word] in aside:
            # what follows the closing comma belongs to the verb there
            kept = draft.dep[word] if draft.dep[word] in _KEPT else "obl"
            draft.hang(word, verb, "punct" if draft.pos[word] == "PUNCT" else kept)
    _give_tense(draft, verb)


def _gather(draft: Draft, subject: int, aside: range) -> None:
    """Hang on the noun what stands in its aside and hung elsewhere."""
    for word in aside:
        if draft.head[word] not in aside and draft.head[word] != subject:
            draft.hang(word, subject, "punct" if draft.low[word] == "," else "appos")


def _take_place(draft: Draft, old: int, verb: int) -> None:
    """Let `verb` stand where `old` stood in the tree."""
    mark = next((child for child in draft.children(old) if draft.dep[child] == "mark"), None)
    if draft.dep[old] == "root":
        draft.head[verb], draft.dep[verb] = verb, "root"
        draft.head[old], draft.dep[old] = verb, "dep"
    else:
        relation = "advcl" if mark is not None else draft.dep[old]
        draft.hang(verb, draft.head[old], relation)
    if mark is not None:
        draft.hang(mark, verb, "mark")


def _give_tense(draft: Draft, verb: int) -> None:
    if draft.auxiliaries(verb):
        return
    if draft.tag[verb] == "VBN":
        draft.tag[verb] = "VBD"
    elif draft.tag[verb] == "VB":
        draft.tag[verb] = "VBP"


def _find_relative(draft: Draft, verbs: Collection[str]) -> None:
    """`, which the ministry rejects,`: a relative clause without a verb has a plural for one."""
    for joint in range(2, len(draft) - 2):
        if draft.tag[joint] != "WDT" or draft.low[joint - 1] != "," or draft.quoted[joint]:
            continue
        for word in range(joint + 2, min(joint + _LONGEST_SUBJECT, len(draft))):
            if draft.low[word] in (",", ".", ";") or draft.tag[word] in (
                *FINITE,
                "VB",
                "VBN",
                "VBG",
            ):
                break
            ends = draft.low[word + 1 : word + 2] in ([","], ["."], ["as"], [";"], [])
            if draft.tag[word] == "NNS" and draft.low[word] in verbs and ends:
                draft.tag[word], draft.pos[word] = "VBZ", "VERB"
                draft.hang(word, joint - 2, "acl:relcl")
                draft.hang(joint, word, "obj")
                noun = next((w for w in range(word - 1, joint, -1) if draft.tag[w] in _NOUNS), None)
                if noun is not None:
                    draft.hang(noun, word, "nsubj")
                break


def _hang_aside(draft: Draft) -> None:
    """`The gift, announced on Sunday, is large`: the noun is the subject of the verb after the aside."""
    for word in range(2, len(draft)):
        if draft.tag[word] not in ("VBN", "VBG") or draft.dep[word] == "root":
            continue
        if draft.low[word - 1] != "," or draft.auxiliaries(word):
            continue
        subject = next(
            (
                child
                for child in draft.children(word)
                if draft.dep[child].startswith("nsubj") and child < word - 1
            ),
            None,
        )
        above = draft.head[word]
        if subject is None or above < word or draft.tag[subject] not in _NOUNS:
            continue
        draft.hang(subject, above, "nsubj")
        draft.hang(word, subject, "acl")


def _lift_aside(draft: Draft) -> None:
    """`The club, set up in 2003, employs ten`: the verb after the aside is the main one."""
    root = draft.root
    if draft.tag[root] not in ("VBN", "VBD", "VB") or root < 2 or draft.low[root - 1] != ",":
        return
    subject = next((c for c in draft.children(root) if draft.dep[c].startswith("nsubj")), None)
    if subject is None or subject > root or draft.auxiliaries(root):
        return
    for word in draft.children(root):
        below = {draft.dep[child] for child in draft.children(word)}
        first = min([word, *draft.auxiliaries(word)])
        if (
            word > root
            and draft.dep[word] in ("conj", "parataxis", "ccomp", "advcl")
            and draft.has_tense(word)
            and draft.low[first - 1] == ","
            and not below & {"nsubj", "nsubj:pass", "cc", "mark"}
        ):
            draft.head[word], draft.dep[word] = word, "root"
            draft.head[subject], draft.dep[subject] = word, "nsubj"
            draft.head[root], draft.dep[root] = subject, "acl"
            draft.tag[root] = "VBN"
            return
