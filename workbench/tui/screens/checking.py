"""The checking screen: what each key decides about the current claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from workbench.model import Need, Rating, Stance
from workbench.tui.asking import Field, ask
from workbench.tui.copying import claim_command, claim_words, passage_words
from workbench.tui.deciding import (
    Kept,
    Refused,
    cleared,
    corrected,
    lacks,
    marked,
    noted,
    resting_on,
    taken_over,
)
from workbench.tui.keys import CHECK_KEYS
from workbench.tui.moving import next_open
from workbench.tui.screens.editing import EditingScreen
from workbench.tui.screens.linking import LinkingScreen
from workbench.tui.screens.recalling import RecallingScreen
from workbench.tui.screens.sourcing import SourcingScreen
from workbench.tui.sheet import NOWHERE, OPEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.binding import BindingType

    from workbench.model import ClaimId, Decision, EventId, ScaleEntry, Standing
    from workbench.review import Workbench
    from workbench.tui.deciding import Keep

REASON = Field("reason", "Reason", placeholder="witnessed by the reporter")


class CheckingScreen(EditingScreen, LinkingScreen, SourcingScreen, RecallingScreen):
    """One key, one verdict, and on to the next open claim."""

    BINDINGS: ClassVar[list[BindingType]] = CHECK_KEYS

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that can do nothing now are shown faintly."""
        if self.sheet is None:
            return None if action in _NEED_CLAIM | _NEED_PASSAGE else True
        if action in _NEED_CLAIM and self.current == NOWHERE:
            return None
        if action in _NEED_PASSAGE and self.match is None:
            return None
        if action == "confirm_with_details" and not self.sheet.is_assertion(self.current):
            return None
        return True

    # verdicts

    def action_give(self, rating: str) -> None:
        """Give the verdict; where it asks for more, ask the editor for it first."""
        if self.sheet is None or self.current == NOWHERE:
            return
        entry = self.sheet.scale.entry(rating)
        if entry is None:
            return
        decision = self.sheet.standing(self.current).decision
        if not lacks(entry, decision):
            self._mark(rating)
            return
        place = self.current
        self._ask_for_need(entry, decision, lambda typed: self._mark(rating, typed, place=place))

    def action_repeat(self) -> None:
        if self._last_rating:
            self.action_give(self._last_rating)
        else:
            self.app.say("No verdict was given yet.")

    def action_confirm_on_passage(self) -> None:
        match, place = self.match, self.current
        if match is None:
            self.action_give(Rating.CONFIRMED)
            return
        passage = match.passage.id
        rests = resting_on(match, Stance.SUPPORTS)
        confirms = marked(Rating.CONFIRMED)
        self._decide(
            place,
            lambda before: confirms(rests(before)),
            lambda bench, claim, version: bench.confirm_on(claim, passage, seen_version=version),
            rating=Rating.CONFIRMED,
        )

    def action_confirm_with_details(self) -> None:
        if self.sheet is None or self.current == NOWHERE:
            return
        entry = self.sheet.scale.entry(Rating.CONFIRMED)
        decision = self.sheet.standing(self.current).decision
        if entry is None or not self.sheet.is_assertion(self.current):
            return
        if not lacks(entry, decision):
            self._confirm_with_details("")
            return
        self._ask_for_need(
            entry, decision, lambda typed: self._confirm_with_details(typed["reason"])
        )

    def action_clear(self) -> None:
        self._decide(
            self.current,
            cleared,
            lambda bench, claim, version: bench.clear(claim, seen_version=version),
        )

    def action_undo(self) -> None:
        if self.sheet is not None:
            undo = self.edits.noticing(lambda bench: bench.undo(self.article.id))
            self._show_taken_back(self.decisions.undo(undo))

    def action_history(self) -> None:
        """Show who did what and when; a line that is chosen there is taken back."""

        def take_back(event: EventId | None) -> None:
            if event is not None:
                article = self.article.id
                self.decisions.forget_steps()
                self.decisions.ask_store(
                    self.edits.noticing(lambda bench: bench.undo(article, of=event))
                )

        self.app.show_history(self.article, take_back)

    def action_redo(self) -> None:
        if self.sheet is not None:
            redo = self.edits.noticing(lambda bench: bench.redo(self.article.id))
            self._show_taken_back(self.decisions.redo(redo))

    # evidence

    def action_accept(self, stance: str) -> None:
        match = self.match
        if match is None:
            self.app.say("No passage is offered for this claim.")
            return
        passage = match.passage.id
        self._decide(
            self.current,
            resting_on(match, Stance(stance)),
            lambda bench, claim, version: bench.accept(
                claim, passage, Stance(stance), seen_version=version
            ),
        )

    def action_withdraw(self) -> None:
        if self.sheet is None or self.current == NOWHERE:
            return
        evidence = self.sheet.standing(self.current).decision.evidence
        if not evidence:
            self.app.say("This claim rests on no evidence yet.")
            return
        claim = self.sheet.claims[self.current].id

        # the evidence shown may not be kept yet, so the lane looks up its id
        def withdraw(bench: Workbench) -> list[Standing]:
            kept = bench.standing(claim).decision.evidence
            return [bench.withdraw(claim, kept[-1].id)] if kept else []

        self.decisions.ask_store(withdraw)

    # words

    def action_note(self) -> None:
        self._ask_for_words(
            "Note",
            "note",
            lambda decision: decision.note,
            noted,
            lambda bench, claim, text, version: bench.write_note(claim, text, seen_version=version),
        )

    def action_correct(self) -> None:
        self._ask_for_words(
            "Correction: how should it read?",
            "correction",
            lambda decision: decision.correction,
            corrected,
            lambda bench, claim, text, version: bench.write_correction(
                claim, text, seen_version=version
            ),
        )

    # leaving

    def action_report(self) -> None:
        self.app.offer_report(self.article)

    def action_copy(self, what: str) -> None:
        """Copy the claim, the chosen passage, its source's address, or the way back here."""
        if self.sheet is None or self.current == NOWHERE:
            return
        claim, match = self.sheet.claims[self.current], self.match
        if what == "claim":
            self.app.copy(claim_words(claim), "the claim")
        elif what == "command":
            self.app.copy(claim_command(self.article, claim), "the command that leads back here")
        elif match is None:
            self.app.say("No passage is offered for this claim.")
        elif what == "passage":
            self.app.copy(passage_words(match), "the passage")
        else:
            origin = next((s.origin for s in self.sources if s.id == match.passage.source_id), "")
            self.app.copy(origin, "the address of the source")

    def action_overview(self) -> None:
        self.app.show_overview(self.article)

    def action_leave(self) -> None:
        self.app.leave_article()

    # what came of it

    @on(Kept)
    def _settle(self, message: Kept) -> None:
        if self.sheet is None:
            return
        self.offers.forget_recalled()
        settle = self.decisions.learn if message.leads_there else self.decisions.settle
        marks = bytes(self.sheet.marks)
        places = [settle(standing) for standing in message.standings]
        if message.leads_there and places and places[0] != NOWHERE:
            self.go_to(places[0])
        # what was shown beforehand is right as a rule, and is not painted twice
        changed = [place for place in places if self.sheet.marks[place] != marks[place]]
        if changed or self.current in places:
            self.repaint(changed)

    @on(Refused)
    def _show_refusal(self, message: Refused) -> None:
        self.app.say_error(message.error)
        places = [self.decisions.settle(standing) for standing in message.standings]
        if places:
            self.decisions.forget_steps()
            self.go_to(places[0])
            self.repaint(places)

    def _show_taken_back(self, places: list[int]) -> None:
        if places:
            self._show_account()
            self.go_to(places[0])
            self.repaint(places)

    _last_rating = ""

    def _mark(
        self, rating: str, typed: Mapping[str, str] | None = None, *, place: int | None = None
    ) -> None:
        words = dict(typed or {})
        reason, correction, note = (words.get(name) for name in ("reason", "correction", "note"))
        self._decide(
            self.current if place is None else place,
            marked(rating, reason=reason, correction=correction, note=note),
            lambda bench, claim, version: bench.mark(
                claim,
                rating,
                reason=reason,
                correction=correction,
                note=note,
                seen_version=version,
            ),
            rating=rating,
        )

    def _go_on(self, rating: str) -> None:
        self._last_rating = rating
        if self.sheet is None:
            return
        place = next_open(self.sheet, self.rows, self.current, 1)
        if place != NOWHERE:
            self.go_to(place)
        elif self.sheet.assessed == len(self.sheet):
            self.app.say("Every claim has a verdict. Press x to write the report.")

    def _decide(
        self,
        place: int,
        becoming: Callable[[Decision], Decision],
        keep: Keep,
        *,
        rating: str = "",
    ) -> None:
        """Decide on the claim at `place`; after a `rating` the next open claim is shown."""
        if self.sheet is None or place == NOWHERE:
            return
        self.decisions.decide(place, becoming, keep)
        # the lines first, so that they are painted with the panes and not a frame later
        self._show_account()
        if rating:
            self._go_on(rating)
        self.repaint([place])

    def _confirm_with_details(self, reason: str) -> None:
        sheet, place = self.sheet, self.current
        if sheet is None:
            return
        claim = sheet.claims[place].id
        whole = marked(Rating.CONFIRMED, reason=reason or None)(sheet.standing(place).decision)
        places = [place, *(at for at in sheet.details(place) if sheet.marks[at] == OPEN)]
        self.decisions.decide_several(
            [(at, lambda before: taken_over(before, whole)) for at in places],
            lambda bench: bench.confirm_with_details(claim, reason=reason or None),
        )
        self.repaint(places)
        self._go_on(Rating.CONFIRMED)

    def _ask_for_need(
        self, entry: ScaleEntry, decision: Decision, keep: Callable[[Mapping[str, str]], None]
    ) -> None:
        correction = Field(
            "correction", "Correction: how should it read?", decision.correction, is_prose=True
        )
        note = Field("note", "Note: what is wrong with it?", decision.note, is_prose=True)
        match entry.need:
            case Need.CORRECTION:
                fields: tuple[Field, ...] = (correction,)
            case Need.CORRECTION_OR_NOTE:
                fields = (correction, note)
            case _:
                fields = (REASON,)

        def complaint(typed: Mapping[str, str]) -> str:
            return "" if any(typed.values()) else f"{entry.label} asks for {entry.need}."

        hint = f"{entry.label} asks for {entry.need}."
        if entry.need is Need.EVIDENCE_OR_REASON:
            hint += " Esc, then a accepts the chosen passage." if self.match else ""
        title = f"{entry.symbol} {entry.label}"
        ask(self, title, *fields, then=keep, hint=hint, complaint=complaint)

    def _ask_for_words(
        self,
        title: str,
        name: str,
        words_of: Callable[[Decision], str],
        becoming: Callable[[str], Callable[[Decision], Decision]],
        write: Callable[[Workbench, ClaimId, str, int], Standing],
    ) -> None:
        if self.sheet is None or self.current == NOWHERE:
            return
        place = self.current

        def keep(typed: Mapping[str, str]) -> None:
            text = typed[name]
            self._decide(
                place,
                becoming(text),
                lambda bench, claim, version: write(bench, claim, text, version),
            )

        value = words_of(self.sheet.standing(place).decision)
        ask(self, title, Field(name, name.capitalize(), value, is_prose=True), then=keep)


_NEED_CLAIM = {
    "give", "take_over", "confirm_with_details", "clear", "repeat", "note", "correct", "withdraw",
    "move", "move_to", "move_sentence", "next_open", "copy",
    "keep_evidence",
}  # fmt: skip
_NEED_PASSAGE = {"accept", "choose", "confirm_on_passage"}
