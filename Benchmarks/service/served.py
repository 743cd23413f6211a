"""The built program, run as a service on a folder."""

import http.client
import json
import os
import signal
import socket
import subprocess
import time


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Served:
    """`anju serve` on a city; `cores` pins it."""

    def __init__(self, anju, folder, *settings, cores=None, log=None):
        self.port = free_port()
        command = [anju, "serve", "--demo", "--folder", folder, "--port", str(self.port)]
        for setting in settings:
            command += ["--set", setting]
        if cores is not None:
            command = ["taskset", "-c", str(cores)] + command
        self.log = open(log or os.path.join(folder, "serve.log"), "wb")
        self.started = time.perf_counter()
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=self.log)

    @property
    def pid(self):
        return self.process.pid

    def first_page(self, path="/zh", seconds=60):
        """Asks until a page is answered: the seconds since the start."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
                link.request("GET", path)
                answer = link.getresponse()
                answer.read()
                link.close()
                if answer.status == 200:
                    return time.perf_counter() - self.started
                raise RuntimeError(f"{path}: {answer.status}")
            except ConnectionRefusedError:
                if self.process.poll() is not None:
                    raise RuntimeError(f"anju serve ended: see {self.log.name}") from None
                time.sleep(0.001)
        raise RuntimeError(f"no page within {seconds} s: see {self.log.name}")

    def wait_for_day_work(self, seconds=1_200):
        """Waits until what time has made due is done, as it is after each start."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with open(self.log.name, errors="replace") as log:
                text = log.read()
            if "the day's work is done" in text:
                return
            if "failed" in text or self.process.poll() is not None:
                break
            time.sleep(0.2)
        raise RuntimeError(f"the day's work was not done: see {self.log.name}")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise RuntimeError("anju serve did not stop") from None
        self.log.close()
        if status:
            raise RuntimeError(f"anju serve ended with {status}: see {self.log.name}")

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if self.process.poll() is None:
            if kind is None:
                self.stop()
            else:
                self.process.kill()


def make_people(tool, folder, residents, clerks):
    """Accounts with open sessions; the city's names, numbers and cards."""
    made = subprocess.run(
        [tool, "people", folder, str(residents), str(clerks)], check=True, capture_output=True
    )
    return json.loads(made.stdout)
