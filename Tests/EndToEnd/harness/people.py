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
    """The accounts that the demo city of a service has, by what they are.

    The service writes them into its folder, as they are made up and the same for everybody.
    """
    rows = json.loads((service.folder / "data" / "demo-accounts.json").read_text("utf-8"))
    return {
        row["who"]: Account(row["name"], row["role"], row["password"], row.get("totp"))
        for row in rows
    }


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
