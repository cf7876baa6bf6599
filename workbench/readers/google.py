"""Asks Google's Fact Check Tools for checks about a query; only with a key of the editor's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from workbench.errors import FetchError
from workbench.readers.checks import checks_in

if TYPE_CHECKING:
    from workbench.model import CheckedClaim
    from workbench.readers.network import Network

SERVICE = "https://factchecktools.googleapis.com"
PATH = "/v1alpha1/claims:search"
PAGE = 100
"""Claims the service gives at once."""


def checks_about(
    query: str,
    *,
    key: str,
    language: str = "",
    limit: int = PAGE,
    network: Network | None = None,
    service: str = "",
) -> list[CheckedClaim]:
    """Up to `limit` checks, in the order the service gives them; faulty ones are passed over.

    Args:
        key: of the editor's account; it is shown in no message.
        language: as `en`; empty for any.
        service: where it is; empty for `SERVICE`.

    Raises:
        FetchError: the service refused, or did not answer.
    """
    found: dict[str, CheckedClaim] = {}
    token = ""
    while len(found) < limit:
        asked = {
            "query": query,
            "languageCode": language,
            "pageSize": str(min(PAGE, limit - len(found))),
            "pageToken": token,
            "key": key,
        }
        wanted = urlencode({name: value for name, value in asked.items() if value})
        answer = _answer(f"{service or SERVICE}{PATH}?{wanted}", network)
        if not answer.get("claims"):
            break
        known = len(found)
        read = checks_in(json.dumps(answer).encode(), name="the answer", format_name="json")
        for check in read.checks:
            found.setdefault(check.id, check)
        token = str(answer.get("nextPageToken") or "")
        # a service that gives the same page again and again is asked no more
        if not token or len(found) == known:
            break
    return list(found.values())[:limit]


def _answer(url: str, network: Network | None) -> dict[str, Any]:
    # requests costs start-up time
    from workbench.readers.fetching import fetch

    try:
        data = fetch(url, network=network).data
    except FetchError as error:
        # not chained: the message names the address, and that holds the key
        raise _refused(error.status) from None
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError) as error:
        msg = "Google's Fact Check Tools sent something that is no answer."
        raise FetchError(msg, hint="Try again later.") from error
    return answer if isinstance(answer, dict) else {}


def _refused(status: int | None) -> FetchError:
    match status:
        case 400 | 401 | 403:
            msg = f"Google's Fact Check Tools refused the question ({status})."
            hint = "Check the key, and that the Fact Check Tools API is switched on for it."
        case 429:
            msg = "Google's Fact Check Tools have been asked too often with this key."
            hint = "Wait a while, and try again."
        case None:
            msg = "Google's Fact Check Tools could not be asked."
            hint = "Check the connection, or try again later."
        case _:
            msg = f"Google's Fact Check Tools answered {status}."
            hint = "Try again later."
    return FetchError(msg, hint=hint, status=status)
