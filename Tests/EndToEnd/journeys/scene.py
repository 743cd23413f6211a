"""A service, its people and one browser in which they take turns."""

import pytest

from harness.browser import Window
from harness.keyboard import Keyboard
from harness.people import accounts_of, come_in
from harness.service import Service
from harness.visitor import Visitor

# Passwords that look good, but were stolen elsewhere.
LEAKED = ("otter lantern 57 gravel", "wharf 81 thimble cloud")


class Scene:
    """One language, with scripts or without."""

    def __init__(self, service: Service, window: Window, language: str):
        self.service = service
        self.window = window
        self.language = language
        self.accounts = accounts_of(service)
        self.visitors: dict[str, Visitor] = {}
        self.window.watched = []

    def visitor(self, name: str) -> Visitor:
        """Somebody of the demo without a browser; signed in once."""
        if name not in self.accounts:
            pytest.skip(f"the demo city has no {name}")
        if name not in self.visitors:
            self.visitors[name] = come_in(self.service, self.accounts[name], self.language)
        return self.visitors[name]

    def guest(self, width: int) -> Window:
        """The browser as that of somebody nobody knows."""
        self.window.driver.get(self.service.url + "/health/live")
        self.window.driver.delete_all_cookies()
        self.window.resize(width)
        return self.window

    def come(self, name: str, path: str, width: int) -> Window:
        """The browser as that of somebody who has signed in, at a page."""
        self.window.cookies_from(self.visitor(name))
        self.window.resize(width)
        return self.window.open(path)

    @property
    def keys(self) -> Keyboard:
        """The browser's keyboard."""
        return Keyboard(self.window)

    def say(self, words: str) -> str:
        """The half of “中文|English” in the scene's language."""
        return self.window.say(words)
