"""Searches the API for answers that its description does not name."""

import json
import os
import pathlib
import re
import subprocess
import sys

import pytest

from harness.visitor import once

EXAMPLES = os.environ.get("ANJU_SCHEMA_EXAMPLES", "12")
SECONDS = os.environ.get("ANJU_SCHEMA_SECONDS", "4")
# A run that takes longer has found the service hanging.
LONGEST = 240
CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance",
    "response_headers_conformance", "response_schema_conformance", "negative_data_rejection",
    "unsupported_method", "allow_header_conformance",
)  # fmt: skip


@pytest.fixture(scope="module")
def description(service) -> dict:
    """The description that the service serves."""
    answer = once("GET", f"{service.url}/api/openapi.json")
    assert answer.status_code == 200
    return answer.json()


def test_it_is_of_the_version_it_says_and_names_every_failure(description):
    assert description["openapi"].startswith("3.1")
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            if method not in ("get", "post", "put", "patch", "delete"):
                continue
            name = f"{method} {path}"
            assert operation.get("operationId"), name
            assert operation.get("summary"), name
            for status, answer in operation["responses"].items():
                if status.startswith(("4", "5")) and "$ref" not in answer:
                    assert "application/problem+json" in answer["content"], f"{name} {status}"


def test_it_describes_every_route_of_the_api(description, table):
    described = {
        (method.upper(), path)
        for path, operations in description["paths"].items()
        for method in operations
        if method in ("get", "post", "put", "patch", "delete")
    }
    served = {(r.method, r.path) for r in table if r.kind == "api"}
    # The description does not describe itself.
    served -= {("GET", "/api/openapi.json")}
    assert served - described == set(), "not described"
    assert described - served == set(), "described and not served"


# What each asks beside what needs no sign-in, which only nobody asks: the same again would tell
# nothing. Whoever ended the session would ask the rest as nobody.
OPEN = "assessments|inquiries|checks|measures"
ASKED = {
    "anonymous": (),
    "resident": ("--exclude-path-regex", f"{OPEN}|token|entitlements|/sessions?$"),
    "clerk": ("--exclude-path-regex", f"{OPEN}|token|entitlements|/sessions?$"),
    "auditor": ("--exclude-path-regex", f"{OPEN}|token|entitlements|/sessions?$|commands"),
    "agency": ("--include-path-regex", "token|entitlements"),
}


@pytest.fixture(scope="module")
def headers_of(request, service, signed_in):
    """What somebody's requests carry, as options of schemathesis."""

    def give(who: str) -> list[str]:
        if who == "anonymous":
            return []
        if who == "agency":
            return ["-H", f"Authorization: Bearer {request.getfixturevalue('agency_token')}"]
        visitor = signed_in(who)
        # As a program does, and as it is described: what a cookie may do, the attacks ask.
        jar = visitor.client.cookies.jar
        token = next(c.value for c in jar if c.name.endswith("session"))
        return ["-H", f"Authorization: Bearer {token}"]

    return give


def search(service, who: str, headers: list[str], folder, *options: str) -> str:
    """Runs schemathesis, which must find nothing; what it says."""
    run = subprocess.run(
        [
            str(pathlib.Path(sys.executable).with_name("st")), "run",
            f"{service.url}/api/openapi.json", "--checks", ",".join(CHECKS), "--seed", "1",
            "--no-shrink", "--request-timeout", "30", "--warnings", "off",
            *options, *ASKED[who], *headers,
        ],
        capture_output=True, text=True, cwd=folder, timeout=LONGEST,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-8000:] + run.stderr[-2000:]
    return run.stdout


@pytest.mark.parametrize("who", ASKED)
def test_nothing_undocumented(service, headers_of, who, tmp_path):
    """Each way in which the schema can be kept and broken, of each operation."""
    said = search(service, who, headers_of(who), tmp_path, "--phases", "examples,coverage")
    selected, tested = re.search(r"Selected: (\d+)", said), re.search(r"Tested: (\d+)", said)
    assert int(tested[1]) == int(selected[1]) > 0, said


@pytest.mark.parametrize("who", ASKED)
def test_nor_by_chance(service, headers_of, who, tmp_path):
    """Random requests for as long as `ANJU_SCHEMA_SECONDS` lets them."""
    chance = ("--phases", "fuzzing", "--max-examples", EXAMPLES, "--max-time", SECONDS)
    search(service, who, headers_of(who), tmp_path, *chance)
