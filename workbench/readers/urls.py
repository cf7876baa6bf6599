"""Decides which addresses of pages may be asked at all, and how they are named in a sentence."""

from __future__ import annotations

from urllib.parse import urlsplit

from workbench.errors import FetchError

PORTS = {"http": 80, "https": 443}

MAX_URL = 8192
"""Characters, as servers take them."""

SHOWN_LENGTH = 100


def shown(url: str) -> str:
    """`url`, or as much of its beginning as a sentence bears."""
    return url if len(url) <= SHOWN_LENGTH else f"{url[: SHOWN_LENGTH - 1]}…"


def refuse_url(url: str) -> None:
    """Raise a FetchError unless `url` is the address of a page on the web, and nothing more."""
    if len(url) > MAX_URL:
        msg = f"{shown(url)} is longer than any address of a page."
        raise FetchError(msg, hint="Check it for typing mistakes.")
    if not url.isprintable() or any(character.isspace() for character in url):
        msg = "An address with spaces or control characters in it is not fetched."
        raise FetchError(msg, hint="Check it for typing mistakes.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise no_address(url) from error
    if parts.scheme not in PORTS:
        msg = f"Only http and https pages are fetched, not {shown(parts.scheme or url)}."
        raise FetchError(msg, hint="Save the page to a file and link that.")
    if not parts.hostname:
        raise no_address(url)
    if parts.username is not None or parts.password is not None:
        msg = "An address with a user name or password in it is not fetched."
        raise FetchError(msg, hint="Remove what stands before the @.")
    if port not in (None, *PORTS.values()):
        msg = f"Only ports 80 and 443 are fetched from, not {port}."
        raise FetchError(msg, hint="Save the page to a file and link that.")


def no_address(url: str) -> FetchError:
    """The refusal of what only looks like an address."""
    msg = f"{shown(url)} is not an address of a page."
    return FetchError(msg, hint="Check it for typing mistakes.")
