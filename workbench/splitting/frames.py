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
_LONGEST_ADDRESS = 12
_COMMAS = frozenset({",", "-", "–", "—", "--"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "VB", "VBN"})
_ENDS = frozenset({".", "!", "?", ";"})
_SUBORDINATE = frozenset({"that", "which", "while", "when", "as", "if", "because"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands beside a quotation to say whose it is."""

    verb: int
    """The verb of speech, or the first word of `according to`."""

    words: tuple[int, ...]
    """From the speaker to the verb, with the one spoken to."""

    speaker: tuple[int, ...]


class Frames:
    """Finds the frames of the quotations in one sentence."""

    def __init__(self, tree: Tree, grammar: Grammar, reports: Reports) -> None:
        self.tree = tree
        self.grammar = grammar
        self.reports = reports

    def all(self) -> list[Frame]:
        """The frames in order; a quotation has one at most."""
        frames: list[Frame] = []
        taken: set[int] = set()
        for first, last in self._stretches():
            for frame in (self._after(first, last), self._before(first, last)):
                if frame is not None and not taken.intersection(frame.words):
                    frames.append(frame)
                    taken.update(frame.words)
                    break
        return frames

    def _stretches(self) -> list[tuple[int, int]]:
        """First and last word of each stretch of quoted words."""
        stretches: list[tuple[int, int]] = []
        for word, quoted in enumerate(self.tree.quoted):
            if not quoted:
                continue
            if stretches and stretches[-1][1] == word - 1:
                stretches[-1] = (stretches[-1][0], word)
            else:
                stretches.append((word, word))
        return stretches

    def _is_cue(self, word: int) -> bool:
        tree = self.tree
        if tree.quoted[word] or tree.low[word] not in self.grammar.verbs:
            return False
        return tree.tag[word].startswith("VB") or (
            tree.tag[word] == "NNS" and tree.tag[word - 1].startswith(("NN", "PRP"))
        )

    def _after(self, first: int, last: int) -> Frame | None:
        """`"…," said Ann Lee`; `"…," Ann Lee, the mayor, said`; `"…", according to Ann Lee`."""
        tree = self.tree
        start = last + 1
        while start < len(tree) and tree.low[start] in _COMMAS:
            start += 1
        if start >= len(tree) or tree.quoted[start]:
            return None
        has_sign = start > last + 1 or tree.low[last - 1] in (",", "!", "?", "…", "—")
        if size := self._according_size(start):
            if first > 1 and not has_sign:
                return None
            name = self.reports.name_after(start + size)
            return Frame(start, tuple(range(start, start + size + len(name))), tuple(name))
        if self._is_cue(start) and not tree.is_infinitive(start) and tree.tag[start] != "VBG":
            return self._inverted(start)
        if not has_sign and first > 1:
            return None
        if has_sign and self._is_unknown_cue(start):
            return self._inverted(start)
        for verb in range(start + 1, min(start + _LONGEST_SPEAKER, len(tree))):
            if tree.quoted[verb] or tree.low[verb] in _ENDS or tree.low[verb] == ":":
                return None
            if self._is_cue(verb) and tree.tag[verb] in _TENSED | {"NNS"}:
                if tree.low[start] in _SUBORDINATE or tree.tag[start] == "CC":
                    return None
                speaker = self._speaker_before(start, verb)
                end = self._addressee_end(verb)
                return Frame(verb, tuple(range(start, end + 1)), speaker)
            if tree.tag[verb] in ("VBD", "VBZ", "VBP", "MD") and not self._is_relative(verb):
                return None
        return None

    def _is_unknown_cue(self, word: int) -> bool:
        """`"It is a scandal," fumed Karl Brandt`: any past form between a quotation and a name."""
        tree = self.tree
        if tree.tag[word] != "VBD" or not tree.text[word].islower():
            return False
        if tree.low[word] in ("was", "were", "had", "did"):
            return False
        following = tree.tag[word + 1 : word + 2]
        return following in (("NNP",), ("DT",), ("PRP$",)) or tree.low[word + 1 : word + 2] in (
            ("he",),
            ("she",),
        )

    def _is_relative(self, verb: int) -> bool:
        tree = self.tree
        return any(tree.tag[word] in ("WP", "WDT") for word in range(max(0, verb - 3), verb)) or (
            tree.dep[verb] in ("aux", "aux:pass")
        )

    def _according_size(self, start: int) -> int:
        low = self.tree.low
        for phrase in self.grammar.according:
            if low[start : start + len(phrase)] == phrase:
                return len(phrase)
        return 0

    def _inverted(self, verb: int) -> Frame:
        tree = self.tree
        end = verb
        for word in range(verb + 1, min(verb + _LONGEST_INVERTED, len(tree))):
            if tree.is_break(word) or tree.low[word] in _ENDS or tree.quoted[word]:
                break
            tag = tree.tag[word]
            if tag in (
                "IN",
                "TO",
                "WP",
                "WDT",
                "CC",
                "VBD",
                "VBZ",
                "VBG",
                "WRB",
                "RB",
            ) and tree.low[word] not in ("of", "for", "and"):
                break
            if tag.startswith("PRP") and word > verb + 1 and tree.before(word) != "of":
                break
            end = word
        return Frame(verb, tuple(range(verb, end + 1)), tuple(range(verb + 1, end + 1)))

    def _before(self, first: int, last: int) -> Frame | None:
        """`Ann Lee, the mayor, told reporters: "…"`; `in the words of Ann Lee, "…"`."""
        tree = self.tree
        place = first - 1
        while place >= 0 and (tree.low[place] in _COMMAS or tree.low[place] == ":"):
            place -= 1
        if place < 0 or tree.quoted[place] or tree.low[place] in _SUBORDINATE:
            return None
        has_sign = place < first - 1
        if has_sign and (frame := self._named_before(place)):
            return frame
        if not has_sign and not self._holds_clause(first, last):
            return None
        for verb in range(place, max(-1, place - _LONGEST_ADDRESS), -1):
            if tree.quoted[verb] or (tree.is_break(verb) and verb < place):
                return None
            if not self._is_cue(verb) or (verb < place and tree.tag[verb] == "NNS"):
                continue
            if verb < place and not self._only_addresses(verb, place):
                return None
            speaker = self._speaker_before(0, verb)
            start = min(speaker, default=verb)
            end = self._addressee_end(verb)
            return Frame(verb, tuple(range(start, end + 1)), speaker)
        return None

    def _named_before(self, place: int) -> Frame | None:
        for start in range(max(0, place - _LONGEST_SPEAKER), place):
            if size := self._according_size(start):
                return Frame(
                    start,
                    tuple(range(start, place + 1)),
                    tuple(range(start + size, place + 1)),
                )
        return None

    def _holds_clause(self, first: int, last: int) -> bool:
        """Whether the quoted words are a clause, not a part of one."""
        tree = self.tree
        return tree.text[first + 1 : first + 2][0:1] != () and (
            tree.text[first + 1][:1].isupper()
            or any(tree.tag[word] in ("VBD", "VBZ", "VBP", "MD") for word in range(first, last))
        )

    def _only_addresses(self, verb: int, place: int) -> bool:
        """Whether what stands between the verb and the quotation is no report of its own."""
        tree = self.tree
        base = self.grammar.verbs[tree.low[verb]]
        between = range(verb + 1, place + 1)
        if any(tree.tag[word] in ("VBD", "VBZ", "VBP", "MD", "TO") for word in between):
            return False
        if base in self.grammar.addressing:
            return True
        if tree.low[verb + 1] == "that":
            return False
        return tree.tag[verb + 1] in ("IN", "RB", "NNP") or tree.low[verb + 1] in ("on", "this")

    def _speaker_before(self, start: int, verb: int) -> tuple[int, ...]:
        """The words that name the speaker before the verb, found by the commas around them."""
        tree = self.tree
        end = verb
        while end > start and (
            tree.pos[end - 1] in ("AUX", "ADV") or tree.tag[end - 1] in ("MD", "RB")
        ):
            end -= 1
        if end > start and tree.is_break(end - 1):
            # `Ann Lee, the mayor, said`: what the commas enclose describes her
            before = self._break_before(end - 2, start)
            if before >= start:
                end = before + 1 if before == start else before
        low = self._break_before(end - 1, start) + 1
        subject = tree.subject(verb)
        if subject is not None and start <= subject < verb and not tree.quoted[subject]:
            words = tree.subtree(subject)
            begins_aside = tree.tag[low] in ("IN", "RB", "WRB", "CC") and low < words[0] < end
            if begins_aside or (start <= words[0] < low and tree.tag[words[0]] in ("NNP", "NNPS")):
                low = words[0]
        if (
            low > start + 1
            and tree.low[low - 1] == ","
            and tree.low[low - 2] in self.grammar.person_nouns
        ):
            # `the prime minister, Ann Lee said`: the title stands before the comma
            title = self._break_before(low - 2, start) + 1
            if tree.tag[title] not in ("IN", "VBG", "RB"):
                low = title
        words = [word for word in range(low, verb) if not tree.quoted[word]]
        while words and (tree.tag[words[0]] in ("CC", "IN", "RB") or tree.is_break(words[0])):
            words.pop(0)
        while words and (
            tree.pos[words[-1]] in ("AUX", "ADV", "PUNCT") or tree.is_break(words[-1])
        ):
            words.pop()
        return tuple(words)

    def _break_before(self, word: int, start: int) -> int:
        """The place of the last comma, quotation or verb before `word`; one before `start` if none."""
        tree = self.tree
        for place in range(word, start - 1, -1):
            if tree.is_break(place) or tree.quoted[place] or tree.low[place] in _ENDS:
                return place
            if tree.tag[place] in ("VBD", "VBZ", "VBP", "MD") and not self._is_relative(place):
                return place
        return start - 1

    def _addressee_end(self, verb: int) -> int:
        """The last word of the one spoken to: `told GB News`."""
        tree = self.tree
        if self.grammar.verbs.get(tree.low[verb]) not in self.grammar.addressing:
            return verb
        end = verb
        for word in range(verb + 1, min(len(tree), verb + _LONGEST_ADDRESS)):
            if tree.is_break(word) or tree.quoted[word] or tree.low[word] in _ENDS:
                break
            if tree.tag[word] in ("IN", "TO", "VBD", "VBZ", "CC", "WDT") and tree.low[word] != "of":
                break
            end = word
        return end
