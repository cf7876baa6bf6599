from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import ReaderError
from workbench.readers.decoding import codec_name, decoded

WORDS = "The café served 180 workers — “all of them”."


def test_a_byte_order_mark_wins_over_a_declaration_and_is_no_part_of_the_text() -> None:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ):
        content = decoded(mark + WORDS.encode(encoding), name="a.txt", declared="koi8-r")
        assert (content.text, content.encoding, content.is_guessed) == (WORDS, encoding, False)


def test_a_declaration_comes_before_strict_utf8() -> None:
    content = decoded("Привет".encode("koi8-r"), name="a.txt", declared="KOI8-R")
    assert (content.text, content.encoding) == ("Привет", "koi8-r")


def test_a_declaration_that_does_not_fit_is_passed_over() -> None:
    content = decoded(WORDS.encode(), name="a.txt", declared="shift_jis")
    assert (content.text, content.encoding, content.is_guessed) == (WORDS, "utf-8", False)


def test_a_declared_latin_1_is_windows_1252() -> None:
    assert decoded(WORDS.encode("cp1252"), name="a.txt", declared="iso-8859-1").text == WORDS


@pytest.mark.parametrize(
    "name", ["rot13", "zip", "unicode_escape", "utf-7", "idna", "nonsense", "\0"]
)
def test_codecs_that_are_no_text_encodings_cannot_be_declared(name: str) -> None:
    assert codec_name(name) is None


def test_strict_utf8_is_tried_without_a_declaration() -> None:
    content = decoded(WORDS.encode(), name="a.txt")
    assert (content.text, content.encoding, content.is_guessed) == (WORDS, "utf-8", False)


def test_a_guess_says_that_it_is_one() -> None:
    content = decoded(WORDS.encode("cp1252"), name="a.txt")
    assert (content.text, content.encoding, content.is_guessed) == (WORDS, "cp1252", True)


def test_a_text_in_another_script_is_guessed_by_its_letters() -> None:
    words = (
        "Это довольно длинное предложение о встрече двух министров в городе Нара во вторник. " * 4
    )
    content = decoded(words.encode("cp1251"), name="a.txt")
    assert content.is_guessed
    assert content.text == words


def test_bytes_that_fit_no_guess_are_still_read() -> None:
    content = decoded(b"caf\x81 and more words in plain English here", name="a.txt")
    assert content.is_guessed
    assert "more words" in content.text


def test_the_editors_choice_is_the_only_one_tried() -> None:
    assert decoded("é".encode("utf-16-le"), name="a", chosen="utf-16-le").text == "é"
    with pytest.raises(ReaderError, match=r"a is not in utf-8: byte 0 does not fit\. Save it"):
        decoded(b"\xe9", name="a", chosen="utf-8")
    with pytest.raises(ReaderError, match="no text encoding called klingon"):
        decoded(b"a", name="a", chosen="klingon")


@given(st.text(alphabet=st.sampled_from("ab\r\n\u2028\x85\f"), min_size=1))
def test_line_ends_become_line_feeds_and_nothing_else_changes(text: str) -> None:
    if not text.strip():
        return
    content = decoded(text.encode(), name="a")
    assert "\r" not in content.text
    assert content.text.replace("\n", "") == text.replace("\r", "").replace("\n", "")


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"one\x00two", "holds NUL bytes"),
        (codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), "holds a NUL character at position 1"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00", "is not in utf-16-le"),
        ("line\nhalf \ud83d char".encode("utf-8", "surrogatepass"), "lone surrogate.* in line 2"),
        (b"%PDF-1.7 ...", "is a PDF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Word"),
        (b"PK\x03\x04....", "is a ZIP file"),
        (b"{\\rtf1 hello}", "is an RTF file"),
        (bytes(range(1, 32)) * 20, "is binary"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, complaint: str) -> None:
    with pytest.raises(ReaderError, match=complaint) as refusal:
        decoded(data, name="story.txt")
    assert refusal.value.hint
    assert "\n" not in str(refusal.value)


@given(st.binary())
def test_any_bytes_are_text_or_a_refusal(data: bytes) -> None:
    try:
        content = decoded(data, name="a")
    except ReaderError:
        return
    assert content.text.strip()
    content.text.encode("utf-8")
