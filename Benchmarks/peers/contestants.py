"""Who is measured: each does one batch of work at a time and says what it took."""

import json
import subprocess
import time

from openfisca_policy import columns, decide, system
import zen
from zen_policy import decision


class Anju:
    """A workload of `anju-bench`, in a process of its own that waits between batches."""

    def __init__(self, program, workload):
        self.process = subprocess.Popen(
            [program, workload], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def batch(self):
        """How much was done, seconds on the clock, seconds of the processors."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline().split()
        if len(line) != 4:
            raise SystemExit(f"{self.process.args} ended early")
        return int(line[0]), int(line[1]) / 1e9, int(line[2]) / 1e9

    def close(self):
        """Ends the process."""
        self.process.stdin.close()
        self.process.wait()


class Python:
    """Work in this process: `work` does a batch and says how much that was."""

    def __init__(self, work):
        self.work = work

    def batch(self):
        """How much was done, seconds on the clock, seconds of the processors."""
        wall, processor = time.perf_counter(), time.process_time()
        count = self.work()
        return count, time.perf_counter() - wall, time.process_time() - processor

    def close(self):
        """Nothing to end."""


def zen_decision():
    """The equal policy, compiled once."""
    return zen.ZenEngine().create_decision(zen.ZenDecisionContent(decision()))


def zen_one_by_one(people, trace):
    """Each person is asked about alone, as a service would."""
    engine, options = zen_decision(), {"trace": trace}
    some = [person["facts"] for person in people[:256]]

    def work():
        for facts in some:
            engine.evaluate(facts, options)
        return len(some)

    return Python(work)


def zen_batch(people, trace):
    """All are handed over at once, as text: the fastest way that zen-engine has."""
    loader = {"type": "static", "content": {"policy": json.loads(decision())}}
    engine, options = zen.ZenEngine({"loader": loader}), {"trace": trace}
    requests = [
        {"key": "policy", "context": json.dumps(person["facts"])} for person in people[:1024]
    ]

    def work():
        engine.evaluate_batch(requests, options)
        return len(requests)

    return Python(work)


def openfisca(people, count):
    """`count` people decided together by arrays."""
    policy, given = system(), columns([person["facts"] for person in people[:count]])
    repeats = max(1, 64 // count)

    def work():
        for _ in range(repeats):
            decide(policy, given)
        return repeats * count

    return Python(work)


def disagreements(people):
    """Everybody of whom a peer says other than Anju; nothing is timed while there are any."""
    engine = zen_decision()
    may_apply, points = decide(system(), columns([person["facts"] for person in people]))
    for index, person in enumerate(people):
        wanted = (person["answer"]["mayApply"], person["answer"]["points"])
        result = engine.evaluate(person["facts"])["result"]
        found = (result["mayApply"], round(result["points"] * 100))
        if found != wanted:
            yield f"zen-engine: {found}, Anju: {wanted}: {person['facts']}"
        found = (bool(may_apply[index]), int(points[index]))
        if found != wanted:
            yield f"OpenFisca: {found}, Anju: {wanted}: {person['facts']}"
