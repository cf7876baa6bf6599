"""Decides the encoding of bytes: mark, declaration, strict UTF-8, and only then a guess that says so."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from workbench.errors import ReaderError

GUESS_SAMPLE = 256 * 1024
"""Bytes shown to the guesser: its time grows with them, its answer hardly changes."""

FEW_ODD_BYTES = 0.1
"""Up to this share of bytes outside ASCII, text in a Latin script is likelier than anything else."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TEXT_CODECS = re.compile(
    r"ascii|utf[-_](?:8|16|32)(?:[-_][bl]e)?|iso8859[-_]\d+|cp\d+|mac[-_]\w+|koi8[-_]\w|kz1048|ptcp154|"
    r"big5(?:hkscs)?|euc[-_]\w+|gb2312|gbk|gb18030|hz|iso2022[-_]\w+|johab|shift[-_]\w+|tis[-_]620"
)
_BINARY = (
    (b"%PDF-", "a PDF file", "Name it with the suffix .pdf."),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file", "Save it as DOCX and try again."),
    (b"{\\rtf", "an RTF file", "Save it as DOCX or as text and try again."),
    (b"PK\x03\x04", "a ZIP file", "Give the document in it, or save it as DOCX or text."),
    (b"SQLite format 3\x00", "a database", "Open it with --db."),
    (b"\x89PNG", "a picture", "Give the text of it."),
    (b"\xff\xd8\xff", "a picture", "Give the text of it."),
    (b"GIF8", "a picture", "Give the text of it."),
    (b"\x1f\x8b", "a compressed file", "Unpack it and try again."),
    (b"\x7fELF", "a program", "Give a text, Markdown, HTML or DOCX file."),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLS_ALLOWED = 0.01
_SURROGATE_IN_UTF8 = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with its line ends normalised, and how its bytes were read."""

    text: str
    encoding: str
    is_guessed: bool = False


def decoded(
    data: bytes, *, name: str, chosen: str | None = None, declared: str | None = None
) -> Decoded:
    """The text of `data`, without its byte order mark and with every line end a line feed.

    Args:
        name: of the file, for messages.
        chosen: the editor's choice; nothing else is tried.
        declared: what a header or the document itself says.

    Raises:
        ReaderError: the bytes are no text, or not in the encoding they must be in.
    """
    if chosen:
        codec = codec_name(chosen)
        if codec is None:
            msg = f"There is no text encoding called {chosen}."
            raise ReaderError(msg, hint="Try utf-8, windows-1252 or utf-16.")
        return _finished(_strictly(data, codec, name), codec, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _finished(_strictly(data.removeprefix(mark), encoding, name), encoding, name)
    codec = codec_name(declared) if declared else None
    if codec and not codec.startswith(("utf-8", "utf_8")):
        try:
            return _finished(data.decode(codec), codec, name)
        except UnicodeDecodeError:
            pass
    _refuse_binary(data, name)
    try:
        return _finished(data.decode("utf-8"), "utf-8", name)
    except UnicodeDecodeError:
        if _SURROGATE_IN_UTF8.search(data):
            _refuse_surrogates(data, name)
    encoding = _guess(data)
    return _finished(_strictly(data, encoding, name), encoding, name, is_guessed=True)


def codec_name(encoding: str) -> str | None:
    """The codec for a declared encoding as the web reads it, or None if it is no text encoding."""
    try:
        codec = codecs.lookup(encoding.strip()).name
    except (LookupError, ValueError):
        return None
    if codec in {"ascii", "iso8859-1"}:
        # what calls itself Latin-1 is Windows-1252 in practice, and on the web by rule
        return "cp1252"
    return codec if _TEXT_CODECS.fullmatch(codec) else None


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.removeprefix(codecs.BOM_UTF8 if encoding == "utf-8" else b"").decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"{name} is not in {encoding}: byte {error.start} does not fit."
        hint = "Save it as UTF-8, or name its encoding with --encoding."
        raise ReaderError(msg, hint=hint) from error


def _finished(text: str, encoding: str, name: str, *, is_guessed: bool = False) -> Decoded:
    if "\x00" in text:
        msg = f"{name} holds a NUL character at position {text.index(chr(0))}, so it is no text."
        raise ReaderError(msg, hint="Save it again as UTF-8 text.")
    if not text.strip():
        msg = f"{name} is empty."
        raise ReaderError(msg, hint="Give a file with words in it.")
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, is_guessed)


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, what, hint in _BINARY:
        if data.startswith(magic):
            msg = f"{name} is {what}, not text."
            raise ReaderError(msg, hint=hint)
    if b"\x00" in data:
        msg = f"{name} holds NUL bytes, so it is no text."
        hint = "Save it as UTF-8 text; for UTF-16 name it with --encoding utf-16."
        raise ReaderError(msg, hint=hint)
    if len(_CONTROLS.findall(data)) > _CONTROLS_ALLOWED * len(data):
        msg = f"{name} is binary, not text."
        raise ReaderError(msg, hint="Give a text, Markdown, HTML or DOCX file.")


def _refuse_surrogates(data: bytes, name: str) -> None:
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return
    place = next(at for at, character in enumerate(text) if "\ud800" <= character <= "\udfff")
    line = text.count("\n", 0, place) + 1
    msg = f"{name} holds half a character (a lone surrogate) in line {line}."
    raise ReaderError(msg, hint="Save it again as UTF-8 text.")


def _guess(data: bytes) -> str:
    odd = sum(byte > 0x7F for byte in data[:GUESS_SAMPLE])
    if odd <= FEW_ODD_BYTES * min(len(data), GUESS_SAMPLE) and _fits(data, "cp1252"):
        return "cp1252"
    # charset-normalizer costs start-up time, and most text is UTF-8
    from charset_normalizer import from_bytes

    best = from_bytes(data[:GUESS_SAMPLE]).best()
    guess = codec_name(best.encoding) if best is not None else None
    for encoding in (guess, "cp1252"):
        if encoding and _fits(data, encoding):
            return encoding
    return "iso8859-1"


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
