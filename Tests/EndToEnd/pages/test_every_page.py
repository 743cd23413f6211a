"""Every page that anybody can reach, in both languages, at three widths, under all checks."""

import collections

import pytest

from harness.crawl import Crawl

# Who comes, and where they begin; whom the links lead to nothing new, finds nothing new.
START = {
    "anonymous": ["", "/sign-in", "/sign-up", "/ways/question", "/ways/answers", "/ways/result"],
    "newcomer": ["/me"],
    "parent": ["/me", "/account", "/me/apply"],
    "waiting": ["/me", "/me/apply/basis", "/me/apply/conditions", "/me/apply/papers",
                "/me/apply/contact", "/me/apply/check"],
    "supplement": ["/me"],
    "suspended": ["/me", "/me/permit"],
    "clerk": ["/desk"],
    "reviewer": ["/desk"],
    "supervisor": ["/desk"],
    "department": ["/desk"],
    "employer": ["/desk"],
    "auditor": ["/audit"],
}  # fmt: skip


def prepare(visitor, who: str) -> None:
    """Does what it takes before some pages show anything."""
    if who == "anonymous":
        visitor.submit(visitor.get("/ways"), "/ways", goal="settle")
    if who == "waiting":
        visitor.submit(visitor.get("/me/apply/basis"), "/basis", basis="employment")


@pytest.fixture(scope="module")
def looked():
    """How often each kind of page was looked at, by language."""
    return collections.defaultdict(collections.Counter)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("who", START)
def test_every_page_holds(
    service, signed_in, table, new_window, pictures, looked, who, language
):
    visitor = signed_in(who, language)
    prepare(visitor, who)
    crawl = Crawl(visitor, table, looked[language]).run(START[who])
    assert crawl.pages, "nothing was found"
    crawl.titles_told_apart()
    with new_window(service, language=language) as window:
        folder = pictures / language if pictures else None
        crawl.look(window, folder)
    assert not crawl.faults, f"{len(crawl.faults)} faults\n" + "\n".join(crawl.faults)


def test_every_page_for_people_was_reached(table, looked):
    """A page that no link leads to is of no use to anybody. Runs after those above."""
    if len(looked) < 2:
        pytest.skip("only a part of the pages was looked at")
    reached = set().union(*looked.values())
    pages = {r.path for r in table if r.method == "GET" and r.kind == "page"}
    assert pages - reached - UNLINKED == set()


# Pages to which one is sent, or which show something only after a form was sent.
UNLINKED = {
    "/signed-out", "/set-password", "/set-password/{token}", "/account/second-factor",
    "/account/second-factor/enrol", "/account/second-factor/remove", "/account/confirm",
    "/me/acting", "/me/apply/done/{application}", "/sign-in/openid", "/sign-in/openid/callback",
    "/account/openid", "/session", "/catalogue",
}  # fmt: skip
