"""Trees built by hand, as a parser gets them wrong, and how they are put right."""

from __future__ import annotations

import pytest

from workbench.model import Span
from workbench.splitting.draft import Draft
from workbench.splitting.grammar import grammar_of
from workbench.splitting.lexicon import lexicon_of
from workbench.splitting.misreadings import mend_misreadings
from workbench.splitting.parsing import Parse
from workbench.splitting.rejoining import mend_joins

ENGLISH = grammar_of(lexicon_of("en"))


def drafted(tree: str) -> Draft:
    """`word/TAG/relation>governor` by its place from 1; the root names itself."""
    rows = [node.rsplit("/", 2) for node in tree.split()]
    words = [row[0] for row in rows]
    starts, place = [], 0
    for word in words:
        starts.append(place)
        place += len(word) + 1
    relations = [row[2].rpartition(">") for row in rows]
    parse = Parse(
        sentence=0,
        span=Span(0, place - 1),
        start=starts,
        end=[start + len(word) for start, word in zip(starts, words, strict=True)],
        text=tuple(words),
        tag=tuple(row[1] for row in rows),
        pos=tuple("PUNCT" if row[0] in (",", ".") else "X" for row in rows),
        dep=tuple(relation for relation, _, _ in relations),
        head=tuple(int(governor) - 1 for _, _, governor in relations),
    )
    return Draft(parse, [False] * len(words))


def standing(draft: Draft, word: str) -> tuple[str, str, str]:
    """Tag, relation and governor of a word."""
    at = draft.low.index(word)
    return draft.tag[at], draft.dep[at], draft.low[draft.head[at]]


@pytest.mark.parametrize(
    ("tree", "word", "expected"),
    [
        pytest.param(
            "The/DT/det>2 firm/NN/nsubj>3 closed/VBD/root>3 the/DT/det>5 mill/NN/obj>3 "
            "and/CC/cc>7 sold/VBN/conj>5 it/PRP/obj>7",
            "sold",
            ("VBD", "conj", "closed"),
            id="a past form joined to a noun is a second verb",
        ),
        pytest.param(
            "He/PRP/nsubj:pass>3 was/VBD/aux:pass>3 taken/VBN/root>3 off/IN/case>6 the/DT/det>6 "
            "pitch/NN/obl>3 and/CC/cc>8 replaced/VBN/conj>6 by/IN/case>11 a/DT/det>11 boy/NN/obl>8",
            "replaced",
            ("VBN", "conj", "taken"),
            id="a participle joined to a noun shares the auxiliary of the verb",
        ),
        pytest.param(
            "They/PRP/nsubj>2 praised/VBD/root>2 the/DT/det>4 staff/NN/obj>2 but/CC/cc>6 "
            "lines/NNS/conj>4 can/MD/aux>9 be/VB/cop>9 long/JJ/acl:relcl>6",
            "lines",
            ("NNS", "nsubj", "long"),
            id="a noun after but is the subject of the verb after it",
        ),
        pytest.param(
            "He/PRP/nsubj>2 left/VBD/root>2 to/TO/mark>4 enter/VB/xcomp>2 the/DT/det>6 "
            "country/NN/obj>4 ,/,/punct>8 drawing/VBG/conj>4 notice/NN/obj>8",
            "drawing",
            ("VBG", "advcl", "left"),
            id="an ing clause after a comma hangs on the main verb",
        ),
        pytest.param(
            "A/DT/det>2 note/NN/nsubj>11 issued/VBN/acl>2 after/IN/case>6 the/DT/det>6 "
            "talks/NNS/obl>3 praised/VBD/acl>2 the/DT/det>9 visit/NN/obj>7 and/CC/cc>11 "
            "said/VBD/root>11 so/RB/advmod>11",
            "note",
            ("NN", "nsubj", "praised"),
            id="the first of two joined pasts is the main verb",
        ),
        pytest.param(
            "They/PRP/nsubj>2 like/VBP/root>2 Ida/NNP/obj>2 Holm/NNP/flat>3 ,/,/punct>7 a/DT/det>7 "
            "singer/NN/parataxis>2",
            "singer",
            ("NN", "appos", "ida"),
            id="a noun with an article after a comma describes the name before",
        ),
    ],
)
def test_a_join_is_put_right(tree: str, word: str, expected: tuple[str, str, str]) -> None:
    draft = drafted(tree)
    mend_joins(draft, ENGLISH)
    assert standing(draft, word) == expected


@pytest.mark.parametrize(
    ("tree", "word"),
    [
        pytest.param(
            "He/PRP/nsubj>2 saw/VBD/root>2 men/NNS/obj>2 beaten/VBN/acl>3 ,/,/punct>6 "
            "swimming/VBG/conj>3 and/CC/cc>8 rowing/VBG/conj>3",
            "swimming",
            id="a list of ing forms",
        ),
        pytest.param(
            "They/PRP/nsubj>2 praised/VBD/root>2 staff/NN/obj>2 but/CC/cc>5 lines/NNS/conj>3 "
            ",/,/punct>8 which/WDT/nsubj>8 grew/VBD/acl:relcl>5",
            "lines",
            id="a noun after but with a relative clause",
        ),
    ],
)
def test_a_right_join_is_left_alone(tree: str, word: str) -> None:
    draft = drafted(tree)
    before = standing(draft, word)
    mend_joins(draft, ENGLISH)
    assert standing(draft, word)[1] == before[1]


@pytest.mark.parametrize(
    ("tree", "word", "expected"),
    [
        pytest.param(
            "Six/CD/nummod>2 died/VBD/root>2 when/WRB/advmod>6 a/DT/det>5 bus/NN/obl>2 "
            "overturned/VBN/acl>5 near/IN/case>8 Quito/NNP/obl>6",
            "bus",
            ("NN", "nsubj", "overturned"),
            id="the noun between when and a participle is its subject",
        ),
        pytest.param(
            "On/IN/case>2 Friday/NNP/obl>5 Alba/NNP/compound>5 defeated/VBN/amod>5 "
            "Bern/NNP/root>5 in/IN/case>8 the/DT/det>8 cup/NN/nmod>5",
            "alba",
            ("NNP", "nsubj", "defeated"),
            id="a participle between two names is the verb between them",
        ),
        pytest.param(
            "Trains/NNS/nsubj>2 stopped/VBD/root>2 after/IN/mark>2 rain/NN/nsubj>5 "
            "fell/VBD/advcl>2",
            "after",
            ("IN", "mark", "fell"),
            id="a subordinator stands before its verb",
        ),
    ],
)
def test_a_misreading_is_put_right(tree: str, word: str, expected: tuple[str, str, str]) -> None:
    draft = drafted(tree)
    mend_misreadings(draft, ENGLISH)
    assert standing(draft, word) == expected
