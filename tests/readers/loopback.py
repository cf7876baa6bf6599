"""A server on this machine that public-looking names lead to."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import TYPE_CHECKING, TypeAlias

from workbench.readers.network import Network

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

Answer: TypeAlias = "bytes | Callable[[socket.socket, bytes], None]"

PUBLIC = "93.184.215.14"


class Loopback:
    """Answers each request for a path with given bytes, or lets a function write to the socket."""

    def __init__(
        self, answers: dict[str, Answer], *, context: ssl.SSLContext | None = None
    ) -> None:
        self.answers = answers
        self.requests: list[bytes] = []
        self.addresses: dict[str, list[str]] = {}
        self.closing = threading.Event()
        self._context = context
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def network(self) -> Network:
        return self.trusting(None)

    def trusting(self, authorities: str | None) -> Network:
        return Network(self._resolve, self._connect, authorities)

    def _resolve(self, host: str, port: int) -> list[str]:
        return self.addresses.get(host, [PUBLIC])

    def _connect(self, address: str, port: int, seconds: float) -> socket.socket:
        assert address == PUBLIC, "only checked addresses are connected to"
        return socket.create_connection(self._socket.getsockname(), timeout=seconds)

    def _serve(self) -> None:
        while not self.closing.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
            if self._context is not None:
                connection = self._context.wrap_socket(connection, server_side=True)
            stack.enter_context(connection)
            request = b""
            while b"\r\n\r\n" not in request:
                received = connection.recv(65536)
                if not received:
                    return
                request += received
            self.requests.append(request)
            path = request.split(b" ", 2)[1].decode()
            answer = self.answers.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            if isinstance(answer, bytes):
                connection.sendall(answer)
            else:
                answer(connection, request)

    def close(self) -> None:
        self.closing.set()
        # accept() is only woken by a connection
        with contextlib.suppress(OSError):
            socket.create_connection(self._socket.getsockname(), timeout=1).close()
        self._socket.close()
        self._thread.join(5)


@contextlib.contextmanager
def serving(
    answers: dict[str, Answer], *, context: ssl.SSLContext | None = None
) -> Iterator[Loopback]:
    server = Loopback(answers, context=context)
    try:
        yield server
    finally:
        server.close()


def ok(body: bytes, *headers: str, media_type: str = "text/html; charset=utf-8") -> bytes:
    lines = [f"Content-Type: {media_type}", f"Content-Length: {len(body)}", *headers]
    return (
        "HTTP/1.1 200 OK\r\n" + "\r\n".join(lines) + "\r\nConnection: close\r\n\r\n"
    ).encode() + body


def moved(target: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\nSet-Cookie: a=b\r\n\r\n".encode()
