"""Bytes are kept once, packed where that helps, and come back as they were."""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import StoreError
from workbench.store.contents import WORTH_PACKING, Contents, unpacked

if TYPE_CHECKING:
    from workbench.store import Store

LONG = b"The tide turned at noon, and the ferry left with it. " * 2000


@pytest.fixture
def contents(empty_store: Store) -> Contents:
    return Contents(empty_store.articles._connection)


def put(store: Store, contents: Contents, content: bytes, raw: bytes | None = None) -> str:
    with store.writing():
        return contents.put(content, raw=raw)


def rows(contents: Contents) -> list[tuple[str, int, str, int]]:
    return contents._connection.rows(
        "SELECT sha256, size, packing, length(bytes) FROM contents ORDER BY size"
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.binary(max_size=300), st.integers(1, 200))
def test_bytes_come_back_as_they_were(
    empty_store: Store, contents: Contents, content: bytes, times: int
) -> None:
    content *= times
    sha256 = put(empty_store, contents, content)
    assert sha256 == hashlib.sha256(content).hexdigest()
    assert contents.one(sha256) == content


def test_the_same_bytes_are_kept_once(empty_store: Store, contents: Contents) -> None:
    assert put(empty_store, contents, LONG) == put(empty_store, contents, LONG, gzip.compress(LONG))
    assert len(rows(contents)) == 1


def test_long_contents_are_packed_and_short_ones_can_be_read(
    empty_store: Store, contents: Contents
) -> None:
    put(empty_store, contents, LONG[:100])
    put(empty_store, contents, LONG)
    [short, long] = rows(contents)
    assert short[1:] == (100, "", 100)
    assert long[1:3] == (len(LONG), "zlib")
    assert long[3] < len(LONG) / 50


def test_what_packing_does_not_shorten_stays(empty_store: Store, contents: Contents) -> None:
    noise = b"".join(
        hashlib.sha256(number.to_bytes(4)).digest() for number in range(WORTH_PACKING // 32 + 1)
    )
    put(empty_store, contents, noise)
    assert rows(contents)[0][2:] == ("", len(noise))


def test_a_body_stays_packed_as_its_server_sent_it(empty_store: Store, contents: Contents) -> None:
    raw = gzip.compress(LONG, mtime=7)
    sha256 = put(empty_store, contents, LONG, raw)
    assert contents.one(sha256) == LONG
    assert contents.as_sent(sha256, hashlib.sha256(raw).hexdigest()) == raw
    assert contents.as_sent(sha256, hashlib.sha256(gzip.compress(LONG, 1)).hexdigest()) is None
    assert contents.as_sent(sha256, sha256) == LONG


def test_a_body_that_does_not_unpack_to_the_content_is_not_trusted(
    empty_store: Store, contents: Contents
) -> None:
    for raw in (gzip.compress(b"other"), b"no gzip at all"):
        sha256 = put(empty_store, contents, raw + b"x", raw)
        assert contents.one(sha256) == raw + b"x"
    assert {packing for _, _, packing, _ in rows(contents)} == {""}


def test_lost_and_damaged_bytes_are_sentences(contents: Contents) -> None:
    with pytest.raises(StoreError, match="cannot be read back"):
        contents.one("00")
    for packing in ("zlib", "gzip"):
        with pytest.raises(StoreError, match="cannot be read back"):
            unpacked(packing, b"\x1f\x8bnothing")
