"""What a tree got wrong that its own words disprove: a sentence whose verb hangs below a noun."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workbench.splitting.parsing import Parse

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_AFTER_VERB = frozenset({"TO", "DT", "CD", "PRP", "PRP$", "IN", "NNP", "WRB", "WP", "RP", "RB"})
_ENDS = frozenset({".", "!", "?", ";", '"', "”"})


def mended(
    parse: Parse, quoted: Sequence[bool], *, verbs: Collection[str], cues: Collection[str]
) -> Parse:
    """`parse` with its main verb as the root, where the tree made a noun the root of a sentence.

    `verbs` are word forms that may be verbs although they were taken for plural nouns, `cues` those
    of verbs of speech.
    """
    parse = _with_reported(parse, cues)
    root = parse.root
    if quoted[root] or _is_predicate(parse, root) or parse.text[-1] not in _ENDS:
        return parse
    verb = _main_verb(parse, quoted)
    if verb is None:
        retagged = _with_verb(parse, quoted, verbs)
        if retagged is None:
            return parse
        parse, verb = retagged
    return _rerooted(parse, verb)


def _with_reported(parse: Parse, cues: Collection[str]) -> Parse:
    """`showed the tree was felled`: what was joined without *and* is what was said."""
    heads, deps = list(parse.head), list(parse.dep)
    for word, relation in enumerate(parse.dep):
        parent = parse.head[word]
        if relation != "conj" or parse.text[parent].lower() not in cues or parent >= word:
            continue
        if any(
            parse.dep[child] in ("cc", "nsubj", "nsubj:pass", "punct")
            for child in parse.children(word)
        ):
            continue
        if any(parse.text[other] in (",", ";", ":") for other in range(parent, word)):
            continue
        nouns = [
            child
            for child in parse.children(parent)
            if parse.dep[child] == "obj" and parent < child < word
        ]
        has_tense = parse.tag[word] in _FINITE or any(
            parse.dep[child] in _AUXILIARIES and parse.tag[child] in _FINITE
            for child in parse.children(word)
        )
        if nouns and has_tense:
            deps[word] = "ccomp"
            heads[nouns[-1]], deps[nouns[-1]] = word, "nsubj"
    if deps == list(parse.dep):
        return parse
    return replace(parse, head=tuple(heads), dep=tuple(deps))


def _is_predicate(parse: Parse, word: int) -> bool:
    if any(parse.tag[child] == "TO" for child in parse.children(word)):
        return False
    if parse.pos[word] == "VERB" and parse.tag[word][:2] != "VB":
        return True
    if parse.tag[word] in ("VBG", "VBN") or not parse.tag[word].startswith("VB"):
        return any(
            parse.dep[child] in _AUXILIARIES
            or (parse.tag[word] == "VBN" and parse.dep[child] == "nsubj")
            for child in parse.children(word)
        )
    return True


def _main_verb(parse: Parse, quoted: Sequence[bool]) -> int | None:
    """The first word with a tense that no relative word or conjunction puts below another one."""
    weak: int | None = None
    for word, tag in enumerate(parse.tag):
        if quoted[word]:
            continue
        if tag in _FINITE:
            head = parse.head[word] if parse.dep[word] in _AUXILIARIES else word
            if parse.dep[head] == "acl" and _has_agent(parse, head):
                continue
            if not _is_subordinate(parse, head, word):
                return head
        elif tag == "VBN" and weak is None and parse.dep[word] in ("acl", "conj", "dep") and word:
            children = parse.children(word)
            follows = parse.text[word + 1 : word + 2]
            if (
                parse.tag[word - 1].startswith("NN")
                and follows != ("by",)
                and not any(
                    parse.dep[child] in (*_AUXILIARIES, "mark", "obl:agent") for child in children
                )
            ):
                weak = word
    return weak


def _has_agent(parse: Parse, word: int) -> bool:
    return any(parse.dep[child] == "obl:agent" for child in parse.children(word))


def _is_subordinate(parse: Parse, head: int, verb: int) -> bool:
    for child in parse.children(head):
        if child < verb and (parse.dep[child] == "mark" or parse.tag[child] in _WH):
            return True
        if child < verb and any(parse.tag[below] in _WH for below in parse.children(child)):
            return parse.dep[child] in ("nsubj", "obj", "obl", "nmod:poss")
    return parse.dep[head] == "acl:relcl"


def _with_verb(
    parse: Parse, quoted: Sequence[bool], verbs: Collection[str]
) -> tuple[Parse, int] | None:
    """The parse with a verb where a sentence without one has a noun that may be its verb."""
    for word, tag in enumerate(parse.tag):
        if (
            tag == "NNS"
            and 0 < word < len(parse) - 2
            and not quoted[word]
            and parse.text[word].lower() in verbs
            and (parse.tag[word - 1].startswith(("NN", "PRP")) or parse.text[word - 1] == ",")
            and parse.tag[word + 1] in _AFTER_VERB
        ):
            tags = (*parse.tag[:word], "VBZ", *parse.tag[word + 1 :])
            pos = (*parse.pos[:word], "VERB", *parse.pos[word + 1 :])
            return replace(parse, tag=tags, pos=pos), word
    return None


def _rerooted(parse: Parse, verb: int) -> Parse:
    """The parse with `verb` on top; what was on top is its subject, or what stands before that."""
    root = parse.root
    if verb == root:
        return parse
    heads, deps = list(parse.head), list(parse.dep)
    heads[verb], deps[verb] = verb, "root"
    heads[root] = verb
    deps[root] = "nsubj" if root < verb else "obj"
    for word, head in enumerate(parse.head):
        # what stood on the noun after the verb belongs to the verb
        if head == root and word > verb and deps[word] not in ("det", "case", "amod"):
            heads[word] = verb
    return replace(parse, head=tuple(heads), dep=tuple(deps))
