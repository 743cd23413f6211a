"""The demo city's accounts, and how each of them signs in."""

import dataclasses
import json

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

    def code(self) -> str:
        """The code that the account's authenticator shows now."""
        return pyotp.TOTP(self.totp).now()


def accounts_of(service: Service) -> dict[str, Account]:
    """The people of the demo as whom one may sign in, by what they are.

    The service writes them into its folder, as they are made up and everybody may know them. The
    second of a role is called another: “resident”, then “other resident”.
    """
    rows = json.loads((service.data / "demo-people.json").read_text("utf-8"))
    found: dict[str, Account] = {}
    for row in rows:
        account = Account(row["name"], row["role"], row["password"], row.get("secondFactor"))
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
