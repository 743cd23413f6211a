"""Every page that anybody can reach, in both languages, at three widths, under all checks."""

import pytest

from harness.crawl import Crawl

START = {
    "anonymous": ["", "/sign-in", "/sign-up"],
    "resident": ["/me", "/account"],
    "clerk": ["/desk"],
    "reviewer": ["/desk"],
    "supervisor": ["/desk"],
    "auditor": ["/audit"],
}


@pytest.mark.browser
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("who", START)
def test_every_page_holds(service, signed_in, table, new_window, pictures, who, language):
    visitor = signed_in(who, language)
    crawl = Crawl(visitor, table).run(START[who])
    assert crawl.pages, "nothing was found"
    crawl.titles_told_apart()
    with new_window(service, language=language) as window:
        folder = pictures / language if pictures else None
        crawl.look(window, folder)
    assert not crawl.faults, f"{len(crawl.faults)} faults\n" + "\n".join(crawl.faults)


def test_every_page_for_people_was_reached(table, signed_in):
    """A page that no link leads to is of no use to anybody."""
    reached = set()
    for who, start in START.items():
        crawl = Crawl(signed_in(who), table).run(start)
        reached |= {look.pattern for look in crawl.pages}
    pages = {r.path for r in table if r.method == "GET" and r.kind == "page"}
    assert pages - reached - UNLINKED == set()


# Pages that one is sent to, and finds no link to.
UNLINKED: set[str] = set()
