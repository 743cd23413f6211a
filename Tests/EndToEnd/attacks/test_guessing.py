"""Whoever guesses is kept waiting, and learns nothing by it."""

import re

import pytest

from harness.markup import words
from harness.people import accounts_of
from harness.visitor import Visitor


@pytest.fixture(scope="module")
def guessed(new_service):
    """A service of its own: its accounts get locked."""
    return new_service()


@pytest.fixture(scope="module")
def guessed_accounts(guessed):
    return accounts_of(guessed)


def attempt(visitor, name, password):
    return visitor.submit(visitor.get("/sign-in"), "/sign-in", name=name, password=password)


def told(answer) -> str:
    """What an answer says is wrong."""
    return " ".join(words(e) for e in answer.page.root.iter() if e.get("role") == "alert")


def test_a_name_that_exists_and_one_that_does_not_are_told_alike(guessed, guessed_accounts):
    visitor = Visitor(guessed.url)
    real = guessed_accounts["other resident"].name
    first = attempt(visitor, real, "wrong-password-1")
    second = attempt(visitor, "nobody-of-that-name", "wrong-password-1")
    assert first.status == second.status
    assert told(first) and told(first) == told(second)


def test_nor_do_they_differ_in_time(guessed, guessed_accounts):
    """A name that nobody has costs the same work."""
    visitor = Visitor(guessed.url)
    real, none = guessed_accounts["employer"].name, "nobody-either"
    page = visitor.get("/sign-in")
    token = next(e.get("value") for e in page.page.all("input") if e.get("name") == "csrf")

    # What the service computed, and not a clock: this machine may have more to do.
    def took(name):
        began = guessed.processor
        visitor.post("/sign-in", {"csrf": token, "name": name, "password": "wrong-password-2"})
        return guessed.processor - began

    times = [(took(real), took(none)) for _ in range(3)]
    fastest = [min(column) for column in zip(*times, strict=True)]
    assert 0.5 < fastest[0] / fastest[1] < 2.0, times


def test_an_account_is_locked_after_wrong_passwords(guessed, guessed_accounts):
    account = guessed_accounts["resident"]
    visitor = Visitor(guessed.url)
    answers = [attempt(visitor, account.name, f"wrong-password-{n}") for n in range(12)]
    assert answers[-1].status == 429
    assert int(answers[-1].headers["retry-after"]) > 0
    # Now not even the right password helps, and the answer does not say that it was right.
    right = attempt(Visitor(guessed.url), account.name, account.password)
    assert "/sign-in" in right.path
    assert right.status == 429
    assert re.sub(r"\d+", "", told(right)) == re.sub(r"\d+", "", told(answers[-1]))


def test_its_owner_comes_in_by_a_browser_that_the_account_knows(guessed, guessed_accounts):
    account = guessed_accounts["other resident"]
    owner, stranger = Visitor(guessed.url), Visitor(guessed.url)
    assert attempt(owner, account.name, account.password).status == 200
    owner.post("/sign-out", {"csrf": owner.token("/account")})
    assert owner.ask("GET", "/zh/me").group == "sign in"
    for n in range(5):
        attempt(stranger, account.name, f"wrong-password-{n}")
    assert attempt(Visitor(guessed.url), account.name, account.password).status == 429
    assert attempt(owner, account.name, account.password).status == 200
    assert owner.ask("GET", "/zh/me").status == 200
    # What it holds signs nobody in by itself.
    thief = Visitor(guessed.url)
    for cookie in owner.client.cookies.jar:
        if cookie.name.endswith("device"):
            thief.client.cookies.set(cookie.name, cookie.value, domain="127.0.0.1", path="/")
    assert thief.ask("GET", "/zh/me").group == "sign in"
    assert attempt(thief, account.name, "wrong-password-9").status == 422


def test_codes_of_the_second_factor_cannot_be_guessed(guessed, guessed_accounts):
    account = guessed_accounts["auditor"]
    visitor = Visitor(guessed.url)
    page = attempt(visitor, account.name, account.password)
    assert "second-factor" in page.path
    for n in range(12):
        page = visitor.submit(visitor.get("/account/second-factor"), "/second-factor", code=f"{n:06}")
        if "/sign-in" in page.path or page.status == 429:
            break
    else:
        # Still asked: then the right code must not help any more.
        page = visitor.submit(page, "/second-factor", code=account.code())
    assert Visitor(guessed.url).ask("GET", "/zh/audit").group == "sign in"
    assert visitor.ask("GET", "/zh/audit").group != "shown"


def test_a_code_of_the_second_factor_works_once(new_service):
    service = new_service()
    account = accounts_of(service)["clerk"]
    first, second = Visitor(service.url), Visitor(service.url)
    pages = [attempt(v, account.name, account.password) for v in (first, second)]
    code = account.code()
    one = first.submit(pages[0], "/second-factor", code=code)
    two = second.submit(pages[1], "/second-factor", code=code)
    assert "second-factor" not in one.path
    assert "second-factor" in two.path or "/sign-in" in two.path


def test_too_many_requests_are_told_to_wait(new_service):
    service = new_service(many=False)
    visitor = Visitor(service.url)
    statuses = [visitor.ask("GET", "/zh/sign-in").status for _ in range(700)]
    assert 429 in statuses
    answer = visitor.ask("GET", "/zh/sign-in")
    assert answer.status == 429
    assert int(answer.headers["retry-after"]) > 0
    # Whoever looks after the machine still sees how it is.
    assert visitor.ask("GET", "/health/live").status == 200


def test_a_made_up_address_does_not_help(new_service):
    service = new_service(many=False)
    visitor = Visitor(service.url)
    statuses = {
        visitor.ask("GET", "/zh/sign-in", headers={"X-Forwarded-For": f"10.0.0.{n % 250}"}).status
        for n in range(700)
    }
    assert 429 in statuses


def test_signed_in_people_are_not_signed_in_twice_by_a_stolen_form(guessed, guessed_accounts):
    """The page of the second factor is of no use to another session."""
    account = guessed_accounts["supervisor"]
    victim, thief = Visitor(guessed.url), Visitor(guessed.url)
    page = attempt(victim, account.name, account.password)
    token = next(e.get("value") for e in page.page.all("input") if e.get("name") == "csrf")
    thief.get("/sign-in")
    answer = thief.post(page.path[3:], {"csrf": token, "code": account.code()})
    assert answer.group != "shown"
