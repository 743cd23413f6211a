"""Ended in the middle of anything, the service tells the truth when it comes back, and nothing
twice."""

import random
import re
import threading
import time

import httpx
import pytest

from harness.people import accounts_of, sign_in
from harness.visitor import Visitor, find_form, form_fields

ROUNDS = 6


@pytest.fixture(scope="module")
def mortal(new_service):
    """A service that is killed again and again."""
    return new_service()


def test_an_address_is_registered_once_or_not_at_all(mortal):
    """A person sends the same form until it is answered; the service dies at any moment."""
    chance = random.Random(5)
    visitor = Visitor(mortal.url)
    sign_in(visitor, accounts_of(mortal)["resident"])
    for round_number in range(ROUNDS):
        street = f"奥威东路 {1000 + round_number} 号"
        page = visitor.get("/me/address")
        form = find_form(page.page, "/address")
        fields = [(n, v) for n, v in form_fields(form) if n not in ADDRESS] + [
            (name, value.format(street=street)) for name, value in ADDRESS.items()
        ]
        action = form.get("action")
        killer = threading.Timer(chance.uniform(0, 0.03), mortal.kill)
        killer.start()
        answered = None
        try:
            answered = visitor.post(action[3:], fields)
        except httpx.TransportError:
            pass
        killer.join()
        mortal.start()
        if answered is None or answered.status >= 500:
            # What a person does: goes back, and sends the same page again.
            visitor.post(action[3:], fields)
        # It stands there once as the address of now, and once in the list of all that were.
        page = visitor.get("/me/address").page
        shown = [e for e in page.all("h3") if street in "".join(e.itertext())]
        assert len(shown) == 1, f"round {round_number}: {len(shown)} times"


ADDRESS = {"address": "{street}", "district": "容东片区", "proof": "lease"}


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
