"""What the system says of a process that we started and of everything it started in turn."""

import os
import pathlib

TICKS = os.sysconf("SC_CLK_TCK")


def family(root):
    """The process and all that descend from it."""
    children = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            fields = stat(entry.name)
            if fields:
                children.setdefault(int(fields[1]), []).append(int(entry.name))
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += children.get(pid, ())
    return found


def stat(pid):
    """The fields of /proc/PID/stat after the name, or None when it has ended."""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return None


def processor_seconds(root):
    """What the family has spent on processors, in user and kernel, with those that have ended and been waited for."""
    return sum(sum(map(int, fields[11:15])) for fields in map(stat, family(root)) if fields) / TICKS


def memory(root):
    """Resident and anonymous memory of the family in MiB. What its processes share is counted in each of them."""
    found = {"VmRSS": 0, "RssAnon": 0}
    for pid in family(root):
        try:
            lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError):
            continue
        for line in lines:
            name, _, rest = line.partition(":")
            if name in found:
                found[name] += int(rest.split()[0]) / 1024
    return {"rss_mib": round(found["VmRSS"], 1), "anonymous_mib": round(found["RssAnon"], 1)}
