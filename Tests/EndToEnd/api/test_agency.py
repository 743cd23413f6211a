"""*May this holder …?* as an agency's program asks it, with a key that it signs with."""

import base64
import json
import time

import pytest
from joserfc import jws
from joserfc.jwk import ECKey, OctKey

from harness.agency import Agency
from harness.citizens import DEMO_NUMBERS, citizen
from harness.visitor import once

EDUCATION = "compulsory-education"
OTHER = "public-library"


@pytest.fixture(scope="module")
def school(service) -> Agency:
    """A school that may ask about one service."""
    return Agency(service, "school", (EDUCATION,))


@pytest.fixture(scope="module")
def number_of(personal):
    """The citizen's number of one of the demo's people; no log may hold it."""
    personal.add(*DEMO_NUMBERS.values())
    return DEMO_NUMBERS.__getitem__


@pytest.mark.parametrize(
    "who, answer",
    [("active", "yes"), ("suspended", "suspended"), ("waiting", "no"), ("applicant", "no")],
)
def test_a_holder_is_answered_for(school, number_of, who, answer):
    found = school.ask(number_of(who), EDUCATION)
    assert found.status_code == 200, found.text
    told = found.json()
    assert told["answer"] == answer, told
    assert told["reason"]["chinese"] and told["reason"]["english"]
    assert told["article"] and told["standing"] in ("enacted", "reported", "sample")
    assert ("validUntil" in told) == (answer == "yes")
    # No more than that: not who it is, nor since when.
    assert set(told) <= {"service", "answer", "reason", "article", "standing", "validUntil", "on"}
    assert number_of(who) not in found.text


def test_nobody_is_unknown_and_never_no(school, personal):
    told = school.ask(citizen(900, personal).number, EDUCATION).json()
    assert told["answer"] == "unknown"


def test_what_is_no_number_is_refused(school):
    for number in ("", "1", "x" * 18, "130638199901010001", "' OR 1=1 --"):
        assert school.ask(number, EDUCATION).status_code == 400, number


def test_another_service_than_its_own_is_refused(school, number_of):
    token = school.token()
    assert school.ask(number_of("active"), OTHER, token).status_code == 403
    # Neither do two scopes of which one is its own.
    for scope in (OTHER, f"{EDUCATION} {OTHER}"):
        answer = school.exchange(scope=scope)
        assert (answer.status_code, answer.json()["error"]) == (400, "invalid_scope")


def test_the_holder_sees_who_asked(school, number_of, signed_in):
    school.ask(number_of("active"), EDUCATION)
    assert "school" in signed_in("active").get("/me/access").page.shown


def refused(school: Agency, assertion: str, **changes) -> bool:
    """Whether an assertion is turned away as every other is, with nothing told of why."""
    answer = school.exchange(assertion, **changes)
    assert answer.headers["content-type"].startswith("application/problem+json"), answer.text
    assert assertion not in answer.text
    return answer.status_code == 401


def test_lies_of_an_assertion_are_not_believed(school):
    now = int(time.time())
    lies = {
        "over": {"exp": now - 5},
        "good for too long": {"exp": now + 86_400},
        "for ever": {"exp": None},
        "for another": {"aud": "https://elsewhere.example"},
        "for nobody": {"aud": None},
        "without a name of its own": {"jti": ""},
        "with no jti": {"jti": None},
        "in another's name": {"iss": "library", "sub": "library"},
        "about another": {"sub": "library"},
    }
    believed = [what for what, lie in lies.items() if not refused(school, school.assertion(**lie))]
    assert not believed


def test_signatures_that_are_not_the_clients_are_not_believed(school):
    stranger = ECKey.generate_key("P-256")
    good = school.assertion()
    head, body, signature = good.split(".")
    none = base64.urlsafe_b64encode(b'{"alg":"none","kid":"one"}').rstrip(b"=").decode()
    public = json.dumps(school.key.as_dict(private=False))
    shared = jws.serialize_compact(
        {"alg": "HS256", "kid": "one"}, base64.urlsafe_b64decode(body + "=="),
        OctKey.import_key(public), algorithms=["HS256"],
    )  # fmt: skip
    forged = {
        "another's key": school.assertion(key=stranger),
        "a key that it has not": school.assertion(header={"kid": "two"}),
        "no kid": school.assertion(header={"kid": ""}),
        "no signature": f"{head}.{body}.",
        "of no algorithm": f"{none}.{body}.",
        "the public key as a secret": shared,
        "turned round": f"{head}.{body}.{signature[::-1]}",
        "three words": "a.b.c",
    }
    assert [what for what, text in forged.items() if not refused(school, text)] == []
    # What was taken apart for this was good.
    assert school.exchange(good).status_code == 200


def test_an_assertion_is_taken_once(school):
    once_only = school.assertion()
    assert school.exchange(once_only).status_code == 200
    assert refused(school, once_only)
    # Nor does another signature over the same name help.
    assert school.exchange(school.assertion(jti="the-same")).status_code == 200
    assert refused(school, school.assertion(jti="the-same"))


def test_a_key_that_was_taken_away_is_worth_nothing_nor_its_tokens(service, number_of):
    clinic = Agency(service, "clinic", (EDUCATION,))
    second = ECKey.generate_key("P-256")
    clinic.add_key("two", second)
    token = clinic.token()
    assert clinic.ask(number_of("active"), EDUCATION, token).status_code == 200
    clinic.remove_key("one")
    assert refused(clinic, clinic.assertion())
    assert clinic.ask(number_of("active"), EDUCATION, token).status_code == 401
    clinic.key, clinic.kid = second, "two"
    assert clinic.ask(number_of("active"), EDUCATION).status_code == 200


def test_a_client_that_was_shut_out_gets_nothing(service, number_of):
    bank = Agency(service, "bank-1", (EDUCATION,))
    token = bank.token()
    bank.block()
    assert refused(bank, bank.assertion())
    assert bank.ask(number_of("active"), EDUCATION, token).status_code == 401
    bank.unblock()
    assert bank.ask(number_of("active"), EDUCATION).status_code == 200


def test_its_token_opens_nothing_else(school, table, service):
    token = school.token()
    for route in table:
        if route.audience in ("everyone",) or route.audience.startswith("client"):
            continue
        path = ("/zh" if route.kind == "page" else "") + route.filled({})
        answer = once(
            route.method,
            service.url + path,
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        )
        assert answer.status_code in (303, 401, 403, 415), f"{route.name}: {answer.status_code}"
        if answer.status_code == 303:
            assert "/sign-in" in answer.headers["location"]
