"""What a tree got wrong that its own words disprove, and how it is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.asides import mend_asides
from workbench.splitting.draft import AUXILIARIES, FINITE, Draft
from workbench.splitting.garden_paths import mend_garden_paths
from workbench.splitting.misreadings import find_marked_subjects, mend_misreadings
from workbench.splitting.rejoining import mend_joins

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workbench.splitting.grammar import Grammar
    from workbench.splitting.parsing import Parse

_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_AFTER_VERB = frozenset(
    {"TO", "DT", "CD", "PRP", "PRP$", "IN", "NNP", "WRB", "WP", "RP", "RB", "EX", "VBG", "$"}
)
_AFTER_BARE = frozenset({"JJ", "JJR", "NNS", "NN"})
_ENDS = frozenset({".", "!", "?", ";", '"', "”"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "EX"})
_MISPLACED = frozenset({"xcomp", "conj", "ccomp", "parataxis", "dep", "acl", "advcl"})
_LONGEST_SUBJECT = 12
_LEAST_HEADLINE = 4


def mended(parse: Parse, quoted: Sequence[bool], grammar: Grammar) -> Parse:
    """`parse` with its main verb on top and its subordinate verbs below what joins them."""
    draft = Draft(parse, quoted)
    mend_misreadings(draft, grammar)
    mend_garden_paths(draft, grammar)
    mend_joins(draft, grammar)
    _hang_reported(draft, grammar.verbs.keys())
    _hang_subordinate(draft, grammar.own)
    mend_asides(draft, grammar)
    _find_asked(draft, grammar.verbs.keys())
    _find_root(draft, grammar.verb_or_noun)
    find_marked_subjects(draft, grammar)
    return draft.finished()


def _hang_reported(draft: Draft, cues: Collection[str]) -> None:
    """`showed the tree was felled`: what was joined without *and* is what was said."""
    for word in range(len(draft)):
        parent = draft.head[word]
        if draft.dep[word] != "conj" or draft.low[parent] not in cues or parent >= word:
            continue
        below = {draft.dep[child] for child in draft.children(word)}
        if below & {"cc", "nsubj", "nsubj:pass", "punct"} or not draft.has_tense(word):
            continue
        signs = [sign for sign in draft.low[parent:word] if sign in (",", ";", ":")]
        first = min([word, *draft.auxiliaries(word)])
        if signs and not (signs == [",", ","] and draft.low[first - 1] == ","):
            continue
        nouns = [
            child
            for child in draft.children(parent)
            if draft.dep[child] == "obj" and parent < child < word
        ]
        if nouns:
            draft.dep[word] = "ccomp"
            draft.hang(nouns[-1], word, "nsubj")


def _hang_subordinate(draft: Draft, joints: Collection[str]) -> None:
    """`after the rebels freed them`: the noun after a conjunction is the subject of the next verb."""
    for word in range(2, len(draft)):
        if draft.tag[word] not in ("VBD", "VBP", "VBZ", "VBN") or draft.quoted[word]:
            continue
        if draft.dep[word] not in _MISPLACED or draft.auxiliaries(word):
            continue
        below = draft.children(word)
        if any(
            draft.dep[child] in ("nsubj", "mark", "cc", "nsubj:pass", "obl:agent")
            for child in below
        ):
            continue
        noun = _noun_before(draft, word, joints)
        if noun is None or draft.dep[noun] not in ("obl", "nmod"):
            continue
        case = next(
            (
                child
                for child in draft.children(noun)
                if draft.dep[child] == "case" and draft.low[child] in joints and child < noun
            ),
            None,
        )
        if case is None or (draft.tag[word] == "VBN" and draft.low[word + 1 : word + 2] == ["by"]):
            continue
        above = draft.head[noun]
        if draft.low[case] == "since" and draft.tag[above] in _NOUNS:
            # `the smallest area since records began`: the clause limits a rank
            continue
        draft.hang(word, above, "advcl")
        draft.hang(case, word, "mark")
        draft.hang(noun, word, "nsubj")
        for child in draft.children(noun):
            if child < case:
                # `a day after the envoy spoke`: how long after belongs to the clause above
                draft.hang(child, above, "obl:unmarked")


def _noun_before(draft: Draft, verb: int, joints: Collection[str]) -> int | None:
    """The head of the noun phrase that ends right before `verb`, an aside between commas left out."""
    place = verb - 1
    while place > 0 and draft.tag[place] == "RB":
        place -= 1
    if draft.low[place] == ",":
        opening = next(
            (p for p in range(place - 1, max(0, place - 9), -1) if draft.low[p] == ","), None
        )
        if opening is None or any(draft.tag[p] in FINITE for p in range(opening, place)):
            return None
        place = opening - 1
    if place < 1 or draft.tag[place] not in _NOUNS:
        return None
    while draft.head[place] < verb and draft.dep[place] in (
        "flat",
        "compound",
        "nmod",
        "nmod:poss",
        "appos",
        "conj",
    ):
        above = draft.head[place]
        if any(draft.dep[c] == "case" and draft.low[c] in joints for c in draft.children(place)):
            break
        if above == place or abs(verb - above) > _LONGEST_SUBJECT:
            break
        place = above
    return place


def _find_root(draft: Draft, verbs: Collection[str]) -> None:
    """Put the main verb on top where the tree put a noun, an infinitive or a participle there."""
    root = draft.root
    if draft.quoted[root] or _is_predicate(draft, root):
        return
    # a part of a sentence that was cut ends with its comma
    closed = draft.parse.text[-1] in _ENDS | {","}
    if closed and _has_bare_subject(draft, root):
        draft.tag[root] = "VBZ" if draft.low[root].endswith("s") else "VBP"
        draft.pos[root] = "VERB"
        return
    if not closed and len(draft) < _LEAST_HEADLINE:
        return
    verb = _after_aside(draft, verbs)
    if verb is None:
        verb = _main_verb(draft)
        if verb is not None and not closed and draft.tag[verb] not in ("VBZ", "VBP"):
            # in a headline a past form is most often a passive
            verb = None
    if verb is None:
        verb = _hidden_verb(draft, verbs)
    if verb is not None:
        done = draft.head[verb] if draft.dep[verb] == "amod" else verb
        if done > verb:
            draft.tag[verb], draft.pos[verb] = "VBD", "VERB"
            draft.hang(verb, draft.root, "dep")
            draft.hang(done, verb, "obj")
        if draft.tag[verb] not in (*FINITE, "VBN") and not draft.auxiliaries(verb):
            draft.tag[verb] = "VBZ" if draft.low[verb].endswith("s") else "VBP"
            draft.pos[verb] = "VERB"
            _settle(draft, verb)
        draft.reroot(verb)


def _settle(draft: Draft, verb: int) -> None:
    """Turn what described a noun into what goes with the verb that it is."""
    for child in draft.children(verb):
        if child > verb and draft.dep[child] == "acl" and draft.is_infinitive(child):
            draft.dep[child] = "xcomp"
        elif child == verb - 1 and draft.dep[child] == "compound":
            draft.dep[child] = "nsubj"
            for word in draft.children(verb):
                if word < child and draft.dep[word] in ("det", "amod", "nmod:poss", "compound"):
                    draft.head[word] = child


def _has_bare_subject(draft: Draft, root: int) -> bool:
    """Whether a word taken for a noun has a subject and no form of *be*: then it is a verb."""
    return (
        draft.tag[root] in ("NN", "NNS", "JJ")
        and root < len(draft) - 2
        and draft.tag[root - 1].startswith(("NN", "PRP"))
        and draft.tag[root + 1] in _AFTER_VERB
        and any(draft.dep[child] == "nsubj" and child < root for child in draft.children(root))
    )


def _is_predicate(draft: Draft, word: int) -> bool:
    if draft.is_infinitive(word) and not draft.has_tense(word):
        return False
    if draft.pos[word] == "VERB" and draft.tag[word][:2] != "VB":
        return True
    below = {draft.dep[child] for child in draft.children(word)}
    if draft.tag[word] in ("VBG", "VBN") or not draft.tag[word].startswith("VB"):
        return bool(below & AUXILIARIES) or (draft.tag[word] == "VBN" and "nsubj" in below)
    return True


def _after_aside(draft: Draft, verbs: Collection[str]) -> int | None:
    """`Roth, who chairs the club, fears …`: a plural after the comma that closes an aside is a verb."""
    for word in range(4, len(draft) - 2):
        if _ends_aside(draft, word):
            return word
        if draft.tag[word] not in ("NNS", "NN") or draft.low[word - 1] != "," or draft.quoted[word]:
            continue
        if draft.tag[word] == "NN" and f"{draft.low[word]}s" not in verbs:
            continue
        follows = draft.tag[word + 1] in _AFTER_VERB or (
            draft.low[word] in verbs and draft.tag[word + 1] in _AFTER_BARE
        )
        opens = draft.low[: word - 1].count(",") >= 1 and follows
        if opens and (
            draft.low[word] in verbs
            or draft.tag[word] == "NN"
            or not any(tag in FINITE for tag in draft.tag[word:])
        ):
            return word
    return None


def _ends_aside(draft: Draft, word: int) -> bool:
    """`the blast, which was heard afar, shattered windows`: a past form taken for an attribute."""
    if draft.dep[word] != "amod" or not draft.low[word].endswith("ed"):
        return False
    if draft.low[word - 1] != "," or draft.quoted[word] or draft.root > word:
        return False
    opening = next((w for w in range(word - 2, 0, -1) if draft.low[w] == ","), 0)
    return opening > 0 and draft.tag[opening + 1] in _WH and draft.root == opening - 1


def _main_verb(draft: Draft) -> int | None:
    """The first word with a tense that no relative word or conjunction puts below another one."""
    weak: int | None = None
    for word, tag in enumerate(draft.tag):
        if draft.quoted[word]:
            continue
        if tag in FINITE:
            head = draft.head[word] if draft.dep[word] in AUXILIARIES else word
            below = {draft.dep[child] for child in draft.children(head)}
            if draft.dep[head] == "acl" and "obl:agent" in below:
                continue
            if not _is_subordinate(draft, head, word):
                return head
        elif tag == "VB" and _has_lone_subject(draft, word):
            return word
        elif tag == "VBN" and weak is None and draft.dep[word] in ("acl", "conj", "dep") and word:
            below = {draft.dep[child] for child in draft.children(word)}
            if (
                draft.tag[word - 1].startswith("NN")
                and draft.low[word + 1 : word + 2] != ["by"]
                and not below & (AUXILIARIES | {"mark", "obl:agent"})
                and not any(draft.tag[child] in _WH for child in draft.children(word))
            ):
                weak = word
    return weak


def _has_lone_subject(draft: Draft, word: int) -> bool:
    """`lanterns turn the crowd`: a bare form with a subject and nothing that makes it an infinitive."""
    below = draft.children(word)
    return (
        any(draft.dep[child] == "nsubj" and child < word for child in below)
        and not any(draft.dep[child] == "mark" or draft.tag[child] in _WH for child in below)
        and not draft.auxiliaries(word)
        and draft.dep[word] in ("conj", "parataxis", "dep")
    )


def _is_subordinate(draft: Draft, head: int, verb: int) -> bool:
    for child in draft.children(head):
        if child < verb and (draft.dep[child] == "mark" or draft.tag[child] in _WH):
            return True
        if child < verb and any(draft.tag[below] in _WH for below in draft.children(child)):
            return draft.dep[child] in ("nsubj", "obj", "obl", "nmod:poss")
    return draft.dep[head] == "acl:relcl"


def _hidden_verb(draft: Draft, verbs: Collection[str]) -> int | None:
    """The noun that may be the verb of a sentence that has no other."""
    for word in range(1, len(draft) - 2):
        before = draft.tag[word - 1]
        if (
            draft.tag[word] not in ("NNS", "NN", "VB", "NNP")
            or not draft.parse.text[word].islower()
            or draft.quoted[word]
            or not (before.startswith(("NN", "PRP")) or before == ",")
        ):
            continue
        if draft.low[word] in verbs and draft.tag[word + 1] in _AFTER_VERB:
            return word
        # `Leaders pledge closer ties`: a bare form after a plural
        is_bare = before == "NNS" and f"{draft.low[word]}s" in verbs
        # `The law bars doctors`
        is_bare = is_bare or (
            draft.low[word] in verbs
            and draft.tag[word] in ("NNS", "NN")
            and before in ("NN", "NNP")
            and draft.tag[word + 1] == "NNS"
        )
        if is_bare and draft.tag[word + 1] in _AFTER_VERB | _AFTER_BARE:
            return word
    return None


def _find_asked(draft: Draft, cues: Collection[str]) -> None:
    """`Asked whether he knew, she laughed`: the clause with a subject of its own is the main one."""
    root = draft.root
    if root > 1 or draft.low[root] not in cues or draft.tag[root] not in ("VBN", "VBD", "VBG"):
        return
    if any(draft.dep[child].startswith("nsubj") for child in draft.children(root)):
        return
    for word in draft.children(root):
        below = draft.children(word)
        has_subject = any(draft.dep[child].startswith("nsubj") for child in below)
        subject = next((child for child in below if draft.dep[child].startswith("nsubj")), word)
        first = draft.leftmost(subject)
        if (
            draft.dep[word] in ("parataxis", "conj", "ccomp")
            and has_subject
            and draft.has_tense(word)
            and "," in draft.low[first - 1 : first]
            and not any(draft.dep[child] == "mark" for child in below)
        ):
            draft.head[word], draft.dep[word] = word, "root"
            draft.head[root], draft.dep[root] = word, "advcl"
            for child in below:
                # what stands before the comma was asked
                if child < first - 1:
                    draft.hang(child, root, draft.dep[child])
            draft.tag[root] = "VBN" if draft.tag[root] == "VBD" else draft.tag[root]
            return
