"""Connects to checked addresses only, and to no one after the deadline."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from workbench.errors import FetchError
from workbench.readers.addresses import is_public
from workbench.readers.urls import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    import requests

CONNECT_SECONDS = 8.0
"""For one address: a host with a dead first address still leaves time for the second."""


def resolved(host: str, port: int) -> list[str]:
    """Every address of `host`, as the system resolver gives them, in its order."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def connected(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to `address`, which is an address and no name."""
    return socket.create_connection((address, port), timeout=seconds)


@dataclass(frozen=True, slots=True)
class Network:
    """How names become addresses and addresses connections. Tests replace both, and no check."""

    resolve: Callable[[str, int], list[str]] = resolved
    connect: Callable[[str, int, float], socket.socket] = connected
    authorities: str | None = None
    """A file of certificate authorities; None trusts the usual ones."""


INTERNET = Network()


class Deadline:
    """One end for a whole fetch: connections still open then are shut down under their reader."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._ends = time.monotonic() + seconds
        self._watched: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._shut_down)
        self._timer.daemon = True
        self._timer.start()

    def left(self) -> float:
        """Seconds left, never less than a moment, as sockets take 0 for "do not wait at all"."""
        return max(0.001, self._ends - time.monotonic())

    def has_passed(self) -> bool:
        return time.monotonic() >= self._ends

    def watch(self, connection: socket.socket) -> None:
        # TLS takes the descriptor away from the socket it wraps, so that only a copy can end both
        copy = socket.socket(fileno=os.dup(connection.fileno()))
        with self._lock:
            self._watched.append(copy)
        if self.has_passed():
            self._shut_down()

    def close(self) -> None:
        self._timer.cancel()
        with self._lock:
            for connection in self._watched:
                connection.close()
            self._watched.clear()

    def _shut_down(self) -> None:
        with self._lock:
            for connection in self._watched:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)


@dataclass(slots=True)
class Line:
    """Opens the connections of one fetch: resolve once, check each address, connect to a checked one."""

    network: Network
    deadline: Deadline
    addresses: list[str] = field(default_factory=list)
    """Those connected to, in order."""

    def open(self, host: str, port: int) -> socket.socket:
        """A connection to a checked address of `host`.

        Raises:
            FetchError: the host has no address, one that is not public, or does not answer.
        """
        addresses = self._resolved(host, port)
        for address in addresses:
            if not is_public(address):
                msg = f"{shown(host)} is at {address}, which is not on the public internet."
                hint = "Save the page to a file and link that."
                raise FetchError(msg, hint=hint)
        for address in addresses:
            try:
                connection = self.network.connect(
                    address, port, min(CONNECT_SECONDS, self.deadline.left())
                )
            except OSError:
                continue
            self.deadline.watch(connection)
            connection.settimeout(self.deadline.left())
            self.addresses.append(address)
            return connection
        msg = f"{shown(host)} does not answer."
        raise FetchError(msg, hint="Check the address and the connection, and try again.")

    def _resolved(self, host: str, port: int) -> list[str]:
        answers: list[str] = []

        def ask() -> None:
            with contextlib.suppress(OSError, UnicodeError):
                answers.extend(self.network.resolve(host, port))

        # a resolver cannot be told to hurry
        asking = threading.Thread(target=ask, daemon=True)
        asking.start()
        asking.join(self.deadline.left())
        addresses = list(answers)
        if not addresses:
            msg = f"No host called {shown(host)} was found."
            raise FetchError(msg, hint="Check the address and the connection.")
        return addresses


class LineAdapter(HTTPAdapter):
    """Sends requests over a `Line` and nothing else."""

    def __init__(self, line: Line) -> None:
        for connection in (HTTPConnection, HTTPSConnection):
            if not callable(getattr(connection, "_new_conn", None)):
                # without this hook the checks would be passed by
                msg = "This version of urllib3 cannot be guarded."
                raise FetchError(msg, hint="Install urllib3 2.x, or save the page to a file.")
        self._line = line
        super().__init__(max_retries=0, pool_maxsize=1)

    # requests passes on whatever its pool takes
    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, **options)
        line = self._line

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return line.open(self.host, self.port or 80)

        class Secure(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return line.open(self.host, self.port or 443)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:  # type: ignore[override]  # requests' own keywords, unchanged
        options["timeout"] = self._line.deadline.left()
        options["proxies"] = {}
        return super().send(request, **options)
