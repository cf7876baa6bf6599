"""An editor names an article or a claim in the shortest way that is not ambiguous."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench.errors import UnknownError
from workbench.model import ArticleId, ClaimId, Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.review import Workbench


@pytest.fixture
def library(bench: Workbench) -> Workbench:
    """Four articles; the first is `The plant`."""
    for title in ("2 plants", "The mill", "the MILL at Ora"):
        bench.add_article(title.encode(), Document(title, title))
    return bench


@pytest.mark.parametrize(
    ("reference", "number"),
    [
        ("1", 1),
        (" 3 ", 3),
        ("2", 2),
        ("2 p", 2),
        ("THE PLANT", 1),
        ("the p", 1),
        ("the mill at", 4),
    ],
)
def test_a_number_or_the_start_of_a_title_names_an_article(
    library: Workbench, reference: str, number: int
) -> None:
    assert library.article(reference).number == number


def test_an_id_names_an_article(library: Workbench) -> None:
    for article in library.articles():
        assert library.article(article.id) == article


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [
        ("9", "There is no article 9. The desk has the articles 1 to 4."),
        ("A plant", "There is no article A plant. The desk has the articles 1 to 4."),
        ("", "No article was named. The desk has the articles 1 to 4."),
        ("the mill", "Several titles start with the mill. Say which by its number: 3, 4."),
        ("a\x1b[2J", "There is no article a␛[2J. The desk has the articles 1 to 4."),
        ("²", "There is no article ². The desk has the articles 1 to 4."),
        ("9" * 5000, f"There is no article {'9' * 5000}. The desk has the articles 1 to 4."),
    ],
)
def test_what_names_no_article_is_a_sentence(
    library: Workbench, reference: str, sentence: str
) -> None:
    with pytest.raises(UnknownError) as failure:
        library.article(reference)
    assert str(failure.value) == sentence


def test_an_empty_desk_says_so(open_bench: Callable[[str], Workbench]) -> None:
    with pytest.raises(UnknownError, match=r"the desk is empty\. Add one with `workbench add"):
        open_bench("Ann").article("1")


def test_a_number_or_an_id_names_a_claim(bench: Workbench, article: ArticleId) -> None:
    for claim in bench.claims(article):
        assert bench.claim(article, str(claim.number)) == claim
        assert bench.claim(article, claim.id) == claim


@pytest.mark.parametrize("reference", ["0", "6", "-1", "", "one", "1.5", "²", "9" * 5000])
def test_what_names_no_claim_is_a_sentence(
    bench: Workbench, article: ArticleId, reference: str
) -> None:
    with pytest.raises(UnknownError, match="It has the claims 1 to 5"):
        bench.claim(article, reference)


def test_a_claim_of_another_article_is_not_meant(library: Workbench) -> None:
    first, second, *_ = library.articles()
    claim = library.claim(first.id, "1").id
    with pytest.raises(UnknownError, match=f"no claim {claim}"):
        library.claim(second.id, claim)
    with pytest.raises(UnknownError, match="There is no claim"):
        library.claim(first.id, ClaimId("019b7a3e-0000-7000-8000-000000000000"))
