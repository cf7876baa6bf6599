"""A check without a screen: one claim at a time, a line in and sentences out.

For screen readers, dumb terminals and pipes. Each line is a key of the checking screen, and what it is about.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.cli.plain_keys import KEYS, KEYS_BY_WORD
from workbench.cli.plain_words import OPEN, claim_lines, match_lines, progress_line
from workbench.errors import ConflictError, RuleError, UnknownError, WorkbenchError
from workbench.model import Need, visible_line
from workbench.review import rating_named
from workbench.tui.filtering import selection_of
from workbench.tui.grounds import grounds_of
from workbench.tui.moving import next_open, next_that
from workbench.tui.selecting import selected
from workbench.tui.sheet import NOWHERE, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workbench.model import ArticleSummary, ClaimId, KeptClaim, Match, Stance, Standing
    from workbench.review import Workbench

QUESTIONS = {
    Need.EVIDENCE_OR_REASON: "Why does it hold without linked evidence?",
    Need.CORRECTION: "How should it read?",
    Need.CORRECTION_OR_NOTE: "How should it read?",
}
OFFERED = 3
"""Passages told of a claim; more are a line `n` away."""


@dataclass
class PlainReview:
    """Where the editor is in an article, and what each line does."""

    bench: Workbench
    article: ArticleSummary
    say: Callable[[str], object]
    ask: Callable[[str], str | None]
    """Puts a question and returns the answer; None at the end of the input."""

    first: ClaimId | None = None
    """The claim to begin at; None is the first open one."""

    failures: int = 0
    """Lines that could not be done."""

    place: int = NOWHERE
    is_over: bool = False
    rows: Sequence[int] = ()
    """Places of the claims that the filter lets through."""

    sheet: Sheet = field(init=False)
    matches: list[Match] = field(default_factory=list)
    offered: int = OFFERED
    last_rating: str = ""

    def __post_init__(self) -> None:
        self.read()

    def read(self) -> None:
        """Read the claims as they are now; what was let through by a filter is let go."""
        article = self.article.id
        claims = self.bench.claims(article)
        standings = self.bench.standings(article)
        text = self.bench.document(article).text
        self.sheet = Sheet(claims, standings, self.bench.scale, text)
        self.sheet.grounds = grounds_of(self.bench, article)
        self.rows = range(len(self.sheet))

    def run(self) -> None:
        """Go through the article until the editor leaves or the input ends."""
        self.say(f"{self.article.title}. {self.progress()}")
        if not len(self.sheet):
            self.say("The article makes no claim that was found.")
            return
        self.say("Type a line and Enter; ? for help, q to leave.")
        first = self.sheet.place_of(self.first) if self.first else NOWHERE
        if first == NOWHERE:
            first = next_open(self.sheet, self.rows, NOWHERE, 1)
        self.go_to(first if first != NOWHERE else 0)
        while not self.is_over and (line := self.ask("")) is not None:
            try:
                self.do(line.strip())
            except WorkbenchError as error:
                self.failures += 1
                self.say(str(error))
                if isinstance(error, ConflictError):
                    self.sheet.put(self.bench.standing(self.claim.id))
                    self.tell()
        self.say(f"Everything is kept. {self.progress()}")

    def do(self, line: str) -> None:
        """What one line asks for."""
        word, _, rest = line.partition(" ")
        if not word:
            self.tell()
            return
        entry = next((e for e in self.bench.scale.entries if word in {e.key, e.name}), None)
        if entry is not None:
            self.give(entry.name, rest.strip())
            return
        key = KEYS_BY_WORD.get(word)
        if key is None and word[0] == "/":
            key, rest = KEYS_BY_WORD["/"], line[1:]
        if key is None:
            msg = f"There is no command {visible_line(word)!r}."
            hint = f"`g {word}` goes to that claim." if word.isdecimal() else "Type ? for help."
            raise UnknownError(msg, hint=hint)
        key.do(self, rest.strip())

    # what is shown

    @property
    def claim(self) -> KeptClaim:
        return self.sheet.claims[self.place]

    def progress(self) -> str:
        return progress_line(self.sheet.assessed, len(self.sheet))

    def tell(self) -> None:
        """Say all about the current claim."""
        parent = self.sheet.parents[self.place]
        whole = self.sheet.claims[parent] if parent != NOWHERE else None
        self.say_all(
            claim_lines(
                self.claim,
                self.sheet.standing(self.place),
                of=len(self.sheet),
                whole=whole,
                scale=self.bench.scale,
                grounds=self.sheet.grounds,
            )
        )
        self.matches = self.bench.matches(self.claim.id)
        self.say_all(match_lines(self.matches[: self.offered]))
        left = len(self.matches) - self.offered
        if left > 0:
            self.say(f"{left} more: n tells them.")

    def tell_more(self) -> None:
        self.offered = len(self.matches)
        self.tell()

    def say_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.say(line)

    def leave(self) -> None:
        self.is_over = True

    def help(self) -> None:
        """Say what a line may be."""
        for entry in self.bench.scale.entries:
            self.say(f"{entry.key} or {entry.name}: {entry.label}. {entry.description}")
        for key in KEYS:
            words = f" {key.words}" if key.words else ""
            self.say(f"{' or '.join(key.keys)}{words}: {key.help}")
        self.say("An empty line says the claim again.")

    # where the editor goes

    def go_to(self, place: int) -> None:
        self.place = place
        self.offered = OFFERED
        self.tell()

    def go_to_number(self, words: str) -> None:
        # an editor's claims have numbers of their own, and dropped ones leave gaps
        place = self.sheet.place_of(self.bench.claim(self.article.id, words).id)
        if place == NOWHERE:
            msg = f"Claim {visible_line(words)} was dropped."
            raise UnknownError(msg, hint="R brings back the claim dropped last.")
        self.go_to(place)

    def go_to_open(self, by: int) -> None:
        place = next_open(self.sheet, self.rows, self.place, by)
        if place == NOWHERE:
            self.say(f"No claim is open here. {self.progress()}")
        else:
            self.go_to(place)

    def show_only(self, query: str) -> None:
        """Go through the claims that a filter lets through; an empty one lets all through."""
        selection = selection_of(query, self.bench.scale)
        if selection.unknown:
            msg = f"The filter does not know {visible_line(', '.join(selection.unknown))}."
            raise UnknownError(
                msg, hint="Use words, kind:, verdict:, by:, has:, speaker: or priority>."
            )
        rows = selected(self.sheet, selection)
        if not rows:
            msg = "No claim fits."
            raise UnknownError(msg, hint="/ alone shows all claims again.")
        self.rows = rows
        self.say(f"{len(rows)} of {len(self.sheet)} claims fit.")
        self.go_to(rows[0])

    # what the editor decides

    def give(self, rating: str, words: str) -> None:
        """Give a verdict; what it asks for is in `words`, or asked for."""
        entry = rating_named(rating, self.bench.scale)
        self._with_need(entry.need, words, lambda words: [self._mark(rating, entry.need, words)])
        self.last_rating = rating

    def repeat(self, words: str) -> None:
        if not self.last_rating:
            msg = "No verdict was given yet."
            raise RuleError(msg, hint="Give one by its key.")
        self.give(self.last_rating, words)

    def confirm_on(self, words: str) -> None:
        match = self.match_named(words)
        self.settle(
            [self.bench.confirm_on(self.claim.id, match.passage.id, seen_version=self._version)]
        )
        self.go_to_open(1)

    def confirm_with_details(self, words: str) -> None:
        self._with_need(
            Need.EVIDENCE_OR_REASON,
            words,
            lambda words: self.bench.confirm_with_details(self.claim.id, reason=words or None),
        )

    def accept(self, stance: Stance, words: str) -> None:
        match = self.match_named(words)
        self.settle(
            [self.bench.accept(self.claim.id, match.passage.id, stance, seen_version=self._version)]
        )

    def withdraw(self, words: str) -> None:
        evidence = self.sheet.standing(self.place).decision.evidence
        number = _number(words, len(evidence), "evidence", otherwise=len(evidence))
        self.settle([self.bench.withdraw(self.claim.id, evidence[number - 1].id)])

    def keep_evidence(self) -> None:
        """Let what the claim rests on stand, although its source changed."""
        self.settle([self.bench.sourcing.keep_evidence(self.claim.id, seen_version=self._version)])

    def go_to_stale(self, by: int) -> None:
        place = next_that(self.sheet.is_stale, self.rows, self.place, by)
        if place == NOWHERE:
            self.say("No evidence has changed in its source since.")
        else:
            self.go_to(place)

    def write(self, keep: Callable[..., Standing], question: str, words: str) -> None:
        answer = words or self.ask(question)
        if answer is None:
            return
        self.settle([keep(self.claim.id, answer.strip(), seen_version=self._version)])

    def clear(self) -> None:
        self.settle([self.bench.clear(self.claim.id, seen_version=self._version)])

    def take_back(self, change: Callable[..., list[Standing]]) -> None:
        self.show_edited(change(self.article.id))

    def drop(self, words: str) -> None:
        reason = words or self.ask("Why is it no claim?") or ""
        self.show_edited(self.bench.editing.drop(self.claim.id, reason, seen_version=self._version))

    def say_nothing_to_check(self) -> None:
        """Say that the sentence claims nothing, or take that back."""
        start = self.sheet.starts[self.place]
        self.show_edited(self.bench.editing.other_word_on(self.article.id, start))

    def show_edited(self, standings: Sequence[Standing]) -> None:
        """Go on with the claims as they are now, at what changed or at what follows it."""
        start = self.sheet.starts[self.place]
        self.read()
        self.settle(standings)
        places = [self.sheet.place_of(standing.claim_id) for standing in standings]
        there = [place for place in places if place != NOWHERE]
        if there:
            self.go_to(there[0])
        elif len(self.sheet):
            self.go_to(min(bisect_left(self.sheet.starts, start), len(self.sheet) - 1))
        else:
            self.say("The article makes no claim any more.")
            self.leave()

    def link(self, words: str) -> None:
        reference = words or (self.ask("Path or address of the source?") or "").strip()
        if not reference:
            return
        source = self.bench.link_source(self.article.id, reference)
        self.sheet.grounds = grounds_of(self.bench, self.article.id)
        self.say(f"Source {source.number}, {source.title}, is linked.")
        self.tell()

    def settle(self, standings: Sequence[Standing]) -> None:
        """Say where claims stand now."""
        for standing in standings:
            self.sheet.put(standing)
            claim = self.bench.claim(self.article.id, standing.claim_id)
            number = claim.number
            if claim.is_dropped:
                self.say(f"Kept. Claim {number} is none: {claim.drop_reason or 'taken back'}.")
                continue
            entry = self.bench.scale.entry(standing.rating) if standing.rating else None
            verdict = entry.label if entry else standing.rating or OPEN
            evidence = len(standing.decision.evidence)
            self.say(f"Kept. Claim {number}: {verdict}, evidence {evidence}.")

    def match_named(self, words: str) -> Match:
        return self.matches[_number(words, len(self.matches), "passage", otherwise=1) - 1]

    def _with_need(self, need: Need, words: str, give: Callable[[str], list[Standing]]) -> None:
        """Give a verdict and go on; what it lacks is asked for once."""
        try:
            standings = give(words)
        except RuleError:
            if words or need is Need.NOTHING:
                raise
            answer = self.ask(QUESTIONS[need])
            if not (answer and answer.strip()):
                self.say("No verdict was given.")
                return
            standings = give(answer.strip())
        self.settle(standings)
        self.go_to_open(1)

    def _mark(self, rating: str, need: Need, words: str) -> Standing:
        reason = correction = note = None
        if words:
            match need:
                case Need.EVIDENCE_OR_REASON:
                    reason = words
                case Need.CORRECTION | Need.CORRECTION_OR_NOTE:
                    correction = words
                case Need.NOTHING:
                    note = words
        return self.bench.mark(
            self.claim.id,
            rating,
            note=note,
            correction=correction,
            reason=reason,
            seen_version=self._version,
        )

    @property
    def _version(self) -> int:
        return self.sheet.standing(self.place).version


def _number(words: str, of: int, noun: str, *, otherwise: int) -> int:
    """The number that `words` name, from 1 to `of`."""
    number = int(words) if words.isdecimal() else 0 if words else otherwise
    if not 1 <= number <= of:
        msg = f"There is no {noun} {visible_line(words) or number}."
        hint = f"Name a number from 1 to {of}." if of else f"The claim has no {noun} yet."
        raise UnknownError(msg, hint=hint)
    return number
