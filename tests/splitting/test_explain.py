from __future__ import annotations

from workbench.model import Document
from workbench.splitting.explain import explanation


def test_an_explanation_shows_the_tree_the_clauses_and_the_rules() -> None:
    lines = list(
        explanation(Document("Ann left. She said “We will never sell it” on Monday.", title=""))
    )
    page = "\n".join(lines)
    assert "language: en, sentences: 2" in page
    assert "[1] 0–9: Ann left." in page
    assert "clause at 1 (event.main): Ann left" in page
    assert "→ event by event.main: Ann left" in page
    assert "→ quote by quote.marks" in page


def test_hostile_signs_are_made_visible() -> None:
    page = "\n".join(explanation(Document("Ann \x1b[31mleft.", title="")))
    assert "\x1b" not in page
