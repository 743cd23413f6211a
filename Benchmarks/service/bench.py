"""Measures the service: simulated people on a city, the checker, the start, memory, sign-in.

    bench.py ANJU SERVICE_BENCH CITY [--people 200,2000] [--seconds 120] [--rounds 5] [--starts 20]

ANJU and SERVICE_BENCH are the programs, built for release; CITY is a folder that `office-bench city`
filled. Run in the package's folder. It prints tables in Markdown, and ends with 1 where somebody got
an answer that nobody should get. `Benchmarks/run-service` does all of it.
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import checker  # noqa: E402
import simulate  # noqa: E402
from browser import Browser  # noqa: E402
from people import fill  # noqa: E402
from served import Served, make_people  # noqa: E402
from watch import Process, Watch, percentile  # noqa: E402

AIMS = {"page": 60, "submit": 60, "search": 20, "check": 60}
WORDS = {
    "page": "pages", "submit": "forms sent in", "search": "searches for people",
    "check": "permits checked", "asset": "style sheet, script, icon",
}


def say(*lines):
    print(*lines, sep="\n", flush=True)


def by(values, percent):
    return f"{percentile(values, percent):.1f} ms"


def starts(anju, folder, times):
    """Milliseconds from the process's start to the end of its first page."""
    took = []
    for _ in range(times):
        with Served(anju, folder) as served:
            took.append(served.first_page() * 1_000)
            served.wait_for_day_work()
    return took


def measure_starts(anju, city, times, scratch):
    say("## Start", "", f"From a new process to its first page, {times} times.", "")
    say("| folder | median | worst | aim |", "|---|--:|--:|--:|")
    demo = os.path.join(scratch, "demo")
    with Served(anju, demo, log=os.path.join(scratch, "demo.log")) as served:
        served.first_page(seconds=300)
    for name, folder in (("the demo, 120 people", demo), ("the city", city)):
        took = starts(anju, folder, times)
        say(f"| {name} | {statistics.median(took):.0f} ms | {max(took):.0f} ms | 300 ms |")
    say("")


async def first_visit(port):
    """Bytes of the bodies that a first visit loads, by what it is."""
    sizes = {}

    def note(kind, path, due, sent, end, status, length):
        sizes[path.split("?")[0]] = length

    browser = Browser("127.0.0.1", port, note)
    await browser.get("/zh")
    await browser.close()
    return sizes


async def sign_in(port, signers, at_once, times):
    """Milliseconds of sending the form of sign-in, so many at once."""
    took = []

    def note(kind, path, due, sent, end, status, length):
        if kind == "signing":
            took.append((end - sent) * 1_000)

    async def one(place):
        browser = Browser(f"127.0.9.{1 + place}", port, note)
        for _ in range(times):
            browser.forget()
            page = await browser.get("/zh/sign-in")
            form = page.form("/sign-in")
            signer = signers[place]
            fields = [pair for pair in fill(form, None, **signer) if pair[1]]
            page = await browser.post(form.action, fields, "signing")
            if "anju-session" not in browser.cookies:
                raise RuntimeError("a signer could not sign in")
        await browser.close()

    await asyncio.gather(*(one(place) for place in range(at_once)))
    return sorted(took)


async def links_of_codes(port, made, count=200):
    """Cookie and token of a page with a form, and the links of permits' codes."""
    nobody = Watch()
    browser = Browser("127.0.0.1", port, nobody)
    page = await browser.get("/zh/check")
    lines = ["; ".join(f"{name}={value}" for name, value in browser.cookies.items())]
    lines.append(dict(page.form("/check").values)["csrf"])
    await browser.close()
    for person in made["residents"]:
        browser = Browser("127.0.0.1", port, nobody, person["session"])
        browser.hasAssets = True
        page = await browser.get("/zh/me/certificate")
        await browser.close()
        codes = page.links("/c/")
        if codes:
            lines.append("/zh/c/" + codes[0].split("/c/")[1])
        if len(lines) == count + 2:
            break
    return lines


def measure_people(anju, tool, city, people, seconds, warming):
    visitors, residents, clerks = simulate.share(people)
    made = make_people(tool, city, residents, clerks)
    with Served(anju, city) as served:
        served.first_page()
        served.wait_for_day_work()
        watch, took = asyncio.run(simulate.run(served, made, people, seconds, warming))
        say(
            f"## {people:,} people", "",
            f"{visitors:,} visitors, {residents:,} residents, {clerks:,} clerks on a city of "
            f"{made['people']:,}, {seconds:.0f} s counted after {warming:.0f} s.", "",
            "| | times | p50 | p95 | p99 | aim (p95) |", "|---|--:|--:|--:|--:|--:|",
        )
        for kind in ("page", "submit", "check", "search", "asset"):
            times = sorted(watch.times[kind])
            aim = f"{AIMS[kind]} ms" if kind in AIMS else ""
            say(f"| {WORDS[kind]} | {len(times):,} | {by(times, 50)} | {by(times, 95)} | "
                f"{by(times, 99)} | {aim} |")
        answers, late = sum(watch.statuses.values()), sorted(watch.late)
        say(
            "",
            f"{answers / seconds:.0f} requests a second; {sum(watch.errors.values())} errors "
            f"among {answers:,} answers. The service took {took['server']:.2f} of a processor, "
            f"{took['peak']:.0f} MB at most; the generator {took['generator']:.2f} of a processor, "
            f"and sent a request {by(late, 50)} after it was due (p95 {by(late, 95)}).",
            "",
        )
        for what, count in (watch.errors + watch.told).most_common():
            say(f"- {count} × {what}")
        say("<details><summary>The slowest places</summary>", "",
            "| | times | p50 | p95 | p99 |", "|---|--:|--:|--:|--:|")
        places = [(sorted(times), *key) for key, times in watch.places.items() if len(times) >= 20]
        for times, kind, place in sorted(places, key=lambda row: -percentile(row[0], 95))[:12]:
            say(f"| {kind} {place} | {len(times):,} | {by(times, 50)} | {by(times, 95)} | "
                f"{by(times, 99)} |")
        say("", "</details>", "")
    return sum(watch.errors.values())


def measure_sign_in(anju, tool, city):
    made = make_people(tool, city, 1, 1)
    with Served(anju, city) as served:
        served.first_page()
        served.wait_for_day_work()
        sizes = asyncio.run(first_visit(served.port))
        say("## First page and sign-in", "", "| a first visit loads, not compressed | bytes |",
            "|---|--:|")
        for path, size in sizes.items():
            say(f"| `{path}` | {size:,} |")
        say(f"| **all** | **{sum(sizes.values()):,}** (aim: under 100,000) |", "")
        before = Process(served.pid).peak
        say("| sign-in, with its slow hash | times | median | worst |", "|---|--:|--:|--:|")
        for at_once in (1, 4):
            took = asyncio.run(sign_in(served.port, made["signers"], at_once, 5))
            say(f"| {at_once} at once | {len(took)} | {by(took, 50)} | {took[-1]:.0f} ms |")
        say("", f"Memory at most: {before:.0f} MB before anybody signed in, "
            f"{Process(served.pid).peak:.0f} MB after.", "")


def measure_checker(anju, tool, city, rounds, seconds):
    made = make_people(tool, city, 400, 1)
    with Served(anju, city) as served:
        served.first_page()
        served.wait_for_day_work()
        lines = asyncio.run(links_of_codes(served.port, made))
    figures, errors = checker.measure(anju, tool, city, lines, rounds, seconds)
    say(
        "## The checker beside an empty route", "",
        f"{rounds} rounds of {seconds} s in turn, {checker.CONNECTIONS} connections; the service "
        "on one processor, wrk on the other.", "",
        "| | requests a second | processor for each | ÷ the empty route's | aim |",
        "|---|--:|--:|--:|--:|", *checker.table(figures), "",
        f"{errors} errors.", "",
    )
    return errors


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("anju")
    parser.add_argument("tool")
    parser.add_argument("city")
    parser.add_argument("--people", default="200,2000")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--warming", type=float, default=40)
    parser.add_argument("--starts", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="people,checker,sign-in,start")
    told = parser.parse_args()
    only = told.only.split(",")
    errors = 0
    with tempfile.TemporaryDirectory() as scratch:
        if "sign-in" in only:
            measure_sign_in(told.anju, told.tool, told.city)
        if "start" in only:
            measure_starts(told.anju, told.city, told.starts, scratch)
        if "checker" in only:
            errors += measure_checker(told.anju, told.tool, told.city, told.rounds, 4)
        if "people" in only:
            for people in told.people.split(","):
                errors += measure_people(
                    told.anju, told.tool, told.city, int(people), told.seconds, told.warming
                )
    return 1 if errors else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        output = (error.stderr or b"")
        text = output if isinstance(output, str) else output.decode(errors="replace")
        sys.exit(f"{error}\n{text}")
