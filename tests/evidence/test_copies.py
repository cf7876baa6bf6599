from __future__ import annotations

from workbench.evidence import is_copy

STORY = (
    "The harbour of the old town opened again on Monday after eleven days. The port office said that forty "
    "ships had waited outside the breakwater. Divers found the wreck on the third day, and a crane from the "
    "north lifted it on Saturday night. Nobody was hurt, but two fishermen lost their boats in the storm."
)
OTHER = (
    "Forty ships have left the roads since Monday, when the port of the old town was opened again. It had been "
    "closed for eleven days by a wreck, which a crane lifted on Saturday night, the port office said."
)


def test_the_article_itself_is_a_copy_whatever_its_spaces_and_marks() -> None:
    assert is_copy(STORY, STORY.replace(" ", "\n").replace(".", " ."))
    assert is_copy("Too short.", "too  SHORT")


def test_an_edited_or_framed_version_is_a_copy() -> None:
    assert is_copy(STORY, STORY.replace("eleven", "twelve"))
    assert is_copy(
        STORY, f"Harbour news. {STORY} Read more on our site about the harbour and its ships."
    )
    assert is_copy(STORY, STORY[: len(STORY) * 2 // 3])


def test_another_report_of_the_same_event_is_none() -> None:
    assert not is_copy(STORY, OTHER)
    assert not is_copy(STORY, "Too short.")


def test_a_short_statement_that_the_article_quotes_whole_is_none() -> None:
    assert not is_copy(STORY * 1 + OTHER * 1, STORY[:70])
