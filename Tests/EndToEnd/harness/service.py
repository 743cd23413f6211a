"""The built program, serving a demo city from a folder of its own on a loopback port."""

import os
import pathlib
import random
import signal
import socket
import ssl
import subprocess
import time

import httpx

READY_WITHIN = 60.0
# The first time a demo plays its city, which takes a debug build its time.
MADE_WITHIN = 240.0
STOPPED_WITHIN = 20.0
# How many the demo city has.
PEOPLE = 60


def free_port() -> int:
    """A port that nobody listens on just now, and that nobody is given by chance.

    What the system gives to whoever connects lies above; of two processes that share the tests
    each draws from a part of its own.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 8
    for _ in range(100):
        port = 20_000 + worker * 1_500 + random.randrange(1_500)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue
    raise ServiceFailed("no port is free")


class ServiceFailed(Exception):
    """The service did not start, or did not stop, as it must."""


class Service:
    """One `anju serve --demo`. Started again, it opens the same folder at the same address."""

    def __init__(
        self,
        program: str,
        folder: pathlib.Path,
        arguments: tuple[str, ...] = (),
        environment: dict[str, str] | None = None,
        verify: ssl.SSLContext | None = None,
    ):
        self.program = program
        self.folder = folder
        self.arguments = arguments
        self.environment = environment or {}
        self.port = free_port()
        # Over TLS where there is something to verify the certificate with.
        self.verify = verify
        self.url = f"{'https' if verify else 'http'}://127.0.0.1:{self.port}"
        self.data = folder / "data"
        self.log_file = folder / "service.log"
        self.process: subprocess.Popen | None = None
        folder.mkdir(parents=True, exist_ok=True)

    def command(self) -> list[str]:
        """The command line: the only place that knows the names of the service's options."""
        return [
            self.program, "serve", "--demo", "--people", str(PEOPLE), "--language", "en",
            "--folder", str(self.data), "--port", str(self.port), *self.arguments,
        ]  # fmt: skip

    def start(self, within: float = READY_WITHIN) -> "Service":
        """Starts the program, and returns when it says that it is ready."""
        assert self.process is None, "it runs already"
        # The machine's own settings must not reach a test, save where pages are tried unbuilt.
        environment = {
            k: v for k, v in os.environ.items() if not k.startswith("ANJU_") or k == "ANJU_PAGES"
        }
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=environment | self.environment,
                cwd=self.folder,
            )
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                status = self.process.returncode
                self.process = None
                raise ServiceFailed(f"ended with {status} instead of serving:\n{self.tail()}")
            try:
                # A client that verifies reads certificates first: where there is nothing to verify,
                # that would take longer than the answer.
                ready = httpx.get(
                    f"{self.url}/health/ready", timeout=2, verify=self.verify or False
                )
                if ready.status_code == 200:
                    return self
            except httpx.TransportError:
                pass
            time.sleep(0.05)
        self.kill()
        raise ServiceFailed(f"not ready within {within:.0f} s:\n{self.tail()}")

    def stop(self) -> int:
        """Asks it to stop, and returns its exit status."""
        process, self.process = self.process, None
        if process is None:
            return 0
        process.send_signal(signal.SIGTERM)
        try:
            return process.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise ServiceFailed(f"did not stop within {STOPPED_WITHIN:.0f} s") from None

    def kill(self) -> None:
        """Ends it as a failing machine would, without a word."""
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.wait()

    def restart(self) -> "Service":
        """Stops it and starts it on the same folder."""
        self.stop()
        return self.start()

    @property
    def processor(self) -> float:
        """How many seconds it has computed: what others do on the machine is not in it."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2]
        return sum(int(ticks) for ticks in fields.split()[11:13]) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> int:
        """How many bytes of memory it holds."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) * 1024

    @property
    def log(self) -> str:
        """Everything that it has written so far."""
        return self.log_file.read_text("utf-8", "replace") if self.log_file.exists() else ""

    def tail(self, lines: int = 30) -> str:
        """The end of what it has written."""
        return "\n".join(self.log.splitlines()[-lines:])
