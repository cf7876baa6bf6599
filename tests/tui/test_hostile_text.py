"""Words that are not ours reach no terminal as commands, become no markup, and keep their offsets."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from tests.tui.conftest import painted, settled
from workbench.errors import RuleError
from workbench.model import Claim, ClaimKind, Document, Span
from workbench.tui.painting import fitted, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from workbench.review import Workbench
    from workbench.tui.app import WorkbenchApp

SIZE = (100, 30)

HOSTILE = {
    "markup": "[bold]yes[/] [/b] [@click=app.quit]here[/] \\[sic] [sic]",
    "escapes": "\x1b[2J\x1b]52;c;aGVsbG8=\x07 \x1b]8;;http://a\x1b\\link\x9b31m \x00\x07\x7f",
    "bidi": "\u202egnorw\u202c \u2066left\u2069 \u061c\u200f right",
    "zero width": "a\u200bb\u200cc\u200dd\ufeff e\u0301\u0302 g\u00ad",
    "wide": "東京で百八十人が雇われた 서울 회담 👩‍👩‍👧‍👦 🇯🇵 ✌🏽 ❤️",
    "right to left": "החברה שכרה 180 עובדים وقالت الشركة",
    "long": "x" * 10_000,
    "separators": "one\u2028two\u2029three\x85four\ttab",
}


def is_safe(line: str) -> bool:
    return not any(
        unicodedata.category(character) in {"Cc", "Cs"} or character in "\u2028\u2029\u202e\u2066"
        for character in line
    )


def all_safe(app: App[None], width: int) -> bool:
    lines = painted(app)
    return all(is_safe(line) and cell_len(line) <= width for line in lines)


@pytest.mark.parametrize("name", HOSTILE)
async def test_every_widget_and_dialog_shows_hostile_words_harmlessly(
    name: str,
    app: WorkbenchApp,
    keep_article: Callable[[Document, list[Claim]], None],
    open_bench: Callable[[str], Workbench],
) -> None:
    words = HOSTILE[name]
    text = f"Before {words} after.\nA second line says {words}."
    start = text.index(words)
    claims = [
        Claim(
            Span(0, text.index("\n")), ClaimKind.EVENT, "made up", statement=words, speaker=words
        ),
        Claim(Span(start, start + len(words)), ClaimKind.NAME, "made up", parent=0),
    ]
    keep_article(Document(text, words, origin=words), claims)
    with open_bench(words.replace("\n", " ")[:90]) as bench:
        article = bench.articles()[-1]
        claim = bench.claims(article.id)[0].id
        source = Document(f"Elsewhere: {words} and more words.", words)
        bench.link_document(article.id, source.text.encode(), source)
        bench.mark(claim, "misleading", note=words, correction=words)
    app._article = article
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.go_to(0)
        await settled(pilot)
        assert all_safe(app, SIZE[0])
        app.say(words)
        app.say_error(RuleError(words, hint=words))
        await pilot.pause()
        assert all_safe(app, SIZE[0])
        app.clear_notifications()
        await pilot.press("e")
        assert isinstance(app.focused, Input)
        assert all_safe(app, SIZE[0])
        await pilot.press("escape", "x")
        await pilot.pause()
        assert all_safe(app, SIZE[0])
        await pilot.press("escape", "q")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert all_safe(app, SIZE[0])


async def test_markup_in_an_article_is_shown_letter_for_letter(
    app: WorkbenchApp, keep_article: Callable[[Document, list[Claim]], None]
) -> None:
    text = "He said [sic] that [/b] it is [red]so."
    keep_article(Document(text, "Signs"), [Claim(Span(3, 13), ClaimKind.EVENT, "made up")])
    with app.open_workbench() as bench:
        app._article = bench.articles()[-1]
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        lines = painted(app)
        assert any(text[:30] in line for line in lines)
        assert any("said [sic]" in line for line in lines)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_what_is_shown_keeps_every_offset(words: str) -> None:
    assert len(shown(words)) == len(words)
    assert cell_len(fitted(shown(words), 20)) == 20
