"""Fills in any form as somebody would who means harm, and gives way where a field wants sense."""

import datetime
import itertools
import re
import urllib.parse

from harness.citizens import DEMO_NUMBERS, citizen
from harness.hostile import planted
from harness.markup import words
from harness.visitor import Answer, Visitor

TYPED = ("text", "search", "tel", "email", "url", None)
# What a form carries for itself.
CARRIED = ("csrf", "key", "version", "purpose", "n", "next")


def kind_of(action: str) -> str:
    """The form that an address belongs to, whichever file or number stands in it."""
    path = urllib.parse.urlsplit(action).path
    path = re.sub(r"^/(zh|en)", "", path)
    path = re.sub(r"/(files|checks|accounts|staff)/[^/]+", r"/\1/{}", path)
    return re.sub(r"/\d+(?=/|$)", "/{}", path)


# What stands where a command wants one of the office's own words.
WORDS = {
    "householdPlace": "elsewhere", "place": "rented", "department": "public security",
    "facts": "stable employment", "fact": "stable employment", "source": "public service",
    "content": {"value": True},
}  # fmt: skip


class Filler:
    """Fills in forms, and remembers which of its texts were taken."""

    def __init__(self, personal):
        self.personal = personal
        self.numbers = itertools.count(1)
        # What each text was typed into: the form's kind and the field.
        self.typed: dict[int, tuple[str, str]] = {}
        # The texts that the service took with the rest of the form.
        self.kept: set[int] = set()
        # The forms and commands that were taken, and those that were not.
        self.taken: set[str] = set()
        self.refused: set[str] = set()
        # The files that something was done to.
        self.files: set[str] = set()
        self.is_sensible = False

    def fill(self, visitor: Visitor, form, action: str) -> Answer | None:
        """Sends a form until it is taken; what a field is refused for is typed with sense."""
        kind, sense, answer = kind_of(action), set(), None
        for attempt in range(5):
            fields, used = self.fields(form, kind, sense, attempt)
            answer = visitor.post(action, fields)
            if answer.status in (200, 303):
                self._took(kind, used)
                if file := re.search(r"/(?:files|checks)/([^/?]+)", action):
                    self.files.add(file[1])
                return visitor.follow(answer)
            if answer.kind != "text/html" or answer.status != 422:
                break
            wrong = {
                e.get("name")
                for e in answer.page.all("input", "select", "textarea")
                if e.get("aria-invalid") == "true"
            }
            wrong |= {
                link.lstrip("#").split("-")[0]
                for link in answer.page.links
                if link.startswith("#")
            }
            again = [f for f in answer.page.forms if f.get("action") == form.get("action")]
            form = again[0] if again else form
            new = {name for name in wrong if name} - sense
            # Nothing more is pointed at: then all of it is typed with sense.
            sense |= new or {n for n, _ in fields}
        self.refused.add(kind)
        return answer

    def command(
        self, visitor: Visitor, resident: str, area: dict, command: dict, purpose: str
    ) -> Answer:
        """Runs one command of the API's description on a file, with hostile text in each string."""
        name = next(iter(command["properties"]))
        kind = f"{area['properties']['on']['const']} {name}"
        answer = None
        for self.is_sensible in (False, True):
            used = set()
            body = {
                "on": area["properties"]["on"]["const"],
                "do": self.sample(command, kind, used),
                "purpose": purpose,
            }
            answer = visitor.ask(
                "POST", f"/api/v1/residents/{resident}/commands", json=body,
                headers={"Origin": visitor.url, "X-CSRF-Token": visitor.csrf},
            )  # fmt: skip
            if answer.status == 200:
                self._took(kind, used)
                self.files.add(resident)
            if answer.status in (200, 403):
                return answer
        if kind not in self.taken:
            self.refused.add(kind)
        return answer

    def sample(self, schema: dict, kind: str, used: set[int], name: str = ""):
        """A value of a JSON schema: hostile wherever any text will do."""
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return schema["enum"][0]
        match schema.get("type"):
            case "object":
                return {
                    key: self.sample(part, kind, used, key)
                    for key, part in schema.get("properties", {}).items()
                }
            case "array":
                return [self.sample(schema["items"], kind, used, name)]
            case "integer":
                return max(1, schema.get("minimum", 1))
            case "boolean":
                return True
        if schema.get("format") == "date":
            return datetime.date.today().isoformat()
        if "pattern" in schema or name in ("number", "phone", "code"):
            return self.sensible(name)
        if self.is_sensible and name in WORDS:
            return WORDS[name]
        number = next(self.numbers)
        self.typed[number] = (kind, name)
        used.add(number)
        return planted(number)

    def _took(self, kind: str, used: set[int]) -> None:
        self.kept |= used
        self.taken.add(kind)
        self.refused.discard(kind)

    def fields(self, form, kind: str, sense: set[str], attempt: int):
        """The fields of a form with something in each, and the numbers of the texts typed."""
        fields, used, groups = [], set(), {}
        for field in form.iter():
            name = field.get("name") if isinstance(field.tag, str) else None
            if not name or field.get("disabled") is not None:
                continue
            sort = field.get("type")
            if name in CARRIED or sort == "hidden":
                fields.append((name, field.get("value") or ""))
            elif field.tag == "select":
                values = [o.get("value", words(o)) for o in field.iter("option")]
                values = [v for v in values if v] or [""]
                fields.append((name, values[min(attempt, len(values) - 1)]))
            elif sort in ("radio", "checkbox"):
                groups.setdefault((name, sort), []).append(field.get("value") or "on")
            elif field.tag == "textarea" or (sort in TYPED and field.get("inputmode") is None):
                if name in sense:
                    fields.append((name, self.sensible(name)))
                else:
                    number = next(self.numbers)
                    self.typed[number] = (kind, name)
                    used.add(number)
                    fields.append((name, planted(number)))
            elif sort not in ("submit", "button", "reset", "image", "file"):
                fields.append((name, self.sensible(name, sort)))
        for (name, sort), values in groups.items():
            chosen = values if sort == "checkbox" else [values[min(attempt, len(values) - 1)]]
            fields += [(name, value) for value in chosen]
        return fields, used

    def sensible(self, name: str, sort: str | None = None) -> str:
        """What a field of that name wants."""
        today = datetime.date.today()
        number = next(self.numbers)
        if sort == "date":
            return today.isoformat()
        if sort == "month":
            return f"{today:%Y-%m}"
        if sort == "password":
            return "a-long-password-of-a-test-5312"
        last = re.split(r"[-_.]", name)[-1]
        match last:
            case "year":
                return str(today.year - 1)
            case "month":
                return "3"
            case "day":
                return "9"
            case "phone" | "tel":
                return citizen(7_000 + number, self.personal).phone
            case "number" | "identity":
                return citizen(7_000 + number, self.personal).number
            case "other":
                return DEMO_NUMBERS["waiting"]
            case "serial":
                return f"XA-7{number:06}"
            case "name":
                return f"somebody-{number}"
            case "code":
                return "91139999MA0XN1T018"
        return "1"
