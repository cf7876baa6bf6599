from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from tests.readers.here import read
from workbench.errors import ReaderError


def message(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    for name, value in headers.items():
        mail[name] = value
    return mail


def test_an_email_is_read_with_its_sender_day_and_subject() -> None:
    mail = message(
        From="Haruka <h@example.org>",
        Date="Mon, 12 Jan 2026 09:00:00 +0900",
        Subject="Café tomorrow",
    )
    mail.set_content("We do not expect a joint statement — really.\n")
    mail.add_attachment(b"PK", maintype="application", subtype="zip", filename="a.zip")
    document = read(bytes(mail), name="m.eml")
    assert document.text == (
        "From: Haruka <h@example.org>\nDate: Mon, 12 Jan 2026 09:00:00 +0900\nSubject: Café tomorrow\n\n"
        "We do not expect a joint statement — really.\n"
    )
    assert document.place_of(0) == "head of the e-mail"
    assert document.place_of(document.text.index("We do")) == "message"
    assert (document.title, document.published) == ("Café tomorrow", date(2026, 1, 12))


def test_an_email_of_html_is_read_as_a_page() -> None:
    mail = message(Subject="Hi", Date="some day")
    mail.set_content("<p>One.</p><script>x</script><h2>More</h2><p>Two.</p>", subtype="html")
    document = read(bytes(mail), name="m.eml")
    assert document.text.endswith("One.\n\nMore\n\nTwo.\n")
    places = [document.place_of(document.text.index(words)) for words in ("One.", "Two.")]
    assert places == ["message", "More"]
    assert [heading.of(document.text) for heading in document.headings] == ["More"]
    assert document.published is None


@pytest.mark.parametrize(
    "data",
    [b"no header at all", b"Subject: x\n\n \n", b"Subject: x\nContent-Type: multipart/mixed\n\nx"],
)
def test_what_holds_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(ReaderError, match=r"m\.eml"):
        read(data, name="m.eml")
