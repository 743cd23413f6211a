"""What was reached of the pages, by whichever process, and what nobody can reach by links.

Several processes share the tests, so that each leaves a note of what it came to in a folder; when
all have ended, the notes are held against the table of routes.
"""

import json
import os
import pathlib

from harness.routes import Route

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
    "policy officer": ["/desk"],
    "publisher": ["/desk"],
    "auditor": ["/audit"],
}  # fmt: skip
LANGUAGES = ("zh", "en")

# Pages to which one is sent, or which show something only after a form was sent.
UNLINKED = {
    "/signed-out", "/set-password", "/set-password/{token}", "/account/second-factor",
    "/account/second-factor/enrol", "/account/second-factor/remove", "/account/confirm",
    "/me/acting", "/me/apply/done/{application}", "/sign-in/openid", "/sign-in/openid/callback",
    "/account/openid", "/session", "/catalogue", "/me/applications/{application}/supplement",
    # Where a citation of old leads: pages link to the version that they speak of.
    "/measures/{place}/{name}",
}  # fmt: skip

# Names the folder to the processes that share the tests.
FOLDER = "ANJU_REACHED"


def note(language: str, who: str, patterns: set[str]) -> None:
    """Keeps which kinds of pages somebody came to."""
    file = pathlib.Path(os.environ[FOLDER]) / f"{language} {who}.json"
    file.write_text(json.dumps(sorted(patterns)))


class Reached:
    """All notes of a run."""

    def __init__(self, folder: pathlib.Path):
        self.patterns: dict[str, set[str]] = {language: set() for language in LANGUAGES}
        self.missing = {(language, who) for language in LANGUAGES for who in START}
        self.is_empty = True
        for file in folder.glob("*.json"):
            language, _, who = file.stem.partition(" ")
            self.patterns[language] |= set(json.loads(file.read_text()))
            self.missing.discard((language, who))
            self.is_empty = False

    def faults(self, table: list[Route]) -> list[str]:
        """What nobody came to, a line for each language; or who did not come at all."""
        if self.missing:
            return [f"{who} ({language}) looked at nothing" for language, who in sorted(self.missing)]
        pages = {r.path for r in table if r.method == "GET" and r.kind == "page"} - UNLINKED
        return [
            f"no link leads to {', '.join(sorted(pages - self.patterns[language]))} ({language})"
            for language in LANGUAGES
            if pages - self.patterns[language]
        ]
