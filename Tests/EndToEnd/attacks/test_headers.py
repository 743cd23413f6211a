"""What every answer tells the browser to allow and to keep."""

import re

import pytest

from harness.people import ROLES
from harness.visitor import Visitor, once


def check(answer, personal: bool) -> list[str]:
    headers, wrong = answer.headers, []
    policy = headers.get("content-security-policy", "")
    for part in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action"):
        if part not in policy:
            wrong.append(f"the policy lacks {part}")
    if "unsafe" in policy or "*" in policy:
        wrong.append(f"the policy allows too much: {policy}")
    if headers.get("x-content-type-options") != "nosniff":
        wrong.append("no nosniff")
    if "referrer-policy" not in headers:
        wrong.append("no referrer policy")
    if personal and "no-store" not in headers.get("cache-control", ""):
        wrong.append(f"may be kept: {headers.get('cache-control')}")
    if re.search(r"\d", headers.get("server", "")) or "x-powered-by" in headers:
        wrong.append("tells what it is made of")
    if answer.text and "charset" not in headers.get("content-type", "") and answer.kind.startswith(
        "text/"
    ):
        wrong.append("text without a character set")
    return wrong


@pytest.mark.parametrize("who", ["anonymous", *ROLES])
def test_every_answer_has_the_headers(table, signed_in, who):
    visitor = signed_in(who)
    wrong = []
    for route in table:
        if route.method != "GET":
            continue
        path = visitor.address(route.filled({})) if route.kind == "page" else route.filled({})
        answer = visitor.ask("GET", path)
        personal = route.audience != "everyone"
        wrong += [f"{route.name} {answer.status}: {text}" for text in check(answer, personal)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", ["/nowhere", "/zh/nowhere", "/api/nowhere", "/assets/nowhere"])
def test_errors_have_them_too(service, path):
    visitor = Visitor(service.url)
    for method in ("GET", "POST", "DELETE"):
        assert check(visitor.ask(method, path), False) == [], method


def test_assets_are_kept_for_ever_at_an_address_of_their_own(service):
    page = Visitor(service.url).get("/").page
    assets = [e.get("href") or e.get("src") for e in page.all("link", "script", "img")]
    assets = [a for a in assets if a and a.startswith("/assets/")]
    assert assets
    for asset in assets:
        assert "?v=" in asset
        answer = once("GET", service.url + asset)
        assert answer.status_code == 200, asset
        assert "immutable" in answer.headers["cache-control"], asset
        assert "set-cookie" not in answer.headers


def test_scripts_are_small(service):
    page = Visitor(service.url).get("/").page
    scripts = {e.get("src") for e in page.all("script") if e.get("src")}
    assert sum(len(once("GET", service.url + s).content) for s in scripts) <= 60 * 1024


def test_the_first_page_is_small(service):
    answer = Visitor(service.url).get("/")
    assets = {e.get("href") or e.get("src") for e in answer.page.all("link", "script", "img")}
    ours = [a for a in assets if a and a.startswith("/assets/")]
    total = len(answer.text.encode()) + sum(len(once("GET", service.url + a).content) for a in ours)
    assert total < 100 * 1024, total
