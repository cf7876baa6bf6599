from __future__ import annotations

from importlib.resources import files

from workbench.model import Document
from workbench.splitting import split
from workbench.splitting.priority import MODEL_FILE, UNKNOWN, priority


def test_a_figure_comes_before_small_talk() -> None:
    figure = "Unemployment fell by 4 percent to 1.2 million people last year."
    assert priority(figure) > 0.5 > priority("Thank you, and good night.")


def test_a_language_without_a_model_has_no_order() -> None:
    assert priority("Es regnete.", "de") == UNKNOWN


def test_a_detail_has_the_priority_of_its_assertion() -> None:
    claims = split(Document("Taxes rose by 4 percent last year.", title=""))
    assert len(claims) > 1
    assert len({claim.priority for claim in claims}) == 1


def test_the_model_is_small() -> None:
    file = files("workbench.splitting") / "lexicons" / "en" / MODEL_FILE
    assert len(file.read_bytes()) <= 100_000
