"""An agency's program: a key of its own, assertions that it signs, and what it asks."""

import json
import os
import subprocess
import time
import uuid

import httpx
from joserfc import jwt
from joserfc.jwk import ECKey

from harness.service import Service
from harness.visitor import once

ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def keep_accounts(service: Service, *arguments: str) -> subprocess.CompletedProcess:
    """`anju accounts …` on a service's folder, as who looks after the machine runs it."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ANJU_")}
    return subprocess.run(
        [service.program, "accounts", *arguments, "--demo", "--folder", str(service.data)],
        capture_output=True, text=True, timeout=60, env=environment,
    )  # fmt: skip


class Agency:
    """One client of an agency, made by the command line beside the running service."""

    def __init__(self, service: Service, client: str, services: tuple[str, ...]):
        self.service = service
        self.client = client
        self.key = ECKey.generate_key("P-256")
        self.kid = "one"
        named = [part for name in services for part in ("--service", name)]
        self._done("add-client", client, "--name", "School", "--office", "school", *named)
        self.add_key(self.kid, self.key)

    def _done(self, *arguments: str) -> None:
        run = keep_accounts(self.service, *arguments)
        assert run.returncode == 0, run.stdout + run.stderr

    def add_key(self, kid: str, key: ECKey) -> None:
        """Gives the client another key."""
        file = self.service.folder / f"{self.client}-{kid}.jwk"
        file.write_text(json.dumps(key.as_dict(private=False)))
        self._done("add-key", self.client, str(file), "--kid", kid)

    def remove_key(self, kid: str) -> None:
        """Takes a key away."""
        self._done("remove-key", self.client, "--kid", kid)

    def block(self) -> None:
        """Shuts the client out."""
        self._done("block-client", self.client)

    def unblock(self) -> None:
        """Lets it in again."""
        self._done("unblock-client", self.client)

    def assertion(self, key: ECKey | None = None, header: dict | None = None, **changes) -> str:
        """What the client says of itself, signed; with changes where a test tells a lie.

        A claim that is changed to nothing is left out.
        """
        now = int(time.time())
        claims = {
            "iss": self.client, "sub": self.client, "aud": self.service.url + "/api/v1/token",
            "iat": now, "exp": now + 120, "jti": str(uuid.uuid4()),
        } | changes  # fmt: skip
        claims = {name: value for name, value in claims.items() if value is not None}
        header = {"alg": "ES256", "kid": self.kid} | (header or {})
        algorithms = [header["alg"]]
        return jwt.encode(header, claims, key or self.key, algorithms=algorithms)

    def exchange(self, assertion: str | None = None, scope: str = "", **changes) -> httpx.Response:
        """Asks for an access token."""
        fields = {
            "grant_type": "client_credentials", "client_assertion_type": ASSERTION,
            "client_assertion": assertion if assertion is not None else self.assertion(),
        } | changes  # fmt: skip
        if scope:
            fields["scope"] = scope
        return once("POST", self.service.url + "/api/v1/token", data=fields)

    def token(self, scope: str = "") -> str:
        """An access token."""
        answer = self.exchange(scope=scope)
        assert answer.status_code == 200, answer.text
        return answer.json()["access_token"]

    def ask(self, number: str, service: str, token: str | None = None) -> httpx.Response:
        """*May this holder …?*"""
        return once(
            "POST",
            self.service.url + "/api/v1/entitlements",
            json={"number": number, "service": service},
            headers={"Authorization": f"Bearer {token or self.token()}"},
        )
