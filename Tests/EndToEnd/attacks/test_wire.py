"""Requests that no honest client sends."""

import time

import pytest

from harness.visitor import once
from harness.wire import Exchange, raw, statuses

HEAD = "Host: 127.0.0.1\r\nConnection: close\r\n"
FORM = "Content-Type: application/x-www-form-urlencoded\r\n"


@pytest.fixture
def port(service):
    """The service's port; it must answer as before when the test is done."""
    yield service.port
    assert once("GET", f"{service.url}/health/ready").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        "Content-Length: 4\r\nContent-Length: 40\r\n",
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding : chunked\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 0x10\r\n",
        "Content-Length: 99999999999999999999\r\n",
    ],
)
def test_a_second_request_cannot_be_smuggled(port, headers):
    body = "0\r\n\r\nGET /zh/smuggled HTTP/1.1\r\nHost: x\r\n\r\n"
    request = f"POST /zh/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n{FORM}{headers}\r\n{body}"
    found = statuses(raw(port, request, 2))
    assert all(400 <= status < 502 and status != 500 for status in found), found
    # One request, or none where the connection is cut: what follows is never a second one that
    # is answered in earnest.
    assert found[1:] in ([], [400], [404]), found


@pytest.mark.parametrize(
    "request_text",
    [
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
        "GET /zh HTTP/9.9\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET  /zh  HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "\x00\x01\x02\x03\r\n\r\n",
        "GET /zh HTTP/1.1\r\nHost: a\r\nX: " + "y" * 100_000 + "\r\n\r\n",
        "GET /zh HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n" * 5_000 + "\r\n",
        "GET /" + "z" * 200_000 + " HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /zh HTTP/1.1\r\nHost: a\r\nX\x00Y: z\r\nConnection: close\r\n\r\n",
        "GET /zh/%ff%fe HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /zh/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /zh?%00=%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET http://evil.example/zh HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    ],
)
def test_what_is_no_request_breaks_nothing(port, request_text):
    found = statuses(raw(port, request_text, 2))
    assert 500 not in found, found


@pytest.mark.parametrize("path", ["/", "/zh", "/zh/sign-in", "/zh/me", "/nowhere"])
def test_the_host_that_is_asked_for_is_never_repeated(port, path):
    answer = raw(
        port,
        f"GET {path} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
        "Forwarded: host=evil.example\r\nConnection: close\r\n\r\n",
    )
    assert b"evil.example" not in answer


def test_a_body_too_large_is_refused_before_it_is_read(port):
    head = f"POST /zh/sign-in HTTP/1.1\r\n{HEAD}{FORM}Content-Length: 500000000\r\n\r\n"
    # The rest never comes: an answer shows that it is not waited for.
    with Exchange(port, 30) as exchange:
        exchange.send(head + "a" * 1000)
        found = statuses(exchange.receive())
    assert found[:1] in ([413], [400]), found


def test_a_body_in_pieces_is_cut_at_the_limit(port, service):
    head = f"POST /zh/sign-in HTTP/1.1\r\n{HEAD}{FORM}Transfer-Encoding: chunked\r\n\r\n"
    before = service.memory
    with Exchange(port, 10) as exchange:
        sent = 0
        exchange.send(head)
        piece = f"{65536:x}\r\n" + "a" * 65536 + "\r\n"
        while sent < 64 * 1024 * 1024 and exchange.send(piece):
            sent += 65536
        found = statuses(exchange.receive())
    assert found[:1] in ([], [413], [400]), found
    assert service.memory - before < 32 * 1024 * 1024


def test_slow_senders_do_not_keep_others_waiting(port, service):
    """Two hundred connections that send a header a byte at a time."""
    slow = [Exchange(port, 5) for _ in range(200)]
    try:
        for exchange in slow:
            exchange.send("GET /zh HTTP/1.1\r\nHost: a\r\nX-Slow: ")
        for _ in range(3):
            for exchange in slow:
                exchange.send("y")
            # None of them has been let go of when this is answered.
            assert once("GET", f"{service.url}/zh").status_code in (200, 303, 302)
            assert all(exchange.is_open() for exchange in slow[:20])
    finally:
        for exchange in slow:
            exchange.socket.close()


# What comes in a byte at a time is let go of after this many seconds, and no request before.
PATIENCE = 3


@pytest.fixture(scope="module")
def impatient(new_service):
    """A service that lets a request take a few seconds."""
    return new_service(environment={"ANJU_REQUEST_SECONDS": str(PATIENCE)})


@pytest.mark.parametrize(
    "head",
    [
        f"POST /zh/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n{FORM}Content-Length: 5000\r\n\r\n",
        f"POST /zh/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n{FORM}"
        "Transfer-Encoding: chunked\r\n\r\n1388\r\n",
        # What reads no body lets it come in all the same.
        "GET /zh HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n\r\n",
        "GET /zh HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
    ],
    ids=["body", "chunk", "body that nobody reads", "header"],
)
def test_what_trickles_in_is_cut_off(impatient, head):
    with Exchange(impatient.port, 1) as exchange:
        began = time.monotonic()
        assert exchange.send(head)
        # As long as it takes, but for ever: a machine that is busy is no fault.
        while exchange.is_open() and time.monotonic() - began < 60:
            exchange.send("y")
            time.sleep(0.2)
        took = time.monotonic() - began
    assert PATIENCE - 0.5 <= took < 60, took
    assert once("GET", f"{impatient.url}/health/ready").status_code == 200
