"""What must not stand in a log, an address or an error: data of people, and secrets."""

import re

# An identity number, a mobile phone: with no digit on either side, so that a hash is not one.
PATTERNS = {
    "an identity number": re.compile(r"(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])"),
    "a mobile phone": re.compile(r"(?<![0-9A-Za-z.:])1[3-9]\d{9}(?![0-9A-Za-z.])"),
    "a signed token": re.compile(r"eyJ[\w-]{10,}\.eyJ[\w-]{10,}\."),
}


class PersonalData:
    """Gathers what the tests typed or were shown of people, to look for it where it must not be."""

    def __init__(self):
        self.values: set[str] = set()

    def add(self, *values: str) -> None:
        """Remembers values; one too short to be told from chance is left out."""
        for value in values:
            shortest = 2 if any("\u4e00" <= c <= "\u9fff" for c in value) else 6
            if len(value.strip()) >= shortest:
                self.values.add(value.strip())

    def found_in(self, text: str) -> list[str]:
        """What of it a text holds, one line for each kind."""
        found = []
        for name, pattern in PATTERNS.items():
            if match := pattern.search(text):
                found.append(f"{name}: {line_around(text, match.start())}")
        for value in sorted(self.values):
            position = text.find(value)
            if position >= 0:
                found.append(f"something that was typed: {line_around(text, position)}")
        return found


def line_around(text: str, position: int) -> str:
    """The line of a text in which a position lies."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return text[start : end if end >= 0 else len(text)][:300]
