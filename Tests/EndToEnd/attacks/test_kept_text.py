"""Hostile text that the service keeps, and shows to others: every field of every role's forms.

Each person fills in every form that they can reach, with a hostile text of its own in each field.
A field that wants sense (a number, a day, a code) gets it at the second try, after the first was
refused. Then everybody looks at everything: a text may stand there, but only as text.
"""

import collections
import urllib.parse

import pytest

from harness.filling import Filler, kind_of
from harness.hostile import shown_raw, shown_safely
from harness.people import accounts_of, sign_in
from harness.routes import pattern_of
from harness.spotter import spotted
from harness.visitor import Answer, Visitor, form_fields, once

# Who fills in forms, in an order in which the later ones find what the earlier ones left.
PEOPLE = (
    "newcomer", "active", "parent", "endorse", "suspended", "applicant", "supplement", "waiting",
    "clerk", "reviewer", "reviewer2", "supervisor", "department", "employer", "auditor",
)  # fmt: skip
RESIDENTS = PEOPLE[1:8]
# As whom the commands of the API are run, and what for.
HANDS = (
    ("clerk", "casework"), ("reviewer", "casework"), ("supervisor", "correction"),
    ("supervisor", "data protection"), ("department", "verification"),
    ("active", "own affairs"), ("waiting", "own affairs"),
)  # fmt: skip
OFFICE = ("clerk", "reviewer", "reviewer2", "supervisor")
# What would end the session, or keep the person from signing in again.
SPARED = ("/sign-out", "/account/password", "/account/second-factor", "/account/sessions",
          "/session", "/account/confirm", "/account/recovery-codes")  # fmt: skip
# What ends something on which other forms depend: filled in last.
ENDING = ("/give-up", "/cancel", "/withdraw", "/refuse", "/decline", "/leave", "/end-residence",
          "/end-guardian", "/unlink", "/merge", "/confirm-confiscation")  # fmt: skip
# The fields that take any text, by form and by command: all there are. A code that belongs to no
# employer, where that is ticked, is not kept at all.
FREE = {
    "/me/start/register": "name address ethnicity", "/me/address": "address district proof",
    "/me/employer": "name code", "/me/facts/{}/dispute": "why",
    "/desk/register": "name address registered ethnicity", "/desk/search": "q",
    "/desk/staff": "office", "/desk/checks/{}/dispute": "reason",
    "/desk/checks/{}/state": "value reference", "/desk/files/{}/do/state": "value reference",
    "/desk/files/{}/do/dispute": "why", "/desk/files/{}/do/employer": "employer",
    "/desk/files/{}/do/identity": "name registered ethnicity",
    "/desk/files/{}/do/residence": "address district proof",
    "/desk/files/{}/do/propose-confiscation": "evidence", "/desk/files/{}/do/relocation": "unit",
    "person correctIdentity": "name registeredAddress ethnicity reason",
    "person registerResidence": "address district proof",
    "person changeEmployer": "name", "person protect": "reason",
    "person unprotect": "reason", "person unlinkRelative": "reason", "person endGuardian": "reason",
    "fact state": "source reference", "fact withdraw": "reason", "fact dispute": "why",
    "fact answerDispute": "reason reference source", "application submit": "papers",
    "application supplement": "papers", "application decline": "reason rightOffice",
    "application confirmRelocation": "unit", "application extendTerm": "reason",
    "permit issue": "serial", "permit replaceCard": "serial",
    "permit proposeConfiscation": "evidence", "permit dropConfiscation": "reason",
    "permit restore": "reason",
}  # fmt: skip
# Of these, what the demo city always lets somebody fill in and somebody see.
SHOWN = {
    "/me/start/register": "name", "/me/address": "address",
    "/me/facts/{}/dispute": "why", "/desk/staff": "office", "/desk/search": "q",
    "/desk/checks/{}/dispute": "reason", "person correctIdentity": "name registeredAddress",
    "person changeEmployer": "name",
}  # fmt: skip
# How often a form is tried on other files until one takes it.
TRIES = 3


class Walk:
    """Walks the pages behind the sign-in of one person, a few of each kind."""

    def __init__(self, visitor: Visitor, table, most: int, begin: tuple[str, ...] = (), each=3):
        self.visitor = visitor
        self.pages = [r for r in table if r.kind == "page" and r.method == "GET"]
        self.open = {r.path for r in self.pages if r.audience == "everyone"}
        self.begin = [*begin, "/me", "/desk", "/audit", "/account"]
        self.most, self.each = most, each

    def __iter__(self):
        waiting = collections.deque(map(self.visitor.address, self.begin))
        known, seen, left = set(), collections.Counter(), self.most
        while waiting and left > 0:
            path = waiting.popleft()
            kind = kind_of(path)
            if path in known or (seen[kind] >= self.each and path[3:] not in self.begin):
                continue
            known.add(path)
            answer = self.visitor.ask("GET", path)
            where = answer.headers.get("location", "")
            if answer.status == 303 and where.startswith("/zh"):
                waiting.append(where)
            if answer.status != 200 or answer.kind != "text/html":
                continue
            seen[kind] += 1
            left -= 1
            yield path, answer
            for link in answer.page.links:
                target = urllib.parse.urljoin(self.visitor.url + path, link)
                target = target.removeprefix(self.visitor.url).split("#")[0]
                is_own = pattern_of(target[3:], self.pages) not in self.open
                if target.startswith("/zh/") and is_own:
                    waiting.append(target)
            waiting += self.choosing(path, answer)

    def choosing(self, path: str, answer: Answer) -> list[str]:
        """Where the forms lead in which one chooses what the next page is about."""
        targets = []
        for form in answer.page.forms:
            if (form.get("method") or "get").lower() == "post":
                continue
            fields = form_fields(form)
            for select in form.iter("select"):
                for option in list(select.iter("option"))[1:4]:
                    chosen = [(n, v) for n, v in fields if n != select.get("name")]
                    chosen.append((select.get("name"), option.get("value") or ""))
                    address = urllib.parse.urljoin(path, form.get("action") or path).split("?")[0]
                    targets.append(f"{address}?{urllib.parse.urlencode(chosen)}")
        return targets


@pytest.fixture(scope="module")
def people(service):
    """Everybody, signed in."""
    accounts, visitors = accounts_of(service), {}
    for who in PEOPLE:
        visitors[who] = Visitor(service.url, name=who)
        sign_in(visitors[who], accounts[who])
    return visitors


def fill_in(filler: Filler, visitor: Visitor, table, looked, begin, spared) -> None:
    """Fills in whatever a person can reach; once more where that opened new ways."""
    tries = collections.Counter()
    for _ in range(2):
        before = len(filler.taken)
        for path, answer in Walk(visitor, table, 130 if visitor.name == "clerk" else 50, begin):
            looked.append((visitor.name, path, answer.text))
            for form in answer.page.forms:
                action = urllib.parse.urljoin(visitor.url + path, form.get("action") or "")
                action = action.removeprefix(visitor.url)
                kind = kind_of(action)
                is_sent = (form.get("method") or "get").lower() == "post"
                if not is_sent or kind in filler.taken or tries[kind] >= TRIES:
                    continue
                if kind.endswith(spared):
                    continue
                tries[kind] += 1
                answer = filler.fill(visitor, form, action)
                assert answer.status < 500, f"{visitor.name} {kind}: {answer.status}"
                looked.append((visitor.name, action, answer.text))
        if before == len(filler.taken):
            break


def command(filler: Filler, people, residents, service) -> None:
    """Runs every command of the API on files of the demo, as whoever may."""
    description = once("GET", f"{service.url}/api/openapi.json").json()
    path = description["paths"]["/api/v1/residents/{resident}/commands"]
    schema = path["post"]["requestBody"]["content"]["application/json"]["schema"]
    for area in schema["oneOf"]:
        for one in area["properties"]["do"]["oneOf"]:
            for who, purpose in HANDS:
                own = [residents[who]] if who in residents else list(residents.values())[2:5]
                for resident in own:
                    answer = filler.command(people[who], resident, area, one, purpose)
                    assert answer.status < 500, f"{who} {one}: {answer.status}"
                    # Whoever may not do it may not do it to another file either.
                    if answer.status in (200, 403):
                        break
    filler.files |= set(residents.values())


@pytest.fixture(scope="module")
def played(people, table, personal, service):
    """Every form that somebody can reach, and every command of the API, with hostile text: what was
    filled in, and what everybody was shown, as who looked, at which address, at what."""
    filler, looked = Filler(personal), []
    residents = {
        who: people[who].ask("GET", "/api/v1/session").json["resident"] for who in RESIDENTS
    }
    files = tuple(f"/desk/files/{resident}" for resident in residents.values())
    for spared in (SPARED + ENDING, SPARED):
        for who in PEOPLE:
            fill_in(filler, people[who], table, looked, files if who in OFFICE else (), spared)
    command(filler, people, residents, service)
    last = {
        "clerk": [f"/desk/files/{file}" for file in filler.files],
        "auditor": [f"/audit/files/{file}" for file in filler.files],
        "department": [f"/desk/checks/{file}" for file in filler.files],
    }
    for who in PEOPLE:
        begin = tuple(sorted(last.get(who, ())))
        for path, answer in Walk(people[who], table, 30 + len(begin), begin):
            looked.append((who, path, answer.text))
    return filler, looked


def test_what_is_kept_is_shown_as_text_only(played):
    filler, looked = played
    wrong = []
    for who, path, text in looked:
        wrong += [f"{who} {path}: {fault}" for fault in spotted(text)]
        wrong += [f"{who} {path}: as it was typed" for n in filler.kept if shown_raw(n) in text]
    assert not wrong, f"{len(wrong)}\n" + "\n".join(wrong[:30])


def test_the_fields_that_take_any_text_are_known(played):
    """A new field that takes any text fails the test until somebody has named it."""
    filler, _ = played
    kept = {filler.typed[number] for number in filler.kept}
    named = {(kind, field) for kind, fields in FREE.items() for field in fields.split()}
    assert kept <= named, sorted(kept - named)


def test_what_was_typed_was_really_kept_and_shown(played):
    """Else nothing above would have been tried."""
    filler, looked = played
    everything = "".join(text for _, _, text in looked)
    shown = {filler.typed[number] for number in filler.kept if shown_safely(number) in everything}
    wanted = {(kind, field) for kind, fields in SHOWN.items() for field in fields.split()}
    assert wanted <= shown, (sorted(wanted - shown), sorted(filler.refused))
    assert len(filler.taken) > 40, sorted(filler.taken)
