"""Every key of the screens, once: footer, help, palette and docs/keys.md are made from these lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from workbench.model import DEFAULT_SCALE

if TYPE_CHECKING:
    from textual.binding import BindingType

    from workbench.model import VerdictScale

GROUPS = {
    "verdict": "Verdicts",
    "evidence": "Sources and evidence",
    "words": "Notes and corrections",
    "claim": "What is a claim",
    "copy": "Copying",
    "move": "Moving",
    "find": "Finding",
    "view": "Panes",
    "source": "Reading a source",
    "desk": "The desk",
    "work": "The article",
    "app": "Everywhere",
}
"""What the first part of a binding's id stands for, in the order help lists it."""


def _key(
    keys: str, action: str, label: str, id_: str, tooltip: str, *, show: bool = False
) -> Binding:
    return Binding(keys, action, label, show=show, id=id_, tooltip=tooltip)


def verdict_keys(scale: VerdictScale) -> list[BindingType]:
    """One key a rating, as the scale says."""
    return [
        _key(
            entry.key,
            f"give({str(entry.name)!r})",
            entry.label,
            f"verdict.{entry.name}",
            entry.description,
        )
        for entry in scale.entries
    ]


APP_KEYS: list[BindingType] = [
    _key("question_mark,f1", "help", "Help", "app.help", "All keys, with a search.", show=True),
    _key(
        "ctrl+p,colon",
        "command_palette",
        "Palette",
        "app.palette",
        "Every action by name.",
        show=True,
    ),
    _key(
        "ctrl+l", "next_theme", "Theme", "app.theme", "Dark, light or the terminal's own colours."
    ),
    _key(
        "M", "messages", "Messages", "app.messages", "What was said in passing, to be read again."
    ),
    _key("ctrl+x", "end_errand", "Stop", "app.stop", "End what is being read, split or linked."),
    _key("ctrl+q", "quit", "Quit", "app.quit", "Leave the workbench; everything is kept."),
]

DESK_KEYS: list[BindingType] = [
    _key("enter", "check", "Check", "desk.check", "Check the chosen article.", show=True),
    _key("a", "add", "Add", "desk.add", "Add an article by path or URL.", show=True),
    _key("e", "example", "Example", "desk.example", "Add the example article.", show=True),
    _key(
        "x", "report", "Report", "desk.report", "Write a report of the chosen article.", show=True
    ),
    _key(
        "i", "overview", "Overview", "desk.overview", "How far it is checked, by kind and verdict."
    ),
    _key("j,down", "move(1)", "Down", "desk.down", "The next article."),
    _key("k,up", "move(-1)", "Up", "desk.up", "The article before."),
    _key("home", "move_to(0)", "First", "desk.first", "The first article."),
    _key("end,G", "move_to(-1)", "Last", "desk.last", "The last article."),
    _key("q", "app.quit", "Quit", "desk.quit", "Leave the workbench.", show=True),
]

CHECK_KEYS: list[BindingType] = [
    *verdict_keys(DEFAULT_SCALE),
    _key(
        "y",
        "confirm_on_passage",
        "Accept & confirm",
        "verdict.on-passage",
        "Accept the chosen passage and confirm the claim with it.",
        show=True,
    ),
    _key(
        "d",
        "confirm_with_details",
        "With details",
        "verdict.with-details",
        "Confirm the assertion and its open details on the same evidence.",
        show=True,
    ),
    _key("0,backspace", "clear", "Clear", "verdict.clear", "Take the verdict back."),
    _key(".", "repeat", "Again", "verdict.repeat", "Give the verdict that was given last."),
    _key("u", "undo", "Undo", "work.undo", "Take back what you did last.", show=True),
    _key("U,ctrl+r", "redo", "Redo", "work.redo", "Do again what you took back."),
    _key("I", "history", "History", "work.history", "Who did what, when; a line can be undone."),
    _key(
        "a",
        "accept('supports')",
        "Accept",
        "evidence.supports",
        "Accept the chosen passage: it supports the claim.",
        show=True,
    ),
    _key(
        "r",
        "accept('refutes')",
        "Refutes",
        "evidence.refutes",
        "Accept the chosen passage: it refutes the claim.",
    ),
    _key(
        "t",
        "accept('context')",
        "Context",
        "evidence.context",
        "Accept the chosen passage as context.",
    ),
    _key(
        "Y",
        "take_over",
        "Checked before",
        "evidence.take-over",
        "Take an earlier check of a like claim over, with its evidence.",
    ),
    _key("w", "withdraw", "Withdraw", "evidence.withdraw", "Take back the evidence accepted last."),
    _key(
        "right_square_bracket,n", "choose(1)", "Next passage", "evidence.next", "The next passage."
    ),
    _key(
        "left_square_bracket,N",
        "choose(-1)",
        "Passage before",
        "evidence.previous",
        "The passage before.",
    ),
    _key(
        "E",
        "keep_evidence",
        "Let stand",
        "evidence.keep",
        "Let evidence stand although its source reads otherwise now.",
    ),
    _key(
        "T",
        "say_kind",
        "Source's kind",
        "evidence.kind",
        "Say what the source is: primary, secondary, the author's word.",
    ),
    _key("s", "link", "Source", "evidence.link", "Link a source by path or URL.", show=True),
    _key(
        "enter",
        "read_source",
        "Read source",
        "evidence.read",
        "Open the source at the chosen passage, with a search in it.",
    ),
    _key("b", "browse", "Browser", "evidence.browse", "Open the passage's page in the browser."),
    _key("c", "correct", "Correct", "words.correction", "Write how it should read.", show=True),
    _key("e", "note", "Note", "words.note", "Write a note on the claim.", show=True),
    _key(
        "W",
        "choose_words('word', 1)",
        "Next word",
        "claim.word",
        "Choose the word behind the claim, or behind the chosen words.",
    ),
    _key(
        "B",
        "choose_words('word', -1)",
        "Word before",
        "claim.word-before",
        "Choose the word before the claim, or before the chosen words.",
    ),
    _key(
        "right_curly_bracket,shift+right",
        "choose_words('end', 1)",
        "End on",
        "claim.end",
        "Choose one word more at the end.",
    ),
    _key(
        "left_curly_bracket,shift+left",
        "choose_words('end', -1)",
        "End back",
        "claim.end-back",
        "Choose one word less at the end.",
    ),
    _key(
        "right_parenthesis,shift+down",
        "choose_words('start', 1)",
        "Beginning on",
        "claim.start",
        "Choose one word less at the beginning.",
    ),
    _key(
        "left_parenthesis,shift+up",
        "choose_words('start', -1)",
        "Beginning back",
        "claim.start-back",
        "Choose one word more at the beginning.",
    ),
    _key(
        "equals_sign",
        "take_words",
        "Take words",
        "claim.words",
        "Give the chosen words to the claim: it is wider or narrower.",
    ),
    _key("A", "add_claim", "Add claim", "claim.add", "Make a claim of the chosen words."),
    _key(
        "vertical_line",
        "cut",
        "Cut in two",
        "claim.split",
        "Split the claim before the chosen words.",
    ),
    _key("J", "join", "Join", "claim.merge", "Merge the claim with the next one."),
    _key("m", "other_kind", "Other kind", "claim.kind", "Take the claim for the next kind."),
    _key("X", "drop_claim", "Drop", "claim.drop", "Take it for no claim, and say why."),
    _key("R", "restore_claim", "Bring back", "claim.restore", "Bring back the claim dropped last."),
    _key(
        "Z",
        "nothing_here",
        "Nothing here",
        "claim.nothing",
        "Say that the sentence claims nothing, or take that back.",
    ),
    _key("C", "copy('claim')", "Copy claim", "copy.claim", "Copy the claim's words."),
    _key(
        "P",
        "copy('passage')",
        "Copy passage",
        "copy.passage",
        "Copy the chosen passage, with its source.",
    ),
    _key(
        "L",
        "copy('link')",
        "Copy link",
        "copy.link",
        "Copy the address of the chosen passage's source.",
    ),
    _key(
        "K",
        "copy('command')",
        "Copy way back",
        "copy.command",
        "Copy the command that leads back to this claim.",
    ),
    _key("j,down", "move(1)", "Next claim", "move.next", "The next claim."),
    _key("k,up", "move(-1)", "Claim before", "move.previous", "The claim before."),
    _key("l,right", "move_sentence(1)", "Next sentence", "move.sentence", "The next assertion."),
    _key(
        "h,left",
        "move_sentence(-1)",
        "Sentence before",
        "move.sentence-before",
        "The assertion before.",
    ),
    _key(
        "o",
        "next_open(1)",
        "Next open",
        "move.open",
        "The next claim without a verdict.",
        show=True,
    ),
    _key("O", "next_open(-1)", "Open before", "move.open-before", "The open claim before."),
    _key("v", "next_of_kind(1)", "Next of kind", "move.kind", "The next claim of the same kind."),
    _key(
        "V",
        "next_of_kind(-1)",
        "Of kind before",
        "move.kind-before",
        "The claim of the same kind before.",
    ),
    _key(
        "H",
        "next_urgent(1)",
        "Next urgent",
        "move.priority",
        "The next open claim of high priority.",
    ),
    _key(
        "S",
        "next_stale(1)",
        "Next stale",
        "move.stale",
        "The next claim whose evidence changed in its source.",
    ),
    _key(
        "Q",
        "order",
        "Order",
        "move.order",
        "Go by what is worth checking first, or in the order of the text.",
    ),
    _key("g", "jump", "Jump", "move.jump", "Two letters lead to any claim in view.", show=True),
    _key(
        "number_sign",
        "count",
        "Count",
        "move.count",
        "Digits, then a key: it acts so often, such as #12j.",
    ),
    _key("home", "move_to(0)", "First claim", "move.first", "The first claim."),
    _key("end,G", "move_to(-1)", "Last claim", "move.last", "The last claim."),
    _key(
        "slash",
        "filter",
        "Find",
        "find.filter",
        "Show only some claims, by words, kind, verdict or editor.",
        show=True,
    ),
    _key(
        "escape", "back_out", "Back", "find.clear", "Leave full screen, or show all claims again."
    ),
    _key("tab", "pane(1)", "Next pane", "view.next", "Go to the next pane."),
    _key("shift+tab", "pane(-1)", "Pane before", "view.previous", "Go to the pane before."),
    _key("f", "full_screen", "Full screen", "view.full", "The pane alone, or all again."),
    _key("greater_than_sign", "widen(5)", "Wider", "view.wider", "More room for the article."),
    _key("less_than_sign", "widen(-5)", "Narrower", "view.narrower", "Less room for the article."),
    _key("plus", "heighten(5)", "Taller", "view.taller", "More room for the list."),
    _key("minus", "heighten(-5)", "Lower", "view.lower", "Less room for the list."),
    _key(
        "i", "overview", "Overview", "work.overview", "How far it is checked, by kind and verdict."
    ),
    _key("x", "report", "Report", "work.report", "Write a report.", show=True),
    _key("q", "leave", "Desk", "work.leave", "Back to the desk; everything is kept.", show=True),
]

SOURCE_KEYS: list[BindingType] = [
    _key("slash", "find", "Find", "source.find", "Find words in the source.", show=True),
    _key("n", "find_next(1)", "Next", "source.next", "The next place they stand.", show=True),
    _key("N", "find_next(-1)", "Before", "source.previous", "The place before."),
    _key("p", "passage", "Passage", "source.passage", "Back to the passage.", show=True),
    _key(
        "a",
        "accept('supports')",
        "Accept",
        "source.supports",
        "Accept the passage: it supports the claim.",
        show=True,
    ),
    _key(
        "r",
        "accept('refutes')",
        "Refutes",
        "source.refutes",
        "Accept the passage: it refutes the claim.",
        show=True,
    ),
    _key(
        "t",
        "accept('context')",
        "Context",
        "source.context",
        "Accept the passage as context.",
        show=True,
    ),
    _key("b", "browse", "Browser", "source.browse", "Open the page in the browser.", show=True),
    _key("j,down", "scroll(1)", "Down", "source.down", "A line down."),
    _key("k,up", "scroll(-1)", "Up", "source.up", "A line up."),
    _key("escape,q", "leave", "Back", "source.leave", "Back to the claim.", show=True),
]
