"""Being somebody who may not do everything, so that tests of file rights also hold for root."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOBODY = 65534

has_rights = pytest.mark.skipif(sys.platform == "win32", reason="folders have other rights there")


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be somebody without rights, if we are the one who has them all."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def let_anybody_reach(folder: Path) -> None:
    """Open `folder` and pytest's two folders above it, which only their owner may enter."""
    for each in (folder, *folder.parents[:2]):
        each.chmod(0o755)
