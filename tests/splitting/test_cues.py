from __future__ import annotations

from workbench.splitting.cues import cues_of
from workbench.splitting.lexicon import lexicon_of


def test_forms_lead_back_to_their_verb() -> None:
    verbs = cues_of(lexicon_of("en")).verbs
    assert verbs["said"] == verbs["saying"] == "say"
    assert verbs["denied"] == verbs["denies"] == "deny"
    assert verbs["stressed"] == "stress"
    assert verbs["noting"] == "note"


def test_only_verbs_of_speech_stand_beside_a_quote() -> None:
    cues = cues_of(lexicon_of("en"))
    assert "added" in cues.speech
    assert "expected" not in cues.speech
    assert "expected" in cues.verbs


def test_a_language_without_cues_has_none() -> None:
    assert not cues_of(lexicon_of("xx")).verbs
