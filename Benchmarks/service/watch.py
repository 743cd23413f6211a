"""What is noted while people use the service, and what a process takes."""

import asyncio
import os
from collections import Counter, defaultdict

TICK = os.sysconf("SC_CLK_TCK")


def percentile(sorted_values, percent):
    if not sorted_values:
        return float("nan")
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * percent / 100))]


class Watch:
    """Times by kind, in milliseconds, of what was due within the counted span; errors always."""

    def __init__(self):
        self.start = self.end = float("inf")
        self.times = defaultdict(list)
        self.places = defaultdict(list)
        self.statuses = Counter()
        self.errors = Counter()
        self.told = Counter()
        self.late = []
        self.bytes = 0

    def __call__(self, kind, path, due, sent, end, status, length):
        if not self.start <= due < self.end:
            return
        milliseconds = (end - due) * 1_000
        self.times[kind].append(milliseconds)
        self.places[kind, place(path)].append(milliseconds)
        self.statuses[status] += 1
        self.bytes += length
        # How much later than due the generator itself sent it.
        self.late.append((sent - due) * 1_000)

    def fail(self, what):
        self.errors[what] += 1

    def tell(self, what):
        self.told[what] += 1


def place(path):
    """A path without language and without what is one's own in it."""
    parts = path.split("?")[0].split("/")[2:]
    for index in range(1, len(parts)):
        if parts[index - 1] in ("files", "applications", "papers", "facts", "measures", "services"):
            parts[index] = "…"
    return "/" + "/".join(part for part in parts if part)


class Process:
    """What the system tells of a process."""

    def __init__(self, pid):
        self.pid = pid

    def status(self, name):
        with open(f"/proc/{self.pid}/status") as file:
            for line in file:
                if line.startswith(name + ":"):
                    return int(line.split()[1])
        return 0

    @property
    def peak(self):
        """The most memory it ever had, in megabytes."""
        return self.status("VmHWM") / 1_024

    @property
    def seconds(self):
        """Processor time so far."""
        with open(f"/proc/{self.pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK


async def lag(samples):
    """How late the generator's own loop wakes, in milliseconds."""
    loop = asyncio.get_running_loop()
    while True:
        start = loop.time()
        await asyncio.sleep(0.05)
        samples.append((loop.time() - start - 0.05) * 1_000)
