"""Ended in the middle of anything, the service tells the truth when it comes back, and nothing
twice."""

import random
import re
import threading
import time

import httpx
import pytest

from harness.citizens import citizen
from harness.people import accounts_of, sign_in
from harness.visitor import Visitor, find_form, form_fields

ROUNDS = 6


@pytest.fixture(scope="module")
def mortal(new_service):
    """A service that is killed again and again."""
    return new_service()


def test_a_person_is_registered_once(mortal, personal):
    """A clerk sends the same form until it is answered; the service dies at any moment."""
    chance = random.Random(5)
    clerk = Visitor(mortal.url)
    sign_in(clerk, accounts_of(mortal)["clerk"])
    for round_number in range(ROUNDS):
        someone = citizen(500 + round_number, personal)
        form = find_form(clerk.get("/desk/register").page, "/desk/register")
        typed = {"name": someone.name, "number": someone.number}
        fields = [(n, typed.get(n, v)) for n, v in form_fields(form)]
        killer = threading.Timer(chance.uniform(0, 0.05), mortal.kill)
        killer.start()
        answered = None
        try:
            answered = clerk.post("/desk/register", fields)
        except httpx.TransportError:
            pass
        killer.join()
        mortal.start()
        # What a person does who has seen no answer: goes back, and sends the same page again.
        again = clerk.post("/desk/register", fields)
        assert again.status == 303, f"round {round_number}: {again} {again.page.shown[:300]}"
        if answered is not None and answered.status == 303:
            assert answered.headers["location"] == again.headers["location"]
        found = clerk.submit(clerk.get("/desk/search"), "/desk/search", q=someone.number)
        files = {link.split("?")[0] for link in found.page.links if "/desk/files/" in link}
        assert len(files) == 1, f"round {round_number}: {len(files)} files"


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
    began = time.monotonic()
    mortal.start()
    assert time.monotonic() - began < 5
