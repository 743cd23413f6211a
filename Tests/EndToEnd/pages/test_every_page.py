"""Every page that anybody can reach, in both languages, at three widths, under all checks.

That every page was reached by somebody is told at the end of a run, by `conftest.py`.
"""

import collections
import urllib.parse

import pytest

from harness import reach
from harness.crawl import Crawl


def prepare(visitor, who: str, signed_in) -> list[str]:
    """Does what it takes before some pages show anything; and says where else to begin."""
    if who == "anonymous":
        visitor.submit(visitor.get("/ways"), "/ways", goal="settle")
        # A stranger comes to this page by the code on a permit, which its holder shows.
        return [code_of(signed_in("active", visitor.language))]
    if who == "waiting":
        fill_draft(visitor)
    if who == "department":
        dispute_something(signed_in("active", visitor.language))
    return []


def code_of(holder) -> str:
    """Where the code of somebody's permit leads."""
    links = [link for link in holder.get("/me/certificate").page.links if "/c/" in link]
    assert links, "the certificate shows no code"
    return urllib.parse.urlsplit(links[0]).path


def fill_draft(resident) -> None:
    """Fills in an application up to its last page, and does not send it."""
    page = resident.submit(resident.get("/me/apply/basis"), "/basis", basis="employment")
    for step in ("/conditions", "/papers", "/contact"):
        page = resident.submit(resident.get(f"/me/apply{step}"), step)
        assert page.status == 200, f"{step} was not taken: {page.page.heading}"


def dispute_something(resident) -> None:
    """Says of a fact that it is wrong, so that its source has something to answer."""
    links = [link for link in resident.get("/me/facts").page.links if link.endswith("/dispute")]
    if links:
        page = resident.submit(resident.get(links[0]), "/dispute", why="this is not so")
        assert page.status == 200, f"the dispute was not taken: {page.page.heading}"


class Views:
    """All that was seen of the service in one language."""

    def __init__(self, language: str, window):
        self.language = language
        self.window = window
        # How often each kind of page was looked at, and how often each public one was opened.
        self.looked: collections.Counter = collections.Counter()
        self.opened: collections.Counter = collections.Counter()


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(language, marks=pytest.mark.xdist_group(f"pages {language}"))
        for language in reach.LANGUAGES
    ],
)
def views(request, service, new_window) -> Views:
    """One language and one browser for all who come."""
    return Views(request.param, new_window(service, language=request.param))


@pytest.mark.browser
@pytest.mark.parametrize("who", reach.START)
def test_every_page_holds(views, signed_in, table, pictures, who):
    visitor = signed_in(who, views.language)
    more = prepare(visitor, who, signed_in)
    crawl = Crawl(visitor, table, views.looked, views.opened).run(reach.START[who] + more)
    assert crawl.pages, "nothing was found"
    crawl.titles_told_apart()
    crawl.look(views.window, pictures / views.language if pictures else None)
    reach.note(views.language, who, {look.pattern for look in crawl.pages})
    assert not crawl.faults, f"{len(crawl.faults)} faults\n" + "\n".join(crawl.faults)
