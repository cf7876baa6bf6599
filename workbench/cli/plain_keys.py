"""Every line of the plain review, once: its help and docs/keys.md are made from this list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Stance
from workbench.tui.moving import next_assertion, stepped

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.cli.plain import PlainReview


@dataclass(frozen=True, slots=True)
class PlainKey:
    """What a line may begin with."""

    keys: tuple[str, ...]
    words: str
    """What may follow it, as help shows it."""

    help: str
    do: Callable[[PlainReview, str], object]


KEYS = (
    PlainKey(
        ("y",),
        "[PASSAGE]",
        "Accept the passage, the first if none is named, and confirm the claim with it.",
        lambda review, words: review.confirm_on(words),
    ),
    PlainKey(
        ("d",),
        "[REASON]",
        "Confirm the assertion and its open details on the same evidence.",
        lambda review, words: review.confirm_with_details(words),
    ),
    PlainKey(("0",), "", "Take the verdict back.", lambda review, _: review.clear()),
    PlainKey(
        (".",),
        "",
        "Give the verdict that was given last.",
        lambda review, words: review.repeat(words),
    ),
    PlainKey(
        ("u",),
        "",
        "Take back what you did last.",
        lambda review, _: review.take_back(review.bench.undo),
    ),
    PlainKey(
        ("U",),
        "",
        "Do again what you took back.",
        lambda review, _: review.take_back(review.bench.redo),
    ),
    PlainKey(
        ("a",),
        "[PASSAGE]",
        "Accept the passage: it supports the claim.",
        lambda review, words: review.accept(Stance.SUPPORTS, words),
    ),
    PlainKey(
        ("r",),
        "[PASSAGE]",
        "Accept the passage: it refutes the claim.",
        lambda review, words: review.accept(Stance.REFUTES, words),
    ),
    PlainKey(
        ("t",),
        "[PASSAGE]",
        "Accept the passage as context.",
        lambda review, words: review.accept(Stance.CONTEXT, words),
    ),
    PlainKey(
        ("w",),
        "[EVIDENCE]",
        "Take back evidence, the last if none is named.",
        lambda review, words: review.withdraw(words),
    ),
    PlainKey(
        ("E",),
        "",
        "Let evidence stand although its source reads otherwise now.",
        lambda review, _: review.keep_evidence(),
    ),
    PlainKey(
        ("n",), "", "Tell all passages that are offered.", lambda review, _: review.tell_more()
    ),
    PlainKey(
        ("s",),
        "PATH|URL",
        "Link a source by path or URL.",
        lambda review, words: review.link(words),
    ),
    PlainKey(
        ("c",),
        "TEXT",
        "Write how it should read.",
        lambda review, words: review.write(
            review.bench.write_correction, "How should it read?", words
        ),
    ),
    PlainKey(
        ("e",),
        "TEXT",
        "Write a note on the claim.",
        lambda review, words: review.write(review.bench.write_note, "What is the note?", words),
    ),
    PlainKey(
        ("X",),
        "[REASON]",
        "Take it for no claim, and say why.",
        lambda review, words: review.drop(words),
    ),
    PlainKey(
        ("R",),
        "",
        "Bring back the claim dropped last.",
        lambda review, _: review.take_back(review.bench.editing.restore_last),
    ),
    PlainKey(
        ("Z",),
        "",
        "Say that the sentence claims nothing, or take that back.",
        lambda review, _: review.say_nothing_to_check(),
    ),
    PlainKey(
        ("j",),
        "",
        "The next claim.",
        lambda review, _: review.go_to(stepped(review.rows, review.place, 1)),
    ),
    PlainKey(
        ("k",),
        "",
        "The claim before.",
        lambda review, _: review.go_to(stepped(review.rows, review.place, -1)),
    ),
    PlainKey(
        ("l",),
        "",
        "The next assertion.",
        lambda review, _: review.go_to(next_assertion(review.sheet, review.rows, review.place, 1)),
    ),
    PlainKey(
        ("h",),
        "",
        "The assertion before.",
        lambda review, _: review.go_to(next_assertion(review.sheet, review.rows, review.place, -1)),
    ),
    PlainKey(
        ("o",), "", "The next claim without a verdict.", lambda review, _: review.go_to_open(1)
    ),
    PlainKey(("O",), "", "The open claim before.", lambda review, _: review.go_to_open(-1)),
    PlainKey(
        ("S",),
        "",
        "The next claim whose evidence changed in its source.",
        lambda review, _: review.go_to_stale(1),
    ),
    PlainKey(
        ("g",),
        "NUMBER",
        "The claim of that number.",
        lambda review, words: review.go_to_number(words),
    ),
    PlainKey(
        ("/",),
        "[WORDS]",
        "Only claims that fit, by words, kind:, verdict: or by:; alone: all claims.",
        lambda review, words: review.show_only(words),
    ),
    PlainKey(
        ("p",),
        "",
        "How far the article is checked.",
        lambda review, _: review.say(review.progress()),
    ),
    PlainKey(("?", "help"), "", "Say what a line may be.", lambda review, _: review.help()),
    PlainKey(("q",), "", "Leave; everything is kept.", lambda review, _: review.leave()),
)
"""Like `workbench.tui.keys`, for lines; the same keys do the same."""

KEYS_BY_WORD = {word: key for key in KEYS for word in key.keys}
