"""A provider that lies in one way at a time, to see that the service does not believe it."""

import base64
import hashlib
import http.server
import json
import threading
import time
import urllib.parse

from joserfc import jws, jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

from provider.accounts import CLIENT, SECRET

# What it may lie about; “nothing” is the honest answer.
LIES = (
    "the nonce", "no nonce", "the audience", "the issuer", "the time", "the start", "the signature",
    "no signature", "a secret as key", "another key", "no subject", "no token", "the type",
    "an error", "nothing readable", "a slow answer", "a huge answer",
)  # fmt: skip


# How long a slow answer takes: longer than anybody waits for one.
SLOW = 60


class LyingProvider:
    """Serves on loopback from a thread of this process."""

    def __init__(self):
        self.lie = "nothing"
        self.asked: dict[str, str] = {}
        self.key = RSAKey.generate_key(2048, auto_kid=True)
        self.stranger = ECKey.generate_key("P-256", auto_kid=True)
        self.spent: set[str] = set()
        self.exchanges = 0
        # Whether a slow answer is still on its way.
        self.is_waiting = False
        provider = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.answer(provider.metadata(self.path))

            def do_POST(self):
                length = int(self.headers.get("Content-Length") or 0)
                fields = dict(urllib.parse.parse_qsl(self.rfile.read(length).decode()))
                self.answer(provider.tokens(fields))

            def answer(self, value):
                status, body = value
                data = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                try:
                    self.wfile.write(data)
                except OSError:
                    pass

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Ends it."""
        self.server.shutdown()
        self.server.server_close()

    def metadata(self, path: str):
        """What it says of itself."""
        if path == "/.well-known/openid-configuration":
            return 200, {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256", "ES256"],
                "code_challenge_methods_supported": ["S256"],
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            }
        if path == "/keys":
            return 200, {"keys": [self.key.as_dict(private=False)]}
        return 404, {}

    def authorize(self, address: str) -> str:
        """Lets somebody in at once; where they are sent back to."""
        query = urllib.parse.urlsplit(address).query
        self.asked = dict(urllib.parse.parse_qsl(query))
        code = base64.urlsafe_b64encode(hashlib.sha256(query.encode()).digest()[:12]).decode()
        back = {"code": code, "state": self.asked["state"]}
        return self.asked["redirect_uri"] + "?" + urllib.parse.urlencode(back)

    def tokens(self, fields: dict[str, str]):
        """The answer to a code."""
        self.exchanges += 1
        verifier = hashlib.sha256(fields.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(verifier).rstrip(b"=").decode()
        if challenge != self.asked["code_challenge"] or fields["code"] in self.spent:
            return 400, {"error": "invalid_grant"}
        self.spent.add(fields["code"])
        if self.lie == "an error":
            return 400, {"error": "server_error"}
        if self.lie == "nothing readable":
            return 200, b"<html>"
        if self.lie == "a slow answer":
            self.is_waiting = True
            time.sleep(SLOW)
            self.is_waiting = False
        if self.lie == "a huge answer":
            return 200, b'{"id_token":"' + b"a" * (64 * 1024 * 1024) + b'"}'
        answer = {"access_token": "nothing", "token_type": "Bearer", "expires_in": 60}
        if self.lie != "no token":
            answer["id_token"] = self.token()
        return 200, answer

    def token(self) -> str:
        """A token about the person, with the lie in it."""
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": CLIENT, "sub": "zhou", "nonce": self.asked["nonce"],
            "iat": now, "exp": now + 60,
        }  # fmt: skip
        header, key = {"alg": "RS256", "kid": self.key.kid}, self.key
        match self.lie:
            case "the nonce":
                claims["nonce"] = "another"
            case "no nonce":
                del claims["nonce"]
            case "the audience":
                claims["aud"] = "another-client"
            case "the issuer":
                claims["iss"] = "https://evil.example"
            case "the time":
                claims |= {"iat": now - 7200, "exp": now - 3600}
            case "the start":
                claims |= {"iat": now + 7200, "nbf": now + 7200, "exp": now + 9000}
            case "no subject":
                del claims["sub"]
            case "another key":
                header, key = {"alg": "ES256", "kid": self.key.kid}, self.stranger
            case "a secret as key":
                header, key = {"alg": "HS256"}, OctKey.import_key(SECRET)
            case "no signature":
                head = base64.urlsafe_b64encode(b'{"alg":"none"}').rstrip(b"=").decode()
                body = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
                return f"{head}.{body}."
        if self.lie == "the type":
            return jws.serialize_compact(header, b'["not", "claims"]', key)
        token = jwt.encode(header, claims, key)
        if self.lie == "the signature":
            head, body, signature = token.split(".")
            return f"{head}.{body}.{signature[::-1]}"
        return token
