"""Reads fact checks made elsewhere: CSV, JSON and ClaimReview, each row looked at before any is used."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import ReaderError
from workbench.model import CheckedClaim
from workbench.readers.claimreview import PageScripts, reviews, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MAX_BYTES = 512 << 20
"""A million checks of the longest kind; a larger file is refused before it is read."""

LONGEST = {"text": 5_000, "rating": 300, "url": 2_000, "note": 20_000}
LONGEST_OF_OTHERS = 1_000
"""Characters of each field."""

FORMATS = ("csv", "json", "claimreview")

NAMES = {
    "text": ("text", "claim", "claimreviewed", "statement"),
    "rating": ("rating", "verdict", "textualrating", "label"),
    "headline": ("headline", "title"),
    "speaker": ("speaker", "claimant"),
    "checked_at": ("checked_at", "checked", "date", "reviewdate", "datepublished"),
    "best_before": ("best_before", "expires"),
    "publisher": ("publisher", "site", "source"),
    "url": ("url", "link"),
    "note": ("note", "explanation"),
    "id": ("id",),
}
"""What a column or a key may be called, in small letters and without spaces, by what it holds."""

_FIELDS = {name: field for field, names in NAMES.items() for name in names}
_REVIEW = re.compile(r"""["/:]ClaimReview\"""")
_WHOLE_DAY = len("2026-01-31")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_ADDRESS = re.compile(r"https?://[^\s/]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row cannot be used."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReadChecks:
    """The checks of a file, and what is wrong with it."""

    checks: tuple[CheckedClaim, ...]
    faults: tuple[Fault, ...]


def read_checks(path: Path) -> bytes:
    """The bytes of a file of checks.

    Raises:
        ReaderError: there is none, it is too large, or may not be read.
    """
    try:
        if path.is_dir():
            msg = f"{path} is a folder."
            raise ReaderError(msg, hint="Name a file of checks.")
        if path.stat().st_size > MAX_BYTES:
            msg = f"{path} is larger than {MAX_BYTES >> 20} MB."
            raise ReaderError(msg, hint="Import it in parts.")
        return path.read_bytes()
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}."
        raise ReaderError(msg, hint="Name a file that is there and that you may read.") from error


def checks_in(data: bytes, *, name: str, format_name: str = "", origin: str = "") -> ReadChecks:
    """The checks in `data`.

    Args:
        name: of the file, whose ending tells the format where none is given.
        format_name: one of `FORMATS`; empty to tell it by name and content.
        origin: the address of a page, which its checks have where they name none.

    Raises:
        ReaderError: it is in no form that is known, or holds no checks.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        msg = f"{name} is not UTF-8 text (line {line})."
        raise ReaderError(msg, hint="Save it as UTF-8 and import it again.") from error
    match format_name or _format_of(text, name):
        case "csv":
            rows = _csv_rows(text)
        case "json":
            rows = _json_rows(text)
        case _:
            rows = _review_rows(text)
    read = _checked(rows, origin)
    if not read.checks and not read.faults:
        msg = f"{name} holds no checks."
        hint = "A CSV needs the columns claim and verdict; a page needs ClaimReview as JSON-LD."
        raise ReaderError(msg, hint=hint)
    return read


def _format_of(text: str, name: str) -> str:
    start = text.lstrip()[:1]
    if start == "<":
        return "claimreview"
    if start in {"{", "["}:
        return "claimreview" if _REVIEW.search(text) else "json"
    if Path(name).suffix.lower() in {".json", ".jsonl"}:
        return "json"
    return "csv"


def _csv_rows(text: str) -> Iterator[tuple[int, Mapping[str, object] | Fault]]:
    header, _, _ = text.partition("\n")
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        names = [_key(name) for name in next(reader, [])]
        missing = [
            NAMES[field][1] for field in ("text", "rating") if not set(NAMES[field]) & set(names)
        ]
        if missing:
            yield 1, Fault(1, f"there is no column {' and no column '.join(missing)}")
            return
        line = reader.line_num + 1
        for cells in reader:
            if any(cells):
                if len(cells) > len(names):
                    yield line, Fault(line, f"{len(cells)} cells under {len(names)} columns")
                else:
                    yield line, dict(zip(names, cells, strict=False))
            line = reader.line_num + 1
    except csv.Error as error:
        yield line, Fault(line, f"no CSV from here on: {error}")


def _json_rows(text: str) -> Iterator[tuple[int, Mapping[str, object] | Fault]]:
    for line, value in _values(text):
        for row in _json_row(value):
            yield line, row


def _json_row(value: object) -> Iterator[Mapping[str, object] | Fault]:
    match value:
        case Fault():
            yield value
        # as Google's Fact Check Tools answer
        case {"claims": list(claims)}:
            for claim in claims:
                yield from _json_row(claim)
        case {"claimReview": list(found), "text": claim_text, **others}:
            for review in found:
                if isinstance(review, dict):
                    yield {
                        **_of_google(review),
                        "text": claim_text,
                        "speaker": others.get("claimant"),
                    }
        case dict():
            yield {_key(name): cell for name, cell in value.items()}
        case _:
            yield Fault(0, "no object with a claim and a verdict")


def _of_google(review: Mapping[str, object]) -> dict[str, object]:
    publisher = review.get("publisher")
    site = publisher if isinstance(publisher, dict) else {}
    return {
        "rating": review.get("textualRating"),
        "headline": review.get("title"),
        "checked_at": review.get("reviewDate"),
        "publisher": site.get("name") or site.get("site"),
        "url": review.get("url"),
    }


def _values(text: str) -> Iterator[tuple[int, object]]:
    """The values of JSON lines, of one list, or a single value, each with its line."""
    decoder = json.JSONDecoder(strict=False)
    is_list = text.lstrip().startswith("[")
    at = text.index("[") + 1 if is_list else 0
    line, counted = 1, 0
    while True:
        at = _skipped(text, at)
        line, counted = line + text.count("\n", counted, at), at
        if at >= len(text) or (is_list and text[at] == "]"):
            return
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
            yield line, Fault(line, f"no JSON: {reason}")
            if is_list:
                return
            at = text.find("\n", at) + 1 or len(text)
            continue
        yield line, value


def _skipped(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


_BETWEEN = re.compile(r"[\s,]*")


def _review_rows(text: str) -> Iterator[tuple[int, Mapping[str, object] | Fault]]:
    if text.lstrip().startswith("<"):
        page = PageScripts()
        page.feed(text)
        page.close()
        scripts = [_bare(line, script) for line, script in page.scripts]
    else:
        scripts = [(1, text)]
    for first, script in scripts:
        for line, value in _values(script):
            at = first + line - 1
            if isinstance(value, Fault):
                # a page has other scripts, whose faults are nothing to us
                if "ClaimReview" in script:
                    yield at, Fault(at, value.reason)
            else:
                for row in reviews(value):
                    yield at, row


def _bare(line: int, script: str) -> tuple[int, str]:
    """A script as data, and the line it begins in."""
    data = unwrapped(script)
    return line + script.count("\n", 0, script.find(data)), data


def _checked(rows: Iterable[tuple[int, Mapping[str, object] | Fault]], origin: str) -> ReadChecks:
    checks: list[CheckedClaim] = []
    faults: list[Fault] = []
    for line, row in rows:
        check = row if isinstance(row, Fault) else _check(row, line, origin)
        if isinstance(check, Fault):
            faults.append(Fault(line, check.reason))
        else:
            checks.append(check)
    return ReadChecks(tuple(checks), tuple(faults))


def _check(row: Mapping[str, object], line: int, origin: str) -> CheckedClaim | Fault:
    fields: dict[str, str] = {}
    for name, value in row.items():
        field = _FIELDS.get(name)
        if field is None or value is None or fields.get(field):
            continue
        if not isinstance(value, str | int | float) or isinstance(value, bool):
            return Fault(line, f"{field} is no text")
        fields[field] = _SPACE.sub(" ", _storable(str(value))).strip()
    for field in ("text", "rating"):
        if not fields.get(field):
            return Fault(line, f"there is no {NAMES[field][1]}")
    for field, value in fields.items():
        longest = LONGEST.get(field, LONGEST_OF_OTHERS)
        if len(value) > longest:
            return Fault(line, f"{NAMES[field][0]} has more than {longest:,} characters")
    for field in ("checked_at", "best_before"):
        day = _day(fields.get(field, ""))
        # until when a check holds is told to the day
        if day is None or (field == "best_before" and day and len(day) != _WHOLE_DAY):
            return Fault(line, f"{fields[field][:40]} is no date like 2026-01-31")
        fields[field] = day
    url = fields.get("url") or origin
    if url and not _ADDRESS.match(url):
        return Fault(line, f"{url[:60]} is no web address")
    known = fields.pop("id", "") or "\n".join((url, fields["text"]))
    digest = hashlib.sha256(f"{fields.get('publisher', '')}\n{known}".encode()).hexdigest()
    return CheckedClaim(
        id=f"import-{digest[:32]}",
        text=fields["text"],
        rating=fields["rating"],
        headline=fields.get("headline", ""),
        speaker=fields.get("speaker", ""),
        checked_at=fields["checked_at"],
        best_before=fields["best_before"],
        publisher=fields.get("publisher", ""),
        url=url,
        note=fields.get("note", ""),
    )


def _day(value: str) -> str | None:
    """`value` as an ISO date, as exact as it was given; None where it is none."""
    if not value:
        return ""
    found = _DAY.fullmatch(value)
    try:
        if found is None:
            return datetime.fromisoformat(value).date().isoformat()
        year, month, day = (int(part or 1) for part in found.groups())
        date(year, month, day)
    except ValueError:
        return None
    return value


def _key(name: str) -> str:
    return name.strip().lower().replace(" ", "_").removeprefix("\ufeff")


def _storable(text: str) -> str:
    """Without halves of characters, as `\\ud800` in JSON, which cannot be kept."""
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text
