"""Whether the clause around a word looks ahead or back: which Tuesday `on Tuesday` is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.splitting.parsing import Parse

_AHEAD = frozenset({"will", "'ll", "’ll", "shall", "may", "might", "can", "should", "must", "wo"})
_DUE = frozenset(
    {
        "due", "set", "scheduled", "expected", "planned", "slated", "poised", "likely", "bound",
        "going", "ready", "supposed", "meant",
    }
)  # fmt: skip
_ENDS = frozenset({".", "!", "?", '"', "”", "’"})


def looks_ahead(parse: Parse, offset: int) -> bool:
    """Whether the verb that the word at `offset` belongs to tells of what is still to come."""
    word = next((w for w in range(len(parse)) if parse.end[w] > offset), None)
    if word is None or parse.text[-1] not in _ENDS:
        # headlines tell the past in the present tense
        return False
    for verb in (word, *parse.ancestors(word)):
        told = _told(parse, verb)
        if told is not None:
            return told
    return False


def _told(parse: Parse, verb: int) -> bool | None:
    """Whether the verb looks ahead; None where it has no tense of its own."""
    below = parse.children(verb)
    helpers = [child for child in below if parse.dep[child] in ("aux", "aux:pass", "cop")]
    words = {parse.text[child].lower() for child in helpers}
    is_bare = any(parse.tag[child] == "TO" for child in below)
    if words & _AHEAD:
        return "have" not in words
    tags = {parse.tag[child] for child in helpers} | {parse.tag[verb]}
    if "VBD" in tags or words & {"has", "have", "had", "'ve", "’ve"}:
        return _is_due(parse, verb) if words & {"was", "were"} else False
    if tags & {"VBZ", "VBP"}:
        return True
    if is_bare:
        return True
    return None


def _is_due(parse: Parse, verb: int) -> bool:
    """`was set to open`: what was planned is still ahead."""
    return parse.text[verb].lower() in _DUE
