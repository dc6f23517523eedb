#!/usr/bin/env python3
"""A PostgreSQL that is reached over the network: only one that has proved who it is, over an encrypted connection, is used.

    python3 Tests/Durability/tls.py
"""

import os
import shutil
import socket
import subprocess
import sys

from partnership import COMMAND, NotAsExpected, Partnership, PostgresServer, scratch_folder

# Of this machine, and not one of the names that count as here.
HOST = "127.0.0.2"


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


def authority(folder, name):
    """A certificate authority."""
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
            f"/CN={name}", "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.pem")


def certificate(folder, name, address, by):
    """A server's certificate for an address."""
    (folder / f"{name}.ext").write_text(f"subjectAltName = IP:{address}\n")
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={name}", "-keyout",
            folder / f"{name}.key", "-out", folder / f"{name}.csr")
    openssl("x509", "-req", "-in", folder / f"{name}.csr", "-CA", folder / f"{by}.pem", "-CAkey", folder / f"{by}.key",
            "-CAcreateserial", "-days", "2", "-extfile", folder / f"{name}.ext", "-out", folder / f"{name}.pem")


def main():
    import pathlib
    with scratch_folder() as one, scratch_folder() as two:
        folder, kept = pathlib.Path(one), pathlib.Path(two)
        authority(folder, "ours")
        authority(folder, "theirs")
        certificate(folder, "right", HOST, "ours")
        certificate(folder, "wrong", "192.0.2.1", "ours")
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            port = probe.getsockname()[1]
        server = PostgresServer(kept, f"listen_addresses = '{HOST}'", f"port = {port}")
        partnership = Partnership(folder, workers=0, server=server)

        def use(name):
            """Has the server show another certificate."""
            for kind in ("pem", "key"):
                target = kept / f"server.{kind}"
                shutil.copy(folder / f"{name}.{kind}", target)
                shutil.chown(target, "postgres" if os.geteuid() == 0 else None)
                target.chmod(0o600)
            server.say("restart")

        with open(kept / "data" / "postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(f"ssl = on\nssl_cert_file = '{kept}/server.pem'\nssl_key_file = '{kept}/server.key'\n")

        def doctor(mode, root):
            address = f"postgres://throughcare@{HOST}:{port}/test?sslmode={mode}&sslrootcert={folder}/{root}.pem"
            done = subprocess.run([COMMAND, "doctor", "--database", address], env=partnership.environment,
                                  capture_output=True, text=True, stdin=subprocess.DEVNULL)
            return done.returncode, done.stdout + done.stderr

        use("right")
        expect("a server that proved who it is", doctor("verify-full", "ours"), 0, "encrypted")
        expect("an encrypted connection to whoever answers", doctor("require", "nobody"), 3, "sslmode is require")
        expect("a connection in clear", doctor("disable", "ours"), 3, "sslmode is disable")
        expect("a server that another authority vouches for", doctor("verify-full", "theirs"), 70, "cannot be reached")
        use("wrong")
        expect("a server with another's certificate", doctor("verify-full", "ours"), 70, "cannot be reached")
    print("tls: a server that proved who it is was used, and four others were not")


def expect(what, found, status, words):
    if found[0] != status or words not in found[1]:
        raise NotAsExpected(f"{what}: {found[0]}, {found[1].strip()[-300:]}")


if __name__ == "__main__":
    try:
        main()
    except NotAsExpected as failure:
        sys.exit(f"tls: {failure}")
