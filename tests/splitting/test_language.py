from __future__ import annotations

import pytest

from workbench.model import ClaimKind, Document
from workbench.splitting import recognised_language, split

GERMAN = (
    "Die Brücke wurde am Montag geschlossen, weil zwei Pfeiler Risse zeigten. Die Stadt rechnet mit "
    "Kosten von $40,000. „Wir haben keine Wahl, und das ist bitter“, sagte die Bürgermeisterin. "
    "Sie wurde 1961 eröffnet und ist 900 Meter lang."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        (
            "The bridge was shut on Monday because the city had found cracks in two of its piers.",
            "en",
        ),
        (
            "Le pont est fermé depuis lundi parce que la ville a trouvé des fissures dans les piles.",
            "fr",
        ),
        ("橋は月曜日に閉鎖された。市は二本の橋脚にひびを見つけた。", "ja"),
        (
            "Мост закрыт с понедельника, потому что в опорах нашли трещины, и это не всё, что было.",
            "ru",
        ),
        ("OK", "en"),
        ("", "en"),
    ],
)
def test_a_language_is_known_by_its_small_words(text: str, language: str) -> None:
    assert recognised_language(text) == language


def test_a_text_in_another_language_still_gets_quotes_digits_and_money() -> None:
    claims = split(Document(GERMAN, title=""))
    words = {claim.span.of(GERMAN): claim.kind for claim in claims}
    assert words["„Wir haben keine Wahl, und das ist bitter“"] is ClaimKind.QUOTE
    assert words["$40,000"] is ClaimKind.MONEY
    assert words["1961"] is ClaimKind.TIME
    assert ClaimKind.EVENT not in words.values()
