"""What is a claim, on the screen: words chosen by key or mouse, and the keys that make claims of them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from textual import on

from workbench.errors import RuleError
from workbench.model import ClaimKind, Span
from workbench.tui.asking import Field, ask
from workbench.tui.choosing import moved, with_end_moved, with_start_moved, words_between
from workbench.tui.editing import Edited, EditRefused, Edits
from workbench.tui.loading import ClaimsRead, NothingRead, reading_nothing
from workbench.tui.screens.going import GoingScreen
from workbench.tui.sheet import NOWHERE
from workbench.tui.watching import Changed
from workbench.tui.widgets.article import ArticlePane

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.tui.editing import Edit, EditOne

CHOOSE_FIRST = "Choose words first: with W and B, ( ) and { }, or the mouse."
CHOSEN_HINT = "= take · A add · | cut"


class EditingScreen(GoingScreen):
    """Changes claims; every change is an event and can be undone."""

    words: Span | None = None
    """The chosen words of the article."""

    _reason = ""
    """Why a claim was dropped last."""

    @property
    def edits(self) -> Edits:
        return Edits(self.article.id, self.decisions, self.lane, self.post_message)

    # choosing words

    def action_choose_words(self, what: str, by: int) -> None:
        """Move the chosen words, their beginning or their end by a word, from the claim's own on."""
        text = self.article_pane.text
        chosen = self.words or self._own_words()
        if chosen is None:
            return
        match what:
            case "start":
                self._choose(with_start_moved(text, chosen, by))
            case "end":
                self._choose(with_end_moved(text, chosen, by))
            case _:
                self._choose(moved(text, chosen, by))

    @on(ArticlePane.Dragged)
    def _choose_dragged(self, message: ArticlePane.Dragged) -> None:
        chosen = words_between(self.article_pane.text, message.one, message.other)
        if chosen is not None:
            self._choose(chosen)

    def action_back_out(self) -> None:
        if self.words is not None:
            self._choose(None)
        else:
            super().action_back_out()

    def go_to(self, place: int) -> None:
        if place != self.current and self.words is not None:
            self._choose(None)
        super().go_to(place)

    def _choose(self, chosen: Span | None) -> None:
        self.words = chosen
        self.article_pane.choose(chosen)
        self.say_so(CHOSEN_HINT if chosen else "")

    def _own_words(self) -> Span | None:
        if self.sheet is None or self.current == NOWHERE:
            return None
        return Span(self.sheet.starts[self.current], self.sheet.ends[self.current])

    # making claims of them

    def action_take_words(self) -> None:
        """Give the chosen words to the current claim."""
        chosen, own = self.words, self._own_words()
        if chosen is None or own is None:
            self.app.say(CHOOSE_FIRST)
        elif own in chosen and own != chosen:
            self._edit_current(
                lambda bench, claim, version: bench.editing.widen(
                    claim, chosen, seen_version=version
                )
            )
        elif chosen in own and own != chosen:
            self._edit_current(
                lambda bench, claim, version: bench.editing.narrow(
                    claim, chosen, seen_version=version
                )
            )
        elif own != chosen:
            self.app.say("Those words are neither more nor fewer; A makes a claim of them.")

    def action_add_claim(self) -> None:
        chosen = self.words
        if chosen is None:
            self.app.say(CHOOSE_FIRST)
            return
        self._edit([], lambda bench, _: bench.editing.add(self.article.id, chosen))

    def action_cut(self) -> None:
        """Split the current claim before the chosen words."""
        chosen, own = self.words, self._own_words()
        if chosen is None or own is None or not own.start < chosen.start < own.end:
            self.app.say("Choose words of the claim first, with W or ): it is cut before them.")
            return
        at = chosen.start
        self._edit_current(
            lambda bench, claim, version: bench.editing.split(claim, at, seen_version=version)
        )

    def action_join(self) -> None:
        """Merge the current claim with the next one that is as large: a clause or a detail."""
        sheet = self.sheet
        if sheet is None or self.current == NOWHERE:
            return
        level = sheet.is_assertion(self.current)
        later = range(self.current + 1, len(sheet))
        other = next((place for place in later if sheet.is_assertion(place) == level), NOWHERE)
        if other == NOWHERE:
            self.app.say("No claim follows that this one could be merged with.")
            return
        one, two = (sheet.claims[place].id for place in (self.current, other))
        self._edit(
            [self.current, other],
            lambda bench, seen: bench.editing.merge(one, two, seen_versions=(seen[0], seen[1])),
        )

    def action_other_kind(self) -> None:
        """Take the current claim for the next kind in their order."""
        if self.sheet is None or self.current == NOWHERE:
            return
        kinds = list(ClaimKind)
        place = kinds.index(self.sheet.claims[self.current].kind)
        kind = kinds[(place + 1) % len(kinds)]
        self._edit_current(
            lambda bench, claim, version: bench.editing.change_kind(
                claim, kind, seen_version=version
            )
        )

    def action_drop_claim(self) -> None:
        if self.sheet is None or self.current == NOWHERE:
            return

        def drop(typed: Mapping[str, str]) -> None:
            self._reason = typed["reason"]
            self._edit_current(
                lambda bench, claim, version: bench.editing.drop(
                    claim, typed["reason"], seen_version=version
                )
            )

        ask(
            self,
            "Drop the claim",
            Field("reason", "Why it is none", self._reason, "a figure of speech"),
            hint="The report lists it with the reason. R brings it back.",
            complaint=lambda typed: "" if typed["reason"].strip() else "Say why it is no claim.",
            then=drop,
        )

    def action_restore_claim(self) -> None:
        self._edit([], lambda bench, _: bench.editing.restore_last(self.article.id))

    def action_nothing_here(self) -> None:
        """Say that the sentence claims nothing, or take that back."""
        where = self.words or self._own_words()
        if where is not None:
            self._edit(
                [], lambda bench, _: bench.editing.other_word_on(self.article.id, where.start)
            )

    # what came of it

    @on(ClaimsRead)
    def _read_nothing(self) -> None:
        self.lane.do(reading_nothing(self.article.id, self.post_message))

    @on(NothingRead)
    def _show_nothing(self, message: NothingRead) -> None:
        self.article_pane.show_nothing([mark.span for mark in message.marks])

    @on(Changed)
    def _read_edits(self, message: Changed) -> None:
        if message.has_edits and self.sheet is not None:
            self.edits.read_again()

    @on(Edited)
    def _show_edited(self, message: Edited) -> None:
        if self.sheet is None:
            return
        own = self._own_words()
        before = self.sheet.claims[self.current].id if own else None
        sheet = message.sheet
        self.decisions.move_to(sheet, message.claims)
        sheet.grounds = self.sheet.grounds
        self.sheet = sheet
        self.current = NOWHERE
        self.chosen = 0
        self.article_pane.show_sheet(sheet)
        self.article_pane.show_nothing([mark.span for mark in message.nothing_to_check])
        self.offers.forget()
        self._choose(None)
        self._select()
        places = [sheet.place_of(claim) for claim in (message.claim_id, before) if claim]
        place = next((place for place in places if place != NOWHERE), NOWHERE)
        if place == NOWHERE and len(sheet):
            # it is gone: on with what follows it
            place = min(bisect_left(sheet.starts, own.start if own else 0), len(sheet) - 1)
        self.go_to(place)
        self._show_account()

    @on(EditRefused)
    def _say_why_not(self, message: EditRefused) -> None:
        if isinstance(message.error, RuleError):
            # nothing went wrong: that cannot be done here
            self.app.say(str(message.error))
        else:
            self.app.say_error(message.error)
        self.decisions.release(message.claims)
        self.repaint([self.decisions.learn(standing) for standing in message.standings])

    def _edit(self, places: Sequence[int], edit: Edit) -> None:
        if self.sheet is not None:
            self.edits.make(places, edit)

    def _edit_current(self, edit: EditOne) -> None:
        if self.sheet is None or self.current == NOWHERE:
            return
        claim = self.sheet.claims[self.current].id
        self._edit([self.current], lambda bench, seen: edit(bench, claim, seen[0]))
