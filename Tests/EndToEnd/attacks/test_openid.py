"""Signing in by a provider: it works with a real one, and a lying one is not believed."""

import pathlib
import urllib.parse

import pytest

from harness.visitor import Visitor
from provider.accounts import CLIENT, SECRET
from provider.lying import LIES, LyingProvider
from provider.running import Provider

BUTTON = "测试身份认证|Test sign-on"


def settings(issuer: str, folder: pathlib.Path) -> list[str]:
    """What the service is told of a provider."""
    secret = folder / "secret"
    secret.write_text(SECRET)
    secret.chmod(0o600)
    told = {
        "openid issuer": issuer, "openid client": CLIENT, "openid secret file": secret,
        "openid name": BUTTON,
    }  # fmt: skip
    return [part for name, value in told.items() for part in ("--set", f"{name}: {value}")]


def begin(visitor: Visitor) -> str:
    """Presses the provider's button on the page of sign-in; where it leads."""
    page = visitor.get("/sign-in")
    for form in page.page.forms:
        if BUTTON.split("|")[0] in "".join(form.itertext()):
            fields = {e.get("name"): e.get("value") for e in form.iter("input") if e.get("name")}
            answer = visitor.post(form.get("action"), fields)
            assert answer.status == 303, answer
            return answer.headers["location"]
    for link in page.page.all("a"):
        if BUTTON.split("|")[0] in "".join(link.itertext()):
            # A browser says that it is a link of the service's own page.
            own = {"Sec-Fetch-Site": "same-origin"}
            answer = visitor.ask("GET", link.get("href"), headers=own)
            assert answer.status in (302, 303), answer
            return answer.headers["location"]
    raise AssertionError("no button of the provider on the page of sign-in")


def is_signed_in(visitor: Visitor) -> bool:
    return visitor.ask("GET", "/zh/account").group != "sign in"


@pytest.fixture(scope="module", params=["RS256", "ES256"])
def with_provider(request, new_service, tmp_path_factory):
    """A service and a real provider that know each other."""
    # The address to come back to has the service's port, which is drawn before it starts.
    service = new_service(start=False)
    backs = [f"{service.url}/{language}/sign-in/openid/callback" for language in ("zh", "en")]
    with Provider(backs, request.param) as provider:
        service.arguments += tuple(settings(provider.issuer, tmp_path_factory.mktemp("secret")))
        service.start()
        yield service, provider


def test_a_person_signs_in_by_a_real_provider(with_provider):
    service, provider = with_provider
    visitor = Visitor(service.url)
    address = begin(visitor)
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))
    assert query["response_type"] == "code"
    assert query["code_challenge_method"] == "S256"
    assert len(query["code_challenge"]) == 43
    assert query["state"] and query["nonce"]
    back = provider.sign_in(address)
    answer = visitor.follow(visitor.ask("GET", back, headers={"Sec-Fetch-Site": "cross-site"}))
    assert answer.status == 200, answer.page.shown[:300]
    assert is_signed_in(visitor)


def test_the_same_person_comes_back_to_the_same_account(with_provider):
    service, provider = with_provider
    first, second = Visitor(service.url), Visitor(service.url)
    for visitor in (first, second):
        visitor.follow(visitor.ask("GET", provider.sign_in(begin(visitor))))
        assert is_signed_in(visitor)
    # Whoever ends the account's other sessions ends the first one.
    second.post("/account/sessions", {"csrf": second.token()})
    assert is_signed_in(second)
    assert not is_signed_in(first)


@pytest.fixture(scope="module")
def liar(new_service, tmp_path_factory):
    provider = LyingProvider()
    service = new_service(*settings(provider.issuer, tmp_path_factory.mktemp("secret")))
    yield service, provider
    provider.stop()


def test_told_the_truth_it_lets_in(liar):
    """So that what follows is refused for the lie and nothing else."""
    service, provider = liar
    provider.lie = "nothing"
    visitor = Visitor(service.url)
    visitor.follow(visitor.ask("GET", provider.authorize(begin(visitor))))
    assert is_signed_in(visitor)


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_not_believed(liar, lie):
    service, provider = liar
    provider.lie = lie
    visitor = Visitor(service.url)
    answer = visitor.ask("GET", provider.authorize(begin(visitor)))
    # A slow provider is not waited for to the end.
    assert provider.is_waiting == (lie == "a slow answer")
    provider.is_waiting = False
    answer = visitor.follow(answer)
    provider.lie = "nothing"
    assert answer.status < 500 or answer.status in (502, 503), answer
    assert not is_signed_in(visitor)
    assert "eyJ" not in answer.text and SECRET not in answer.text


@pytest.mark.parametrize("change", ["state", "no state", "no code", "error", "other session", "twice"])
def test_coming_back_with_what_was_not_asked_for(liar, change):
    service, provider = liar
    provider.lie = "nothing"
    visitor, other = Visitor(service.url), Visitor(service.url)
    back = provider.authorize(begin(visitor))
    address, _, query = back.partition("?")
    fields = dict(urllib.parse.parse_qsl(query))
    exchanges = provider.exchanges
    if change == "state":
        fields["state"] = fields["state"][::-1]
    elif change == "no state":
        del fields["state"]
    elif change == "no code":
        del fields["code"]
    elif change == "error":
        fields = {"error": "<script>alert(1)</script>", "state": fields["state"]}
    elif change == "other session":
        # A login somebody else began, slipped to a person: they must not end up in that account.
        other.get("/sign-in")
        visitor = other
    elif change == "twice":
        visitor.ask("GET", back)
        visitor = other
        exchanges = provider.exchanges
    answer = visitor.ask("GET", address + "?" + urllib.parse.urlencode(fields))
    answer = visitor.follow(answer)
    assert answer.status < 500
    assert not is_signed_in(visitor)
    assert provider.exchanges == exchanges, "the code was spent all the same"
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", None])
def test_another_sites_link_only_shows_the_page_of_signing_in(liar, site):
    service, _ = liar
    visitor = Visitor(service.url)
    headers = {"Referer": "https://evil.example/"} | ({"Sec-Fetch-Site": site} if site else {})
    answer = visitor.ask("GET", "/zh/sign-in/openid", headers=headers)
    assert answer.headers["location"] == "/zh/sign-in", answer
    assert not list(visitor.client.cookies.jar), "something is kept for the way back"
