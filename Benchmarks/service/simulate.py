"""So many people at once, for so long."""

import asyncio
import gc
import random
import time

from browser import Browser
from people import Clerk, Resident, Visitor
from watch import Process, Watch, lag

# Of a hundred people at one moment.
VISITORS, RESIDENTS, CLERKS = 60, 35, 5


def share(people):
    """How many of each kind there are among so many: visitors, residents, clerks."""
    residents, clerks = people * RESIDENTS // 100, max(1, people * CLERKS // 100)
    return people - residents - clerks, residents, clerks


class City:
    """What people know, and where errors are told."""

    def __init__(self, made, watch):
        self.names, self.numbers, self.serials = made["names"], made["numbers"], made["serials"]
        self.fail, self.tell = watch.fail, watch.tell


async def run(server, made, people, seconds, warming, seed=1):
    watch = Watch()
    city = City(made, watch)
    visitors, residents, clerks = share(people)

    def browser(index, session=None):
        address = f"127.{1 + index // 62_500}.{index // 250 % 250}.{1 + index % 250}"
        return Browser(address, server.port, watch, session)

    everybody = [Visitor(city, browser(i), seed * 100_003 + i) for i in range(visitors)]
    for i in range(residents):
        session = made["residents"][i]["session"]
        everybody.append(Resident(city, browser(visitors + i, session), seed * 100_019 + i))
    for i in range(clerks):
        link = browser(visitors + residents + i, made["clerks"][i])
        everybody.append(Clerk(city, link, seed * 100_043 + i))
    random.Random(seed).shuffle(everybody)

    loop = asyncio.get_running_loop()
    process = Process(server.pid)
    # Collecting garbage would stop everybody at once; what is kept here hardly grows.
    gc.collect()
    gc.freeze()
    gc.disable()
    tasks = [asyncio.create_task(person.live(warming * 0.5)) for person in everybody]
    lags = []
    await asyncio.sleep(warming)
    tasks.append(asyncio.create_task(lag(lags)))
    watch.start = loop.time()
    watch.end = watch.start + seconds
    before, own = process.seconds, time.process_time()
    await asyncio.sleep(seconds)
    took, own = process.seconds - before, time.process_time() - own
    # What was due within the span is still answered; what is not by now, is an error.
    await asyncio.sleep(2)
    for person in everybody:
        if person.browser.asked is not None and person.browser.asked[2] < watch.end:
            kind, path, due = person.browser.asked
            watch(kind, path, due, due, loop.time(), 0, 0)
            watch.fail("not answered at the end")
    for task in tasks:
        task.cancel()
    ends = await asyncio.gather(*tasks, return_exceptions=True)
    for end in ends:
        if isinstance(end, Exception) and not isinstance(end, asyncio.CancelledError):
            watch.fail(f"a person broke off: {end!r}")
    gc.enable()
    for person in everybody:
        await person.browser.close()
    return watch, {
        "server": took / seconds, "generator": own / seconds, "peak": process.peak,
        "lags": sorted(lags), "seconds": seconds,
    }
