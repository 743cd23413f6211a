"""Runs axe on the page in view."""

import functools
import importlib.util
import json
import pathlib

from harness.browser import Window

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@functools.cache
def source() -> str:
    """The text of axe; found without loading the package around it, which wants more."""
    package = importlib.util.find_spec("axe_playwright_python")
    folder = pathlib.Path(package.submodule_search_locations[0])
    return (folder / "axe.min.js").read_text(encoding="utf-8")


def violations(
    window: Window, only: tuple[str, ...] = (), without: tuple[str, ...] = ()
) -> list[str]:
    """What axe finds against WCAG 2.2 AA, one line each: by some rules only, or without some."""
    world = window.world_apart()
    # The world stays as long as the page does: axe is sent there once.
    if not window.evaluate("typeof axe === 'object'", world):
        window.evaluate(source() + "; true", world)
    run = {"type": "rule", "values": only} if only else {"type": "tag", "values": TAGS}
    rules = {rule: {"enabled": False} for rule in without}
    options = json.dumps({"runOnly": run, "rules": rules, "resultTypes": ["violations"]})
    found = window.evaluate(
        f"axe.run(document, {options}).then(result => result.violations.flatMap(v => "
        "v.nodes.map(n => [v.id, v.help, n.html.slice(0, 160)])))",
        world,
    )
    return [f"axe {name}: {text}: {html}" for name, text, html in found]
