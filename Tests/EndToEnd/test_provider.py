"""The provider of the tests is a real one: discovery, code flow with PKCE, signed tokens."""

import base64
import hashlib
import secrets
import urllib.parse

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from provider.accounts import CLIENT, PERSON, SECRET
from provider.running import Provider

BACK = "http://127.0.0.1:9/back"


@pytest.fixture(scope="module", params=["RS256", "ES256"])
def provider(request):
    with Provider([BACK], request.param) as running:
        running.algorithm = request.param
        yield running


def authorization(provider, verifier: str, **changes) -> tuple[dict, str]:
    """The provider's metadata, and an address to sign in at."""
    metadata = httpx.get(f"{provider.issuer}/.well-known/openid-configuration").json()
    challenge = hashlib.sha256(verifier.encode()).digest()
    query = {
        "client_id": CLIENT, "response_type": "code", "redirect_uri": BACK,
        "scope": "openid profile", "state": "a-state", "nonce": "a-nonce",
        "code_challenge_method": "S256",
        "code_challenge": base64.urlsafe_b64encode(challenge).rstrip(b"=").decode(),
    } | changes  # fmt: skip
    return metadata, metadata["authorization_endpoint"] + "?" + urllib.parse.urlencode(query)


def exchange(metadata, code: str, verifier: str) -> httpx.Response:
    """Asks for the tokens of a code."""
    return httpx.post(
        metadata["token_endpoint"],
        data={
            "grant_type": "authorization_code", "code": code, "redirect_uri": BACK,
            "code_verifier": verifier,
        },
        auth=(CLIENT, SECRET),
    )  # fmt: skip


def test_a_person_signs_in_with_a_code_and_its_verifier(provider):
    verifier = secrets.token_urlsafe(48)
    metadata, address = authorization(provider, verifier)
    assert metadata["issuer"] == provider.issuer
    assert "S256" in metadata["code_challenge_methods_supported"]
    back = urllib.parse.urlsplit(provider.sign_in(address))
    query = dict(urllib.parse.parse_qsl(back.query))
    assert query["state"] == "a-state"
    tokens = exchange(metadata, query["code"], verifier).json()
    keys = KeySet.import_key_set(httpx.get(metadata["jwks_uri"]).json())
    token = jwt.decode(tokens["id_token"], keys, algorithms=[provider.algorithm])
    assert token.header["alg"] == provider.algorithm
    assert token.claims["iss"] == provider.issuer
    assert CLIENT in token.claims["aud"]
    assert token.claims["nonce"] == "a-nonce"
    assert token.claims["sub"] == PERSON.name


def test_a_code_without_its_verifier_is_worth_nothing(provider):
    metadata, address = authorization(provider, secrets.token_urlsafe(48))
    back = urllib.parse.urlsplit(provider.sign_in(address))
    code = dict(urllib.parse.parse_qsl(back.query))["code"]
    assert exchange(metadata, code, secrets.token_urlsafe(48)).status_code == 400


def test_it_sends_nobody_to_an_address_that_is_not_the_clients(provider):
    _, address = authorization(provider, "v" * 50, redirect_uri="http://127.0.0.1:9/elsewhere")
    answer = httpx.get(address)
    assert answer.status_code in (400, 401, 403) or "elsewhere" not in answer.headers.get(
        "location", ""
    )
