"""Text that would be a script, a query, a template or a header, were it taken for one."""

import collections
import urllib.parse

import pytest

from harness.filling import Filler
from harness.hostile import OTHERS, SCRIPTS
from harness.people import ROLES
from harness.routes import Route, pattern_of
from harness.spotter import spotted
from harness.visitor import Visitor, choices, form_fields


def forms_of(visitor, start: list[str], shut: list[Route], most: int = 90):
    """Every form that a visitor can reach, once for each address, behind no path that is shut."""
    waiting, known, found = collections.deque(visitor.address(p) for p in start), set(), {}
    shut_paths = {route.path for route in shut}
    while waiting and len(known) < most:
        path = waiting.popleft()
        if path in known or "sign-out" in path:
            continue
        known.add(path)
        answer = visitor.ask("GET", path)
        if answer.status in (302, 303) and answer.headers["location"].startswith("/"):
            waiting.append(answer.headers["location"])
        if answer.kind != "text/html" or answer.status != 200:
            continue
        for form in answer.page.forms:
            action = urllib.parse.urljoin(visitor.url + path, form.get("action") or "")
            action = action.removeprefix(visitor.url)
            if "sign-out" not in action and choices(form) - {"csrf"}:
                # One form with the same fields is enough, whichever file it is on.
                kind = (action.split("?")[0].rpartition("/")[2], frozenset(choices(form)))
                found.setdefault(kind, (action, form))
        for link in answer.page.links:
            target = urllib.parse.urljoin(visitor.url + path, link).removeprefix(visitor.url)
            target = target.split("#")[0]
            if target.startswith("/zh") and pattern_of(target[3:], shut) not in shut_paths:
                waiting.append(target)
    return list(found.values())


def send(visitor, action, form, fields):
    if (form.get("method") or "get").lower() == "post":
        answer = visitor.post(action, fields)
    else:
        answer = visitor.ask("GET", action.split("?")[0] + "?" + urllib.parse.urlencode(fields))
    if answer.status in (302, 303) and answer.headers.get("location", "").startswith("/"):
        answer = visitor.follow(answer)
    return answer


@pytest.fixture(scope="module", autouse=True)
def everybody_is_in(accounts, signed_in):
    """Hostile passwords make the whole machine wait, so that everybody signs in before."""
    for who in ROLES:
        if who in accounts:
            signed_in(who)


START = {"anonymous": [""], "resident": ["/me"], "auditor": ["/audit"]}


@pytest.mark.parametrize("who", ["anonymous", *ROLES])
def test_hostile_text_in_every_field_is_only_text(signed_in, table, who):
    """One request for each field and each text: nothing breaks, nothing is taken for markup."""
    visitor = signed_in(who)
    # What is open to everybody is tried as nobody.
    open_to_all = [r for r in table if r.kind == "page" and r.audience == "everyone"]
    shut = [] if who == "anonymous" else open_to_all
    wrong, tried, fields_tried = [], 0, 0
    token = visitor.token()
    for action, form in forms_of(visitor, START.get(who, ["/desk"]), shut):
        plain = form_fields(form)
        for name in sorted(choices(form) - {"csrf"}):
            # Scripts in each field; the other texts are dealt out over the fields.
            texts = SCRIPTS + OTHERS[fields_tried % 11 :: 11]
            fields_tried += 1
            for text in texts:
                tried += 1
                fields = [(n, v) for n, v in plain if n != name] + [(name, text)]
                answer = send(visitor, action, form, fields)
                where = f"{action} {name}={text[:30]!r}"
                if answer.status >= 500:
                    wrong.append(f"{where}: {answer.status}")
                if "planted" in answer.headers.get("set-cookie", ""):
                    wrong.append(f"{where}: sets a cookie")
                if "evil.example" in answer.headers.get("location", ""):
                    wrong.append(f"{where}: leads elsewhere")
                if answer.kind == "text/html":
                    wrong += [f"{where}: {fault}" for fault in spotted(answer.text)]
                    if "{{" in text and token in answer.page.shown:
                        wrong.append(f"{where}: was taken for a template")
    assert not wrong, f"{len(wrong)} of {tried}\n" + "\n".join(wrong[:40])
    assert fields_tried or who not in ("anonymous", "resident", "clerk")


@pytest.mark.parametrize("text", OTHERS + SCRIPTS)
def test_hostile_text_in_a_query(service, signed_in, table, text):
    visitor = signed_in("anonymous")
    for route in table:
        if route.method != "GET" or route.audience != "everyone" or route.kind == "operations":
            continue
        path = visitor.address(route.filled({}, urllib.parse.quote(text[:200], safe="")))
        query = {n: text[:1200] for n in ("q", "number", "name", "next", "on", "with", "answer")}
        answer = visitor.ask("GET", path, params=query)
        assert answer.status < 500, f"{route.name}: {answer.status}"
        assert "planted" not in answer.headers.get("set-cookie", "")
        if answer.kind == "text/html":
            assert spotted(answer.text) == [], route.name


# Answers after which much is still to be asked.
LEADING_ON = {
    "household-place": "elsewhere", "permit-state": "active", "staff-of-a-relocated-unit": "false",
}  # fmt: skip


def test_hostile_text_in_each_question_of_the_ways(service, personal):
    """The questions come one at a time, so that each is met on the way, and each text refused or
    kept with the other answers; what is kept is shown with the result."""
    visitor, filler = Visitor(service.url), Filler(personal)
    page, wrong, asked = visitor.get("/ways"), [], collections.Counter()
    while len(asked) < 25:
        forms = [
            form for form in page.page.forms
            if (form.get("method") or "").lower() == "post" and "clear" not in form.get("action")
            and any(e.tag == "main" for e in page.page.above(form))
        ]  # fmt: skip
        asked[page.page.heading] += 1
        # The end: the result asks nothing.
        if not forms or (len(asked) > 1 and "of" not in dict(form_fields(forms[0]))):
            break
        assert asked[page.page.heading] < 5, f"no way past {page.page.heading}"
        form, action = forms[0], forms[0].get("action")
        plain = form_fields(form)
        typed = {e.get("name") for e in form.iter("input") if e.get("type") not in ("hidden",)}
        for name in sorted(typed - {None, "csrf"}):
            for text in SCRIPTS:
                fields = [(n, v) for n, v in plain if n != name] + [(name, text)]
                answer = visitor.follow(visitor.post(action, fields))
                assert answer.status < 500, f"{action} {name}: {answer.status}"
                wrong += [f"{action} {name}: {fault}" for fault in spotted(answer.text)]
        # On to the next question, by whatever answer comes first.
        fields, _ = filler.fields(form, "ways", typed, asked[page.page.heading] - 1)
        on = LEADING_ON.get(dict(plain).get("of"))
        fields = [(n, on if on and n == "answer" else v) for n, v in fields]
        # A question that no first answer comes past is passed over.
        if asked[page.page.heading] > 2:
            fields = [*plain, ("skip", "1")]
        answer = visitor.follow(visitor.post(action, fields))
        wrong += [f"{action}: {fault}" for fault in spotted(answer.text)]
        page = answer
    assert not wrong, "\n".join(wrong[:20])
    assert len(asked) > 18, asked
