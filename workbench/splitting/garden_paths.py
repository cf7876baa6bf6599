"""Sentences whose main verb the tree took for part of its subject, as readers do at first, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.draft import FINITE, Draft

if TYPE_CHECKING:
    from workbench.splitting.grammar import Grammar

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "EX"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_STOPS = frozenset({".", "!", "?", ",", ";", ":", '"', "”"})
_JOINED = frozenset({"advcl", "parataxis", "conj", "ccomp", "dep", "xcomp"})


def mend_garden_paths(draft: Draft, grammar: Grammar) -> None:
    """Give each verb its own subject back."""
    _raise_from_quotation(draft, grammar)
    _tell_verb_before_joint(draft, grammar)
    _tell_reporting_noun(draft, grammar)
    _tell_plural_reports(draft, grammar)
    _tell_planning_noun(draft, grammar)
    _find_first_past(draft)
    _tell_verb_before_article(draft)
    _tell_perfect(draft, grammar)
    _part_saying(draft, grammar)
    _find_second_verb(draft, grammar)
    _tell_subordinate_noun(draft, grammar)
    _tell_doubled_that(draft, grammar)


def _raise_from_quotation(draft: Draft, grammar: Grammar) -> None:
    """`insisted the matter “will not go away”`: the verb of speech outside leads to the quoted one."""
    root = draft.root
    if not draft.quoted[root]:
        return
    for verb in draft.children(root):
        below = draft.children(verb)
        says = draft.low[verb] in grammar.verbs and draft.tag[verb] in FINITE
        if verb > root or draft.quoted[verb] or not says or draft.dep[verb] == "ccomp":
            continue
        if not any(draft.dep[c].startswith("nsubj") and not draft.quoted[c] for c in below):
            continue
        draft.head[verb], draft.dep[verb] = verb, "root"
        draft.head[root], draft.dep[root] = verb, "ccomp"
        for child in below:
            if verb < child < root and draft.dep[child] == "obj" and _subject(draft, root) is None:
                draft.head[child], draft.dep[child] = root, "nsubj"
        return


def _tell_verb_before_joint(draft: Draft, grammar: Grammar) -> None:
    """`UN warns of famine as aid runs out`: a plural before a joint is no subject of the verb after it."""
    root = draft.root
    joint = next(
        (c for c in draft.children(root) if draft.dep[c] == "mark" and draft.low[c] in grammar.own),
        None,
    )
    noun = _subject(draft, root)
    if joint is None or noun is None or not 0 < noun < joint or draft.tag[noun] != "NNS":
        return
    is_verb = draft.low[noun] in grammar.verb_or_noun or draft.low[noun] in grammar.verbs
    subject = noun - 1
    if not is_verb or draft.head[subject] != noun or draft.dep[subject] != "compound":
        return
    draft.tag[noun], draft.pos[noun] = "VBZ", "VERB"
    draft.head[noun], draft.dep[noun] = noun, "root"
    draft.head[root], draft.dep[root] = noun, "advcl"
    for child in draft.children(noun):
        if child < subject:
            draft.head[child] = subject
    draft.dep[subject] = "nsubj"


def _tell_reporting_noun(draft: Draft, grammar: Grammar) -> None:
    """`The ministry estimates that …`: before *that* and a clause, a plural on top is a verb."""
    root = draft.root
    if draft.tag[root] != "NNS" or draft.low[root] not in grammar.verbs or not root > 0:
        return
    noun = root - 1
    if draft.head[noun] != root or draft.dep[noun] not in ("compound", "nmod", "nsubj", "amod"):
        return
    if draft.tag[noun] not in _NOUNS or draft.low[root + 1 : root + 2] != ["that"]:
        return
    clause = draft.head[root + 1]
    if draft.head[clause] != root or not draft.has_tense(clause):
        return
    draft.tag[root], draft.pos[root] = "VBZ", "VERB"
    for child in draft.children(root):
        if child < noun:
            draft.head[child] = noun
    draft.dep[noun] = "nsubj"
    draft.dep[clause], draft.dep[root + 1] = "ccomp", "mark"


def _tell_plural_reports(draft: Draft, grammar: Grammar) -> None:
    """`Roth, who chairs it, fears there will be more`: a verb with two subjects gives up the first."""
    root = draft.root
    subjects = [
        child for child in draft.children(root) if draft.dep[child].startswith(("nsubj", "expl"))
    ]
    if not subjects[1:] or draft.quoted[root]:
        return
    for word in range(subjects[0] + 1, subjects[1]):
        is_report = draft.tag[word] in ("NNS", "NN") and draft.low[word] in grammar.verbs
        if not is_report or draft.dep[word] not in ("appos", "compound", "nmod", "conj", "dep"):
            continue
        if draft.low[word - 1] != "," and not draft.tag[word - 1].startswith("NN"):
            continue
        draft.tag[word] = "VBZ" if draft.low[word].endswith("s") else "VBP"
        draft.pos[word] = "VERB"
        draft.head[word], draft.dep[word] = word, "root"
        draft.head[root], draft.dep[root] = word, "ccomp"
        draft.hang(subjects[0], word, "nsubj")
        return


def _tell_planning_noun(draft: Draft, grammar: Grammar) -> None:
    """`The firm plans to hire ten, invest abroad and …`: the plural before *to* is the verb."""
    root = draft.root
    noun = _subject(draft, root)
    if draft.tag[root] != "VB" or noun is None or draft.auxiliaries(root) or noun < 1:
        return
    inner = next(
        (c for c in draft.children(noun) if c > noun and draft.is_infinitive(c) and c < root), None
    )
    if inner is None or draft.tag[noun] != "NNS" or draft.low[noun] not in grammar.verb_or_noun:
        return
    subject = noun - 1
    if draft.head[subject] != noun or draft.dep[subject] not in ("compound", "amod"):
        return
    draft.tag[noun], draft.pos[noun] = "VBZ", "VERB"
    draft.head[noun], draft.dep[noun] = noun, "root"
    draft.head[root], draft.dep[root] = inner, "conj"
    draft.dep[inner] = "xcomp"
    for child in draft.children(noun):
        if child < subject:
            draft.head[child] = subject
    draft.tag[subject] = "NN" if draft.tag[subject] == "JJ" else draft.tag[subject]
    draft.dep[subject] = "nsubj"


def _find_first_past(draft: Draft) -> None:
    """`The band formed in 1998, released albums and split`: no comma opens before the first verb."""
    root = draft.root
    subject = _subject(draft, root)
    if subject is None or draft.tag[root] != "VBD" or draft.low[root - 1] != ",":
        return
    first = subject + 1
    if draft.tag[first] != "VBN" or draft.head[first] != subject or draft.dep[first] != "acl":
        return
    between = draft.low[first : root - 1]
    is_listed = any(
        draft.dep[child] == "conj" and child > root and "and" in draft.low[root:child]
        for child in draft.children(root)
    )
    if "," in between or "by" in between[1:2] or not is_listed:
        return
    draft.tag[first] = "VBD"
    for child in draft.children(root):
        if child < first:
            draft.head[child] = first
    draft.head[first], draft.dep[first] = first, "root"
    draft.head[root], draft.dep[root] = first, "conj"


def _tell_perfect(draft: Draft, grammar: Grammar) -> None:
    """`Analysts had forecast growth`: a participle of speech right after *have* goes with it."""
    for helper in range(1, len(draft) - 2):
        verb = helper + 1
        if draft.low[helper] not in ("had", "has", "have") or draft.dep[verb] != "amod":
            continue
        noun = draft.head[verb]
        if draft.tag[verb] != "VBN" or draft.low[verb] not in grammar.verbs or noun < verb:
            continue
        if draft.head[noun] != helper or draft.dep[noun] != "obj":
            continue
        if draft.dep[helper] == "root":
            draft.head[verb], draft.dep[verb] = verb, "root"
        else:
            draft.head[verb], draft.dep[verb] = draft.head[helper], draft.dep[helper]
        for child in draft.children(helper):
            draft.head[child] = verb
        draft.head[helper], draft.dep[helper] = verb, "aux"
        draft.pos[helper] = "AUX"


def _tell_verb_before_article(draft: Draft) -> None:
    """`and just two enforce the rule`: a singular between a number and an article is a verb."""
    for word in range(3, len(draft) - 2):
        if draft.tag[word] != "NN" or draft.dep[word] != "conj" or draft.quoted[word]:
            continue
        number, article = word - 1, word + 1
        if draft.tag[number] != "CD" or draft.head[number] != word or draft.low[number] == "one":
            continue
        done = draft.head[article]
        if draft.tag[article] != "DT" or draft.head[done] != word:
            continue
        draft.tag[word], draft.pos[word] = "VBP", "VERB"
        draft.dep[number], draft.dep[done] = "nsubj", "obj"


def _part_saying(draft: Draft, grammar: Grammar) -> None:
    """`A spokesman declined, saying talks were under way`: the last clause is what was said."""
    root = draft.root
    subject = _subject(draft, root)
    if subject is None or draft.quoted[root]:
        return
    first = min([root, *draft.auxiliaries(root)])
    noun = first - 1
    said = draft.head[noun]
    if not subject < said < noun or draft.dep[noun] not in ("obj", "obl", "nmod"):
        return
    if draft.tag[said] != "VBG" or draft.low[said] not in grammar.verbs:
        return
    main = next(
        (
            child
            for child in draft.children(subject)
            if subject < child < said and draft.tag[child] in ("VBN", "VBD")
        ),
        None,
    )
    if main is None or "by" in draft.low[main + 1 : main + 2]:
        return
    draft.tag[main] = "VBD"
    draft.head[main], draft.dep[main] = main, "root"
    draft.head[root], draft.dep[root] = said, "ccomp"
    draft.head[said], draft.dep[said] = main, "advcl"
    draft.head[noun], draft.dep[noun] = root, "nsubj"
    draft.head[subject], draft.dep[subject] = main, "nsubj"
    for child in draft.children(root):
        if draft.pos[child] == "PUNCT":
            draft.head[child] = main


def _find_second_verb(draft: Draft, grammar: Grammar) -> None:
    """`people close to the talks say …`: of two tensed verbs with one subject the last is the main one."""
    root = draft.root
    subject = _subject(draft, root)
    if subject is None or subject > root or draft.tag[root] not in ("VBP", "VBD", "VBN"):
        return
    if draft.auxiliaries(root) or draft.quoted[root] or draft.low[root] in grammar.verbs:
        return
    if draft.tag[subject] == "PRP":
        return
    for verb in draft.children(root):
        first = min([verb, *draft.auxiliaries(verb)])
        if verb < root + 2 or draft.dep[verb] not in _JOINED or not draft.has_tense(verb):
            continue
        below = draft.children(verb)
        is_joined = any(
            draft.dep[child].startswith(("nsubj", "csubj", "expl"))
            or draft.dep[child] in ("mark", "cc")
            or draft.tag[child] in _WH
            for child in below
        )
        if is_joined or draft.tag[first] not in FINITE or draft.low[first - 1] in (",", ";", ":"):
            continue
        if draft.pos[first - 1] not in ("NOUN", "PROPN", "NUM") or draft.tag[verb] == "VBG":
            continue
        if any(sign in (",", ":", ";", "but") for sign in draft.low[root:first]):
            continue
        draft.head[verb], draft.dep[verb] = verb, "root"
        draft.head[subject], draft.dep[subject] = verb, "nsubj"
        draft.head[root], draft.dep[root] = subject, "acl"
        if draft.tag[root] == "VBD":
            draft.tag[root] = "VBN"
        else:
            draft.tag[root], draft.pos[root] = "JJ", "ADJ"
        for child in draft.children(root):
            if child < subject or child > verb:
                draft.head[child] = verb
        return


def _tell_subordinate_noun(draft: Draft, grammar: Grammar) -> None:
    """`after the dam burst, …`: what heads a clause of time and has a noun before it is its verb."""
    is_open = draft.parse.text[-1] not in _STOPS
    for word in range(2, len(draft) - 1):
        # in headlines also `as party slides in polls`
        is_shown = draft.tag[word] == "NNS" and draft.low[word] in grammar.verb_or_noun and is_open
        is_clause = draft.dep[word] == "advcl" or (is_shown and draft.dep[word] in ("nmod", "obl"))
        if not is_clause or draft.tag[word] not in ("NN", "NNS"):
            continue
        noun = word - 1
        below = draft.children(word)
        if draft.head[noun] != word or draft.dep[noun] != "compound" or draft.auxiliaries(word):
            continue
        joint = next(
            (c for c in below if draft.dep[c] == "case" and draft.low[c] in grammar.own), None
        )
        if joint is None or any(draft.dep[child] == "nsubj" for child in below):
            continue
        draft.tag[word] = "VBZ" if draft.low[word].endswith("s") else "VBD"
        draft.pos[word] = "VERB"
        if draft.dep[word] != "advcl" and draft.head[draft.root] != word:
            draft.hang(word, draft.root, "advcl")
        draft.dep[joint], draft.dep[noun] = "mark", "nsubj"
        for child in below:
            if joint < child < noun:
                draft.head[child] = noun


def _tell_doubled_that(draft: Draft, grammar: Grammar) -> None:
    """`warned last month that stocks were low`: *that* before a subject opens what is reported."""
    for that in range(2, len(draft) - 2):
        verb = draft.head[that]
        if draft.low[that] != "that" or not draft.dep[that].startswith("nsubj"):
            continue
        if verb < that or draft.dep[verb] != "acl:relcl":
            continue
        others = [
            child
            for child in draft.children(verb)
            if draft.dep[child].startswith("nsubj") and that < child < verb
        ]
        if not others:
            continue
        draft.dep[that], draft.tag[that] = "mark", "IN"
        above = draft.head[verb]
        while draft.head[above] != above and draft.low[above] not in grammar.verbs:
            above = draft.head[above]
        if draft.low[above] in grammar.verbs and above < that:
            draft.hang(verb, above, "ccomp")


def _subject(draft: Draft, verb: int) -> int | None:
    return next(
        (child for child in draft.children(verb) if draft.dep[child].startswith("nsubj")), None
    )
