"""A real browser: Debian's Chromium, its width, language and JavaScript chosen."""

import base64
import contextlib
import json
import pathlib
import time

from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service as Driver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

WIDTHS = (320, 768, 1280)
HEIGHT = 900
# A picture higher than this would not be looked at.
HIGHEST = 6000
# What the browser says of a page that is no fault of it.
TOLERATED = ("the server responded with a status of 4",)


def started(options: Options) -> webdriver.Chrome:
    """A browser; once more where its driver's port was taken before it listened."""
    for attempt in (1, 2, 3):
        try:
            return webdriver.Chrome(options=options, service=Driver("/usr/bin/chromedriver"))
        except WebDriverException:
            if attempt == 3:
                raise
    raise AssertionError


class Window:
    """A window of the browser on the service."""

    def __init__(self, url: str, width: int = 1280, scripts: bool = True, language: str = "zh"):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run",
            "--disable-extensions", "--disable-component-update", "--force-color-profile=srgb",
            f"--lang={'zh-CN' if language == 'zh' else 'en-GB'}",
        ):  # fmt: skip
            options.add_argument(argument)
        options.add_experimental_option(
            "prefs",
            {
                "intl.accept_languages": "zh-CN,zh" if language == "zh" else "en-GB,en",
                "profile.managed_default_content_settings.javascript": 1 if scripts else 2,
                "credentials_enable_service": False,
                "profile.password_manager_enabled": False,
            },
        )
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = started(options)
        self.driver.set_page_load_timeout(90)
        self.driver.set_script_timeout(60)
        self.url = url
        self.language = language
        self.scripts = scripts
        self.is_closed = False
        # Where it is filled in, each page that is opened is held against what all pages must hold.
        self.watched: list[str] | None = None
        self.resize(width)

    def close(self) -> None:
        """Closes the browser."""
        if not self.is_closed:
            self.is_closed = True
            with contextlib.suppress(WebDriverException):
                self.driver.quit()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # Where one is

    def resize(self, width: int) -> None:
        """Makes the page that wide."""
        self.width = width
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False},
        )

    def open(self, path: str) -> "Window":
        """Opens a page of the service; a path without a language is in the window's."""
        if not path.startswith(("/zh", "/en", "/api", "/assets")) and path != "/":
            path = f"/{self.language}{path}"
        self.driver.get(self.url + path)
        self._watch()
        return self

    def _watch(self) -> None:
        """Keeps what is wrong with the page in view, where the window is watched."""
        if self.watched is None:
            return
        wider = self.overflow()
        if wider > 0:
            self.watched.append(f"{self.path}: {wider} pixels wider than {self.width}")
        self.watched += [f"{self.path}: {text}" for text in self.complaints()]

    @property
    def path(self) -> str:
        """The path of the page in view, without the language."""
        path = self.driver.current_url.removeprefix(self.url).split("#")[0]
        return path[3:] if path.startswith(("/zh", "/en")) else path

    @property
    def heading(self) -> str:
        """The page's main heading."""
        return self.driver.find_element(By.TAG_NAME, "h1").text.strip()

    @property
    def text(self) -> str:
        """The words in view."""
        return self.driver.find_element(By.TAG_NAME, "body").text

    @property
    def source(self) -> str:
        """The page as the service sent it, which scripts may have changed since."""
        return self.driver.page_source

    def say(self, words: str) -> str:
        """The half of “中文|English” in the window's language."""
        chinese, _, english = words.partition("|")
        return chinese if self.language == "zh" or not english else english

    def shows(self, words: str) -> bool:
        """Whether the page says it; a text of two halves is meant in the window's language."""
        return self.say(words) in self.text

    def offers(self, words: str) -> bool:
        """Whether there is a link or a button that says just that."""
        named = self.driver.find_elements(By.CSS_SELECTOR, "a[href], button")
        return any(e.text.strip() == self.say(words) for e in named if e.is_displayed())

    # What one does

    def follow(self, words: str) -> "Window":
        """Follows the link that says so."""
        wanted = self.say(words)
        links = self.driver.find_elements(By.CSS_SELECTOR, "a[href]")
        exact = [e for e in links if e.text.strip() == wanted]
        near = exact or [e for e in links if wanted in e.text]
        return self._press(near, f"link “{wanted}”")

    def press(self, words: str) -> "Window":
        """Presses the button that says so."""
        wanted = self.say(words)
        buttons = self.driver.find_elements(By.CSS_SELECTOR, "button, input[type=submit]")
        named = [(e, e.text.strip() or e.get_attribute("value") or "") for e in buttons]
        exact = [e for e, name in named if name == wanted]
        return self._press(exact or [e for e, name in named if wanted in name], f"button “{wanted}”")

    def _press(self, candidates, what: str) -> "Window":
        shown = [e for e in candidates if e.is_displayed()]
        if not shown:
            raise NoSuchElementException(f"no {what} on {self.path}: {self.heading}")
        page = self.driver.find_element(By.TAG_NAME, "html")
        self.driver.execute_cdp_cmd("DOM.enable", {})
        shown[0].click()
        self._settle(page)
        return self

    def _settle(self, page) -> None:
        """Waits a moment for the page that a press leads to; a press that leads nowhere goes on."""
        deadline = time.monotonic() + 2
        while time.monotonic() < deadline:
            try:
                page.is_enabled()
            except WebDriverException:
                break
            time.sleep(0.02)
        self._watch()

    def field(self, words: str):
        """The field whose label says so."""
        wanted = self.say(words)
        labels = self.driver.find_elements(By.CSS_SELECTOR, "label, legend")
        exact = [e for e in labels if e.text.strip() == wanted]
        for label in exact or [e for e in labels if wanted in e.text]:
            target = label.get_attribute("for")
            if target:
                return self.driver.find_element(By.ID, target)
            inside = label.find_elements(By.CSS_SELECTOR, "input, select, textarea")
            if inside:
                return inside[0]
        raise NoSuchElementException(f"no field “{wanted}” on {self.path}: {self.heading}")

    def fill(self, words: str, value: str) -> "Window":
        """Types into the field of that label, or chooses there."""
        field = self.field(words)
        if field.tag_name == "select":
            Select(field).select_by_visible_text(self.say(value))
        elif field.get_attribute("type") == "date":
            # Typed as the browser's own language wants it, so it is set and not typed.
            self.driver.execute_script("arguments[0].value = arguments[1]", field, value)
        else:
            field.clear()
            field.send_keys(value)
        return self

    def chosen(self, words: str) -> str:
        """What is chosen in the list of that label."""
        return Select(self.field(words)).first_selected_option.text.strip()

    def choose(self, words: str) -> "Window":
        """Chooses the radio button or checkbox of that label."""
        field = self.field(words)
        if not field.is_selected():
            label = self.driver.find_elements(
                By.CSS_SELECTOR, f"label[for='{field.get_attribute('id')}']"
            )
            (label[0] if label else field).click()
        return self

    def follow_row(self, words: str) -> "Window":
        """Follows the link in the first row of a table that says so."""
        wanted = self.say(words)
        rows = self.driver.find_elements(By.CSS_SELECTOR, "tbody tr")
        links = [a for row in rows if wanted in row.text for a in row.find_elements(By.TAG_NAME, "a")]
        return self._press(links, f"row “{wanted}”")

    def tick_all(self, words: str) -> "Window":
        """Ticks every box of the group that says so."""
        wanted = self.say(words)
        for group in self.driver.find_elements(By.TAG_NAME, "fieldset"):
            if wanted not in group.find_element(By.TAG_NAME, "legend").text:
                continue
            for box in group.find_elements(By.CSS_SELECTOR, "input[type=checkbox]"):
                if not box.is_selected():
                    label = f"label[for='{box.get_attribute('id')}']"
                    group.find_element(By.CSS_SELECTOR, label).click()
            return self
        raise NoSuchElementException(f"no group “{wanted}” on {self.path}: {self.heading}")

    def told(self, words: str) -> str:
        """What stands beside a term on the page."""
        wanted = self.say(words)
        for term in self.driver.find_elements(By.TAG_NAME, "dt"):
            if wanted in term.text:
                return term.find_element(By.XPATH, "following-sibling::dd[1]").text.strip()
        raise NoSuchElementException(f"no “{wanted}” on {self.path}: {self.heading}")

    # What one sees of it

    def cookies_from(self, visitor) -> "Window":
        """Takes over the session of somebody who signed in without a browser."""
        self.driver.get(self.url + "/health/live")
        self.driver.delete_all_cookies()
        for cookie in visitor.client.cookies.jar:
            self.driver.add_cookie(
                {"name": cookie.name, "value": cookie.value, "path": "/", "httpOnly": True}
            )
        return self

    def overflow(self) -> int:
        """How many pixels wider than the window the page is."""
        return self.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )

    def overflow_when_spaced(self) -> int:
        """The same with text spaced as WCAG 1.4.12 lets readers space it."""
        self.evaluate(
            "(() => { const s = new CSSStyleSheet(); s.replaceSync('* { line-height: 1.5 !important;"
            " letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
            " p { margin-bottom: 2em !important }');"
            " document.adoptedStyleSheets = [s]; })()"
        )
        wider = self.overflow()
        self.evaluate("document.adoptedStyleSheets = []; 0")
        return wider

    @contextlib.contextmanager
    def in_the_dark(self):
        """As it is shown to somebody who has chosen dark colours."""
        for scheme in ("dark", ""):
            self.driver.execute_cdp_cmd(
                "Emulation.setEmulatedMedia",
                {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
            )
            # Colours that fade from one to the other are looked at when they have.
            self.evaluate("Promise.all(document.getAnimations().map(a => a.finished)).then(() => 0)")
            if scheme:
                yield

    def complaints(self) -> list[str]:
        """What the browser complained of since the last time: errors, and breaches of the policy."""
        return [
            f"{entry['source']}: {entry['message'][:300]}"
            for entry in self.driver.get_log("browser")
            if entry["level"] in ("SEVERE", "WARNING")
            and not any(word in entry["message"] for word in TOLERATED)
        ]

    def photograph(self, file: pathlib.Path) -> None:
        """Takes a picture of the whole page."""
        height = self.evaluate("document.documentElement.scrollHeight")
        clip = {"x": 0, "y": 0, "width": self.width, "height": min(height, HIGHEST), "scale": 1}
        picture = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip}
        )
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(picture["data"]))

    def evaluate(self, expression: str, world: int | None = None):
        """The value of a JavaScript expression, which the page's own policy does not bind."""
        options = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        if world is not None:
            options["contextId"] = world
        answer = self.driver.execute_cdp_cmd("Runtime.evaluate", options)
        if "exceptionDetails" in answer:
            raise WebDriverException(json.dumps(answer["exceptionDetails"])[:500])
        return answer["result"].get("value")

    def world_apart(self) -> int:
        """A place beside the page's own scripts, whose policy does not reach it."""
        frame = self.driver.execute_cdp_cmd("Page.getFrameTree", {})["frameTree"]["frame"]["id"]
        world = self.driver.execute_cdp_cmd(
            "Page.createIsolatedWorld", {"frameId": frame, "worldName": "checks"}
        )
        return world["executionContextId"]
