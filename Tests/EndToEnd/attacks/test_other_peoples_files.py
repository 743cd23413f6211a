"""Nobody reaches another person's file by knowing, or guessing, what it is called."""

import collections
import re
import urllib.parse

import pytest

from harness.routes import pattern_of


def values_of(visitor, table, start) -> dict[str, set[str]]:
    """What stands for each parameter of a path in the pages that a visitor can reach."""
    found = collections.defaultdict(set)
    waiting, known = collections.deque(visitor.address(p) for p in start), set()
    pages = [r for r in table if r.kind == "page"]
    while waiting and len(known) < 150:
        path = waiting.popleft()
        if path in known or "sign-out" in path:
            continue
        known.add(path)
        answer = visitor.ask("GET", path)
        if answer.kind != "text/html" or answer.status != 200:
            continue
        targets = answer.page.links + [f.get("action") or "" for f in answer.page.forms]
        for link in targets:
            target = urllib.parse.urljoin(visitor.url + path, link).removeprefix(visitor.url)
            target = target.split("#")[0].split("?")[0]
            if not target.startswith("/zh"):
                continue
            pattern = pattern_of(target[3:], pages)
            route = next((r for r in pages if r.path == pattern), None)
            if route is not None and route.parameters:
                expression = re.sub(r"\\\{[^}]*\\\}", "([^/]+)", re.escape(pattern))
                match = re.fullmatch(expression, target[3:])
                for name, value in zip(route.parameters, match.groups(), strict=True):
                    found[(pattern, name)].add(urllib.parse.unquote(value))
                    found[name].add(urllib.parse.unquote(value))
            if target not in known:
                waiting.append(target)
    return found


@pytest.fixture(scope="module")
def victims(signed_in, table):
    """The names in the paths of a resident's own pages."""
    return values_of(signed_in("resident"), table, ["/me"])


@pytest.fixture(scope="module")
def files(signed_in, table):
    """The names in the paths of a clerk's pages: everybody's files."""
    return values_of(signed_in("clerk"), table, ["/desk"])


PERSONAL = ("/me", "/family", "/desk", "/audit", "/account")


def attempts(table, values, path_only=True):
    """Every route with the victim's values in its path."""
    for route in table:
        if not route.parameters or route.audience == "everyone":
            continue
        sets = [
            sorted(values.get((route.path, name)) or values.get(name) or [])[:3]
            for name in route.parameters
        ]
        if all(sets):
            for index in range(max(len(s) for s in sets)):
                row = {n: s[index % len(s)] for n, s in zip(route.parameters, sets, strict=True)}
                yield route, route.filled({k: urllib.parse.quote(v) for k, v in row.items()})


@pytest.mark.parametrize("who", ["anonymous", "other resident", "employer", "department"])
def test_a_residents_pages_are_their_own(table, signed_in, victims, who):
    visitor, victim = signed_in(who), signed_in("resident")
    token = visitor.token()
    own = values_of(visitor, table, ["/me"]) if who == "other resident" else {}
    wrong, tried = [], 0
    for route, path in attempts(table, victims):
        names = set(route.parameters)
        mine = {v for n in names for v in own.get(n, ())}
        if any(part in mine for part in path.split("/")):
            # A number that both have, such as the first application, leads to one's own.
            theirs = visitor.ask("GET", visitor.address(path))
            his = victim.ask("GET", victim.address(path))
            if route.method == "GET" and route.kind == "page" and theirs.status == 200:
                assert theirs.page.shown != his.page.shown, route.name
            continue
        tried += 1
        if route.method == "GET":
            answer = visitor.ask("GET", visitor.address(path) if route.kind == "page" else path)
        elif route.kind == "page":
            answer = visitor.post(path, {"csrf": token})
        else:
            answer = visitor.ask(
                route.method, path, content="{}",
                headers={"X-CSRF-Token": token, "Content-Type": "application/json",
                         "Origin": visitor.url},
            )  # fmt: skip
        if answer.group not in ("refused", "not found", "sign in"):
            wrong.append(f"{route.name} as {path}: {answer.status}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", ["resident", "employer", "policy officer", "publisher"])
def test_the_desks_pages_are_the_offices(table, signed_in, files, who):
    visitor = signed_in(who)
    wrong = []
    for route, path in attempts(table, files):
        if route.kind != "page" or route.method != "GET" or not route.path.startswith("/desk"):
            continue
        answer = visitor.ask("GET", visitor.address(path))
        if answer.group not in ("refused", "not found", "sign in"):
            wrong.append(f"{route.name} as {path}: {answer.status}")
    assert not wrong, "\n".join(wrong)


def test_whether_a_file_exists_cannot_be_told(table, signed_in, victims):
    """Another's file and one that there is not are answered alike."""
    visitor = signed_in("other resident")
    for route, path in attempts(table, victims):
        if route.kind != "page" or route.method != "GET":
            continue
        made_up = route.filled({}, "zzzzzzzzzz")
        one = visitor.ask("GET", visitor.address(path))
        other = visitor.ask("GET", visitor.address(made_up))
        if one.group in ("refused", "not found"):
            assert one.status == other.status, route.name


def resident_of(visitor) -> str:
    """The name of a signed-in resident's own file."""
    return visitor.ask("GET", "/api/v1/session").json["resident"]


PURPOSES = (
    "own affairs", "casework", "verification", "correction", "audit", "data protection",
)  # fmt: skip


@pytest.mark.parametrize(
    "who", ["other resident", "waiting", "employer", "policy officer", "publisher"]
)
def test_by_the_api_neither(signed_in, who):
    """Not by the file's name, whatever it is asked for, nor by a command on it."""
    victim, visitor = signed_in("resident"), signed_in(who)
    file = resident_of(victim)
    before = victim.ask("GET", f"/api/v1/residents/{file}").json["history"]
    wrong = []
    for purpose in PURPOSES:
        query = {"purpose": purpose}
        for path in (f"/api/v1/residents/{file}", f"/api/v1/residents/{file}/readings"):
            answer = visitor.ask("GET", path, params=query)
            if answer.status not in (403, 404):
                wrong.append(f"{path} for {purpose}: {answer.status}")
        for on, do in (
            ("person", {"changePhone": {"phone": "13900000000"}}),
            ("permit", {"reportLoss": {}}),
            ("fact", {"dispute": {"fact": 1, "why": "x"}}),
            ("person", {"merge": {"duplicate": file}}),
        ):
            answer = visitor.ask(
                "POST", f"/api/v1/residents/{file}/commands",
                json={"on": on, "do": do, "purpose": purpose},
                headers={"Origin": visitor.url, "X-CSRF-Token": visitor.csrf},
            )  # fmt: skip
            if answer.status not in (403, 404):
                wrong.append(f"{do} for {purpose}: {answer.status}")
    assert not wrong, "\n".join(wrong)
    after = victim.ask("GET", f"/api/v1/residents/{file}").json["history"]
    assert after == before


@pytest.mark.parametrize("who", ["other resident", "waiting"])
def test_nobody_acts_for_whom_they_may_not(signed_in, who):
    """The form of whom one acts for takes the name of any file; the office says whose it is."""
    victim, visitor = signed_in("resident"), signed_in(who)
    own = visitor.get("/me").page.shown
    answer = visitor.post("/me/people", {"csrf": visitor.csrf, "resident": resident_of(victim)})
    assert answer.status in (403, 404, 422), answer
    assert visitor.get("/me").page.shown == own
    assert victim.get("/me").page.shown != own


def test_in_a_form_no_other_file_can_be_named(signed_in):
    """What the address does not say, a field cannot: the file is the session's."""
    victim, visitor = signed_in("resident"), signed_in("waiting")
    file, phone = resident_of(victim), "13911112222"
    before = victim.ask("GET", f"/api/v1/residents/{file}").json["history"]
    for name in ("resident", "file", "id", "account", "on", "actingFor"):
        visitor.post("/me/contact", {"csrf": visitor.csrf, "phone": phone, name: file})
        visitor.post(f"/me/contact?{name}={file}", {"csrf": visitor.csrf, "phone": phone})
    assert victim.ask("GET", f"/api/v1/residents/{file}").json["history"] == before
