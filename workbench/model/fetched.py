"""What a page's server sent: the record that a snapshot keeps, and that a later fetch is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

Headers: TypeAlias = tuple[tuple[str, str], ...]
"""Name and value, in the order sent, names as sent; cookies are left out."""

_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Hop:
    """One request of a fetch, and how its answer began."""

    url: str
    address: str
    """The one connected to."""

    status: int
    reason: str
    """The words beside the status, as sent."""

    headers: Headers


@dataclass(frozen=True, slots=True)
class Validators:
    """What lets a server say that a page is still the same, and the page they belong to."""

    url: str
    """They are shown to this page only, and to none it sends on to."""

    etag: str = ""
    last_modified: str = ""

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A whole answer, and the way to it."""

    at: datetime
    """When it was asked for, in UTC."""

    hops: tuple[Hop, ...]
    """Every request in order, never none; the last one's answer is this one."""

    raw: bytes
    """The body as sent, packed where it was packed; chunks are put together."""

    data: bytes
    """The body, unpacked; the same bytes where it was not packed."""

    @property
    def url(self) -> str:
        """After redirects."""
        return self.hops[-1].url

    @property
    def status(self) -> int:
        return self.hops[-1].status

    @property
    def headers(self) -> Headers:
        return self.hops[-1].headers

    @property
    def is_unchanged(self) -> bool:
        """True where the server says so; then there is no body."""
        return self.status == _NOT_MODIFIED

    @property
    def media_type(self) -> str:
        """As sent, with parameters."""
        return self.header("Content-Type")

    @property
    def validators(self) -> Validators:
        """For the next fetch of the same page; false where the server gave none."""
        return Validators(self.url, self.header("ETag"), self.header("Last-Modified"))

    def header(self, name: str) -> str:
        """The value of the first header called `name`; empty without one."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")
