"""A light browser: one connection with an address of its own, cookies, and forms read from pages.

Plain asyncio and regular expressions, so that two thousand of them take a small part of a
processor; what they take is measured and told beside the result.
"""

import asyncio
import html
import re
import socket
from urllib.parse import urlencode

PORT_CLOSED = (ConnectionResetError, BrokenPipeError, asyncio.IncompleteReadError)
FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.S)
FIELD = re.compile(r"<(input|select|option|textarea)\b([^>]*)>")
ATTRIBUTE = re.compile(r'([a-z-]+)(?:="([^"]*)")?')
ASSET = re.compile(r'(?:href|src)="(/assets/[^"]+)"')
LINK = re.compile(r'href="([^"#]+)"')


class Unexpected(Exception):
    """An answer that nobody should get."""


class Form:
    """A form of a page, with what it holds before anybody typed."""

    def __init__(self, attributes, body):
        named = dict(ATTRIBUTE.findall(attributes))
        self.action = html.unescape(named.get("action", ""))
        self.isPost = named.get("method") == "post"
        self.values = []  # Hidden fields and what stands in lines, as pairs.
        self.lines = []  # Lines to type into: (name, attributes).
        self.radios = {}  # name → values
        self.checks = []  # (name, value)
        self.selects = {}  # name → values
        select = None
        for tag, text in FIELD.findall(body):
            field = dict(ATTRIBUTE.findall(text))
            name, value = field.get("name"), html.unescape(field.get("value", ""))
            if tag == "select":
                select = self.selects.setdefault(name, [])
            elif tag == "option":
                if select is not None and value:
                    select.append(value)
            elif name is None:
                continue
            elif field.get("type") == "hidden":
                self.values.append((name, value))
            elif field.get("type") == "radio":
                self.radios.setdefault(name, []).append(value)
            elif field.get("type") == "checkbox":
                self.checks.append((name, value))
            else:
                self.lines.append((name, field, value))


class Page:
    """An answer, with what a person can do with it."""

    __slots__ = ("status", "headers", "text", "path")

    def __init__(self, status, headers, text, path):
        self.status, self.headers, self.text, self.path = status, headers, text, path

    def forms(self):
        return [Form(*found) for found in FORM.findall(self.text)]

    def form(self, action):
        """The form that is sent to a path, or nothing."""
        for form in self.forms():
            if form.isPost and form.action.split("?")[0].endswith(action):
                return form
        return None

    def links(self, part):
        """Links whose address has a part."""
        found = (html.unescape(link) for link in LINK.findall(self.text))
        return [link for link in found if part in link]

    def assets(self):
        return [html.unescape(link) for link in ASSET.findall(self.text)]


class Browser:
    """One person's browser. `watch` hears of every answer: kind, path, due, sent, end, status."""

    # The service lets go of whoever is silent for a minute; a browser opens a new connection then.
    QUIET = 50.0
    # After so long a person gives up: that is an error.
    PATIENCE = 20.0

    def __init__(self, address, port, watch, session=None):
        self.address, self.port, self.watch = address, port, watch
        self.session = session
        self.cookies = {}
        self.reader = self.writer = None
        self.last = 0.0
        # What was asked and is not answered yet: kind, path, and when it was due.
        self.asked = None
        self.hasAssets = False
        self.forget()

    def forget(self):
        """Closes the browser's window: cookies go, but for those of the session."""
        self.cookies = {"anju-session": self.session} if self.session else {}
        self.hasAssets = False

    async def close(self):
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None

    async def get(self, path, kind="page", due=None):
        return await self.follow("GET", path, None, kind, due)

    async def post(self, path, fields, kind="submit", due=None):
        return await self.follow("POST", path, urlencode(fields), kind, due)

    async def follow(self, method, path, body, kind, due):
        """Asks, and goes where the answer leads, as a browser does."""
        page = await self.ask(method, path, body, kind, due)
        hops = 0
        while page.status in (302, 303, 307):
            hops += 1
            if hops > 5:
                raise Unexpected(f"{path}: leads in a circle")
            page = await self.ask("GET", page.headers["location"], None, "page", None)
        if not self.hasAssets and page.status == 200:
            self.hasAssets = True
            for asset in page.assets():
                await self.ask("GET", asset, None, "asset", None)
        return page

    async def ask(self, method, path, body, kind, due):
        loop = asyncio.get_running_loop()
        path = html.unescape(path).split("#")[0]
        now = loop.time()
        due = now if due is None else due
        if self.writer is not None and now - self.last > self.QUIET:
            await self.close()
        head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}"]
        if self.cookies:
            pairs = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            head.append(f"Cookie: {pairs}")
        data = b""
        if method == "POST":
            data = body.encode()
            head.append("Content-Type: application/x-www-form-urlencoded")
            head.append(f"Content-Length: {len(data)}")
            head.append(f"Origin: http://127.0.0.1:{self.port}")
            head.append("Sec-Fetch-Site: same-origin")
        message = ("\r\n".join(head) + "\r\n\r\n").encode() + data
        sent = loop.time()
        self.asked = (kind, path, due)
        try:
            async with asyncio.timeout(self.PATIENCE):
                if self.writer is None:
                    await self.connect()
                self.writer.write(message)
                status, headers, text, length = await self.answer()
        except TimeoutError:
            self.asked = None
            await self.close()
            raise Unexpected(f"no answer within {self.PATIENCE:.0f} s") from None
        except BaseException:
            await self.close()
            raise
        self.asked = None
        end = self.last = loop.time()
        self.watch(kind, path, due, sent, end, status, length)
        if headers.get("connection") == "close":
            await self.close()
        return Page(status, headers, text, path)

    async def connect(self):
        self.reader, self.writer = await asyncio.open_connection(
            "127.0.0.1", self.port, local_addr=(self.address, 0), limit=1 << 20
        )
        link = self.writer.get_extra_info("socket")
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    async def answer(self):
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        lines = head.split("\r\n")
        headers = {}
        for line in lines[1:]:
            name, colon, value = line.partition(": ")
            if not colon:
                continue
            name = name.lower()
            if name == "set-cookie":
                self.keep(value)
            else:
                headers[name] = value
        status = int(lines[0].split(" ")[1])
        length = int(headers.get("content-length", 0))
        body = await self.reader.readexactly(length) if length else b""
        return status, headers, body.decode(), length

    def keep(self, cookie):
        pair, *rest = cookie.split(";")
        name, _, value = pair.partition("=")
        if not value or any(part.strip() == "Max-Age=0" for part in rest):
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value
