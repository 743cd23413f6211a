"""What every test may ask for: the service, people who have signed in, and a browser.

`ANJU` names the built program; without it the tests of the service are skipped by name, so that a
run without a program cannot pass for a whole one (`Scripts/end-to-end` always gives it).
"""

import fcntl
import os
import pathlib
import shutil
import ssl
import tempfile

import pytest

from harness import reach, routes
from harness.agency import Agency
from harness.browser import Window
from harness.people import Account, accounts_of, come_in, sign_everyone_in
from harness.personal import PersonalData
from harness.service import MADE_WITHIN, Service
from harness.visitor import Visitor

personal_data = PersonalData()


def pytest_configure(config):
    """Makes the folder in which all processes note which pages they came to."""
    if not hasattr(config, "workerinput"):
        folder = tempfile.mkdtemp(prefix="anju-reached-")
        os.environ[reach.FOLDER] = folder
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


REACHED = pytest.StashKey[list[str]]()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """A page that no link leads to is of no use to anybody: told once all processes have ended.

    A part of the tests may look at a part of the pages; the whole (`ANJU_WHOLE`) may not.
    """
    if hasattr(session.config, "workerinput") or session.config.option.collectonly:
        return
    reached = reach.Reached(pathlib.Path(os.environ[reach.FOLDER]))
    is_whole = bool(os.environ.get("ANJU_WHOLE"))
    if not is_whole and (reached.is_empty or reached.missing):
        return
    faults = reached.faults(routes.read(routes.printed(os.environ["ANJU"])))
    counts = ", ".join(f"{len(p)} kinds ({name})" for name, p in reached.patterns.items())
    session.config.stash[REACHED] = faults or [f"every page was reached: {counts}"]
    if faults and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    """Says what was reached, and what was not."""
    lines = config.stash.get(REACHED, [])
    if lines:
        terminalreporter.section("pages reached")
        for line in lines:
            terminalreporter.line(line)


# The folders and files that take longest.
LONG = {"pages", "test_kept_text", "test_hostile_text"}


# Before what names the groups to the processes, or it would not see them.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Where several processes share the tests (`-n 2 --dist loadgroup`), those that share a service
    stay together: a file's, or a file's in one language. What takes longest begins first."""
    items.sort(key=lambda item: 0 if LONG & {item.path.stem, item.path.parent.name} else 1)
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            parameters = getattr(item, "callspec", None)
            scene = parameters and parameters.params.get("scene")
            name = f"{item.path.stem} {scene or ''}"
            item.add_marker(pytest.mark.xdist_group(name))


@pytest.fixture(scope="session")
def program() -> str:
    """The built program."""
    path = os.environ.get("ANJU")
    if not path:
        pytest.skip("ANJU names no built program")
    return str(pathlib.Path(path).resolve())


@pytest.fixture(scope="session")
def pictures() -> pathlib.Path | None:
    """Where pictures go, if they are wanted."""
    folder = os.environ.get("ANJU_PICTURES")
    return pathlib.Path(folder) if folder else None


@pytest.fixture(scope="session")
def personal() -> PersonalData:
    """What was typed or shown of people; held against every log at the end."""
    return personal_data


@pytest.fixture(scope="session")
def city(program, tmp_path_factory) -> pathlib.Path:
    """The folder of a demo city that was played once; every service gets a copy of its own.

    With `ANJU_CITY` it is that folder, made by `anju serve --demo --folder`: quicker by what the
    playing takes, for whoever writes tests.
    """
    if os.environ.get("ANJU_CITY"):
        return pathlib.Path(os.environ["ANJU_CITY"]).resolve()
    # Processes that share the tests share the city: the first makes it, the others wait.
    several = "PYTEST_XDIST_WORKER" in os.environ
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if several else base) / "city"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        service = Service(program, folder)
        if not (folder / "made").exists():
            service.start(MADE_WITHIN)
            sign_everyone_in(service)
            assert service.stop() == 0, service.tail()
            (folder / "made").touch()
    return service.data


@pytest.fixture(scope="module")
def new_service(program, city, tmp_path_factory, personal):
    """Starts services, and in the end stops them and reads their logs."""
    started: list[Service] = []

    def make(
        *arguments: str,
        environment: dict[str, str] | None = None,
        many: bool = True,
        verify: ssl.SSLContext | None = None,
        start: bool = True,
    ) -> Service:
        # Many requests of one machine are no attack here; the tests of the limits say otherwise.
        allow = {"ANJU_REQUESTS_PER_MINUTE": "1000000"} if many else {}
        service = Service(
            program,
            tmp_path_factory.mktemp("service"),
            arguments,
            allow | (environment or {}),
            verify,
        )
        shutil.copytree(city, service.data)
        started.append(service)
        return service.start() if start else service

    yield make
    faults = []
    for service in started:
        if service.process is not None:
            status = service.stop()
            if status != 0:
                faults.append(f"ended with {status}: {service.tail(5)}")
        faults += personal.found_in(service.log)
    assert not faults, "\n".join(faults)


@pytest.fixture(scope="module")
def service(new_service) -> Service:
    """The service that the tests of one file share."""
    return new_service()


@pytest.fixture(scope="session")
def table(program) -> list[routes.Route]:
    """Every route."""
    return routes.read(routes.printed(program))


@pytest.fixture(scope="module")
def accounts(service, personal) -> dict[str, Account]:
    """The demo city's accounts, by what they are."""
    found = accounts_of(service)
    for account in found.values():
        personal.add(account.password, account.totp or "")
    return found


@pytest.fixture(scope="module")
def signed_in(service, accounts):
    """A visitor who has signed in, by what they are; one session each, kept for all tests."""
    sessions: dict[tuple[str, str], Visitor] = {}

    def give(who: str, language: str = "zh") -> Visitor:
        if who == "anonymous":
            return Visitor(service.url, language)
        if who not in accounts:
            pytest.skip(f"the demo city has no {who}")
        if who not in sessions:
            sessions[who] = come_in(service, accounts[who], language)
        visitor = Visitor(service.url, language, who)
        visitor.client.cookies = sessions[who].client.cookies
        return visitor

    return give


@pytest.fixture(scope="module")
def new_window():
    """Opens browsers, and closes them in the end."""
    windows: list[Window] = []

    def open_window(service: Service, **options) -> Window:
        window = Window(service.url, **options)
        windows.append(window)
        return window

    yield open_window
    for window in windows:
        window.close()


@pytest.fixture(scope="module")
def shared_window(new_window, service) -> Window:
    """One browser for tests that leave nothing behind in it."""
    return new_window(service)


@pytest.fixture(scope="module")
def agency_token(service):
    """An access token of an agency's program."""
    return Agency(service, "agency", ("compulsory-education",)).token()
