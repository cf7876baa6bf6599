"""Control and bidirectional characters made visible, one for one, so that offsets hold."""

from __future__ import annotations

import re

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = re.compile(
    f"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u2028\u2029\ufeff{_BIDI}\ud800-\udfff]"
)
_UNSAFE_IN_LINE = re.compile(f"[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\ufeff{_BIDI}\ud800-\udfff]")


def visible(text: str) -> str:
    """`text` with every character a terminal could obey replaced by a picture of it.

    C0 controls become U+2400 plus their code, DEL U+2421; C1 controls, line and paragraph
    separators, NEL, lone surrogates and bidirectional controls become U+FFFD. Tabs and line feeds stay. The length never
    changes.
    """
    return _INVISIBLE.sub(_picture, text)


def visible_line(text: str) -> str:
    """`visible`, and tabs and line feeds too: for titles, notes and names shown on one line."""
    return _UNSAFE_IN_LINE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
