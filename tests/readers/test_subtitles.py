from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.here import read
from workbench.errors import ReaderError, WorkbenchError
from workbench.readers import READERS

SRT = """1
00:00:01,000 --> 00:00:03,500
We will not sign

2
00:00:03,500 --> 00:00:05,000
<i>anything</i> today.

3
00:01:12,000 --> 00:01:14,000
{\\an8}Next question, please.
"""
VTT = """WEBVTT - a talk

NOTE nothing to show

cue-1
00:01.000 --> 00:02.000 align:start
<v.loud Haruka Minato>Good <c.big>morning</c>. &amp; welcome

01:00:02.500 --> 01:00:03.000
- And <00:00:03.100>you?
"""


def test_cues_become_running_text_that_keeps_its_time_codes() -> None:
    document = read(SRT.encode(), name="talk.srt")
    assert document.text == "We will not sign anything today.\n\nNext question, please."
    assert document.place_of(document.text.index("sign")) == "00:00:01"
    assert document.place_of(document.text.index("anything")) == "00:00:03"
    assert document.place_of(document.text.index("please")) == "00:01:12"
    assert (document.title, document.media_type) == ("talk.srt", "application/x-subrip")


def test_speakers_are_named_and_tags_left_out() -> None:
    document = read(VTT.encode(), name="download")
    assert document.text == "Haruka Minato: Good morning. & welcome\n\n- And you?"
    assert document.place_of(len(document.text) - 1) == "01:00:02"
    assert document.media_type == "text/vtt"


def test_a_file_without_cues_is_refused() -> None:
    with pytest.raises(ReaderError, match=r"talk\.srt holds no subtitles"):
        read(b"Only words.", name="talk.srt")


@pytest.mark.parametrize("suffix", sorted(set(READERS) - {".pdf"}))
@given(data=st.binary(min_size=1, max_size=200))
def test_any_bytes_are_a_document_or_a_refusal(suffix: str, data: bytes) -> None:
    try:
        document = read(data, name=f"a{suffix}")
    except WorkbenchError as error:
        assert error.hint
        return
    assert document.text.strip()
    document.text.encode()
    assert all(place.span.end <= len(document.text) for place in document.places)
