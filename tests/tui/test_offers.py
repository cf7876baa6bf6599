from __future__ import annotations

from workbench.evidence.quotes import fidelity
from workbench.tui.offers import quote_words

SAID = "Well, we will not sign it in Nara today, because 14 points are open, the spokesman added."


def told(quotation: str) -> tuple[str, dict[str, str]]:
    """The line about a quotation, and the style of each marked run in it."""
    found = fidelity(quotation, SAID)
    assert found is not None
    text, runs = quote_words(found.changes)
    return text, {text[start:end]: style for start, end, style in runs}


def test_a_dropped_not_is_shown_in_red_where_it_stood() -> None:
    text, styles = told("“We will sign it in Nara today”")
    assert text == "≠ quote: We will [−not] sign it in Nara today"
    assert styles == {"≠ quote: ": "differs", "[−not]": "clash"}


def test_added_and_changed_words_stand_in_brackets() -> None:
    text, styles = told("“we will surely not ratify it in Nara today”")
    assert text == "≠ quote: we will [+surely] not [sign → ratify] it in Nara today"
    assert styles["[sign → ratify]"] == "differs"


def test_a_changed_number_is_marked_like_a_negation() -> None:
    assert told("“because 40 points are open”")[1]["[14 → 40]"] == "clash"


def test_what_is_openly_left_out_is_no_fault() -> None:
    text, styles = told("“We will not sign it … because 14 points are open”")
    assert text.startswith("≈ quote, but for what is left out: We will not sign it […] because")
    assert set(styles.values()) == {"agrees"}


def test_the_same_words_are_said_to_be_the_same() -> None:
    assert told("“we will not sign it in Nara today”")[0] == "= quote, word for word"


def test_a_claim_that_is_no_quotation_gets_no_line() -> None:
    assert quote_words(()) == ("", ())
