"""Visits every page that somebody can reach by links, and looks at each with all checks."""

import collections
import pathlib
import re
import urllib.parse

from harness import axe
from harness.browser import WIDTHS, Window
from harness.keyboard import Keyboard
from harness.routes import Route, pattern_of
from harness.visitor import Visitor

# Pages of one kind that are looked at with every check; the rest are only opened.
LOOKS_OF_A_KIND = 2
# Pages of one kind that are opened at all.
VISITS_OF_A_KIND = 6


class Look:
    """One page that was looked at."""

    def __init__(self, path: str, pattern: str, title: str, heading: str):
        self.path = path
        self.pattern = pattern
        self.title = title
        self.heading = heading


class Crawl:
    """What somebody can reach, found by an HTTP client and looked at in a browser."""

    def __init__(
        self,
        visitor: Visitor,
        routes: list[Route],
        looked: collections.Counter | None = None,
    ):
        self.visitor = visitor
        # How often a kind of page was looked at already, by whoever came before.
        self.looked = collections.Counter() if looked is None else looked
        self.routes = [r for r in routes if r.method == "GET" and r.kind == "page"]
        self.pages: list[Look] = []
        self.faults: list[str] = []

    def fault(self, path: str, text: str) -> None:
        """Keeps a fault, once."""
        line = f"{self.visitor.name} {path}: {text}"
        if line not in self.faults:
            self.faults.append(line)

    def run(self, start: list[str]) -> "Crawl":
        """Follows links from the paths given, and checks each page's markup."""
        prefix = f"/{self.visitor.language}"
        waiting = collections.deque(self.visitor.address(path) for path in start)
        known, kinds = set(waiting), collections.Counter()
        while waiting:
            path = waiting.popleft()
            pattern = pattern_of(path.removeprefix(prefix), self.routes)
            if "sign-out" in path or kinds[pattern] >= VISITS_OF_A_KIND:
                continue
            kinds[pattern] += 1
            answer = self.visitor.ask("GET", path, headers={"Sec-Fetch-Site": "same-origin"})
            if answer.status in (302, 303):
                answer = self.visitor.follow(answer)
            if answer.status != 200:
                self.fault(path, f"answered {answer.status}")
                continue
            if answer.kind != "text/html":
                continue
            page = answer.page
            for text in page.faults(self.visitor.language):
                self.fault(path, text)
            self.pages.append(Look(path, pattern, page.title, page.heading))
            for link in page.links:
                target = urllib.parse.urljoin(self.visitor.url + path, link).split("#")[0]
                target = target.removeprefix(self.visitor.url)
                ours = target.startswith(prefix + "/") or target == prefix
                if ours and target not in known:
                    known.add(target)
                    waiting.append(target)
        return self

    def chosen(self) -> list[Look]:
        """The pages to look at in the browser: some of each kind."""
        chosen = []
        for look in self.pages:
            self.looked[look.pattern] += 1
            if self.looked[look.pattern] <= LOOKS_OF_A_KIND:
                chosen.append(look)
        return chosen

    def look(self, window: Window, pictures: pathlib.Path | None = None) -> "Crawl":
        """Looks at the chosen pages at every width, with axe, by keys and for complaints."""
        window.cookies_from(self.visitor)
        window.complaints()
        first = set()
        for look in self.chosen():
            window.resize(WIDTHS[-1])
            window.driver.get(self.visitor.url + look.path)
            for width in reversed(WIDTHS):
                window.resize(width)
                wider = window.overflow()
                if wider > 0:
                    self.fault(look.path, f"{wider} pixels wider than a window of {width}")
                if pictures is not None:
                    name = re.sub(r"[^\w.-]+", "-", look.path.strip("/"), flags=re.ASCII)[:80]
                    window.photograph(pictures / self.visitor.name / f"{name}-{width}.png")
                # What depends on the width shows at the narrowest; the rest is the same at all.
                if width in (WIDTHS[0], WIDTHS[-1]) and (width == WIDTHS[-1] or window.scripts):
                    for text in axe.violations(window):
                        self.fault(look.path, f"{text} (at {width})")
                if width == WIDTHS[-1]:
                    with window.in_the_dark():
                        for text in axe.violations(window, rules=("color-contrast",)):
                            self.fault(look.path, f"{text} (in the dark)")
                if width == WIDTHS[0]:
                    wider = window.overflow_when_spaced()
                    if wider > 0:
                        self.fault(look.path, f"{wider} pixels too wide where text is spaced out")
            if look.pattern not in first:
                first.add(look.pattern)
                window.resize(WIDTHS[-1])
                for text in Keyboard(window).faults():
                    self.fault(look.path, text)
            for text in window.complaints():
                self.fault(look.path, text)
        return self

    def titles_told_apart(self) -> None:
        """Pages of different kinds must differ in title, so that tabs and readers can tell them."""
        kinds = collections.defaultdict(set)
        for look in self.pages:
            kinds[look.title].add(look.pattern)
        for title, patterns in kinds.items():
            if len(patterns) > 1:
                self.fault(", ".join(sorted(patterns)), f"all have the title “{title}”")
