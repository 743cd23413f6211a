"""Requests as bytes, for what no honest client sends."""

import socket
import ssl


class Exchange:
    """One connection to the service, byte by byte."""

    def __init__(self, port: int, timeout: float = 10.0, context: ssl.SSLContext | None = None):
        self.timeout = timeout
        self.socket = socket.create_connection(("127.0.0.1", port), timeout)
        if context is not None:
            self.socket = context.wrap_socket(self.socket, server_hostname="127.0.0.1")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data: bytes | str) -> bool:
        """Sends bytes; false where the other side has hung up."""
        try:
            self.socket.sendall(data.encode("latin-1") if isinstance(data, str) else data)
        except OSError:
            return False
        return True

    def is_open(self) -> bool:
        """Whether the other side has not hung up yet; what it has said so far is let go of."""
        self.socket.setblocking(False)
        try:
            while self.socket.recv(65536):
                pass
            return False
        except (BlockingIOError, ssl.SSLWantReadError):
            return True
        except OSError:
            return False
        finally:
            self.socket.settimeout(self.timeout)

    def receive(self) -> bytes:
        """Everything that comes until the other side hangs up or falls silent."""
        parts = []
        try:
            while part := self.socket.recv(65536):
                parts.append(part)
        except OSError:
            pass
        return b"".join(parts)


def raw(port: int, request: str | bytes, timeout: float = 3.0) -> bytes:
    """What is answered to bytes on a connection of their own."""
    with Exchange(port, timeout) as exchange:
        exchange.send(request)
        return exchange.receive()


def statuses(answer: bytes) -> list[int]:
    """The statuses of the answers that stand one after the other in bytes."""
    found = []
    for line in answer.split(b"\r\n"):
        if line.startswith(b"HTTP/1.") and len(line.split(b" ")) >= 2:
            found.append(int(line.split(b" ")[1]))
    return found
