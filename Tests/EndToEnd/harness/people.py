"""The demo city's accounts, and how each of them signs in."""

import concurrent.futures
import dataclasses
import json
import os
import time

import pyotp

from harness.service import Service
from harness.visitor import Answer, Visitor

ROLES = (
    "resident", "employer", "clerk", "reviewer", "supervisor", "auditor", "department",
    "policy officer", "publisher",
)  # fmt: skip


# In the city's folder: who may sign in, and who has.
PEOPLE = "demo-people.json"
SESSIONS = "test-sessions.json"


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
    file = service.data / PEOPLE
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


def come_in(service: Service, account: Account, language: str = "zh") -> Visitor:
    """Somebody who has signed in: still in, where the city was copied from one that knew them."""
    visitor = Visitor(service.url, language, account.name)
    file = service.data / SESSIONS
    cookies = json.loads(file.read_text()).get(account.name, {}) if file.exists() else {}
    for name, value in cookies.items():
        visitor.client.cookies.set(name, value)
    if not cookies or visitor.ask("GET", f"/{language}/account").status != 200:
        visitor.client.cookies.clear()
        sign_in(visitor, account)
    return visitor


def sign_everyone_in(service: Service) -> None:
    """Signs the city's people in and leaves their sessions in its folder, for copies of it.

    A password takes a debug build two seconds on purpose, and every test file has a city.
    """
    accounts = {account.name: account for account in accounts_of(service).values()}

    def cookies(account: Account) -> dict[str, str]:
        visitor = Visitor(service.url, "zh", account.name)
        sign_in(visitor, account)
        return dict(visitor.client.cookies)

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        sessions = dict(zip(accounts, pool.map(cookies, accounts.values()), strict=True))
    (service.data / SESSIONS).write_text(json.dumps(sessions))
    # Codes up to the last that was used are taken no more; the file's time says so.
    last = 30 * max(account.used[0] for account in accounts.values())
    os.utime(service.data / PEOPLE, (last, last))


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
