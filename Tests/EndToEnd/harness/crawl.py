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

# Pages of one kind that are looked at in the browser: the first with every check, the others, which
# show it to somebody else or of something else, for their shape. The rest are only opened.
LOOKS_OF_A_KIND = 4
LOOKS_OF_A_VISITOR = 2
CONTRAST = ("color-contrast",)
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
        opened: collections.Counter | None = None,
    ):
        self.visitor = visitor
        # How often a kind of page was looked at already, by whoever came before.
        self.looked = collections.Counter() if looked is None else looked
        # How often one for everybody was opened; each visitor's links lead to these again.
        self.opened = collections.Counter() if opened is None else opened
        self.public = {r.path for r in routes if r.audience == "everyone"}
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
        known, own = set(waiting), collections.Counter()
        while waiting:
            path = waiting.popleft()
            pattern = pattern_of(path.removeprefix(prefix), self.routes)
            # Pages for everybody say the same to everybody, but for the first.
            if pattern in self.public and pattern and path in self.opened:
                continue
            self.opened[path] += 1
            kinds = self.opened if pattern in self.public else own
            if "sign-out" in path or kinds[pattern] >= VISITS_OF_A_KIND:
                continue
            kinds[pattern] += 1
            answer = self.visitor.ask("GET", path, headers={"Sec-Fetch-Site": "same-origin"})
            if answer.status in (302, 303):
                # It is the page that one is sent to, and was perhaps seen already.
                answer = self.visitor.follow(answer)
                path = answer.path
                if path in known:
                    continue
                known.add(path)
                pattern = pattern_of(path.removeprefix(prefix), self.routes)
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

    def chosen(self) -> list[tuple[Look, bool]]:
        """The pages to look at in the browser, some of each kind; whether with every check."""
        chosen, own = [], collections.Counter()
        for look in self.pages:
            own[look.pattern] += 1
            if own[look.pattern] > LOOKS_OF_A_VISITOR or self.looked[look.pattern] >= LOOKS_OF_A_KIND:
                continue
            self.looked[look.pattern] += 1
            chosen.append((look, self.looked[look.pattern] == 1))
        return chosen

    def look(self, window: Window, pictures: pathlib.Path | None = None) -> "Crawl":
        """Looks at the chosen pages at every width, with axe, by keys and for complaints."""
        window.cookies_from(self.visitor)
        window.complaints()
        for look, wholly in self.chosen():
            window.resize(WIDTHS[-1])
            window.driver.get(self.visitor.url + look.path)
            if wholly:
                self.by_keys(window, look)
                self.in_colours(window, look)
            for width in reversed(WIDTHS):
                window.resize(width)
                wider = window.overflow()
                if wider > 0:
                    self.fault(look.path, f"{wider} pixels wider than a window of {width}")
                if pictures is not None:
                    name = re.sub(r"[^\w.-]+", "-", look.path.strip("/"), flags=re.ASCII)[:80]
                    window.photograph(pictures / self.visitor.name / f"{name}-{width}.png")
            # Colours are the same as in a wide window, and take the longest to look at.
            for text in axe.violations(window, without=CONTRAST):
                self.fault(look.path, f"{text} (at {WIDTHS[0]})")
            wider = window.overflow_when_spaced()
            if wider > 0:
                self.fault(look.path, f"{wider} pixels too wide where text is spaced out")
            for text in window.complaints():
                self.fault(look.path, text)
        return self

    def by_keys(self, window: Window, look: Look) -> None:
        """Goes through the page by keys alone."""
        for text in Keyboard(window).faults():
            self.fault(look.path, text)

    def in_colours(self, window: Window, look: Look) -> None:
        """Looks at the page in light colours with all of axe, and in dark ones for contrast."""
        for text in axe.violations(window):
            self.fault(look.path, f"{text} (at {window.width})")
        with window.in_the_dark():
            for text in axe.violations(window, only=CONTRAST):
                self.fault(look.path, f"{text} (in the dark)")

    def titles_told_apart(self) -> None:
        """Pages of different kinds must differ in title, so that tabs and readers can tell them."""
        kinds = collections.defaultdict(set)
        for look in self.pages:
            kinds[look.title].add(look.pattern)
        for title, patterns in kinds.items():
            if len(patterns) > 1:
                self.fault(", ".join(sorted(patterns)), f"all have the title “{title}”")
