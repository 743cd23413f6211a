"""Files and addresses that are not this service's to give or to lead to."""

import re

import pytest

from harness.people import sign_in
from harness.visitor import Visitor, once
from harness.wire import raw, statuses

TRAVERSALS = (
    "/assets/../Package.swift", "/assets/..%2f..%2fetc%2fpasswd", "/assets/%2e%2e/%2e%2e/etc/passwd",
    "/assets/....//....//etc/passwd", "/assets/..%5c..%5cetc%5cpasswd", "/assets//etc/passwd",
    "/assets/%00", "/assets/style.css%00.js", "/assets/../../../../../../../../etc/passwd",
    "/assets/.", "/assets/..", "/assets/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
    "/zh/../assets/../etc/passwd", "/zh/measures/..%2f..%2fetc%2fpasswd",
)  # fmt: skip


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_file_is_reached_by_its_path(service, path):
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    answer = raw(service.port, request)
    assert statuses(answer)[0] in (303, 400, 404), answer[:100]
    assert b"root:" not in answer and b"swift-tools" not in answer


ELSEWHERE = (
    "https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example",
    "https:evil.example", "/%2f/evil.example", "/zh/../../..//evil.example", "/zh@evil.example",
    "javascript:alert(1)", "\t//evil.example", " https://evil.example", "/\t/evil.example",
    "http://127.0.0.1@evil.example/", "/zh\r\nLocation: https://evil.example",
    "data:text/html,hello", "///evil.example", "/\n/evil.example",
)  # fmt: skip


@pytest.mark.parametrize("name", ["next", "return", "from", "back", "to", "redirect", "url"])
def test_signing_in_leads_nowhere_else(service, accounts, name):
    """As one session signs in once, the form is sent with a wrong password and with a right one."""
    for target in ELSEWHERE:
        visitor = Visitor(service.url)
        page = visitor.ask("GET", "/zh/sign-in", params={name: target})
        assert page.status in (200, 303), (target, page)
        for link in page.page.links:
            assert not re.match(r"^\s*([a-z]+:|[/\\]{2}|/[\\\t\n])", link, re.I), (target, link)
        for form in page.page.forms:
            assert (form.get("action") or "").startswith("/zh/"), (target, form.get("action"))


def test_after_signing_in_one_stays_here(service, accounts):
    account = accounts["resident"]
    for target in ELSEWHERE[:8]:
        visitor = Visitor(service.url)
        page = visitor.ask("GET", "/zh/sign-in", params={"next": target})
        names = {e.get("name") for e in page.page.all("input")}
        fields = {"name": account.name, "password": account.password}
        if "next" in names:
            fields["next"] = target
        # `submit` follows, and fails where it leads out of the service.
        visitor.submit(page, "/sign-in", **fields)


def test_the_language_link_leads_to_no_other_place(service):
    for path in ("/zh//evil.example", "/zh/%2f%2fevil.example", "/zh/\\evil.example"):
        answer = once("GET", service.url + path)
        for target in re.findall(r'href="([^"]*)"', answer.text):
            assert not re.match(r"^(https?:)?//", target), (path, target)
        assert not answer.headers.get("location", "/").startswith("//")


def test_a_deep_link_comes_back_after_signing_in(service, accounts):
    visitor = Visitor(service.url)
    asked = visitor.ask("GET", "/zh/me")
    assert asked.group == "sign in"
    answer = sign_in(visitor, accounts["resident"], visitor.follow(asked))
    assert answer.path.startswith("/zh/me")
