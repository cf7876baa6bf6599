"""Reads in the test's own process, where coverage and patches reach; the limits have tests of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.readers import read_here
from workbench.readers.received import Received

if TYPE_CHECKING:
    from workbench.model import Document


def read(
    data: bytes,
    *,
    name: str,
    origin: str = "",
    media_type: str = "",
    encoding: str | None = None,
    whole_page: bool = False,
) -> Document:
    return read_here(Received(data, name, origin, media_type, encoding, whole_page))
