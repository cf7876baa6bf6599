"""A quotation is laid beside whoever says it in the transcript."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.evidence.quotes import fidelity
from workbench.evidence.voices import voice_at, with_voice
from workbench.model import Agreement, Match, Passage, PassageId, SourceId, Span

TRANSCRIPT = """\
Briefing of the port

IDA HOLM, port director: Good morning. The quay is open. Nobody was hurt at all.

QUESTION: When did it close?

HOLM: On Monday. We will not close it again.

QUESTION: Who paid for the work?

LARS BERG (council): The council paid for all of it.
"""
MEMO = "Note: the quay is open.\nTo: all\nFrom: the port\nNobody was hurt at all.\n"


def offered(words: str, text: str = TRANSCRIPT) -> Match:
    start = text.index(words)
    span = Span(start, start + len(words))
    found = fidelity(f"“{words}”", words)
    passage = Passage(PassageId("p"), SourceId("s"), span, words)
    return Match(passage, 1, "Briefing", 50.0, changes=found.changes if found else ())


@pytest.mark.parametrize(
    ("words", "voice"),
    [
        ("Briefing", ""),
        ("Nobody was", "IDA HOLM"),
        ("When did", "QUESTION"),
        ("We will not", "HOLM"),
        ("The council paid", "LARS BERG"),
    ],
)
def test_a_turn_goes_on_until_the_next_label(words: str, voice: str) -> None:
    assert voice_at(TRANSCRIPT, TRANSCRIPT.index(words)) == voice


def test_a_text_with_few_labels_or_none_twice_is_no_transcript() -> None:
    assert voice_at(MEMO, len(MEMO) - 2) == ""
    assert voice_at("HOLM: Yes.\nHOLM: No.\n", 15) == ""
    assert voice_at("", 0) == ""


def test_the_named_speaker_is_found_by_a_part_of_the_name() -> None:
    [finding] = with_voice(offered("We will not close it again."), "Ida Holm", TRANSCRIPT).findings
    assert finding.agreement is Agreement.EXACT
    assert (finding.wanted, finding.seen) == ("said by Ida Holm", "HOLM")


def test_another_speaker_is_a_mismatch() -> None:
    match = offered("The council paid for all of it.")
    [finding] = with_voice(match, "Port director Ida Holm", TRANSCRIPT).findings
    assert finding.agreement is Agreement.MISMATCH
    assert finding.seen == "LARS BERG"


@pytest.mark.parametrize("speaker", ["she", "the ministry", "officials", ""])
def test_a_speaker_without_a_name_is_not_judged(speaker: str) -> None:
    match = offered("The council paid for all of it.")
    assert with_voice(match, speaker, TRANSCRIPT) == match


def test_only_words_that_are_quoted_are_anybodys() -> None:
    match = replace(offered("The council paid for all of it."), changes=())
    assert with_voice(match, "Ida Holm", TRANSCRIPT) == match
