"""The ground the program stands on: a SQLite without the WAL-reset race, and a Qt that keeps its references."""

import sys

import sqlcipher3
from PySide6.QtCore import QObject, Signal

OLDEST_SAFE_SQLITE = (3, 51, 3)
CALLS, LOST_AT_MOST = 20_000, 200


class Bell(QObject):
    rung = Signal(object)


def test_the_engine_is_an_encrypted_sqlite_without_the_wal_reset_race() -> None:
    connection = sqlcipher3.connect(":memory:")
    try:
        (version,) = connection.execute("SELECT sqlite_version()").fetchone()
        (cipher,) = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    assert tuple(map(int, version.split("."))) >= OLDEST_SAFE_SQLITE
    assert cipher


def references_kept(value: object) -> bool:
    """Tell whether thousands of calls into Qt leave the count of references to ``value`` where it was."""
    bell = Bell()
    heard: list[object] = []
    bell.rung.connect(heard.append)
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        bell.rung.emit(value)
        bell.blockSignals(False)
        bell.setParent(None)
        heard.clear()
        if abs(sys.getrefcount(value) - before) > LOST_AT_MOST:
            return False
    return True


def test_calls_into_qt_lose_no_reference_to_none() -> None:
    assert references_kept(None)


def test_calls_into_qt_lose_no_reference_to_true_and_false() -> None:
    assert references_kept(True)
    assert references_kept(False)


def test_a_lost_reference_would_be_noticed() -> None:
    kept: list[object] = []
    before = sys.getrefcount(None)
    kept.extend([None] * (LOST_AT_MOST + 1))
    moved = sys.getrefcount(None) - before
    assert moved > LOST_AT_MOST or sys.version_info >= (3, 12)  # from 3.12 on None is not counted at all
