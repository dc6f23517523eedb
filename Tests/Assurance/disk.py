"""A file system of our own on a file, whose power can be cut: what had not reached the disk is gone."""

import fcntl
import os
import pathlib
import signal
import struct
import subprocess
import time

# Stops a file system at once, without writing what it still holds in memory.
FS_IOC_SHUTDOWN, NOLOGFLUSH = 0x8004587D, 2


class Disk:
    def __init__(self, folder, megabytes):
        self.image, self.path = pathlib.Path(folder) / "disk.img", pathlib.Path(folder) / "disk"
        self.megabytes = megabytes
        self.path.mkdir(exist_ok=True)

    def make(self):
        self.image.unlink(missing_ok=True)
        with open(self.image, "wb") as image:
            image.truncate(self.megabytes << 20)
        say("mkfs.ext4", "-q", "-F", self.image)
        self.mount()

    def settle(self):
        """Has everything that was put there reach the disk."""
        say("sync", "-f", self.path)

    def mount(self):
        say("mount", "-o", "loop", self.image, self.path)

    def cut(self):
        handle = os.open(self.path, os.O_RDONLY)
        fcntl.ioctl(handle, FS_IOC_SHUTDOWN, struct.pack("I", NOLOGFLUSH))
        os.close(handle)

    def unmount(self):
        if not os.path.ismount(self.path):
            return
        end_users(self.path)
        for _ in range(80):
            if subprocess.run(["umount", self.path], capture_output=True).returncode == 0:
                return
            end_users(self.path)
            time.sleep(0.1)
        raise OSError(f"{self.path} cannot be unmounted")


def end_users(path):
    """Ends every process that still works in a folder."""
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if os.readlink(process / "cwd").startswith(str(path)):
                os.kill(int(process.name), signal.SIGKILL)
        except OSError:
            continue


def say(*command):
    subprocess.run([str(word) for word in command], check=True, capture_output=True)
