"""The checks of permits a second, beside an empty route of the same framework, in turn."""

import os
import re
import statistics
import subprocess
import time

from served import Served, free_port
from watch import Process

HERE = os.path.dirname(os.path.abspath(__file__))
CONNECTIONS = 16


class Empty:
    """The empty route, on the same core as the service has in its turn."""

    def __init__(self, tool, core):
        self.port = free_port()
        self.process = subprocess.Popen(
            ["taskset", "-c", str(core), tool, "empty", str(self.port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )

    @property
    def pid(self):
        return self.process.pid

    def stop(self):
        self.process.kill()
        self.process.wait()


def wrk(what, port, seconds, core, tokens):
    """Requests a second that wrk gets answered, and how many were not answered with 200."""
    environment = dict(os.environ, ANJU_TOKENS=tokens)
    ran = subprocess.run(
        ["taskset", "-c", str(core), "wrk", "-t", "1", "-c", str(CONNECTIONS), "-d",
         f"{seconds}s", "-s", os.path.join(HERE, f"{what}.lua"), f"http://127.0.0.1:{port}"],
        check=True, capture_output=True, text=True, env=environment,
    ).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", ran)[1])
    errors = int(re.search(r"errors (\d+)", ran)[1])
    return rate, errors


def measure(anju, tool, folder, tokens, rounds, seconds):
    """Requests a second and microseconds of processor for each, by round; the service has one core
    and the generator the other, so that neither takes from the other."""
    path = os.path.join(folder, "tokens.txt")
    with open(path, "w") as file:
        file.write("\n".join(tokens) + "\n")
    # As behind a proxy: each request comes from another address, so that the limit of thirty numbers
    # a minute and address is worked out and never reached.
    served = Served(anju, folder, "trusted proxies: 1", cores=0)
    empty = Empty(tool, 0)
    kinds = [
        ("empty", empty), ("check-api", served), ("check-page", served), ("check-code", served),
    ]
    figures = {kind: [] for kind, _ in kinds}
    errors = 0
    try:
        served.first_page()
        served.wait_for_day_work()
        for number in range(rounds + 1):
            for kind, server in kinds:
                process = Process(server.pid)
                before, start = process.seconds, time.monotonic()
                rate, failed = wrk(kind, server.port, seconds if number else 1, 1, path)
                used = process.seconds - before
                count = rate * (time.monotonic() - start)
                errors += failed
                # The first round warms caches and is not counted.
                if number:
                    figures[kind].append((rate, used / count * 1e6))
        served.stop()
    finally:
        empty.stop()
        if served.process.poll() is None:
            served.process.kill()
    return figures, errors


NAMES = {
    "empty": "an empty route",
    "check-api": "a number by the API, `POST /api/v1/checks`",
    "check-page": "a number on the page, `POST /zh/check`",
    "check-code": "a scanned code, `GET /zh/c/…`",
}


def table(figures):
    """Rates by kind, and how many times the empty route's in the same round."""
    empty = [rate for rate, _ in figures["empty"]]
    lines = []
    for kind, rounds in figures.items():
        rates = [rate for rate, _ in rounds]
        ratios = sorted(rate / other for rate, other in zip(rates, empty))
        used = statistics.median(used for _, used in rounds)
        ratio = "" if kind == "empty" else (
            f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        )
        aim = "0.4" if kind == "check-api" else ""
        lines.append(
            f"| {NAMES[kind]} | {statistics.median(rates):,.0f} | {used:.0f} µs | {ratio} | {aim} |"
        )
    return lines
