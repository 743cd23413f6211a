"""Serves a real OpenID Connect provider, Canaille, on loopback, with one person and one client.

    python serve.py PORT REDIRECT...    where REDIRECT are the client's addresses to come back to

Says "ready" on a line of its own when it serves. What the client and the person are called stands
in `accounts.py`. Everything is kept in memory and is gone when it ends.
"""

import logging
import os
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
# The provider speaks plain HTTP here, as nothing leaves the machine.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

import canaille  # noqa: E402
from canaille.app import models  # noqa: E402
from canaille.backends import Backend  # noqa: E402
from joserfc.jwk import ECKey, RSAKey  # noqa: E402
from werkzeug.serving import WSGIRequestHandler, make_server  # noqa: E402

from provider.accounts import CLIENT, PERSON, SECRET  # noqa: E402


class Silent(WSGIRequestHandler):
    """Writes no line for each request."""

    def log(self, *_):
        pass


def keys(algorithm: str) -> list[dict]:
    """Keys to sign with; the first is the one that signs."""
    rsa = RSAKey.generate_key(2048, auto_kid=True).as_dict(private=True)
    ec = ECKey.generate_key("P-256", auto_kid=True).as_dict(private=True)
    return [rsa, ec] if algorithm == "RS256" else [ec, rsa]


def application(port: int, redirects: list[str], algorithm: str):
    """The provider, filled."""
    folder = tempfile.mkdtemp(prefix="anju-provider-")
    os.chdir(folder)
    app = canaille.create_app(
        {
            "SECRET_KEY": os.urandom(32).hex(),
            "SERVER_NAME": f"127.0.0.1:{port}",
            "PREFERRED_URL_SCHEME": "http",
            "CANAILLE": {
                "DATABASE": "memory",
                "SMTP": None,
                "LOGGING": {"version": 1, "disable_existing_loggers": True},
                "ACL": {"DEFAULT": {"PERMISSIONS": ["edit_self", "use_oidc"]}},
            },
            "CANAILLE_OIDC": {"ACTIVE_JWKS": keys(algorithm)},
        }
    )
    with app.app_context():
        Backend.instance.save(
            models.User(
                user_name=PERSON.name,
                formatted_name="周安",
                given_name="安",
                family_name="周",
                emails=["zhou@example.org"],
                password=PERSON.password,
            )
        )
        client = models.Client(
            client_id=CLIENT,
            client_secret=SECRET,
            client_name="Anju",
            client_uri=redirects[0].split("/zh")[0],
            redirect_uris=redirects,
            grant_types=["authorization_code"],
            response_types=["code"],
            scope=["openid", "profile"],
            token_endpoint_auth_method="client_secret_basic",
            id_token_signed_response_alg=algorithm,
        )
        Backend.instance.save(client)
        # The tokens are meant for the client that asks for them.
        client.audience = [client]
        Backend.instance.save(client)
    return app


def main() -> None:
    port, redirects = int(sys.argv[1]), sys.argv[2:]
    logging.disable(logging.INFO)
    algorithm = os.environ.get("PROVIDER_ALGORITHM", "RS256")
    server = make_server(
        "127.0.0.1", port, application(port, redirects, algorithm),
        threaded=True, request_handler=Silent,
    )  # fmt: skip
    print("ready", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
