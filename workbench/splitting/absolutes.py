"""Which phrases with *with* say something of their own: `, with the first meeting set for May`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.splitting.trees import Tree

_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PHRASE = frozenset(
    {
        "DT",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "PRP",
        "PRP$",
        "CD",
        "JJ",
        "JJR",
        "JJS",
        "POS",
        "CC",
        ",",
        "HYPH",
    }
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_LONGEST_PHRASE = 14
_LONGEST_PART = 7


def absolutes(tree: Tree) -> Iterator[tuple[int, int, int, bool]]:
    """Each such phrase as *with*, what its subject does, the word after its end, and if a comma sets it off.

    What its subject does is the place of a participle, or of *with* where there is none.
    """
    end = len(tree)
    while end > 0 and tree.pos[end - 1] == "PUNCT":
        end -= 1
    for word in range(2, end - 1):
        if (part := _part_of_them(tree, word, end)) is not None:
            yield word, word + 1, part, True
            continue
        if tree.low[word] != "with" or tree.quoted[word]:
            continue
        verb = _participle(tree, word, end)
        if tree.low[word - 1] == "," and not tree.quoted[word - 1]:
            if _runs_to(tree, word, end):
                yield word, verb if verb is not None else word, end, True
        elif verb is not None and tree.tag[verb] == "VBG":
            yield word, verb, _end_of(tree, verb, end), False


def _part_of_them(tree: Tree, comma: int, end: int) -> int | None:
    """Where `, nearly half of them rural` ends that begins at `comma`; None where it has a verb."""
    if tree.low[comma] != "," or tree.quoted[comma]:
        return None
    of = next(
        (
            word
            for word in range(comma + 2, min(comma + _LONGEST_PART, end - 1))
            if tree.low[word] == "of"
        ),
        None,
    )
    if of is None or tree.low[of + 1] not in ("them", "these", "those"):
        return None
    if any(tree.tag[word] in ("IN", "CC", "VBD", "VBZ", "VBP") for word in range(comma + 1, of)):
        return None
    last = next((word for word in range(of + 2, end) if tree.is_break(word)), end)
    if last == of + 2 or any(tree.tag[word] in _TENSED for word in range(of, last)):
        return None
    return last


def _participle(tree: Tree, start: int, end: int) -> int | None:
    """The participle that says what the noun after *with* does."""
    has_noun = False
    for word in range(start + 1, min(end, start + _LONGEST_PHRASE)):
        tag = tree.tag[word]
        if tag in ("VBG", "VBN", "VBD") and has_noun and word + 1 < end:
            is_attribute = tree.tag[word + 1] in ("NN", "NNS") and tree.dep[word] in (
                "amod",
                "compound",
            )
            if not is_attribute:
                return word
        if tag not in _PHRASE and tag != "VBG":
            return None
        if tag == "," and not _lists(tree, word):
            return None
        has_noun = has_noun or tag in _NOUNS
    return None


def _lists(tree: Tree, comma: int) -> bool:
    return any(tree.tag[word] == "CC" for word in range(comma, min(len(tree), comma + 8)))


def _runs_to(tree: Tree, start: int, end: int) -> bool:
    """Whether the phrase ends with the sentence: no main verb follows it."""
    below = False
    for word in range(start + 1, end):
        tag = tree.tag[word]
        if tag in ("WDT", "WP", "WRB") or tree.low[word] == "that":
            below = True
        if (
            tag in _TENSED
            and not below
            and not tree.quoted[word]
            and not _hangs_in(tree, word, start)
        ):
            return False
    return True


def _hangs_in(tree: Tree, verb: int, start: int) -> bool:
    """Whether the verb is what a participle reports: `with the paper reporting he left`."""
    return any(tree.tag[word] == "VBG" for word in range(start + 1, verb))


def _end_of(tree: Tree, verb: int, end: int) -> int:
    for word in range(verb + 1, end):
        if tree.is_break(word) or (
            tree.tag[word] == "CC" and tree.tag[min(word + 1, end - 1)] in _TENSED
        ):
            return word
        if tree.dep[word] == "mark" and tree.tag[word] == "IN":
            return word
    return end
