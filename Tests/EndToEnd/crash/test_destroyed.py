"""One order destroys a person's data and their account, given while the service does not run."""

import subprocess

from harness.people import accounts_of, sign_in
from harness.visitor import Visitor


def test_the_order_given_at_the_machine_reaches_the_account(new_service):
    service = new_service()
    accounts = accounts_of(service)
    person, other = accounts["resident"], accounts["other resident"]
    browser, stays = Visitor(service.url), Visitor(service.url)
    sign_in(browser, person)
    sign_in(stays, other)
    file = browser.ask("GET", "/api/v1/session").json["resident"]
    assert service.stop() == 0
    subprocess.run(
        [
            service.program, "store", "destroy", "--store", service.data / "office.anju", "--demo",
            "--subject", file, "--reason", "retention-over", "--actor", "supervisor-9",
            "--for-ever",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    service.start()
    # Before anybody was answered: the session that was open, and the password.
    assert browser.ask("GET", "/zh/me").group == "sign in"
    again = Visitor(service.url)
    form = again.get("/sign-in")
    answer = again.submit(form, "sign-in", name=person.name, password=person.password)
    assert answer.status == 422, answer
    assert stays.ask("GET", "/zh/me").status == 200
    assert "accounts of destroyed files are destroyed" in service.log
    assert file not in service.log
