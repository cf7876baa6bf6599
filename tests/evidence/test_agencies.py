"""An agency is credited where credits stand, and not where it is only told about."""

from __future__ import annotations

import pytest

from workbench.evidence.agencies import credited_agency

STORY = (
    "The harbour opened again on Monday after eleven days, and forty ships left the roads.\n\n"
    "Divers had found the wreck on the third day."
)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"LUND (Reuters) - {STORY}", "Reuters"),
        (f"Harbour opens\n\nLUND, Oct. 3 (Yonhap) -- {STORY}", "Yonhap"),
        (f"MALMÖ, Sweden (AP) — {STORY}", "AP"),
        (f"PARIS, 3 mai (AFP) – {STORY}", "AFP"),
        (f"Harbour opens\nBy Ida Holm, The Associated Press\n{STORY}", "AP"),
        (f"Harbour opens\nBy Reuters\n{STORY}", "Reuters"),
        (f"Harbour opens\nReuters\nMonday\n{STORY}", "Reuters"),
        (f"Harbour opens\nIda Holm | Kyodo News\n{STORY}", "Kyodo"),
        (f"{STORY}\n\nSource: Xinhua", "Xinhua"),
        (f"{STORY}\n\n© 2026 Agence France-Presse", "AFP"),
        (f"{STORY}\n\nCopyright 2026 The Associated Press.", "AP"),
        (f"{STORY}\n\nFrom dpa", "dpa"),
    ],
)
def test_credits_are_read(text: str, agency: str) -> None:
    assert credited_agency(text) == agency


@pytest.mark.parametrize(
    "text",
    [
        "",
        STORY,
        f"Reuters to cut jobs in its harbour office\n{STORY}",
        f"{STORY}\nThe wreck was seen first by a reporter of Reuters, who told the port.",
        f"The port told the agency AFP (Agence France-Presse) that ships wait.\n{STORY}",
        f"By Ida Holm\n{STORY}",
        f"tt\nap\npa\n{STORY}",
        f"{STORY}\nFrom Bloomberg came the news that a ship had sunk, and from Lund that it had not been lost",
    ],
)
def test_words_about_an_agency_are_no_credit(text: str) -> None:
    assert credited_agency(text) is None


def test_a_story_further_down_is_not_the_text() -> None:
    assert (
        credited_agency(f"{STORY}\n" * 40 + f"LUND (Reuters) - {STORY}\n" + f"{STORY}\n" * 9)
        is None
    )
