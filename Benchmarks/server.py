"""The server that is measured, as a process of ours, and what the system says of it."""

import os
import re
import signal
import subprocess
import threading
import time

TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """`throughcare serve` behind a proxy that ends TLS, which is wrk."""

    def __init__(self, command, database):
        begun = time.monotonic()
        # Its log is written as it would be to a journal, and thrown away.
        self.process = subprocess.Popen(
            [command, "serve", "--database", str(database), "--port", "0", "--trusted-proxy", "127.0.0.1"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        self.port = None
        for line in self.process.stderr:
            found = re.search(r"Throughcare is at https?://127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                break
        if self.port is None:
            raise RuntimeError(f"the server ended with {self.process.wait()} before it was ready")
        self.start_seconds = time.monotonic() - begun
        threading.Thread(target=self._drop, daemon=True).start()

    def _drop(self):
        while self.process.stderr.read(1 << 16):
            pass

    def cpu_seconds(self):
        """What all its threads have spent on processors, in user and kernel."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self):
        """Resident and anonymous memory in MiB."""
        found = {}
        with open(f"/proc/{self.process.pid}/status") as file:
            for line in file:
                name, _, rest = line.partition(":")
                if name in ("VmRSS", "RssAnon"):
                    found[name] = int(rest.split()[0]) / 1024
        return {"rss_mib": round(found["VmRSS"], 1), "anonymous_mib": round(found["RssAnon"], 1)}

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
            self.process.kill()
            self.process.wait()
