"""Fact checks made elsewhere are read row by row, and every faulty row is named by its line."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from workbench.errors import ReaderError
from workbench.readers import checks as checks_module
from workbench.readers.checks import checks_in, read_checks

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model import CheckedClaim
    from workbench.readers.checks import ReadChecks

CSV = """Claim,Verdict,Speaker,Date,Publisher,URL
"The dam, said to be old, holds.",Half true,A mayor,2025-06-01,The Courier,https://courier.example/1
The ferry sank.,False,,2025,The Courier,https://courier.example/2
"""
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The dam is older than the mill.",
    "url": "https://courier.example/dam",
    "datePublished": "2025-06-01T10:00:00+02:00",
    "author": {"@type": "Organization", "name": "The Courier"},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": "2",
        "bestRating": "5",
        "alternateName": "Mostly false",
        "ratingExplanation": "The mill came first.",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ida Holm"},
        "datePublished": "2025-05-30",
    },
}


def read(text: str | bytes, name: str = "checks", format_name: str = "") -> ReadChecks:
    return checks_in(
        text if isinstance(text, bytes) else text.encode(), name=name, format_name=format_name
    )


def only(text: str, name: str = "checks") -> CheckedClaim:
    found = read(text, name)
    assert found.faults == ()
    [check] = found.checks
    return check


def faults(text: str | bytes, name: str = "checks") -> list[tuple[int, str]]:
    return [(fault.line, fault.reason) for fault in read(text, name).faults]


def changed(**fields: object) -> str:
    return json.dumps({**REVIEW, **fields})


def test_a_csv_is_read_by_the_names_of_its_columns() -> None:
    first, second = read(CSV).checks
    assert first.text == "The dam, said to be old, holds."
    assert (first.rating, first.speaker, first.publisher) == (
        "Half true",
        "A mayor",
        "The Courier",
    )
    assert (first.checked_at, second.checked_at) == ("2025-06-01", "2025")
    assert first.id != second.id


def test_a_csv_may_be_cut_by_semicolons_or_tabs_and_begin_with_a_mark() -> None:
    for mark in ";\t":
        assert only(f"\ufeffclaim{mark}verdict\r\nIt rained.{mark}True\r\n").rating == "True"


def test_the_same_row_has_the_same_id_wherever_it_stands() -> None:
    first, second = read(CSV).checks
    head, one, two = CSV.splitlines()
    assert [check.id for check in read("\n".join((head, two, one))).checks] == [
        second.id,
        first.id,
    ]


def test_every_faulty_row_of_a_csv_is_named_by_its_line() -> None:
    text = (
        "claim,verdict,date,url\nThe dam\nholds.,True,,\n".replace(
            "The dam\nholds.", '"The dam\nholds."'
        )
        + "The ferry sank.,,,\n"
        + ",False,,\n"
        + "It rained.,True,31.12.2025,\n"
        + "It rained.,True,,javascript:alert(1)\n"
        + "It rained.,True,,,more\n"
        + "It rained.,True,2025-02-30,\n"
        + f"{'x' * 5_001},True,,\n"
    )
    assert faults(text) == [
        (4, "there is no verdict"),
        (5, "there is no claim"),
        (6, "31.12.2025 is no date like 2026-01-31"),
        (7, "javascript:alert(1) is no web address"),
        (8, "5 cells under 4 columns"),
        (9, "2025-02-30 is no date like 2026-01-31"),
        (10, "text has more than 5,000 characters"),
    ]
    assert [check.text for check in read(text).checks] == ["The dam holds."]


def test_a_csv_without_the_columns_says_which_are_missing() -> None:
    assert faults("a,b\n1,2\n") == [(1, "there is no column claim and no column verdict")]


def test_a_csv_with_a_quotation_mark_that_never_ends_is_faulty_from_there() -> None:
    [(line, reason)] = faults('claim,verdict\nIt rained.,True\n"It snowed.,True\n')
    assert line == 3
    assert "no CSV from here on" in reason


def test_controls_and_halves_of_characters_are_taken_out() -> None:
    check = only('[{"claim": "The\\u0000dam\\u001b[2J \\ud800 holds", "verdict": "True"}]')
    assert check.text == "The dam [2J ? holds"


def test_json_may_be_lines_a_list_or_one_object() -> None:
    rows = [{"claim": f"It rained {n} days.", "verdict": "True"} for n in range(3)]
    lines = "\n".join(map(json.dumps, rows))
    for text in (lines, json.dumps(rows), json.dumps(rows, indent=2)):
        assert [check.text for check in read(text).checks] == [row["claim"] for row in rows]
    assert only(json.dumps(rows[0], indent=1)).text == "It rained 0 days."


def test_faulty_json_is_named_by_its_line_and_the_lines_after_it_are_read() -> None:
    good = '{"claim": "It rained.", "verdict": "True"}'
    text = f'{good}\n{{"claim": \n[1, 2]\n{good}\n"x"\n{{"claim": ["a"], "verdict": "b"}}\n'
    assert [line for line, _ in faults(text, "checks.jsonl")] == [2, 3, 5, 6]
    assert len(read(text, "checks.jsonl").checks) == 2
    assert faults("[" + good + ",\n\n oops]") == [(3, "no JSON: Expecting value")]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '[{"a":' + "[" * 100_000])
def test_json_nested_without_end_is_a_fault(text: str) -> None:
    [(line, reason)] = faults(text)
    assert (line, reason) == (1, "no JSON: nested too deeply")


def test_what_google_answers_is_read_as_json() -> None:
    review = {
        "publisher": {"name": "The Courier", "site": "courier.example"},
        "url": "https://courier.example/dam",
        "title": "Is the dam old?",
        "reviewDate": "2025-06-01T00:00:00Z",
        "textualRating": "Mostly false",
    }
    answer = {"claims": [{"text": "The dam is old.", "claimant": "Ida", "claimReview": [review]}]}
    check = only(json.dumps(answer))
    assert (check.text, check.speaker, check.rating, check.headline, check.checked_at) == (
        "The dam is old.",
        "Ida",
        "Mostly false",
        "Is the dam old?",
        "2025-06-01",
    )


def test_a_claim_review_is_read_whole() -> None:
    check = only(json.dumps(REVIEW))
    assert check.text == "The dam is older than the mill."
    assert check.rating == "Mostly false"
    assert check.speaker == "Ida Holm"
    assert check.publisher == "The Courier"
    assert check.checked_at == "2025-06-01"
    assert check.url == "https://courier.example/dam"
    assert check.note == "The mill came first."


@pytest.mark.parametrize(
    "wrapped",
    [
        [REVIEW],
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": REVIEW}]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
        {"@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@graph": [REVIEW | {"@type": "http://schema.org/ClaimReview"}]},
        {"@graph": [REVIEW | {"@type": ["Review", "schema:ClaimReview"]}]},
    ],
)
def test_a_claim_review_is_found_wherever_it_stands(wrapped: object) -> None:
    assert only(json.dumps(wrapped)).rating == "Mostly false"


def test_parts_of_a_graph_are_found_by_their_names() -> None:
    graph = {
        "@graph": [
            REVIEW | {"author": {"@id": "#us"}, "itemReviewed": {"@id": "#claim"}},
            {"@id": "#us", "@type": "Organization", "name": "The Herald"},
            {"@id": "#claim", "@type": "Claim", "author": {"@type": "Person", "name": "Bo"}},
        ]
    }
    check = only(json.dumps(graph))
    assert (check.publisher, check.speaker) == ("The Herald", "Bo")


def test_older_reviews_name_the_speaker_on_the_work_the_claim_was_made_in() -> None:
    work = {"@type": "CreativeWork", "author": [{"@type": "Person", "name": "Ida Holm"}]}
    assert only(changed(itemReviewed=work)).speaker == "Ida Holm"
    assert only(changed(itemReviewed=[work])).speaker == "Ida Holm"
    assert only(changed(itemReviewed={"itemReviewed": work})).speaker == "Ida Holm"
    assert only(changed(itemReviewed=None)).speaker == ""


def test_the_words_of_a_claim_may_stand_on_the_claim_and_in_entities() -> None:
    text = changed(claimReviewed="", itemReviewed={"text": "Dam &amp; mill are &quot;old&quot;"})
    assert only(text).text == 'Dam & mill are "old"'
    assert only(changed(claimReviewed={"@value": "The dam."})).text == "The dam."


def test_a_rating_in_numbers_alone_says_of_how_many() -> None:
    assert only(changed(reviewRating={"ratingValue": 2, "bestRating": 5})).rating == "2 of 5"
    assert only(changed(reviewRating=[{"ratingValue": "False"}])).rating == "False"
    assert faults(changed(reviewRating={"ratingValue": 1})) == [(1, "there is no verdict")]
    assert faults(changed(reviewRating="x")) == [(1, "there is no verdict")]


def test_a_publisher_may_be_a_plain_name() -> None:
    assert only(changed(author="The Herald")).publisher == "The Herald"
    assert only(changed(author=None, publisher={"name": "The Herald"})).publisher == "The Herald"


def page(*scripts: str, kind: str = "application/ld+json") -> str:
    inside = "".join(f'<script type="{kind}">\n{script}\n</script>\n' for script in scripts)
    return f"<!doctype html>\n<html><head>\n<script>var a = 1 < 2;</script>\n{inside}</head></html>"


def test_the_reviews_of_a_page_are_read_from_its_scripts() -> None:
    text = json.dumps(REVIEW)
    for script in (text, f"<!-- {text} -->", f"//<![CDATA[\n{text}\n//]]>", f"{text}\n"):
        assert only(page('{"@type": "WebPage"}', script)).rating == "Mostly false"
    assert only(page(text, kind="Application/LD+JSON; charset=utf-8")).rating == "Mostly false"


def test_another_broken_script_of_a_page_is_nothing_to_us_but_a_broken_review_is() -> None:
    text = json.dumps(REVIEW)
    assert only(page("{oops", text)).rating == "Mostly false"
    [(line, reason)] = faults(page('{"@type": "ClaimReview", oops', text))
    assert (line, reason.split(":")[0]) == (5, "no JSON")


def test_a_check_without_an_address_has_the_one_of_its_page() -> None:
    data = page(changed(url="")).encode()
    [check] = checks_in(data, name="page", origin="https://courier.example/x").checks
    assert check.url == "https://courier.example/x"


@pytest.mark.parametrize("text", ["", "<p>Hello</p>", "[]", "claim,verdict\n", '{"claims": []}'])
def test_what_holds_no_checks_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ReaderError) as failure:
        found = read(text)
        assert found.faults
        raise ReaderError(found.faults[0].reason, hint="-")
    assert failure.value.hint


def test_what_is_no_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(ReaderError, match="line 2"):
        read(b"claim,verdict\n" + b"\xff\xfe,True\n")


def test_a_date_to_hold_until_is_told_to_the_day() -> None:
    text = "claim,verdict,best_before\nIt rained.,True,{}\n"
    assert only(text.format("2027-01-31")).best_before == "2027-01-31"
    assert faults(text.format("2027")) == [(2, "2027 is no date like 2026-01-31")]


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ReaderError, match="folder"):
        read_checks(tmp_path)
    with pytest.raises(ReaderError, match="No such file"):
        read_checks(tmp_path / "gone.csv")
    large = tmp_path / "large.csv"
    large.touch()
    monkeypatch.setattr(checks_module, "MAX_BYTES", 1 << 20)
    os.truncate(large, (1 << 20) + 1)
    with pytest.raises(ReaderError, match="larger than 1 MB"):
        read_checks(large)
