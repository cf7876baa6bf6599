"""Words whose own form disproves what the tree took them for, before any verb is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.splitting.draft import AUXILIARIES, Draft

if TYPE_CHECKING:
    from workbench.splitting.grammar import Grammar

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "EX"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_BEFORE_SUBJECT = frozenset({"dep", "vocative", "obj", "obl", "appos", "obl:unmarked", "nmod"})
_LOWERED = frozenset(
    {"acl:relcl", "acl", "parataxis", "dep", "conj", "ccomp", "nmod", "obl", "obj"}
)
_AFTER_PAST = frozenset({"CD", "IN", "TO", "RB", "$", "DT"})
_STOPS = frozenset({".", "!", "?", ",", ";"})
_MIN_CLOSED = 3


def mend_misreadings(draft: Draft, grammar: Grammar) -> None:
    """Put right tags and relations that no reading of the words allows."""
    _tell_pasts(draft, grammar)
    _tell_main_past(draft)
    _find_when_clauses(draft)
    _tell_listed_pasts(draft, grammar)
    _tell_participle_first(draft)
    _tell_relative_verbs(draft)
    _raise_attributes(draft)
    _hang_marks_ahead(draft)
    find_marked_subjects(draft, grammar)
    _name_what_was_done(draft)
    _part_is_that(draft)
    _tell_that_from_that(draft, grammar)
    _raise_adverbs(draft, grammar)
    _give_front_its_comma(draft, grammar)


def _tell_pasts(draft: Draft, grammar: Grammar) -> None:
    """`exports fell by a tenth`: some past forms are never participles of the noun before them."""
    for word in range(1, len(draft)):
        low = draft.low[word]
        if draft.tag[word] in ("JJ", "NN") and low in grammar.pasts | grammar.intransitive:
            _tell_hidden_past(draft, grammar, word)
        if draft.tag[word] != "VBN" or draft.auxiliaries(word):
            continue
        noun = draft.head[word]
        describes = draft.dep[word] == "acl" and noun < word and draft.tag[noun] in _NOUNS
        is_loose = draft.dep[word] in ("conj", "advcl", "parataxis")
        if low in grammar.pasts or ((describes or is_loose) and low in grammar.intransitive):
            draft.tag[word] = "VBD"
            if describes:
                _raise_past(draft, word, noun)


def _tell_hidden_past(draft: Draft, grammar: Grammar, word: int) -> None:
    """`while oil slid to a low`: with a subject and no form of *be* it is a verb."""
    below = {draft.dep[child]: child for child in draft.children(word)}
    if draft.dep[word] == "root" and below.get("compound") == word - 1:
        # `The pound rose 0.8%`
        follows = draft.tag[word + 1 : word + 2]
        if follows and follows[0] in _AFTER_PAST:
            draft.tag[word], draft.pos[word] = "VBD", "VERB"
            draft.dep[word - 1] = "nsubj"
            for child in draft.children(word):
                if child < word - 1 and draft.pos[child] != "PUNCT":
                    draft.head[child] = word - 1
        return
    if "nsubj" not in below or below.keys() & AUXILIARIES or below["nsubj"] > word:
        return
    draft.tag[word], draft.pos[word] = "VBD", "VERB"
    mark = below.get("mark")
    if mark is not None and draft.low[mark] in grammar.own and draft.dep[word] in _LOWERED:
        draft.dep[word] = "advcl"


def _raise_past(draft: Draft, verb: int, noun: int) -> None:
    """Make `noun` the subject of the past form `verb` that was taken to describe it."""
    above = draft.head[noun]
    if draft.dep[noun] == "root":
        draft.reroot(verb)
        return
    if not draft.dep[noun].startswith("nsubj") or above < verb:
        return
    first = min([above, *(c for c in draft.auxiliaries(above) if c > verb)])
    if any(
        draft.dep[child].startswith("nsubj") and verb < child < above
        for child in draft.children(above)
    ):
        # `exports fell, the ministry said`: the first of two subjects is that of the report
        draft.hang(verb, above, "ccomp")
        draft.hang(noun, verb, "nsubj")
    elif draft.low[first - 1] in ("and", "but", ",") and draft.dep[above] == "root":
        draft.head[verb], draft.dep[verb] = verb, "root"
        draft.head[above], draft.dep[above] = verb, "conj"
        for child in draft.children(above):
            if child < verb:
                draft.head[child] = verb
        draft.head[noun], draft.dep[noun] = verb, "nsubj"


def _tell_main_past(draft: Draft) -> None:
    """`The president, speaking in Warsaw, promised more aid`: a main verb alone is no participle."""
    root = draft.root
    if draft.tag[root] != "VBN" or draft.auxiliaries(root) or draft.parse.text[-1] not in _STOPS:
        return
    if any(draft.dep[child] == "nsubj" and child < root for child in draft.children(root)):
        draft.tag[root] = "VBD"


def _find_when_clauses(draft: Draft) -> None:
    """`when a bus overturned near Quito`: the noun between *when* and a participle is its subject."""
    for joint in range(1, len(draft) - 2):
        if draft.tag[joint] != "WRB" or draft.dep[joint] not in ("advmod", "mark"):
            continue
        verb = draft.head[joint]
        noun = draft.head[verb]
        if not joint < noun < verb or draft.dep[verb] != "acl" or draft.auxiliaries(verb):
            continue
        if draft.tag[verb] not in ("VBN", "VBD") or "by" in draft.low[verb + 1 : verb + 2]:
            continue
        draft.tag[verb] = "VBD"
        if draft.dep[noun] == "root":
            draft.head[verb], draft.dep[verb] = verb, "root"
        else:
            draft.head[verb], draft.dep[verb] = draft.head[noun], "advcl"
        draft.head[noun], draft.dep[noun] = verb, "nsubj"


def _tell_listed_pasts(draft: Draft, grammar: Grammar) -> None:
    """`fell trees, tore off roofs and left …`: a past form after a comma, taken for a noun."""
    for word in range(3, len(draft) - 2):
        if draft.tag[word] not in ("NN", "JJ") or draft.low[word] not in grammar.pasts:
            continue
        if draft.low[word - 1] != "," or draft.dep[word] not in ("compound", "amod", "conj"):
            continue
        if "and" not in draft.low[word:]:
            continue
        noun = draft.head[word]
        verb = draft.head[noun]
        while draft.head[verb] != verb and not draft.has_tense(verb):
            verb = draft.head[verb]
        if noun < word or verb > word or draft.tag[verb] != "VBD":
            continue
        draft.tag[word], draft.pos[word] = "VBD", "VERB"
        draft.head[word], draft.dep[word] = verb, "conj"
        draft.head[noun], draft.dep[noun] = word, "obj"


def _tell_participle_first(draft: Draft) -> None:
    """`Asked about the delay, she laughed`: no statement begins with a bare past tense."""
    if draft.tag[0] != "VBD" or draft.dep[0] in AUXILIARIES or "," not in draft.low:
        return
    if not any(draft.dep[child].startswith("nsubj") for child in draft.children(0)):
        draft.tag[0] = "VBN"


def _tell_relative_verbs(draft: Draft) -> None:
    """`whose owner lives abroad`: what heads a relative clause without a verb is one."""
    for word in range(2, len(draft)):
        if draft.dep[word] != "acl:relcl" or draft.tag[word] not in ("NNS", "NN"):
            continue
        below = draft.children(word)
        if any(draft.dep[child] in AUXILIARIES | {"nsubj"} for child in below):
            continue
        subject = word - 1
        if draft.dep[subject] not in ("compound", "amod") or draft.tag[subject] not in _NOUNS:
            continue
        draft.tag[word] = "VBZ" if draft.low[word].endswith("s") else "VBP"
        draft.pos[word] = "VERB"
        draft.dep[subject] = "nsubj"
        for child in below:
            if child < subject and draft.dep[child] in ("nmod:poss", "det", "amod", "compound"):
                draft.hang(child, subject, draft.dep[child])


def _raise_attributes(draft: Draft) -> None:
    """`after the president dissolved parliament`: what has a tense and a subject is no attribute."""
    for verb in range(1, len(draft) - 1):
        is_tensed = draft.tag[verb] in ("VBD", "VBZ", "VBP") or draft.has_tense(verb)
        if draft.dep[verb] != "amod" or not is_tensed:
            continue
        noun = draft.head[verb]
        subject = next((c for c in draft.children(verb) if draft.dep[c].startswith("nsubj")), None)
        if noun < verb or subject is None or subject > verb:
            continue
        above, relation = draft.head[noun], draft.dep[noun]
        if above == noun:
            draft.head[verb], draft.dep[verb] = verb, "root"
        else:
            is_told = relation == "obj" and any(
                draft.dep[c] == "mark" and draft.low[c] == "that" for c in draft.children(verb)
            )
            draft.head[verb], draft.dep[verb] = above, "ccomp" if is_told else relation
        for child in draft.children(noun):
            if child < verb:
                draft.head[child] = subject
        draft.head[noun], draft.dep[noun] = verb, "obj"


def _hang_marks_ahead(draft: Draft) -> None:
    """A subordinator stands before its verb, never after it."""
    for word in range(1, len(draft)):
        if draft.dep[word] != "mark" or draft.head[word] > word:
            continue
        for verb in range(word + 1, len(draft)):
            if draft.low[verb] in (",", ";", ":") or draft.quoted[verb]:
                break
            subject = next(
                (child for child in draft.children(verb) if draft.dep[child].startswith("nsubj")),
                None,
            )
            if subject is not None and word < subject < verb:
                draft.hang(word, verb, "mark")
                break


def find_marked_subjects(draft: Draft, grammar: Grammar) -> None:
    """`after two weeks of rain fell`: the joint before the subject of a verb joins its clause."""
    for joint in range(len(draft) - 2):
        if draft.dep[joint] != "case" or draft.low[joint] not in grammar.own:
            continue
        subject = draft.head[joint]
        verb = draft.head[subject]
        if not (joint < subject < verb and draft.dep[subject].startswith("nsubj")):
            continue
        if draft.quoted[verb] or draft.low[joint] == "so" or not draft.has_tense(verb):
            continue
        if any(draft.dep[child] == "mark" for child in draft.children(verb)):
            continue
        draft.hang(joint, verb, "mark")
        if draft.dep[verb] in _LOWERED:
            draft.dep[verb] = "advcl"
        for child in draft.children(subject):
            if child < joint and draft.head[verb] != verb:
                # `a day after the envoy spoke`: how long after belongs to the clause above
                draft.hang(child, draft.head[verb], "obl:unmarked")


def _name_what_was_done(draft: Draft) -> None:
    """`Alba defeated Bern`: a participle between two names is the verb between them."""
    for verb in range(1, len(draft) - 1):
        if draft.tag[verb] != "VBN" or draft.dep[verb] != "amod" or not draft.low[verb].isalpha():
            continue
        subject, done = verb - 1, draft.head[verb]
        if draft.tag[subject] not in ("NNP", "NNPS") or draft.tag[verb + 1] not in ("NNP", "NNPS"):
            continue
        if draft.parse.text[verb][0].isupper() or draft.head[subject] != done or done < verb:
            continue
        above, relation = draft.head[done], draft.dep[done]
        rest = [
            child
            for child in draft.children(done)
            if child != verb and draft.dep[child] not in ("flat", "compound", "nmod:desc")
        ]
        draft.tag[verb] = "VBD"
        if above == done:
            draft.head[verb], draft.dep[verb] = verb, "root"
        else:
            draft.head[verb], draft.dep[verb] = above, relation
        draft.head[done], draft.dep[done] = verb, "obj"
        draft.head[subject], draft.dep[subject] = verb, "nsubj"
        for child in rest:
            draft.hang(child, verb, "obl" if draft.dep[child] == "nmod" else draft.dep[child])


def _part_is_that(draft: Draft) -> None:
    """`the trouble is that it was late`: *is* before *that* leads to a clause, and is no part of it."""
    for form in range(1, len(draft) - 2):
        if draft.dep[form] != "cop" or draft.low[form + 1] != "that":
            continue
        inner = draft.head[form]
        if draft.dep[form + 1] != "mark" or draft.head[form + 1] != inner or inner < form:
            continue
        if draft.dep[inner] == "root":
            draft.head[form], draft.dep[form] = form, "root"
        else:
            draft.head[form], draft.dep[form] = draft.head[inner], draft.dep[inner]
        draft.pos[form] = "VERB"
        draft.head[inner], draft.dep[inner] = form, "ccomp"
        for child in range(form):
            if draft.head[child] == inner:
                draft.head[child] = form
                if draft.dep[child] == "advcl" and draft.tag[child] == "VBN":
                    # `another, favoured by many, is that …`
                    _give_noun_before(draft, child, form)
        return


def _give_noun_before(draft: Draft, participle: int, verb: int) -> None:
    noun = next((c for c in draft.children(participle) if draft.dep[c].startswith("nsubj")), None)
    if noun is not None and noun < participle:
        draft.head[noun], draft.dep[noun] = verb, "nsubj"
        draft.head[participle], draft.dep[participle] = noun, "acl"


def _tell_that_from_that(draft: Draft, grammar: Grammar) -> None:
    """`a ratio that the agency called too high`: a verb that lacks its object takes it from *that*."""
    for word in range(3, len(draft)):
        base = grammar.verbs.get(draft.low[word])
        if draft.dep[word] != "acl" or base not in grammar.bare or not draft.has_tense(word):
            continue
        below = {draft.dep[child]: child for child in draft.children(word)}
        mark = below.get("mark")
        lacks = not below.keys() & {"obj", "ccomp", "nsubj:pass"}
        if mark is not None and draft.low[mark] == "that" and lacks and "nsubj" in below:
            draft.dep[word] = "acl:relcl"
            draft.tag[mark], draft.dep[mark] = "WDT", "obj"


def _raise_adverbs(draft: Draft, grammar: Grammar) -> None:
    """`rebuild it entirely after it sank`: an adverb before a joint belongs to the verb before it."""
    for word in range(1, len(draft) - 1):
        is_adverb = draft.tag[word] == "RB" and draft.low[word].endswith("ly")
        if not is_adverb or draft.low[word + 1] not in grammar.own:
            continue
        if draft.head[word] == draft.head[word + 1] > word:
            above = draft.head[draft.head[word]]
            if above < word:
                draft.hang(word, above, "advmod")


def _give_front_its_comma(draft: Draft, grammar: Grammar) -> None:
    """`Until it opens, volunteers will help`: the noun after the comma is the main verb's subject."""
    root = draft.root
    if not draft.has_tense(root) or len(draft) < _MIN_CLOSED:
        return
    below = draft.children(root)
    if any(draft.dep[child].startswith(("nsubj", "csubj", "expl")) for child in below):
        return
    opener = 1 if draft.tag[0] == "CC" else 0
    if draft.low[opener] not in grammar.own or draft.dep[opener] not in ("mark", "advmod"):
        return
    verb = draft.head[opener]
    if not opener < verb < root or draft.low[verb:root].count(",") == 0:
        return
    comma = draft.low.index(",", verb)
    first = min([root, *(child for child in draft.auxiliaries(root) if child > comma)])
    loose = [word for word in range(comma + 1, first) if draft.head[word] <= comma]
    nouns = [
        word for word in loose if draft.tag[word] in _NOUNS and draft.dep[word] in _BEFORE_SUBJECT
    ]
    if not nouns or draft.tag[comma + 1] in _WH:
        return
    subject = nouns[0]
    for word in loose:
        if word != subject:
            draft.hang(word, subject, draft.dep[word] if draft.pos[word] == "PUNCT" else "appos")
    draft.hang(subject, root, "nsubj")
    if draft.dep[verb] not in ("advcl", "root"):
        draft.hang(verb, root, "advcl")
