"""Searches the API for answers that its description does not name."""

import json
import os
import pathlib
import subprocess
import sys

import pytest

from harness.visitor import once

EXAMPLES = os.environ.get("ANJU_SCHEMA_EXAMPLES", "12")
SECONDS = os.environ.get("ANJU_SCHEMA_SECONDS", "35")
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


@pytest.mark.parametrize("who", ["anonymous", "resident", "clerk", "agency"])
def test_nothing_undocumented(request, service, signed_in, who, tmp_path):
    headers = []
    if who == "agency":
        token = request.getfixturevalue("agency_token")
        headers = ["-H", f"Authorization: Bearer {token}"]
    elif who != "anonymous":
        visitor = signed_in(who)
        cookies = "; ".join(f"{c.name}={c.value}" for c in visitor.client.cookies.jar)
        headers = ["-H", f"Cookie: {cookies}", "-H", f"X-CSRF-Token: {visitor.token()}"]
        headers += ["-H", f"Origin: {service.url}"]
    run = subprocess.run(
        [
            str(pathlib.Path(sys.executable).with_name("st")), "run",
            f"{service.url}/api/openapi.json", "--checks", ",".join(CHECKS),
            "--phases", "examples,coverage,fuzzing", "--max-examples", EXAMPLES,
            "--max-time", SECONDS, "--seed", "1", "--no-shrink", "--request-timeout", "10",
            "--warnings", "off", "--exclude-path-regex", "sign-out|/session$", *headers,
        ],
        capture_output=True, text=True, cwd=tmp_path, timeout=float(SECONDS) * 4,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-8000:] + run.stderr[-2000:]
