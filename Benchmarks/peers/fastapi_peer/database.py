"""The database: SQLite with a connection for each thread, or PostgreSQL with a pool. Statements are written for SQLite
and made PostgreSQL's by their placeholders."""

import contextlib
import functools
import os
import sqlite3
import threading

import psycopg_pool

ADDRESS = os.environ["PEER_DATABASE"]
IS_POSTGRES = ADDRESS.startswith("postgres")
# As many as make the most of two processes here; more wait for the interpreter.
THREADS = int(os.environ.get("PEER_THREADS", "4"))

_here = threading.local()
# One writer of a process at a time: waiting here is cheaper than asking SQLite again and again.
_writing = threading.Lock()
_pool = None


def open_pool():
    global _pool
    if IS_POSTGRES:
        _pool = psycopg_pool.ConnectionPool(
            ADDRESS.replace("postgres:", "postgresql:", 1), min_size=THREADS, max_size=THREADS, open=True,
            kwargs={"autocommit": True})
        _pool.wait()


def close_pool():
    if _pool is not None:
        _pool.close()


class Connection:
    """What the pages ask of either."""

    def __init__(self, inner):
        self.inner = inner

    def all(self, sql, values=()):
        return self.inner.execute(dialect(sql), values).fetchall()

    def first(self, sql, values=()):
        return self.inner.execute(dialect(sql), values).fetchone()

    def run(self, sql, values=()):
        return self.inner.execute(dialect(sql), values).rowcount

    @contextlib.contextmanager
    def writing(self):
        """One transaction, on disk when it is left."""
        if IS_POSTGRES:
            with self.inner.transaction():
                yield
            return
        with _writing:
            self.inner.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.inner.execute("ROLLBACK")
                raise
            self.inner.execute("COMMIT")


@functools.lru_cache(maxsize=4096)
def dialect(sql):
    return sql.replace("?", "%s") if IS_POSTGRES else sql


@contextlib.contextmanager
def connection():
    if IS_POSTGRES:
        with _pool.connection() as inner:
            yield Connection(inner)
        return
    if not hasattr(_here, "connection"):
        inner = sqlite3.connect(ADDRESS, timeout=20, isolation_level=None, cached_statements=256)
        inner.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536")
        _here.connection = Connection(inner)
    yield _here.connection


def marks(values):
    """As many placeholders as a list has values."""
    return "(" + ", ".join("?" * len(values)) + ")"
