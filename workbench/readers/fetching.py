"""Fetches a page: which addresses are asked, which answers are taken, and what becomes of the rest."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import requests
import urllib3

from workbench import __version__
from workbench.errors import FetchError
from workbench.model import Fetched, Hop
from workbench.readers import network as wire
from workbench.readers.bodies import body
from workbench.readers.network import Deadline, Line, LineAdapter
from workbench.readers.urls import PORTS, no_address, refuse_url, shown

if TYPE_CHECKING:
    from workbench.model import Validators
    from workbench.readers.network import Network

DEADLINE_SECONDS = 30.0
"""For the whole fetch with its redirects; an editor waits for it."""

MAX_REDIRECTS = 5
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_COOKIES = frozenset(("set-cookie", "set-cookie2"))
"""They let somebody in, and prove nothing."""

_HEADERS = {
    "User-Agent": f"factcheck-workbench/{__version__} (a fact checker reads one page)",
    "Accept": "text/html, application/xhtml+xml, text/plain, text/markdown, */*;q=0.1",
    "Accept-Encoding": "gzip",
}


def fetch(
    url: str,
    *,
    seen: Validators | None = None,
    network: Network | None = None,
    seconds: float | None = None,
) -> Fetched:
    """The page at `url`, or word that it `is_unchanged`.

    Args:
        seen: of the version that is known already; None asks for the page whatever it is.
        network: how to connect; None is the internet.
        seconds: for all of it, redirects included; None is `DEADLINE_SECONDS`.

    Raises:
        FetchError: the page must not be fetched, is too large, too slow, or not there; it has the
            `status` where a server gave one.
    """
    deadline = Deadline(DEADLINE_SECONDS if seconds is None else seconds)
    line = Line(network or wire.INTERNET, deadline)
    at = datetime.now(UTC)
    asked: list[str] = []
    try:
        hops, (raw, data) = _followed(url, line, seen, asked)
        if deadline.has_passed():
            # a connection shut down at the deadline ends like a finished one
            raise _too_slow(asked, deadline)
    except FetchError as error:
        raise (_too_slow(asked, deadline) if deadline.has_passed() else error) from error
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        if deadline.has_passed():
            raise _too_slow(asked, deadline) from error
        raise _broken(asked[-1], error) from error
    finally:
        deadline.close()
    return Fetched(at, hops, raw, data)


def _followed(
    url: str, line: Line, seen: Validators | None, asked: list[str]
) -> tuple[tuple[Hop, ...], tuple[bytes, bytes]]:
    """Every hop from `url` on, and the last one's body; `asked` tells of them where it ends badly."""
    hops: list[Hop] = []
    while True:
        refuse_url(url)
        if url in asked or len(asked) > MAX_REDIRECTS:
            msg = f"{shown(asked[0])} leads round in circles or through too many other pages."
            raise FetchError(msg, hint="Open it in a browser and give the address it ends at.")
        asked.append(url)
        hop, content = _answer(url, line, seen if seen and seen.url == url else None)
        hops.append(hop)
        if content is not None:
            return tuple(hops), content
        target = next((value for name, value in hop.headers if name.lower() == "location"), "")
        if not target:
            msg = f"{shown(url)} sends on to nowhere."
            raise FetchError(msg, hint="Open it in a browser and give the address it ends at.")
        # headers are read as Latin-1, and addresses are written in UTF-8
        url = urljoin(url, target.encode("latin-1").decode("utf-8"))


def _answer(
    url: str, line: Line, seen: Validators | None
) -> tuple[Hop, tuple[bytes, bytes] | None]:
    """How `url` answers, and its body; no body where it sends on."""
    conditions = {
        "If-None-Match": seen.etag if seen else None,
        "If-Modified-Since": seen.last_modified if seen else None,
    }
    # one session a hop: no cookie of one host reaches another
    with requests.Session() as session:
        session.trust_env = False
        session.verify = line.network.authorities or True
        for scheme in PORTS:
            session.mount(f"{scheme}://", LineAdapter(line))
        asked = {**_HEADERS, **{name: value for name, value in conditions.items() if value}}
        with session.get(url, headers=asked, stream=True, allow_redirects=False) as answer:
            status = answer.status_code
            headers = tuple(
                (name, value)
                for name, value in answer.raw.headers.items()
                if name.lower() not in _COOKIES
            )
            hop = Hop(url, line.addresses[-1], status, answer.reason or "", headers)
            if status in _REDIRECTS:
                return hop, None
            if status == HTTPStatus.NOT_MODIFIED and seen:
                return hop, (b"", b"")
            if status != HTTPStatus.OK:
                raise _refused(url, status)
            return hop, body(url, answer)


def _too_slow(hops: list[str], deadline: Deadline) -> FetchError:
    msg = f"{shown(hops[-1]) if hops else 'The page'} did not come within {deadline.seconds:g} seconds."
    return FetchError(msg, hint="Try again later, or save the page to a file and link that.")


def _refused(url: str, status: int) -> FetchError:
    try:
        phrase = f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        phrase = str(status)
    return FetchError(
        f"{shown(url)} answered {phrase}.",
        hint="Open it in a browser; save it to a file if it shows there.",
        status=status,
    )


def _broken(url: str, error: Exception) -> FetchError:
    if isinstance(error, requests.exceptions.SSLError):
        msg = f"The certificate of {shown(url)} does not prove that it is who it says."
        return FetchError(msg, hint="Check the address; save the page to a file if you trust it.")
    if isinstance(error, requests.exceptions.InvalidURL | UnicodeError):
        return no_address(url)
    return FetchError(
        f"{shown(url)} could not be fetched: the connection broke or made no sense.",
        hint="Try again later.",
    )
