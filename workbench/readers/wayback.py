"""Has the Wayback Machine save a page, and tells at which address it keeps it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from workbench.errors import FetchError

if TYPE_CHECKING:
    from workbench.model import Fetched
    from workbench.readers.network import Network

MACHINE = "https://web.archive.org"
SECONDS = 120.0
"""It fetches the page itself before it answers, and is often busy."""

_KEPT = re.compile(r"/web/\d{14}(?:id_|if_)?/")
_MEMENTO = re.compile(r'<([^<>]+)>\s*;[^,]*\brel="?(?:[^",]*\s)?memento\b')


def saved_at(url: str, *, network: Network | None = None, machine: str = "") -> str:
    """The address at which the Wayback Machine keeps `url` as it is now, saved by this call.

    Args:
        machine: where it is; empty for `MACHINE`.

    Raises:
        FetchError: it did not save the page, or did not say where.
    """
    # requests costs start-up time
    from workbench.readers.fetching import fetch

    place = machine or MACHINE
    try:
        answer = fetch(f"{place}/save/{url}", network=network, seconds=SECONDS)
    except FetchError as error:
        raise _refused(url, error) from error
    for address in _addresses(answer):
        if _KEPT.search(address):
            return urljoin(answer.url, address)
    msg = f"The Wayback Machine did not say where it keeps {url}."
    raise FetchError(msg, hint=f"Look for it at {place}/web/*/{url}, or try again later.")


def _addresses(answer: Fetched) -> list[str]:
    """Where the answer may say that the page is kept."""
    return [
        answer.url,
        answer.header("Content-Location"),
        *_MEMENTO.findall(answer.header("Link")),
    ]


def _refused(url: str, error: FetchError) -> FetchError:
    match error.status:
        case 429:
            msg = "The Wayback Machine has been asked too often from here."
            hint = "Wait a few minutes, and try again."
        case None:
            msg = f"The Wayback Machine could not be asked: {error.message}"
            hint = "Check the connection, or try again later."
        case status:
            msg = f"The Wayback Machine answered {status} and did not save {url}."
            hint = "Some sites do not let it in; save the page to a file and link that."
    return FetchError(msg, hint=hint, status=error.status)
