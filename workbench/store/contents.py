"""Bytes, kept once each under their digest, and packed where that saves room."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from typing import TYPE_CHECKING

from workbench.errors import StoreError

if TYPE_CHECKING:
    from workbench.store.connection import Connection

WORTH_PACKING = 16 * 1024
"""Bytes. Shorter contents stay readable with any SQLite tool; packing them saves little."""

SAVED_SHARE = 0.9
"""Contents that packing does not make smaller than this share, such as pictures, stay as they are."""

_PLAIN, _ZLIB, _GZIP = "", "zlib", "gzip"


class Contents:
    """The table `contents`: only ever added to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, content: bytes, *, raw: bytes | None = None) -> str:
        """Keep `content`, unless it is kept already; its hex SHA-256.

        Args:
            raw: the same, as a server packed it; kept instead, as it proves more.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        if not self._connection.rows("SELECT 1 FROM contents WHERE sha256 = ?", (sha256,)):
            packing, packed = _packed(content, raw)
            self._connection.run(
                "INSERT INTO contents (sha256, size, packing, bytes) VALUES (?, ?, ?, ?)",
                (sha256, len(content), packing, packed),
            )
        return sha256

    def one(self, sha256: str) -> bytes:
        """The bytes with that digest, unpacked.

        Raises:
            StoreError: there are none, or they cannot be unpacked.
        """
        packing, packed = self._kept(sha256)
        return unpacked(packing, packed)

    def as_sent(self, sha256: str, raw_sha256: str) -> bytes | None:
        """The body as its server sent it, if it is `raw_sha256`; None where only its content is kept."""
        _, packed = self._kept(sha256)
        if sha256 == raw_sha256:
            return self.one(sha256)
        return packed if hashlib.sha256(packed).hexdigest() == raw_sha256 else None

    def text(self, sha256: str) -> str:
        return self.one(sha256).decode()

    def _kept(self, sha256: str) -> tuple[str, bytes]:
        rows = self._connection.rows(
            "SELECT packing, bytes FROM contents WHERE sha256 = ?", (sha256,)
        )
        if not rows:
            raise _lost()
        packing, packed = rows[0]
        return packing, bytes(packed)


def unpacked(packing: str, packed: bytes) -> bytes:
    """What was packed in that way.

    Raises:
        StoreError: it is damaged.
    """
    try:
        match packing:
            case "zlib":
                return zlib.decompress(packed)
            case "gzip":
                return gzip.decompress(packed)
            case _:
                return packed
    except (zlib.error, OSError, EOFError) as error:
        raise _lost() from error


def _packed(content: bytes, raw: bytes | None) -> tuple[str, bytes]:
    if raw is not None and raw != content and _is_gzip_of(raw, content):
        return _GZIP, raw
    if len(content) >= WORTH_PACKING:
        packed = zlib.compress(content, 6)
        if len(packed) <= SAVED_SHARE * len(content):
            return _ZLIB, packed
    return _PLAIN, content


def _is_gzip_of(raw: bytes, content: bytes) -> bool:
    try:
        return gzip.decompress(raw) == content
    except (zlib.error, OSError, EOFError):
        return False


def _lost() -> StoreError:
    msg = "The bytes of a source cannot be read back."
    return StoreError(msg, hint="Run `workbench doctor`, and go back to a backup.")
