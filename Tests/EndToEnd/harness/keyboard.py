"""Somebody who has no mouse: Tab, Shift-Tab, Enter, Space and arrows only."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from harness.browser import Window

# So many stops of a page are gone through; the text of a law has more, all alike.
MOST_STOPS = 200

# A page may have put the focus into a field already.
BEGINNING = """(() => {
  document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex");
})()"""

FOCUSED = """(() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const s = getComputedStyle(e), r = e.getBoundingClientRect();
  const label = e.labels && e.labels[0] ? e.labels[0].innerText : "";
  const text = (e.innerText || e.getAttribute("aria-label") || label || e.value || "").trim();
  if (!e.dataset) return null;
  // A choice shows it by a ring around itself and its label.
  const ring = s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0;
  const ringed = ["radio", "checkbox"].includes(e.type) && ring(getComputedStyle(e.parentElement));
  return {
    tag: e.tagName.toLowerCase(), type: e.type || "", id: e.id, name: e.name || "", text,
    label: label.trim(), href: e.getAttribute("href") || "",
    seen: ring(s) || s.boxShadow !== "none" || ringed,
    inside: r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth,
    order: [...document.querySelectorAll("*")].indexOf(e),
  };
})()"""


class Keyboard:
    """Drives a window by keys alone."""

    def __init__(self, window: Window):
        self.window = window

    def send(self, *keys: str) -> None:
        """Presses keys, one after the other."""
        ActionChains(self.window.driver, duration=0).send_keys(*keys).perform()

    def tab(self) -> dict | None:
        """Presses Tab, and tells what has the focus then."""
        key = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
        for kind in ("rawKeyDown", "keyUp"):
            self.window.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": kind} | key)
        return self.focus

    @property
    def focus(self) -> dict | None:
        """What has the focus, if anything has."""
        return self.window.evaluate(FOCUSED)

    def walk(self) -> list[dict]:
        """Goes through all that can be reached by Tab, once around, from the page's beginning."""
        self.window.evaluate(BEGINNING)
        stops: list[dict] = []
        seen: set[int] = set()
        parts = 0
        while len(stops) < MOST_STOPS:
            stop = self.tab()
            if stop is not None and stops and stop["order"] == stops[-1]["order"]:
                # A field of several parts, such as a month's, is more than one stop.
                parts += 1
                if parts < 12:
                    continue
            parts = 0
            if stop is None or stop["order"] in seen:
                break
            seen.add(stop["order"])
            stops.append(stop)
        return stops

    def faults(self) -> list[str]:
        """What keeps somebody from using the page in view without a mouse."""
        stops = self.walk()
        faults = []
        for stop in stops:
            what = f"<{stop['tag']}> “{(stop['text'] or stop['label'] or stop['name'])[:40]}”"
            if not stop["seen"]:
                faults.append(f"{what} does not show that it has the focus")
            if not stop["inside"]:
                faults.append(f"{what} has the focus out of sight")
        if not stops or not stops[0]["href"].startswith("#"):
            faults.append("the first stop is no link to the content")
        reached = {stop["order"] for stop in stops}
        reachable = self.window.evaluate(REACHABLE)
        if len(stops) >= MOST_STOPS > len(reachable):
            faults.append("the focus is caught")
        for order, html in reachable:
            if order not in reached and len(stops) < MOST_STOPS:
                faults.append(f"cannot be reached by Tab: {html}")
        return faults

    def go(self, words: str, kinds: tuple[str, ...] = ()) -> dict:
        """Goes by Tab to what says so, from where the focus is, around the page if need be."""
        wanted = self.window.say(words)
        for _ in range(MOST_STOPS):
            stop = self.tab()
            if stop is None:
                continue
            names = (stop["text"], stop["label"])
            if (not kinds or stop["tag"] in kinds) and any(wanted in n for n in names):
                assert stop["seen"], f"“{wanted}” does not show that it has the focus"
                return stop
        raise AssertionError(f"no “{wanted}” by Tab on {self.window.path}")

    def press(self, words: str) -> None:
        """Goes to a link or button, and presses it."""
        stop = self.go(words, ("a", "button", "input", "summary"))
        page = self.window.driver.find_element("tag name", "html")
        self.send(Keys.SPACE if stop["tag"] == "button" else Keys.ENTER)
        self.window._settle(page)

    def fill(self, words: str, text: str) -> None:
        """Goes to a field, and types."""
        self.go(words, ("input", "textarea"))
        self.send(text)

    def choose(self, words: str) -> None:
        """Goes to a group of choices, by the arrows to the choice, and chooses it."""
        wanted = self.window.say(words)
        for _ in range(MOST_STOPS):
            stop = self.tab()
            if stop is None or stop["type"] not in ("radio", "checkbox"):
                continue
            if stop["type"] == "checkbox":
                if wanted in stop["label"]:
                    self.send(Keys.SPACE)
                    return
                continue
            # A group of radio buttons is one stop, and the arrows go round in it.
            first = stop["order"]
            for _ in range(60):
                if wanted in stop["label"]:
                    self.send(Keys.SPACE)
                    return
                self.send(Keys.ARROW_DOWN)
                stop = self.focus
                if stop is None or stop["order"] == first:
                    break
        raise AssertionError(f"no choice “{wanted}” by keys on {self.window.path}")


# Everything that can be used with a mouse: of a group of radio buttons only the first, or the
# chosen one, is a stop.
REACHABLE = """(() => {
  const all = [...document.querySelectorAll("*")];
  const groups = new Map();
  const wanted = [];
  for (const e of document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")) {
    if (e.disabled || !e.checkVisibility({checkVisibilityCSS: true})) continue;
    if (e.type === "radio") {
      const key = (e.form ? all.indexOf(e.form) : "") + e.name;
      const known = groups.get(key);
      if (!known || (e.checked && !known.checked)) groups.set(key, e);
      continue;
    }
    wanted.push(e);
  }
  return [...wanted, ...groups.values()].map(e => [all.indexOf(e), e.outerHTML.slice(0, 120)]);
})()"""
