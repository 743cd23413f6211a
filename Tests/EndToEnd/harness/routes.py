"""The table of everything that the service answers to, as the program itself prints it."""

import dataclasses
import json
import pathlib
import re
import subprocess

GOLDEN = pathlib.Path(__file__).parent.parent / "attacks" / "routes.expected.json"


@dataclasses.dataclass(frozen=True)
class Route:
    """One row."""

    method: str
    path: str
    kind: str
    audience: str
    roles: tuple[str, ...]
    csrf: bool

    @property
    def name(self) -> str:
        """How a failing test calls it."""
        return f"{self.method} {self.path}"

    @property
    def parameters(self) -> list[str]:
        """The parts of the path that stand for something."""
        return re.findall(r"\{([^}]*)\}", self.path)

    def filled(self, values: dict[str, str], otherwise: str = "nothing") -> str:
        """A path with values for its parameters."""
        return re.sub(r"\{([^}]*)\}", lambda m: values.get(m.group(1), otherwise), self.path)

    def admits(self, role: str) -> bool:
        """Whether somebody who acts as a role may come at all; “anonymous” has none."""
        return self.audience == "everyone" or role in self.roles


def printed(program: str) -> list[dict]:
    """The rows that the program prints."""
    run = subprocess.run(
        [program, "serve", "--routes"], capture_output=True, text=True, timeout=60, check=True
    )
    return json.loads(run.stdout)


def read(rows: list[dict]) -> list[Route]:
    """Rows as routes."""
    return [
        Route(
            row["method"], row["path"], row["kind"], row["audience"], tuple(row["roles"]),
            row["csrf"],
        )
        for row in rows
    ]  # fmt: skip


def as_text(rows: list[dict]) -> str:
    """Rows as the golden copy keeps them: one a line, so that a diff reads well."""
    lines = [json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def pattern_of(path: str, routes: list[Route]) -> str:
    """The route that a page's path belongs to; the path itself where it is none."""
    path = path.split("?")[0]
    for route in sorted(routes, key=lambda r: len(r.parameters)):
        expression = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(route.path))
        if re.fullmatch(expression, path):
            return route.path
    return path
