"""Accepted words are found again in newer versions of their text, and what is not sure is said to be so."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.evidence import anchored
from workbench.model import Anchor, AnchorState, Span

PAGE = (
    "The council met on Tuesday. It voted by nine to two to close the old bridge until the spring. "
    "Repairs will cost $4 million, the mayor said. Some 180 workers will be needed. "
    "Shops near the bridge fear for their winter trade."
)
VOTE = "It voted by nine to two to close the old bridge until the spring."
TEXTS = st.text(alphabet="abc “”'\"-–.\n\t 1é字", max_size=80)


def anchor_of(words: str, text: str = PAGE) -> Anchor:
    start = text.index(words)
    return Anchor.at(Span(start, start + len(words)), text)


@st.composite
def anchors(draw: st.DrawFn) -> tuple[Anchor, str]:
    text = draw(st.text(min_size=1, max_size=120))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())
    return Anchor.at(Span(start, end), text), text


@given(anchors())
def test_in_the_same_text_words_stand_where_they_stood(case: tuple[Anchor, str]) -> None:
    anchor, text = case
    anchoring = anchored(anchor, text)
    assert (anchoring.state, anchoring.span) == (AnchorState.EXACT, anchor.span)


@given(anchors(), TEXTS, TEXTS)
def test_words_survive_whatever_is_written_before_and_behind(
    case: tuple[Anchor, str], before: str, behind: str
) -> None:
    anchor, text = case
    newer = before + text + behind
    anchoring = anchored(anchor, newer)
    assert anchoring.span is not None
    assert anchoring.span.of(newer) == anchoring.words == anchor.exact
    if len(anchor.prefix) >= 12 or len(anchor.exact) >= 32:
        assert anchoring.state in {AnchorState.EXACT, AnchorState.MOVED}


@given(anchors(), st.text(max_size=200))
def test_what_is_said_of_any_text_is_true_of_it(case: tuple[Anchor, str], text: str) -> None:
    anchoring = anchored(case[0], text)
    assert 0 <= anchoring.score <= 100
    if anchoring.span is None:
        assert anchoring.state is AnchorState.ORPHANED
        assert anchoring.words == ""
    else:
        assert anchoring.span.end <= len(text)
        assert anchoring.span.of(text) == anchoring.words != ""
        assert anchoring.is_stale == (anchoring.state is AnchorState.NEAR)


@given(anchors(), st.text(max_size=200))
def test_the_same_question_has_the_same_answer(case: tuple[Anchor, str], text: str) -> None:
    assert anchored(case[0], text) == anchored(case[0], text)


def test_words_that_went_further_down_have_moved() -> None:
    newer = "Updated on Wednesday.\n\n" + PAGE
    anchoring = anchored(anchor_of(VOTE), newer)
    assert anchoring.state is AnchorState.MOVED
    assert anchoring.span == Span(newer.index(VOTE), newer.index(VOTE) + len(VOTE))


def test_of_equal_words_those_in_the_same_surroundings_are_meant() -> None:
    text = "In May 180 workers came. In June 180 workers left. In July 180 workers stayed."
    start = text.index("180 workers left")
    anchor = Anchor.at(Span(start, start + 11), text)
    newer = text.replace("In May 180 workers came. ", "")
    assert anchored(anchor, newer).span == Span(newer.index("180 workers left"), 19)


@pytest.mark.parametrize(
    "newer",
    [
        PAGE.replace(" ", "\n"),
        PAGE.replace(" by nine ", "  by  nine\u00a0"),
    ],
)
def test_other_line_breaks_change_no_words(newer: str) -> None:
    anchoring = anchored(anchor_of(VOTE), newer)
    assert not anchoring.is_stale
    assert anchoring.words.split() == VOTE.split()


def test_other_quotation_marks_and_dashes_change_no_words() -> None:
    page = "A witness said: “We didn’t see the lorry – it came too fast.” Nobody asked him more."
    anchor = anchor_of("“We didn’t see the lorry – it came too fast.”", page)
    newer = page.translate(str.maketrans("“”’–", '""\'-'))
    anchoring = anchored(anchor, newer)
    assert anchoring.state is AnchorState.EXACT
    assert anchoring.words == '"We didn\'t see the lorry - it came too fast."'


@pytest.mark.parametrize(
    ("words", "change", "now"),
    [
        (VOTE, ("nine to two", "eight to three"), VOTE.replace("nine to two", "eight to three")),
        ("Some 180 workers will be needed.", ("180", "108"), "Some 108 workers will be needed."),
        (VOTE, (" until the spring", ""), "It voted by nine to two to close the old bridge."),
        (
            "Repairs will cost $4 million, the mayor said.",
            ("will cost", "will not cost"),
            "Repairs will not cost $4 million, the mayor said.",
        ),
        ("180 workers", ("180 workers", "200 helpers"), "200 helpers"),
    ],
)
def test_changed_words_are_near_and_wait_for_the_editor(
    words: str, change: tuple[str, str], now: str
) -> None:
    newer = "Corrected.\n" + PAGE.replace(*change)
    anchoring = anchored(anchor_of(words), newer)
    assert anchoring.state is AnchorState.NEAR
    assert anchoring.is_stale
    assert anchoring.words == now
    assert 40 < anchoring.score < 100


def test_a_few_words_said_of_something_else_are_only_near() -> None:
    newer = "The circus is in town again this week. It has 180 workers, seven lions and one tent."
    anchoring = anchored(anchor_of("180 workers"), newer)
    assert (anchoring.state, anchoring.words) == (AnchorState.NEAR, "180 workers")


@pytest.mark.parametrize(
    "newer",
    [
        "",
        "Page not found.",
        PAGE.replace(VOTE, "Nothing was decided."),
        "The town's football club won again. Its goalkeeper was on holiday, so a baker stood in.",
    ],
)
def test_words_that_are_gone_are_orphaned(newer: str) -> None:
    anchoring = anchored(anchor_of(VOTE), newer)
    assert anchoring.state is AnchorState.ORPHANED
    assert anchoring.is_stale
    assert anchoring.span is None


def test_nothing_but_space_anchors_nowhere() -> None:
    assert anchored(Anchor(Span(0, 2), "  "), "a  b").state is AnchorState.ORPHANED


@pytest.mark.parametrize(
    "filling",
    [
        "The harbour office counts ships, and the ships wait for the tide to turn again. ",
        "It voted by nine to one to open the new bridge until the summer. ",
        "a ",
        "aaaaaaaaaaaaaaa",
        "\n",
        VOTE[:40],
    ],
)
def test_twice_the_text_takes_about_twice_the_time(filling: str) -> None:
    """Five times would be allowed for a busy machine; trying all pairs of places takes thousands."""
    anchor = anchor_of(VOTE)

    def seconds(length: int) -> float:
        text = filling * (length // len(filling))
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            anchored(anchor, text)
            best = min(best, time.perf_counter() - start)
        return best

    half, whole = seconds(500_000), seconds(1_000_000)
    assert whole < 5 * half + 0.05
    assert whole < 3
