"""Reads in a process of its own what may swell or break its reader: how much memory and time that gets."""

from __future__ import annotations

import contextlib
import json
import math
import signal
import subprocess
import sys
import threading
import traceback
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from workbench.errors import ReaderError
from workbench.model import Document, Place, Span
from workbench.readers.received import Received

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 30.0
"""A report of a thousand pages takes about five."""

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space: a book of a million words in Word takes a quarter of it."""

MAX_ANSWER = 64 * 1024 * 1024
"""Bytes: a text of a million words has 6 MB."""

# -I keeps the working folder, the environment and the user's start-up files out of it
_COMMAND = (
    sys.executable,
    "-IBc",
    "import sys; sys.path[:] = sys.argv[1:]; from workbench.readers import apart; sys.exit(apart.main())",
)
_READ, _REFUSED, _SWOLLEN, _BROKEN = 0, 3, 4, 5
"""How the process ends; anything else is a death of its own."""


def read_apart(received: Received) -> Document:
    """The document in `received`, read by a process that ends with its time or its memory.

    Raises:
        ReaderError: it cannot be read, or not within these limits.
    """
    package = Path(__file__).resolve().parents[2]
    process = subprocess.Popen(  # noqa: S603 - our own module, and no words of anybody's
        [*_COMMAND, str(package), *filter(None, sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # a key that stops the desk must not reach it, as its end is ours to bring
        start_new_session=True,
    )
    # neither is None, as both are pipes
    stdin, stdout = cast("tuple[IO[bytes], IO[bytes]]", (process.stdin, process.stdout))
    with process, _fed(stdin, received), _ended_after(SECONDS, process) as is_late:
        answer = stdout.read(MAX_ANSWER + 1)
        if len(answer) > MAX_ANSWER:
            process.kill()
        process.wait()
    if is_late.is_set():
        msg = f"{received.name} could not be read within {SECONDS:g} seconds."
        raise ReaderError(msg, hint="Save the part you need as a file of its own.")
    return _document(answer, process.returncode, received.name)


@contextlib.contextmanager
def _ended_after(seconds: float, process: subprocess.Popen[bytes]) -> Iterator[threading.Event]:
    """Ends `process` after `seconds`, and in any case behind the block; set if it was late."""
    is_late = threading.Event()

    def end() -> None:
        is_late.set()
        process.kill()

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield is_late
    finally:
        timer.cancel()
        process.kill()


@contextlib.contextmanager
def _fed(stdin: IO[bytes], received: Received) -> Iterator[None]:
    """Writes what is to be read, and how, while the block waits for the answer."""
    order = {
        "name": received.name,
        "origin": received.origin,
        "media_type": received.media_type,
        "encoding": received.encoding,
        "whole_page": received.whole_page,
    }
    limits = {"memory": MEMORY, "seconds": SECONDS}

    def feed() -> None:
        # a process that was ended or gives up early leaves the rest
        with contextlib.suppress(OSError), stdin:
            stdin.write(json.dumps([limits, order]).encode() + b"\n")
            stdin.write(received.data)

    feeding = threading.Thread(target=feed, daemon=True)
    feeding.start()
    try:
        yield
    finally:
        feeding.join()


def _document(answer: bytes, code: int, name: str) -> Document:
    if code == _SWOLLEN or code == -getattr(signal, "SIGXCPU", 0) or len(answer) > MAX_ANSWER:
        msg = f"{name} needs more memory or time than any document should, so it was not read."
        raise ReaderError(msg, hint="Save the part you need as a file of its own.")
    if code < 0:
        msg = f"{name} is damaged, or needs more memory than any document should."
        raise ReaderError(msg, hint="Open it in the program that made it, and save its text.")
    try:
        fields = json.loads(answer)
        if code == _READ:
            return _document_of(fields)
        if code == _REFUSED:
            raise ReaderError(fields["message"], hint=fields["hint"])
        # what its reader did not foresee is for whoever mends it to see
        reason: Exception = RuntimeError(fields["traceback"])
    except (ValueError, TypeError, KeyError) as error:
        reason = error
    msg = f"{name} is damaged in a way that breaks its reader."
    hint = "Open it in the program that made it, and save its text."
    raise ReaderError(msg, hint=hint) from reason


# JSON has no narrower type
def _document_of(fields: dict[str, Any]) -> Document:
    published = fields["published"]
    return Document(
        **{
            **fields,
            "published": date.fromisoformat(published) if published else None,
            "headings": tuple(Span(*ends) for ends in fields["headings"]),
            "places": tuple(Place(Span(start, end), at) for start, end, at in fields["places"]),
        }
    )


# the same
def _fields(document: Document) -> dict[str, Any]:
    return {
        "text": document.text,
        "title": document.title,
        "origin": document.origin,
        "media_type": document.media_type,
        "encoding": document.encoding,
        "encoding_guessed": document.encoding_guessed,
        "published": document.published.isoformat() if document.published else None,
        "headings": [(span.start, span.end) for span in document.headings],
        "places": [(place.span.start, place.span.end, place.label) for place in document.places],
        "language": document.language,
    }


def _limit_resources(memory: int, seconds: float) -> None:
    """Cap this process, and let it write no file and start no process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    for limited, most in (
        ("RLIMIT_AS", memory),
        ("RLIMIT_CPU", math.ceil(seconds)),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_NPROC", 0),
    ):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, limited), (most, most))


def main() -> int:
    """Read what standard input orders, and write the document to standard output as JSON."""
    from workbench.readers import read_here

    limits, order = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    _limit_resources(**limits)
    try:
        answer, code = _fields(read_here(Received(data, **order))), _READ
        written = json.dumps(answer)
    except ReaderError as error:
        written, code = json.dumps({"message": error.message, "hint": error.hint}), _REFUSED
    except (MemoryError, RecursionError):
        return _SWOLLEN
    except Exception:  # noqa: BLE001 - it is told to the process that ordered it
        written, code = json.dumps({"traceback": traceback.format_exc()}), _BROKEN
    sys.stdout.write(written)
    return code
