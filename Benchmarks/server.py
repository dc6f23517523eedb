"""The server that is measured, as a process of ours, and what the system says of it."""

import os
import re
import signal
import subprocess
import threading
import time

import processes


class Server:
    """`throughcare serve` behind a proxy that ends TLS, which is wrk."""

    def __init__(self, command, database, keys=None):
        words = [command, "serve", "--database", str(database), "--port", "0", "--trusted-proxy", "127.0.0.1"]
        if keys:
            words += ["--keys", str(keys)]
        # Its log is written as it would be to a journal, and thrown away.
        self._start(words, r"Throughcare is at https?://127\.0\.0\.1:(\d+)")

    def _start(self, words, ready, environment=None):
        """Starts it in a group of its own and waits for the line that says where it listens."""
        begun = time.monotonic()
        self.process = subprocess.Popen(
            words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
            env=environment, start_new_session=True)
        self.port = None
        told = []
        for line in self.process.stderr:
            told.append(line)
            found = re.search(ready, line)
            if found:
                self.port = int(found.group(1))
                break
        if self.port is None:
            raise RuntimeError(f"{words[0]} ended with {self.process.wait()} before it was ready: {''.join(told[-20:])}")
        self.start_seconds = time.monotonic() - begun
        threading.Thread(target=self._drop, daemon=True).start()

    def _drop(self):
        while self.process.stderr.read(1 << 16):
            pass

    def cpu_seconds(self):
        """What all its processes and threads have spent on processors, in user and kernel."""
        return processes.processor_seconds(self.process.pid)

    def memory(self):
        """Resident and anonymous memory in MiB."""
        return processes.memory(self.process.pid)

    def settle(self, limit=240):
        """Waits until it rests: less than 2 % of a core over three seconds. Gives the seconds."""
        begun = time.monotonic()
        while time.monotonic() - begun < limit:
            before = self.cpu_seconds()
            time.sleep(3)
            if self.cpu_seconds() - before < 0.06:
                break
        return time.monotonic() - begun

    def stop(self):
        """Asks it to stop; it signs a last checkpoint. Raises when it does not end well."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=120)
        if status != 0:
            raise RuntimeError(f"the server stopped with {status}")

    def end(self):
        """Whatever happened, it does not outlive us."""
        if self.process.poll() is None:
            for pid in reversed(processes.family(self.process.pid)):
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            self.process.wait()
