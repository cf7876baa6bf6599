"""A hostile server on this machine: each of its tricks is refused in time, in one sentence, and nothing is kept."""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import re
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from benchmarks import hostile_files, hostile_office, hostile_pages
from tests.readers.certificates import certificate, serving_with
from tests.readers.loopback import PUBLIC, Loopback, serving
from workbench.errors import WorkbenchError
from workbench.model import ArticleId, Document
from workbench.readers import apart, fetching, network
from workbench.review import Workbench

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator, Sequence

    from benchmarks.hostile_pages import Trick

GRACE = 0.5
"""Seconds behind the deadline in which a refusal must be there."""

MAX_SENTENCE = 300
"""Characters: an editor reads it in one breath."""

_EXPIRED, _UNKNOWN, _SILENT = "93.184.215.15", "93.184.215.16", "93.184.215.17"
_HOSTS = {
    "example.org": [PUBLIC],
    "other.example": [PUBLIC],
    "expired.example": [_EXPIRED],
    "unknown.example": [_UNKNOWN],
    "silent.example": [_SILENT],
    "inside.example": ["127.0.0.1"],
    "mixed.example": [PUBLIC, "10.0.0.1"],
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one trick ended."""

    trick: Trick
    seconds: float
    said: str
    wrong: str
    """Empty where it was refused as it must be."""


def tricks() -> list[Trick]:
    """Every trick there is."""
    return [*hostile_pages.tricks(), *hostile_office.tricks(), *hostile_files.tricks()]


def outcomes(folder: Path, chosen: Sequence[Trick], *, seconds: float) -> Iterator[Outcome]:
    """Link each page as an editor would, with `seconds` to fetch it and as many to read it."""
    temporary = folder / "temporary"
    temporary.mkdir()
    with (
        _hostile(folder) as (server, wire),
        Workbench.open(folder / "claims.db", editor="Ada", create=True) as bench,
        mock.patch.object(network, "INTERNET", wire),
        mock.patch.object(fetching, "DEADLINE_SECONDS", seconds),
        mock.patch.object(apart, "SECONDS", seconds),
        mock.patch.dict(os.environ, {"TMPDIR": str(temporary)}),
        mock.patch.object(tempfile, "tempdir", None),
    ):
        text = "The harbour at Ora opened again in May."
        article = bench.add_article(text.encode(), Document(text=text, title="Ora")).article.id
        for trick in chosen:
            server.answers[f"/{trick.name}"] = trick.made() if trick.made else trick.answer
            yield _outcome(bench, article, trick, seconds, folder)


def _outcome(
    bench: Workbench, article: ArticleId, trick: Trick, seconds: float, folder: Path
) -> Outcome:
    before = _kept(folder)
    message = hint = ""
    begun = time.monotonic()
    try:
        bench.link_source(article, trick.address)
    except WorkbenchError as error:
        message, hint = error.message, error.hint
    took = time.monotonic() - begun
    if not message:
        wrong = "taken"
    elif _kept(folder) != before or bench.sources(article):
        wrong = "kept"
    elif took > seconds + GRACE:
        wrong = "too late"
    elif not _is_one_sentence(message) or not hint:
        wrong = "no sentence"
    elif not re.search(trick.said, message):
        wrong = "another reason"
    elif _has_children():
        wrong = "child left"
    else:
        wrong = ""
    return Outcome(trick, took, f"{message} {hint}", wrong)


def _kept(folder: Path) -> dict[str, str]:
    """Every file in `folder` with its digest: the database, what lies beside it, and what was left."""
    files = sorted(
        path for path in folder.rglob("*") if path.is_file() and path.suffix != ".db-shm"
    )
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _is_one_sentence(message: str) -> bool:
    return message.isprintable() and message.endswith(".") and len(message) <= MAX_SENTENCE


def _has_children() -> bool:
    try:
        return os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
    except ChildProcessError:
        return False


@contextlib.contextmanager
def _hostile(folder: Path) -> Iterator[tuple[Loopback, network.Network]]:
    """The server, and a network in which public-looking names lead to it."""
    own = certificate(folder / "own")
    contexts = {
        PUBLIC: serving_with(own),
        _EXPIRED: serving_with(certificate(folder / "old", "expired.example", is_expired=True)),
        _UNKNOWN: serving_with(certificate(folder / "new", "unknown.example")),
    }
    trusted = folder / "trusted.pem"
    trusted.write_bytes(own.read_bytes() + (folder / "old" / "both.pem").read_bytes())
    with contextlib.ExitStack() as stack:
        plain = stack.enter_context(serving(hostile_pages.hops()))
        secure = {
            address: stack.enter_context(serving(plain.answers, context=context))
            for address, context in contexts.items()
        }
        asked: list[str] = []

        def resolve(host: str, port: int) -> list[str]:
            asked.append(host)
            if host == "rebinding.example":
                return [PUBLIC] if asked.count(host) == 1 else ["127.0.0.1"]
            # odd spellings of addresses are for the system to read
            return _HOSTS.get(host) or network.resolved(host, port)

        def connect(address: str, port: int, seconds: float) -> socket.socket:
            server = secure.get(address, plain) if port == 443 else plain
            return server.network.connect(PUBLIC, port, seconds)

        yield plain, network.Network(resolve, connect, str(trusted))


def main(arguments: Sequence[str] | None = None) -> int:
    """Try every trick and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="not needed: the server is here")
    parser.add_argument("--seconds", type=float, default=3.0, help="to fetch, and again to read")
    parser.add_argument("names", nargs="*", metavar="NAME", help="try only tricks that begin so")
    options = parser.parse_args(arguments)
    chosen = [one for one in tricks() if one.name.startswith(tuple(options.names) or ("",))]
    tally: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            for outcome in outcomes(Path(folder), chosen, seconds=options.seconds):
                tally.append(outcome)
                verdict = outcome.wrong or "refused"
                print(
                    f"{outcome.trick.name:34} {outcome.seconds:6.2f} s  {verdict:15} {outcome.said}",
                    flush=True,
                )
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"skipped: no certificates can be made here ({error})")
            return 0
    failed = sum(bool(outcome.wrong) for outcome in tally)
    slowest = max((outcome.seconds for outcome in tally), default=0.0)
    print(
        f"{len(tally) - failed} of {len(tally)} refused within {options.seconds + GRACE:g} s; "
        f"the slowest took {slowest:.2f} s"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
