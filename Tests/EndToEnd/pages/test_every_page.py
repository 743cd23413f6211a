"""Every page that anybody can reach, in both languages, at three widths, under all checks.

That every page was reached by somebody is told at the end of a run, by `conftest.py`.
"""

import collections

import pytest

from harness import reach
from harness.crawl import Crawl


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
    prepare(visitor, who)
    crawl = Crawl(visitor, table, views.looked, views.opened).run(reach.START[who])
    assert crawl.pages, "nothing was found"
    crawl.titles_told_apart()
    crawl.look(views.window, pictures / views.language if pictures else None)
    reach.note(views.language, who, {look.pattern for look in crawl.pages})
    assert not crawl.faults, f"{len(crawl.faults)} faults\n" + "\n".join(crawl.faults)
