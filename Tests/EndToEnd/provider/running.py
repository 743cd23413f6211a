"""Runs the provider beside a test, and goes through it as a browser would."""

import os
import pathlib
import re
import subprocess
import sys
import urllib.parse

import httpx

from harness.markup import Page
from harness.service import ServiceFailed, free_port
from harness.visitor import form_fields
from provider.accounts import PERSON


class Provider:
    """The provider in a process of its own."""

    def __init__(self, redirects: list[str], algorithm: str = "RS256"):
        self.port = free_port()
        self.issuer = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            [sys.executable, str(pathlib.Path(__file__).with_name("serve.py")), str(self.port)]
            + redirects,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"PROVIDER_ALGORITHM": algorithm},
        )
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if line.strip() == "ready":
                return
        raise ServiceFailed("the provider did not start:\n" + "".join(lines[-20:]))

    def stop(self) -> None:
        """Ends it."""
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def sign_in(self, authorize: str, client: httpx.Client | None = None) -> str:
        """Signs the person in at an authorization address; where the provider sends them back."""
        client = client or httpx.Client(follow_redirects=False, timeout=20)
        response = client.get(authorize)
        for _ in range(12):
            if response.status_code in (301, 302, 303):
                where = urllib.parse.urljoin(str(response.url), response.headers["location"])
                if not where.startswith(self.issuer):
                    return where
                response = client.get(where)
                continue
            response = self._answer(client, response)
        raise AssertionError(f"the provider leads nowhere: {response.status_code} {response.url}")

    def _answer(self, client: httpx.Client, response: httpx.Response) -> httpx.Response:
        """Fills in the form that the provider shows."""
        page = Page(response.text)
        for form in page.forms:
            fields = dict(form_fields(form))
            names = {e.get("name") for e in form.iter() if isinstance(e.tag, str)}
            if "login" in names:
                fields["login"] = PERSON.name
            elif "password" in names:
                fields["password"] = PERSON.password
            else:
                continue
            action = urllib.parse.urljoin(str(response.url), form.get("action") or "")
            return client.post(action, data=fields, headers={"Referer": str(response.url)})
        text = re.sub(r"\s+", " ", page.shown)[:300]
        raise AssertionError(f"the provider shows {response.status_code} {response.url}: {text}")
