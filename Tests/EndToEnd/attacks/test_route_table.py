"""No route without a row that somebody has read, and no row that does not hold."""

import json
import os

import pytest

from harness import routes
from harness.people import ROLES, accounts_of
from harness.visitor import Visitor

# What ends the session that asks: not tried as who may.
ENDS_SESSION = ("/sign-out", "/sessions", "/session")


def test_every_route_has_a_row_that_was_read(program):
    """UPDATE_GOLDENS=1 writes the copy anew: read the difference before committing it."""
    text = routes.as_text(routes.printed(program))
    if os.environ.get("UPDATE_GOLDENS"):
        routes.GOLDEN.write_text(text, "utf-8")
    assert text == routes.GOLDEN.read_text("utf-8")


def test_a_program_that_signs_in_leaves_the_browser_as_it_was(service, accounts):
    """Why signing in by the API is open to all: see `OPEN_TO_ALL`."""
    account = accounts["resident"]
    headers = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    visitor = Visitor(service.url)
    body = {"name": account.name, "password": account.password}
    opened = visitor.ask("POST", "/api/v1/sessions", json=body, headers=headers)
    assert opened.status == 201
    assert "set-cookie" not in opened.headers
    assert "access-control-allow-origin" not in opened.headers
    assert visitor.ask("GET", "/zh/me").group == "sign in"
    # A browser may send this without asking first; then it is not even read.
    plain = {"Content-Type": "text/plain"}
    unread = visitor.ask("POST", "/api/v1/sessions", content=json.dumps(body), headers=plain)
    assert unread.status == 415


def test_guesses_by_a_program_are_counted_with_those_of_the_page(new_service):
    service = new_service()
    account = accounts_of(service)["resident"]
    visitor = Visitor(service.url)
    wrong = {"name": account.name, "password": "wrong-password-of-a-program"}
    statuses = [visitor.ask("POST", "/api/v1/sessions", json=wrong).status for _ in range(8)]
    assert statuses[0] == 401 and statuses[-1] == 429, statuses
    page = visitor.submit(
        visitor.get("/sign-in"), "/sign-in", name=account.name, password=account.password
    )
    assert page.status == 429


def test_the_table_denies_by_default(table):
    """What changes something needs a person or a program that was let in, save for signing in."""
    open_posts = {
        r.path
        for r in table
        if r.method != "GET" and r.audience == "everyone" and r.kind != "operations"
    }
    for path in sorted(open_posts):
        assert any(word in path for word in OPEN_TO_ALL), f"everyone may send to {path}"
    for route in table:
        if route.kind == "page" and route.method != "GET":
            assert route.csrf, f"{route.name} takes forged requests"


# What somebody may send who has not signed in: what signs in or up, and what is asked of nobody's
# file. A program signs in at `/api/v1/sessions`. Another site's page may send there as well and
# gains nothing: the answer sets no cookie, so that the browser stays who it was, and only this
# origin may read the token in it; guesses are counted as those of the page are.
OPEN_TO_ALL = ("sign-in", "sign-up", "password", "ask", "way", "check", "verify", "token",
               "assessments", "inquiries", "/api/v1/sessions")  # fmt: skip


# Where somebody who may come is refused for what they are: staff keep their authenticator.
REFUSED_INSIDE = ("/account/second-factor/remove",)


def answer(visitor, route, token):
    """The answer to a request of no content, with all that an honest browser sends along."""
    path = visitor.address(route.filled({})) if route.kind == "page" else route.filled({})
    headers = {"Sec-Fetch-Site": "same-origin", "Origin": visitor.url}
    if route.method == "GET":
        return visitor.ask("GET", path, headers=headers)
    if route.kind == "page":
        return visitor.post(path, {"csrf": token})
    headers |= {"X-CSRF-Token": token, "Content-Type": "application/json"}
    return visitor.ask(route.method, path, headers=headers, content="{}")


def expected(route, who: str) -> set[str] | None:
    """The answers that will do; none where anything will that is neither of the refusals."""
    if route.audience.startswith("client"):
        return {"sign in", "refused"}
    if route.admits(who):
        return None
    return {"sign in"} if who == "anonymous" else {"refused", "not found"}


@pytest.mark.parametrize("who", ["anonymous", *ROLES])
def test_each_role_is_answered_as_the_table_says(table, signed_in, who):
    wrong = []
    visitor = signed_in(who)
    token = visitor.token()
    ending = [r for r in table if any(r.path.endswith(end) for end in ENDS_SESSION)]
    for route in [r for r in table if r not in ending or expected(r, who)]:
        found = answer(visitor, route, token)
        wanted = expected(route, who)
        if found.status >= 500 and found.status != 503:
            wrong.append(f"{route.name}: {found.status}")
        elif wanted is None and found.group == "refused" and route.path in REFUSED_INSIDE:
            continue
        elif wanted is None and found.group in ("sign in", "refused"):
            wrong.append(f"{route.name}: {found.status} though the table admits {who}")
        elif wanted is not None and found.group not in wanted:
            wrong.append(f"{route.name}: {found.status} though the table does not admit {who}")
        if found.status >= 400 and route.kind == "api":
            if found.kind != "application/problem+json":
                wrong.append(f"{route.name}: {found.status} as {found.kind}")
    assert not wrong, f"{who}:\n" + "\n".join(wrong)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_another_method_is_not_taken(table, service, method):
    """Nor by a header that names another method."""
    visitor = Visitor(service.url)
    for route in table:
        if any(r.path == route.path and r.method == method for r in table):
            continue
        path = ("/zh" if route.kind == "page" else "") + route.filled({})
        status = visitor.ask(method, path).status
        assert status in (404, 405, 501, 400), f"{method} {path}: {status}"


def test_a_header_does_not_change_the_method(table, signed_in):
    visitor = signed_in("resident")
    only_posted = {r.path for r in table if r.method == "POST" and r.kind == "page"} - {
        r.path for r in table if r.method == "GET"
    }
    for path in sorted(only_posted):
        for name in ("X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"):
            target = visitor.address(path.replace("{", "").replace("}", ""))
            found = visitor.ask("GET", target + "?_method=POST", headers={name: "POST"})
            assert found.status in (404, 405), f"{path}: {found.status}"
