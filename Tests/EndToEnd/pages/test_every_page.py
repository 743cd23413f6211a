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


class Views:
    """All that was seen of the service in one language."""

    def __init__(self, language: str, window):
        self.language = language
        self.window = window
        # How often each kind of page was looked at, and how often each public one was opened.
        self.looked: collections.Counter = collections.Counter()
        self.opened: collections.Counter = collections.Counter()
        self.came: set[str] = set()


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(language, marks=pytest.mark.xdist_group(f"pages {language}"))
        for language in ("zh", "en")
    ],
)
def views(request, service, new_window) -> Views:
    """One language and one browser for all who come."""
    return Views(request.param, new_window(service, language=request.param))


@pytest.mark.browser
@pytest.mark.parametrize("who", START)
def test_every_page_holds(views, signed_in, table, pictures, who):
    visitor = signed_in(who, views.language)
    prepare(visitor, who)
    crawl = Crawl(visitor, table, views.looked, views.opened).run(START[who])
    assert crawl.pages, "nothing was found"
    views.came.add(who)
    crawl.titles_told_apart()
    crawl.look(views.window, pictures / views.language if pictures else None)
    assert not crawl.faults, f"{len(crawl.faults)} faults\n" + "\n".join(crawl.faults)


def test_every_page_for_people_was_reached(table, views):
    """A page that no link leads to is of no use to anybody. Runs after those above."""
    if views.came != set(START):
        pytest.skip("only a part of the pages was looked at")
    pages = {r.path for r in table if r.method == "GET" and r.kind == "page"}
    assert pages - set(views.looked) - UNLINKED == set()


# Pages to which one is sent, or which show something only after a form was sent.
UNLINKED = {
    "/signed-out", "/set-password", "/set-password/{token}", "/account/second-factor",
    "/account/second-factor/enrol", "/account/second-factor/remove", "/account/confirm",
    "/me/acting", "/me/apply/done/{application}", "/sign-in/openid", "/sign-in/openid/callback",
    "/account/openid", "/session", "/catalogue",
}  # fmt: skip
