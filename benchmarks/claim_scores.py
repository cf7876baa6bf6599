"""How predicted claims are measured against gold ones: overlap of words, one to one, kind by kind."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

KINDS = ("quantity", "money", "time", "rank", "name", "quote", "attribution", "event")
LEAST_OVERLAP = 0.5
"""Share of their joint words that two spans must have in common."""

Record = dict[str, object]
"""A claim as a line of a file."""

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Tally:
    """Counts over any number of articles; tallies add up."""

    gold: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    matched: Counter[str] = field(default_factory=Counter)
    with_value: Counter[str] = field(default_factory=Counter)
    right_value: Counter[str] = field(default_factory=Counter)
    with_speaker: int = 0
    right_speaker: int = 0
    exact: int = 0

    def add(self, text: str, gold: Sequence[Record], predicted: Sequence[Record]) -> None:
        """Count one article."""
        self.gold.update(str(claim["kind"]) for claim in gold)
        self.predicted.update(str(claim["kind"]) for claim in predicted)
        for claim, guess, overlap in matches(text, gold, predicted):
            kind = str(claim["kind"])
            self.matched[kind] += 1
            self.exact += overlap == 1.0
            if claim.get("value") is not None:
                self.with_value[kind] += 1
                self.right_value[kind] += is_same_value(kind, claim["value"], guess.get("value"))
            if claim.get("speaker"):
                self.with_speaker += 1
                self.right_speaker += is_same_speaker(claim["speaker"], guess.get("speaker"))

    def scores(self, kinds: Iterable[str] = KINDS) -> tuple[float, float, float]:
        """Precision, recall and F1 over `kinds` together."""
        chosen = tuple(kinds)
        matched = sum(self.matched[kind] for kind in chosen)
        precision = share(matched, sum(self.predicted[kind] for kind in chosen))
        recall = share(matched, sum(self.gold[kind] for kind in chosen))
        return precision, recall, share(2 * precision * recall, precision + recall)


def share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def matches(
    text: str, gold: Sequence[Record], predicted: Sequence[Record]
) -> list[tuple[Record, Record, float]]:
    """Pairs of a gold and a predicted claim of one kind, the largest overlaps first, one to one."""
    starts = [found.start() for found in _WORD.finditer(text)]
    gold_words = [_words_in(starts, claim) for claim in gold]
    guess_words = [_words_in(starts, claim) for claim in predicted]
    pairs: list[tuple[float, int, int]] = []
    for i, claim in enumerate(gold):
        for j, guess in enumerate(predicted):
            common = len(gold_words[i] & guess_words[j])
            if common and claim["kind"] == guess["kind"]:
                overlap = common / len(gold_words[i] | guess_words[j])
                if overlap >= LEAST_OVERLAP:
                    pairs.append((-overlap, i, j))
    used: tuple[set[int], set[int]] = (set(), set())
    paired: list[tuple[Record, Record, float]] = []
    for overlap, i, j in sorted(pairs):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            paired.append((gold[i], predicted[j], -overlap))
    return paired


def _words_in(starts: Sequence[int], claim: Record) -> frozenset[int]:
    low, high = claim["start"], claim["end"]
    if not isinstance(low, int) or not isinstance(high, int):
        msg = f"a claim without offsets: {claim}"
        raise TypeError(msg)
    return frozenset(place for place, start in enumerate(starts) if low <= start < high)


def is_same_value(kind: str, gold: object, guess: object) -> bool:
    """Whether two values say the same; a money needs its currency, a quantity only its number."""
    if kind == "time":
        return gold == guess
    if not isinstance(gold, dict) or not isinstance(guess, dict):
        return False
    if kind == "rank":
        return bool(gold.get("ordinal") == guess.get("ordinal"))
    same = _is_same_number(gold.get("number"), guess.get("number"))
    return same and (kind != "money" or gold.get("currency") == guess.get("currency"))


def _is_same_number(gold: object, guess: object) -> bool:
    if isinstance(gold, int | float) and isinstance(guess, int | float):
        return abs(gold - guess) <= 1e-9 * max(1.0, abs(gold))
    return gold == guess


def is_same_speaker(gold: object, guess: object) -> bool:
    """Whether two speakers share at least half the words of the shorter one."""
    wanted, given = (set(_WORD.findall(str(name or "").lower())) for name in (gold, guess))
    return bool(wanted and given) and len(wanted & given) >= min(len(wanted), len(given)) / 2


def table(tallies: Mapping[str, Tally]) -> str:
    """The figures of each tally, one column group a tally."""
    lines = [f"{'':12}" + "".join(f"{name:>32}" for name in tallies)]
    lines.append(
        f"{'kind':12}" + f"{'gold':>7}{'P':>6}{'R':>6}{'F1':>6}{'value':>7}" * len(tallies)
    )
    for kind in KINDS:
        cells = ""
        for tally in tallies.values():
            precision, recall, f1 = tally.scores([kind])
            value = (
                f"{share(tally.right_value[kind], tally.with_value[kind]):.2f}"
                if tally.with_value[kind]
                else ""
            )
            cells += f"{tally.gold[kind]:7}{precision:6.2f}{recall:6.2f}{f1:6.2f}{value:>7}"
        lines.append(f"{kind:12}{cells}")
    for name, chosen in (("details", KINDS[:5]), ("assertions", KINDS[5:]), ("micro", KINDS)):
        cells = ""
        for tally in tallies.values():
            precision, recall, f1 = tally.scores(chosen)
            count = sum(tally.gold[kind] for kind in chosen)
            cells += f"{count:7}{precision:6.2f}{recall:6.2f}{f1:6.3f}{'':7}"
        lines.append(f"{name:12}{cells}")
    for name, tally in tallies.items():
        lines.append(
            f"{name}: values {share(sum(tally.right_value.values()), sum(tally.with_value.values())):.3f}"
            f" · speakers {share(tally.right_speaker, tally.with_speaker):.3f}"
            f" · exact spans {share(tally.exact, sum(tally.matched.values())):.3f}"
        )
    return "\n".join(lines)
