"""Which words outside a quotation say whose words it holds: `said Ann Lee`, `the mayor told us`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.splitting.attributions import Reports
    from workbench.splitting.grammar import Grammar
    from workbench.splitting.trees import Tree

_LONGEST_SPEAKER = 30
_LONGEST_INVERTED = 14


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands beside a quotation to say whose it is."""

    verb: int
    words: tuple[int, ...]
    """From the speaker to the verb, with the one spoken to."""

    speaker: tuple[int, ...]


def frames_of(tree: Tree, grammar: Grammar, reports: Reports) -> list[Frame]:
    """The frames of the quotations in a sentence, in order."""
    if not any(tree.quoted):
        return []
    frames: list[Frame] = []
    taken: set[int] = set()
    for first, last in _stretches(tree):
        for frame in (_after(tree, grammar, reports, last), _before(tree, grammar, reports, first)):
            if frame is not None and not taken.intersection(frame.words):
                frames.append(frame)
                taken.update(frame.words)
                break
    return frames


def _stretches(tree: Tree) -> list[tuple[int, int]]:
    """First and last word of each stretch of quoted words."""
    stretches: list[tuple[int, int]] = []
    for word, quoted in enumerate(tree.quoted):
        if not quoted:
            continue
        if stretches and stretches[-1][1] == word - 1:
            stretches[-1] = (stretches[-1][0], word)
        else:
            stretches.append((word, word))
    return stretches


def _is_cue(tree: Tree, grammar: Grammar, word: int) -> bool:
    return (
        not tree.quoted[word]
        and tree.low[word] in grammar.verbs
        and tree.tag[word].startswith(("VB", "NN", "JJ", "IN"))
        and not (
            tree.tag[word].startswith("NN")
            and tree.pos[word] == "NOUN"
            and tree.before(word) in ("the", "a", "his", "her", "this", "that")
        )
    )


def _after(tree: Tree, grammar: Grammar, reports: Reports, last: int) -> Frame | None:
    """`"…," said Ann Lee` and `"…," Ann Lee, the mayor, said`."""
    start = last + 1
    while start < len(tree) and tree.low[start] in (",", "-", "–", "—"):
        start += 1
    if start >= len(tree) or tree.quoted[start]:
        return None
    if _is_cue(tree, grammar, start) and not tree.is_infinitive(start):
        return _inverted(tree, reports, start)
    for verb in range(start + 1, min(start + _LONGEST_SPEAKER, len(tree))):
        if tree.quoted[verb] or tree.low[verb] in (".", ";", ":"):
            return None
        if _is_cue(tree, grammar, verb) and tree.tag[verb] in ("VBD", "VBZ", "VBP", "VB", "VBN"):
            if tree.low[start] in ("but", "and", "as", "that", "which", "while", "when"):
                return None
            speaker = _speaker_before(tree, reports, start, verb)
            end = _addressee_end(tree, verb)
            return Frame(verb, tuple(range(start, end + 1)), speaker)
        if tree.tag[verb] in ("VBD", "VBZ", "VBP", "MD") and tree.dep[verb] not in (
            "acl:relcl",
            "aux",
        ):
            return None
    return None


def _inverted(tree: Tree, reports: Reports, verb: int) -> Frame:
    subject = tree.subject(verb)
    if (
        subject is not None
        and verb < subject <= verb + _LONGEST_INVERTED
        and not tree.quoted[subject]
    ):
        words = reports.name_words(subject)
        words = [word for word in words if word > verb]
        if words and words[0] == verb + 1:
            end = words[-1]
            return Frame(verb, tuple(range(verb, end + 1)), tuple(words))
    end = verb
    for word in range(verb + 1, min(verb + _LONGEST_INVERTED, len(tree))):
        if tree.is_break(word) or tree.low[word] in (".", "!", "?") or tree.quoted[word]:
            break
        if tree.tag[word] in ("IN", "TO", "WP", "WDT", "CC", "VBD", "VBZ") and tree.low[
            word
        ] not in ("of", "for", "and"):
            break
        end = word
    return Frame(verb, tuple(range(verb, end + 1)), tuple(range(verb + 1, end + 1)))


def _before(tree: Tree, grammar: Grammar, reports: Reports, first: int) -> Frame | None:
    """`Ann Lee, the mayor, told reporters: "…"`."""
    place = first - 1
    while place >= 0 and tree.low[place] in (",", ":", "-", "–", "—"):
        place -= 1
    if place < 0 or tree.quoted[place] or tree.low[place] in ("that", "is", "was"):
        return None
    has_sign = place < first - 1
    for verb in range(place, max(-1, place - 12), -1):
        if tree.quoted[verb] or (tree.is_break(verb) and verb < place):
            return None
        if not _is_cue(tree, grammar, verb):
            continue
        if (
            verb < place
            and not has_sign
            and tree.low[verb] not in ("told", "tells", "tell", "telling")
        ):
            return None
        if any(
            not tree.quoted[child] and tree.dep[child] == "ccomp" and verb < child < first
            for child in tree.children[verb]
        ):
            return None
        if any(
            tree.dep[child] in ("obj",)
            and verb < child < first
            and grammar.verbs[tree.low[verb]]
            not in ("tell", "ask", "remind", "inform", "assure", "urge", "warn", "quote")
            for child in tree.children[verb]
        ):
            return None
        speaker = _speaker_before(tree, reports, 0, verb)
        start = min(speaker, default=verb)
        end = _addressee_end(tree, verb)
        return Frame(verb, tuple(range(start, end + 1)), speaker)
    return None


def _speaker_before(tree: Tree, reports: Reports, start: int, verb: int) -> tuple[int, ...]:
    subject = tree.subject(verb)
    if subject is not None and start <= subject < verb and not tree.quoted[subject]:
        words = [word for word in reports.name_words(subject) if start <= word < verb]
        return tuple(words)
    if start:
        words = list(range(start, verb))
        return tuple(words)
    words = []
    for word in range(verb - 1, -1, -1):
        if tree.quoted[word] or tree.is_break(word) or tree.tag[word] in ("CC", "VBD", "WDT"):
            break
        words.insert(0, word)
    while words and tree.pos[words[-1]] in ("AUX", "ADV"):
        words.pop()
    return tuple(words)


def _addressee_end(tree: Tree, verb: int) -> int:
    """The last word of the one spoken to: `told GB News`."""
    if tree.low[verb] not in (
        "told",
        "tells",
        "tell",
        "telling",
        "reminded",
        "informed",
        "assured",
    ):
        return verb
    for child in tree.children[verb]:
        if child > verb and tree.dep[child] in ("obj", "iobj", "obl") and not tree.quoted[child]:
            words = [word for word in tree.subtree(child) if word > verb]
            end = verb
            for word in words:
                if tree.is_break(word) or tree.quoted[word]:
                    break
                end = word
            return end
    return verb
