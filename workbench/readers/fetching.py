"""Fetches a page: which addresses and answers are taken, and how much of them."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from workbench import __version__
from workbench.errors import FetchError
from workbench.readers import network as wire
from workbench.readers.files import MAX_BYTES
from workbench.readers.network import Deadline, Line, LineAdapter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.readers.network import Network

DEADLINE_SECONDS = 30.0
"""For the whole fetch with its redirects; an editor waits for it."""

MAX_REDIRECTS = 5
MAX_RAW_BYTES = 16 * 1024 * 1024
"""As sent, packed or not: the longest pages and reports have a few megabytes."""

MAX_RATIO = 100
"""Text packs 3 to 10 to 1, tables 30 to 1; bombs start at 1000."""

RATIO_FREE_BYTES = 1024 * 1024
"""So much may come out of however little: short repetitive pages pack very well."""

CHUNK = 64 * 1024
PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_HEADERS = {
    "User-Agent": f"factcheck-workbench/{__version__} (a fact checker reads one page)",
    "Accept": "text/html, application/xhtml+xml, text/plain, text/markdown, */*;q=0.1",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What came, from where."""

    url: str
    """After redirects."""

    data: bytes
    """Unpacked."""

    media_type: str
    """As sent, with parameters."""

    headers: tuple[tuple[str, str], ...]
    hops: tuple[str, ...]
    """Every URL asked, in order; the last is `url`."""


def fetch(url: str, *, network: Network | None = None, seconds: float = DEADLINE_SECONDS) -> Page:
    """The page at `url`.

    Args:
        network: how to connect; None is the internet.
        seconds: for all of it, redirects included.

    Raises:
        FetchError: the page must not be fetched, is too large, too slow, or not there.
    """
    deadline = Deadline(seconds)
    hops: list[str] = []
    try:
        return _page(url, Line(network or wire.INTERNET, deadline), hops)
    except FetchError as error:
        raise (_too_slow(hops, deadline) if deadline.has_passed() else error) from error
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        if deadline.has_passed():
            raise _too_slow(hops, deadline) from error
        raise _broken(hops[-1], error) from error
    finally:
        deadline.close()


def _page(url: str, line: Line, hops: list[str]) -> Page:
    while True:
        _refuse_address(url)
        if url in hops or len(hops) > MAX_REDIRECTS:
            msg = f"{hops[0]} leads round in circles or through too many other pages."
            raise FetchError(msg, hint="Open it in a browser and give the address it ends at.")
        hops.append(url)
        page_or_next = _answer(url, line, hops)
        if isinstance(page_or_next, Page):
            return page_or_next
        url = page_or_next


def _answer(url: str, line: Line, hops: list[str]) -> Page | str:
    """The page at `url`, or the URL it sends on to."""
    # one session a hop: no cookie of one host reaches another
    with requests.Session() as session:
        session.trust_env = False
        session.verify = line.network.authorities or True
        for scheme in PORTS:
            session.mount(f"{scheme}://", LineAdapter(line))
        with session.get(url, headers=_HEADERS, stream=True, allow_redirects=False) as answer:
            if answer.status_code in _REDIRECTS:
                target = answer.headers.get("Location", "")
                if not target:
                    msg = f"{url} sends on to nowhere."
                    raise FetchError(
                        msg, hint="Open it in a browser and give the address it ends at."
                    )
                return urljoin(url, target)
            if answer.status_code != HTTPStatus.OK:
                raise _refused(url, answer.status_code)
            return Page(
                url=url,
                data=b"".join(_body(url, answer, line.deadline)),
                media_type=answer.headers.get("Content-Type", ""),
                headers=tuple(answer.headers.items()),
                hops=tuple(hops),
            )


def _refuse_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        msg = f"{url} is not an address of a page."
        raise FetchError(msg, hint="Check it for typing mistakes.") from error
    if parts.scheme not in PORTS:
        msg = f"Only http and https pages are fetched, not {parts.scheme or url}."
        raise FetchError(msg, hint="Save the page to a file and link that.")
    if not parts.hostname or any(character.isspace() for character in url):
        msg = f"{url} is not an address of a page."
        raise FetchError(msg, hint="Check it for typing mistakes.")
    if parts.username is not None or parts.password is not None:
        msg = "An address with a user name or password in it is not fetched."
        raise FetchError(msg, hint="Remove what stands before the @.")
    if port not in (None, *PORTS.values()):
        msg = f"Only ports 80 and 443 are fetched from, not {port}."
        raise FetchError(msg, hint="Save the page to a file and link that.")


def _body(url: str, answer: requests.Response, deadline: Deadline) -> Iterator[bytes]:
    coding = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in {"", "identity", "gzip", "x-gzip"}:
        msg = f"{url} came packed as {coding}, which was not asked for."
        raise FetchError(msg, hint="Save the page to a file and link that.")
    unpacker = zlib.decompressobj(wbits=31) if "gzip" in coding else None
    raw = unpacked = 0
    while chunk := answer.raw.read(CHUNK, decode_content=False):
        raw += len(chunk)
        if raw > MAX_RAW_BYTES:
            raise _too_large(url)
        for piece in [chunk] if unpacker is None else _unpacked(url, unpacker, chunk):
            unpacked += len(piece)
            if unpacked > MAX_BYTES or unpacked > max(RATIO_FREE_BYTES, MAX_RATIO * raw):
                raise _too_large(url)
            yield piece
    # a connection shut down at the deadline ends like a finished one
    if deadline.has_passed():
        raise _too_slow([url], deadline)
    if unpacker is not None and raw and not unpacker.eof:
        msg = f"{url} broke off before its end."
        raise FetchError(msg, hint="Try again.")
    declared = answer.headers.get("Content-Length", "")
    if declared.isascii() and declared.isdigit() and raw < int(declared):
        msg = f"{url} broke off before its end."
        raise FetchError(msg, hint="Try again.")


def _unpacked(url: str, unpacker: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    try:
        while chunk and not unpacker.eof:
            yield unpacker.decompress(chunk, CHUNK)
            chunk = unpacker.unconsumed_tail
    except zlib.error as error:
        msg = f"{url} came damaged: what it says is packed cannot be unpacked."
        raise FetchError(msg, hint="Save the page to a file and link that.") from error


def _too_large(url: str) -> FetchError:
    msg = f"{url} is larger than any page should be, so it was not kept."
    return FetchError(msg, hint="Save the part you need to a file and link that.")


def _too_slow(hops: list[str], deadline: Deadline) -> FetchError:
    msg = f"{hops[-1] if hops else 'The page'} did not come within {deadline.seconds:g} seconds."
    return FetchError(msg, hint="Try again later, or save the page to a file and link that.")


def _refused(url: str, status: int) -> FetchError:
    try:
        phrase = f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        phrase = str(status)
    return FetchError(
        f"{url} answered {phrase}.",
        hint="Open it in a browser; save it to a file if it shows there.",
    )


def _broken(url: str, error: Exception) -> FetchError:
    if isinstance(error, requests.exceptions.SSLError):
        msg = f"The certificate of {url} does not prove that it is who it says."
        return FetchError(msg, hint="Check the address; save the page to a file if you trust it.")
    if isinstance(error, requests.exceptions.InvalidURL | ValueError):
        msg = f"{url} is not an address of a page."
        return FetchError(msg, hint="Check it for typing mistakes.")
    return FetchError(
        f"{url} could not be fetched: the connection broke or made no sense.",
        hint="Try again later.",
    )
