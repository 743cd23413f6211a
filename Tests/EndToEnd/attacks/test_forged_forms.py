"""A form that did not come from the session's own page is not taken, whoever sends it."""

import pytest

from harness.people import ROLES
from harness.visitor import Visitor


def forms_of(table, who):
    return [r for r in table if r.csrf and (r.admits(who))]


@pytest.mark.parametrize("who", ["anonymous", *ROLES])
def test_forged_forms_are_refused(table, signed_in, service, who):
    visitor = signed_in(who)
    stranger = Visitor(service.url)
    tokens = {"own": visitor.token(), "stranger's": stranger.token()}
    assert tokens["own"], "no page shows a form"
    assert tokens["own"] != tokens["stranger's"], "two sessions have one token"
    wrong = []
    for route in forms_of(table, who):
        path = route.filled({})
        forged = {
            "without a token": ({}, {}),
            "with an empty token": ({"csrf": ""}, {}),
            "with a stranger's token": ({"csrf": tokens["stranger's"]}, {}),
            "with half a token": ({"csrf": tokens["own"][:-1]}, {}),
            "from another origin": ({"csrf": tokens["own"]}, {"Origin": "https://evil.example"}),
            "from no origin": ({"csrf": tokens["own"]}, {"Origin": "null"}),
            "from another site": ({"csrf": tokens["own"]}, {"Sec-Fetch-Site": "cross-site"}),
            "from a site beside": ({"csrf": tokens["own"]}, {"Sec-Fetch-Site": "same-site"}),
        }
        for how, (fields, headers) in forged.items():
            status = visitor.post(path, fields, headers=headers).status
            if status != 403:
                wrong.append(f"{route.name} {how}: {status}")
        for kind in ("text/plain", "multipart/form-data; boundary=x", "application/json"):
            body = f"csrf={tokens['own']}"
            found = visitor.ask(
                "POST", visitor.address(path), content=body, headers={"Content-Type": kind}
            )
            if found.status not in (400, 403, 415):
                wrong.append(f"{route.name} as {kind}: {found.status}")
    assert not wrong, "\n".join(wrong)


def test_a_guest_without_a_cookie_has_no_token_that_everybody_knows(service):
    first, second = Visitor(service.url), Visitor(service.url)
    one = first.get("/sign-in")
    token = next(e.get("value") for e in one.page.all("input") if e.get("name") == "csrf")
    fields = {"csrf": token, "name": "nobody", "password": "nothing"}
    # Sent by a browser that says nothing of where it comes from, and has no cookie.
    answer = second.ask(
        "POST",
        "/zh/sign-in",
        content="&".join(f"{k}={v}" for k, v in fields.items()),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert answer.status == 403


@pytest.mark.parametrize("who", ["resident", "clerk", "supervisor"])
def test_forged_commands_of_the_api_are_refused(table, signed_in, service, who):
    """A browser sends its cookie to the API as well: alone it must do nothing there."""
    visitor, wrong = signed_in(who), []
    own = {"Origin": visitor.url, "X-CSRF-Token": visitor.csrf, "Sec-Fetch-Site": "same-origin"}
    forged = {
        "without a token": {"X-CSRF-Token": ""},
        "with a stranger's token": {"X-CSRF-Token": Visitor(service.url).token()},
        "with half a token": {"X-CSRF-Token": visitor.csrf[:-1]},
        "from another origin": {"Origin": "https://evil.example"},
        "from another site": {"Sec-Fetch-Site": "cross-site"},
    }
    routes = [r for r in table if r.kind == "api" and r.method != "GET" and r.roles]
    for route in (r for r in routes if r.admits(who)):
        for how, headers in forged.items():
            headers = own | headers | {"Content-Type": "application/json"}
            answer = visitor.ask(route.method, route.filled({}), headers=headers, content="{}")
            if answer.status != 403 or answer.json["type"] != "/problems/forged":
                wrong.append(f"{route.name} {how}: {answer.status}")
        # A cookie beside a token of a program is nobody's program.
        headers = {"Authorization": "Bearer nobody", "Content-Type": "application/json"}
        answer = visitor.ask(route.method, route.filled({}), headers=headers, content="{}")
        if answer.status != 401:
            wrong.append(f"{route.name} with a made-up token: {answer.status}")
    assert routes and not wrong, "\n".join(wrong)
