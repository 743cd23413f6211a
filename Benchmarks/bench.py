"""Runs every benchmark in turn, A B A B …, and prints what each took.

    bench.py ANJU_BENCH ANJU [ROUNDS]

ANJU_BENCH and ANJU are the programs, built for release. The peers must be installed (`make bench` does
it). Before anything is timed, thousands of people are decided by all, and must be decided alike.
"""

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers"))

from contestants import Anju, disagreements, openfisca, zen_batch, zen_one_by_one  # noqa: E402

PEOPLE = 4096


class Program:
    """A whole program from its start to its end, as a user waits for it."""

    def __init__(self, command):
        self.command = command

    def batch(self):
        """One run, seconds on the clock, seconds of the processors."""
        before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(self.command, stdout=subprocess.DEVNULL, check=True)
        wall, after = time.perf_counter() - wall, resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return 1, wall, processor

    def close(self):
        """Nothing to end."""


def people(program):
    """People and what Anju decides of them."""
    lines = subprocess.run(
        [program, "equal-people", str(PEOPLE)], stdout=subprocess.PIPE, check=True, text=True
    ).stdout.splitlines()
    return [json.loads(line) for line in lines]


def measure(contestants, rounds):
    """Microseconds of processor and of clock for one piece of work, in each round, by name."""
    figures = {name: ([], []) for name in contestants}
    for number in range(rounds + 1):
        for name, contestant in contestants.items():
            count, wall, processor = contestant.batch()
            # The first round warms caches and is not counted.
            if number > 0:
                figures[name][0].append(processor / count * 1e6)
                figures[name][1].append(wall / count * 1e6)
    for contestant in contestants.values():
        contestant.close()
    return figures


def shown(microseconds):
    """A duration with three digits."""
    for limit, factor, unit in ((1e3, 1, "µs"), (1e6, 1e3, "ms"), (float("inf"), 1e6, "s")):
        if microseconds < limit:
            number = microseconds / factor
            return f"{number:.3g} {unit}" if number < 100 else f"{number:.0f} {unit}"


def table(title, figures, targets):
    """The figures of one comparison, as Markdown."""
    print(f"\n{title}\n")
    print("| what | processor: least | median | spread | clock: median | target |")
    print("|---|--:|--:|--:|--:|--:|")
    for name, (processor, wall) in figures.items():
        quarters = statistics.quantiles(processor, n=4)
        spread = (quarters[2] - quarters[0]) / statistics.median(processor)
        cells = [
            name, shown(min(processor)), shown(statistics.median(processor)),
            f"±{spread * 50:.0f}%", shown(statistics.median(wall)), targets.get(name, ""),
        ]
        print("| " + " | ".join(cells) + " |")


def ratios(figures, explained, decided):
    """How many people we decide while each other decides one: the median and quarters of the rounds."""
    print("\nIn the processor time that each takes for one person, Anju decides, median (quarters):\n")
    print("| in the time of | with the whole explanation | outcomes and totals only |")
    print("|---|--:|--:|")
    for name, (processor, _) in figures.items():
        if name in (explained, decided):
            continue
        cells = [name]
        for ours in (explained, decided):
            rounds = [theirs / own for theirs, own in zip(processor, figures[ours][0])]
            low, middle, high = statistics.quantiles(rounds, n=4)
            cells.append(f"{middle:.3g} ({low:.3g} to {high:.3g})")
        print("| " + " | ".join(cells) + " |")


def processor_name():
    """The model of the processor, as far as the system tells."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            for line in file:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.machine()


def main():
    """Checks, measures, prints."""
    bench, anju = sys.argv[1], sys.argv[2]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    some = people(bench)
    found = list(disagreements(some))
    if found:
        raise SystemExit("\n".join(found[:5] + [f"{len(found)} differ: nothing was timed"]))
    print(f"{len(some)} people are decided alike by Anju, zen-engine and OpenFisca.")
    print(f"{os.cpu_count()} cores, {processor_name()}; load {os.getloadavg()[0]:.1f}; {rounds} rounds.")

    table("The shipped measures", measure({
        "all measures read, compiled and proved": Anju(bench, "check"),
        "a person, with the whole explanation": Anju(bench, "assess"),
        "a person with unknown facts, with the whole explanation": Anju(bench, "assess-unknown"),
        "a person, outcomes and totals only": Anju(bench, "decide"),
        "a person with unknown facts, outcomes and totals only": Anju(bench, "decide-unknown"),
        "what would change one person's answer": Anju(bench, "changes"),
        "`anju assess FILE`, from start to end": Program(
            [anju, "assess", "Examples/residents/engineer.yaml", "--on", "2026-11-23"]),
        "`anju policy check`, from start to end": Program([anju, "policy", "check"]),
    }, rounds), {
        "all measures read, compiled and proved": "50 ms",
        "a person, with the whole explanation": "50 µs",
        "a person, outcomes and totals only": "10 µs",
        "what would change one person's answer": "20 ms",
    })

    figures = measure({
        "Anju, with the whole explanation": Anju(bench, "equal-assess"),
        "zen-engine, one by one": zen_one_by_one(some, False),
        "zen-engine, one by one, with trace": zen_one_by_one(some, True),
        "zen-engine, all at once": zen_batch(some, False),
        "zen-engine, all at once, with trace": zen_batch(some, True),
        "OpenFisca, one by one": openfisca(some, 1),
        "OpenFisca, 1,024 at once": openfisca(some, 1024),
        "Anju, outcomes and totals only": Anju(bench, "equal-decide"),
    }, rounds)
    table("One person by an equal policy", figures, {})
    ratios(figures, "Anju, with the whole explanation", "Anju, outcomes and totals only")


if __name__ == "__main__":
    main()
