"""Ended in the middle of anything, the service tells the truth when it comes back, and nothing
twice."""

import collections
import os
import random
import re
import threading
import uuid

import httpx
import pytest

from harness.citizens import citizen
from harness.people import Account, accounts_of, sign_in
from harness.visitor import Visitor, find_form, form_fields

# How often each of the two is killed; more by `ANJU_KILLS`.
ROUNDS = int(os.environ.get("ANJU_KILLS", "6"))


@pytest.fixture(scope="module")
def mortal(new_service):
    """A service that is killed again and again."""
    return new_service()


class Tally:
    """Counts when the kills came: before anything was done, after, or after the answer."""

    def __init__(self):
        self.counts = collections.Counter()

    def add(self, was_answered: bool, was_done: bool) -> None:
        """One kill."""
        when = "after the answer" if was_answered else "before the answer, done"
        self.counts[when if was_done else "before it was done"] += 1

    def tell(self, capsys, what: str) -> None:
        """Says it, past pytest, which keeps what passing tests print to itself."""
        with capsys.disabled():
            parts = ", ".join(f"{count} {when}" for when, count in sorted(self.counts.items()))
            print(f"\n{what}: killed {sum(self.counts.values())} times: {parts}")


class Killer:
    """Kills the service while it is at something."""

    def __init__(self, service, seed: int):
        self.service = service
        self.chance = random.Random(seed)
        # How long the service has at most: less after each answer, more after each kill before it,
        # so that half of them come in the middle, however quick the machine is.
        self.most = 0.1

    def during(self, send):
        """Sends something; the answer, if one came."""
        timer = threading.Timer(self.chance.uniform(0, self.most), self.service.kill)
        timer.start()
        try:
            answer = send()
            self.most *= 0.6
            return answer
        except httpx.TransportError:
            self.most *= 1.4
            return None
        finally:
            timer.join()
            self.service.start()


def test_a_person_is_registered_once(mortal, personal, capsys):
    """A clerk sends the same form until it is answered; the service dies at any moment."""
    killer, tally = Killer(mortal, 5), Tally()
    clerk = Visitor(mortal.url)
    sign_in(clerk, accounts_of(mortal)["clerk"])

    def files_of(number: str) -> set[str]:
        found = clerk.submit(clerk.get("/desk/search"), "/desk/search", q=number)
        return {link.split("?")[0] for link in found.page.links if "/desk/files/" in link}

    for round_number in range(ROUNDS):
        someone = citizen(500 + round_number, personal)
        form = find_form(clerk.get("/desk/register").page, "/desk/register")
        typed = {"name": someone.name, "number": someone.number}
        fields = [(n, typed.get(n, v)) for n, v in form_fields(form)]
        answered = killer.during(lambda: clerk.post("/desk/register", fields))
        before = files_of(someone.number)
        # What a person does who has seen no answer: goes back, and sends the same page again.
        again = clerk.post("/desk/register", fields)
        assert again.status == 303, f"round {round_number}: {again} {again.page.shown[:300]}"
        after = files_of(someone.number)
        assert len(after) == 1, f"round {round_number}: {len(after)} files"
        if answered is not None:
            assert answered.status == 303
            assert answered.headers["location"] == again.headers["location"]
            assert before == after, f"round {round_number}: it was told and is gone"
        assert before in (set(), after)
        tally.add(answered is not None, bool(before))
    tally.tell(capsys, "registering people")


class Person:
    """A resident and their program, and what they do while the service is killed."""

    def __init__(self, service, personal):
        self.service, self.personal = service, personal
        self.visitor = Visitor(service.url)
        sign_in(self.visitor, accounts_of(service)["active"])
        self.applicant = Visitor(service.url)
        sign_in(self.applicant, accounts_of(service)["waiting"])
        self.resident = self.visitor.ask("GET", "/api/v1/session").json["resident"]

    def entries(self) -> int:
        """How many entries the file has."""
        return len(self.visitor.ask("GET", f"/api/v1/residents/{self.resident}").json["history"])

    def changes_the_phone(self, number: int):
        """A form, whose page has a key of its own."""
        phone = citizen(40_000 + number, self.personal).phone
        form = find_form(self.visitor.get("/me/contact").page, "/me/contact")
        fields = [(n, phone if n == "phone" else v) for n, v in form_fields(form)]

        def is_done() -> bool:
            shown = find_form(self.visitor.get("/me/contact").page, "/me/contact")
            return dict(form_fields(shown))["phone"] == phone

        return lambda: self.visitor.post("/me/contact", fields), is_done, 1

    def runs_a_command(self, number: int):
        """A command of the API with a key of its own."""
        phone = citizen(50_000 + number, self.personal).phone
        before = self.entries()
        headers = {
            "Idempotency-Key": str(uuid.uuid4()), "Origin": self.visitor.url,
            "X-CSRF-Token": self.visitor.csrf,
        }  # fmt: skip
        body = {"on": "person", "do": {"changePhone": {"phone": phone}}, "purpose": "own affairs"}
        path = f"/api/v1/residents/{self.resident}/commands"
        return (
            lambda: self.visitor.ask("POST", path, json=body, headers=headers),
            lambda: self.entries() > before,
            1,
        )

    def keeps_a_draft(self, number: int):
        """A page of an application that is not sent yet, which changes no file."""
        path, other = "/me/apply/basis", self.applicant

        def chosen() -> list[str]:
            fields = form_fields(find_form(other.get(path).page, path))
            return [value for name, value in fields if name == "basis"]

        form = find_form(other.get(path).page, path)
        ways = [e.get("value") for e in form.iter("input") if e.get("name") == "basis"]
        way = next(value for value in ways if [value] != chosen())
        fields = [(n, v) for n, v in form_fields(form) if n != "basis"] + [("basis", way)]
        return lambda: other.post(path, fields), lambda: chosen() == [way], 0

    def signs_up(self, number: int):
        """Somebody else makes an account, in a browser of their own."""
        other = Visitor(self.service.url)
        account = Account(f"newcomer-{number}", "resident", f"tiao-wei-{number}-shan-shui-5")
        form = find_form(other.get("/sign-up").page, "/sign-up")
        typed = {"name": account.name, "password": account.password}
        fields = [(n, typed.get(n, v)) for n, v in form_fields(form)]

        def is_done() -> bool:
            one = Visitor(self.service.url)
            page = one.get("/sign-in")
            answer = one.submit(
                page, "/sign-in", name=account.name, password=account.password
            )
            return answer.status == 200 and "/sign-in" not in answer.path

        return lambda: other.post("/sign-up", fields), is_done, 0


def test_whatever_a_person_does_is_done_once(mortal, personal, capsys):
    killer, tally = Killer(mortal, 7), Tally()
    person = Person(mortal, personal)
    deeds = [
        person.changes_the_phone, person.runs_a_command, person.keeps_a_draft, person.signs_up,
    ]  # fmt: skip
    # Where the second sending is told that the first was taken: a name, a draft of another page.
    told_twice = (person.signs_up, person.keeps_a_draft)
    for number in range(ROUNDS):
        deed = deeds[number % len(deeds)]
        send, is_done, entries = deed(number)
        before = person.entries()
        answered = killer.during(send)
        was_done = is_done()
        name = f"{deed.__name__} {number}"
        if answered is not None:
            assert answered.status in (200, 303), f"{name}: {answered}"
            assert was_done, f"{name}: it was told and is gone"
        again = send()
        taken = again.status in (200, 303) or (was_done and deed in told_twice)
        assert taken, f"{name}: {again}"
        assert is_done(), name
        assert person.entries() - before == entries, f"{name}: {person.entries() - before} entries"
        tally.add(answered is not None, was_done)
    tally.tell(capsys, "doing anything")


def test_what_was_answered_is_still_there(mortal):
    """Whatever the service said that it had done is done after any number of deaths."""
    visitor = Visitor(mortal.url)
    sign_in(visitor, accounts_of(mortal)["resident"])
    before = re.sub(r"\s+", " ", visitor.get("/me").page.shown)
    for _ in range(3):
        mortal.kill()
        mortal.start()
        after = re.sub(r"\s+", " ", visitor.get("/me").page.shown)
        assert after == before


def test_it_comes_back_quickly(mortal):
    mortal.kill()
    mortal.start()
    assert mortal.processor < 10
