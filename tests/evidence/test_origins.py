"""Links that tell the same thing from one origin count once, and say why."""

from __future__ import annotations

import textwrap
import time

from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.test_copies import OTHER, STORY
from workbench.evidence import is_copy, shared_origins
from workbench.model import SharedOrigin, SourceId, origin_count


def origins(*texts: str) -> list[SharedOrigin]:
    return shared_origins({SourceId(str(place)): text for place, text in enumerate(texts, 1)})


def test_the_same_text_counts_once_whatever_its_marks() -> None:
    reset = STORY.upper().replace(" ", "\n").replace(".", " …")
    assert origins(STORY, OTHER, reset) == [
        SharedOrigin((SourceId("1"), SourceId("3")), "the same text")
    ]


def test_an_edited_text_counts_with_its_model() -> None:
    edited = STORY.replace("eleven", "twelve").replace("Nobody was hurt, but two", "Two")
    assert [origin.why for origin in origins(STORY, edited)] == ["nearly the same text"]
    shortened = STORY[: STORY.index(" Nobody")]
    assert [origin.why for origin in origins(shortened, STORY)] == ["nearly the same text"]


def test_other_reports_of_the_event_count_for_themselves() -> None:
    assert origins(STORY, OTHER) == []
    assert origins() == origins(STORY) == []


def test_reports_of_one_agency_count_once() -> None:
    shared = origins(f"LUND (Reuters) - {STORY}", f"{OTHER}\n\nSource: Reuters", STORY[:80])
    assert shared == [SharedOrigin((SourceId("1"), SourceId("2")), "credited to Reuters")]


def test_what_is_alike_by_way_of_another_is_one_group() -> None:
    shared = origins(f"LUND (AP) — {OTHER}", STORY, f"{STORY}\nSource: AP", STORY.lower())
    [origin] = shared
    assert origin.sources == ("1", "2", "3", "4")
    assert origin.why == "credited to AP; the same text; nearly the same text"
    assert origin_count(map(SourceId, "123"), shared) == 1
    assert origin_count(map(SourceId, "199"), shared) == 2
    assert origin_count([], shared) == 0


def test_texts_without_words_have_nothing_in_common() -> None:
    assert origins("…", "", "!!") == []


@given(
    st.lists(st.sampled_from([STORY, OTHER, STORY.lower(), f"{OTHER} (AP) -", "x", ""]), max_size=6)
)
def test_every_source_is_in_one_group_at_most(texts: list[str]) -> None:
    shared = origins(*texts)
    named = [source for origin in shared for source in origin.sources]
    assert len(named) == len(set(named))
    assert all(len(origin.sources) > 1 and origin.why for origin in shared)
    assert [origin.sources[0] for origin in shared] == sorted(
        origin.sources[0] for origin in shared
    )


def test_fifty_long_sources_are_compared_quickly() -> None:
    words = [f"word{number * 7919 % 5000}" for number in range(3000)]
    texts = [" ".join([*words[place * 40 :], str(place)]) for place in range(50)]
    start = time.perf_counter()
    origins(*texts)
    assert time.perf_counter() - start < 5


def test_a_copy_of_the_article_is_told_however_it_is_set() -> None:
    quoted = "\n".join(f"> {line}" for line in STORY.split(". "))
    typographic = STORY.replace("Nobody was hurt", "“Nobody was hurt”").replace(" the ", " *the* ")
    wrapped = "\n".join(textwrap.wrap(STORY, 40))
    numbered = "\n".join(
        f"{number} {sentence}" for number, sentence in enumerate(STORY.split(". "), 1)
    )
    for copy in (quoted, typographic, wrapped, numbered, STORY.upper(), f"Dear all,\n\n{quoted}"):
        assert is_copy(STORY, copy)


def test_long_texts_are_told_apart_by_some_of_their_runs() -> None:
    """A long text is compared by fewer runs, and with a shorter one by those both have."""
    words = [f"word{number * 7919 % 40_009}" for number in range(40_000)]
    long = " ".join(words)
    half = " ".join(words[:18_000])
    edited = " ".join(word if at % 60 else "other" for at, word in enumerate(words))
    other = " ".join(reversed(words))
    assert [origin.why for origin in origins(long, edited)] == ["nearly the same text"]
    assert [origin.why for origin in origins(half, long)] == ["nearly the same text"]
    assert origins(long, other, " ".join(words[:9_000])) == []
