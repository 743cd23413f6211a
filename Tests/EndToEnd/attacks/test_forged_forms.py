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
