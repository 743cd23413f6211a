"""A session belongs to whoever signed in, and ends when it is told to."""

import pytest

from harness.people import sign_in
from harness.visitor import Visitor, once


def session_cookies(visitor) -> dict[str, str]:
    return {c.name: c.value for c in visitor.client.cookies.jar}


def test_signing_in_gives_a_new_session(service, accounts):
    """What somebody else put into the browser beforehand is not what is signed in."""
    visitor = Visitor(service.url)
    visitor.get("/sign-in")
    before = session_cookies(visitor)
    planted = {name: "planted-by-somebody-else" for name in before} | {"anju-session": "planted"}
    for name, value in planted.items():
        visitor.client.cookies.set(name, value, domain="127.0.0.1", path="/")
    sign_in(visitor, accounts["resident"], visitor.get("/sign-in"))
    after = session_cookies(visitor)
    assert not set(after.values()) & set(planted.values()) - {"planted-by-somebody-else"}
    attacker = Visitor(service.url)
    for name, value in planted.items():
        attacker.client.cookies.set(name, value, domain="127.0.0.1", path="/")
    assert attacker.ask("GET", "/zh/me").group == "sign in"


def test_a_session_from_before_signing_in_is_not_signed_in(service, accounts):
    visitor, attacker = Visitor(service.url), Visitor(service.url)
    visitor.get("/sign-in")
    for name, value in session_cookies(visitor).items():
        attacker.client.cookies.set(name, value, domain="127.0.0.1", path="/")
    sign_in(visitor, accounts["resident"], visitor.get("/sign-in"))
    assert attacker.ask("GET", "/zh/me").group == "sign in"


def test_cookies_are_out_of_reach(service, accounts):
    visitor = Visitor(service.url)
    seen = []
    visitor.client.event_hooks["response"] = [
        lambda r: seen.extend(r.headers.get_list("set-cookie"))
    ]
    sign_in(visitor, accounts["resident"])
    assert seen
    for cookie in seen:
        name = cookie.split("=")[0]
        attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert "httponly" in attributes, cookie.split("=")[0]
        assert "path=/" in attributes, name
        assert attributes & {"samesite=strict", "samesite=lax"}, name
        assert not any(a.startswith("domain=") for a in attributes), name


def test_after_signing_out_the_old_cookie_is_worth_nothing(service, accounts):
    visitor = Visitor(service.url)
    sign_in(visitor, accounts["resident"])
    kept = session_cookies(visitor)
    assert visitor.ask("GET", "/zh/me").group == "shown"
    visitor.post("/sign-out", {"csrf": visitor.token()})
    thief = Visitor(service.url)
    for name, value in kept.items():
        thief.client.cookies.set(name, value, domain="127.0.0.1", path="/")
    assert thief.ask("GET", "/zh/me").group == "sign in"


@pytest.mark.parametrize("value", ["", "x", "a" * 4096, "../..", "' OR 1=1 --", "%00", "0" * 43])
def test_a_made_up_cookie_is_nobody(service, value):
    answer = once(
        "GET", f"{service.url}/zh/me", headers={"Cookie": f"anju-session={value}"}
    )
    assert answer.status_code == 303
    assert "/sign-in" in answer.headers["location"]


def test_two_cookies_of_one_name_are_nobodys(service, signed_in):
    visitor = signed_in("resident")
    cookies = "; ".join(f"{n}={v}" for n, v in session_cookies(visitor).items())
    answer = once(
        "GET",
        f"{service.url}/zh/me",
        headers={"Cookie": f"{cookies}; anju-session=planted"},
        follow_redirects=False,
    )
    assert answer.status_code == 303


def test_staff_get_nowhere_before_the_second_factor(service, accounts, table):
    visitor = Visitor(service.url)
    account = accounts["clerk"]
    page = visitor.get("/sign-in")
    answer = visitor.submit(page, "/sign-in", name=account.name, password=account.password)
    assert "second-factor" in answer.path
    for route in table:
        if route.method != "GET" or route.audience == "everyone" or "second-factor" in route.path:
            continue
        path = visitor.address(route.filled({})) if route.kind == "page" else route.filled({})
        found = visitor.ask("GET", path)
        assert found.group != "shown", route.name
        assert "second-factor" in found.headers.get("location", "") or found.status in (401, 403)


def test_a_session_outlives_a_restart_of_the_service(new_service):
    from harness.people import accounts_of

    service = new_service()
    visitor = Visitor(service.url)
    sign_in(visitor, accounts_of(service)["resident"])
    visitor.close()
    service.restart()
    again = Visitor(service.url)
    again.client.cookies = visitor.client.cookies
    assert again.ask("GET", "/zh/me").group == "shown"
