"""The demo city's accounts, and how each of them signs in."""

import dataclasses
import json
import time

import pyotp

from harness.service import Service
from harness.visitor import Answer, Visitor

ROLES = (
    "resident", "employer", "clerk", "reviewer", "supervisor", "auditor", "department",
    "policy officer", "publisher",
)  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Account:
    """Somebody who can sign in."""

    name: str
    role: str
    password: str
    totp: str | None = None
    # The last step of the authenticator whose code was used, in a box of its own.
    used: list[int] = dataclasses.field(default_factory=lambda: [0])

    def code(self) -> str:
        """A code of the account's authenticator that has not been used yet.

        A code is taken once, and from a clock that runs half a minute fast or slow; so two people
        of one account can sign in within one minute, and the third waits.
        """
        totp = pyotp.TOTP(self.totp)
        while True:
            now = int(time.time()) // totp.interval
            for step in (now, now + 1):
                if step > self.used[0]:
                    self.used[0] = step
                    return totp.at(step * totp.interval)
            time.sleep(0.5)


def accounts_of(service: Service) -> dict[str, Account]:
    """The people of the demo as whom one may sign in, by what they are.

    The service writes them into its folder, as they are made up and everybody may know them. The
    second of a role is called another: “resident”, then “other resident”.
    """
    file = service.data / "demo-people.json"
    rows = json.loads(file.read_text("utf-8"))
    # Each authenticator was confirmed by a code just before the file was written.
    confirmed = int(file.stat().st_mtime) // 30
    found: dict[str, Account] = {}
    for row in rows:
        account = Account(
            row["name"], row["role"], row["password"], row.get("secondFactor"), [confirmed]
        )
        found[row["name"]] = account
        for who in (row["role"], f"other {row['role']}"):
            if who not in found:
                found[who] = account
                break
    return found


class SignInFailed(Exception):
    """Somebody could not sign in."""


def sign_in(visitor: Visitor, account: Account, page: Answer | None = None) -> Answer:
    """Signs a visitor in, on a page or the usual one, with a second factor where there is one."""
    page = page or visitor.get("/sign-in")
    answer = visitor.submit(page, "/sign-in", name=account.name, password=account.password)
    if "second-factor" in answer.path:
        if account.totp is None:
            raise SignInFailed(f"{account.name} is asked for a code and has none")
        answer = visitor.submit(answer, "/second-factor", code=account.code())
    if answer.status != 200 or "/sign-in" in answer.path or "second-factor" in answer.path:
        raise SignInFailed(f"{account.name}: {answer} {answer.page.heading}")
    return answer
