"""Sticks and disks that are full, read-only, pulled or lying."""

import errno
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.kernel.errors import BundleRejected, DeviceTrouble
from desk_app.sync import sealing, whole_file
from desk_app.sync.export import Exported
from desk_app.sync.importing import import_bundle
from tests.bench.journals import fill_journal
from tests.desks import RehearsalDesk
from tests.small_disks import lock_disk, small_disk_at
from tests.sync.carrying import SyncOffice, enrol, everything, send, state, take, work


@pytest.fixture
def small_stick(tmp_path: Path) -> Iterator[Path]:
    """Give a real stick of 64 KB, where this computer lets a test mount one."""
    with small_disk_at(tmp_path / "small", kilobytes=64) as point:
        yield point


def trouble(desk: RehearsalDesk, place: Path, code: str) -> DeviceTrouble:
    with pytest.raises(DeviceTrouble) as caught:
        send(desk, place)
    assert caught.value.code == code
    assert caught.value.exit_code == 6
    return caught.value


def test_a_full_stick_holds_no_half_bundle(desk: RehearsalDesk, small_stick: Path) -> None:
    fill_journal(desk, 3_000)
    told = trouble(desk, small_stick, "storage.full")
    assert str(small_stick) in told.message
    assert list(small_stick.iterdir()) == []


def test_a_stick_that_is_full_at_the_nth_write(
    desk: RehearsalDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every write of the file may be the one that does not fit."""
    work(desk)
    real = Path.open
    before = sorted(stick.iterdir())
    for nth in range(60):
        left = [nth]

        class Full(io.BufferedWriter):
            def write(self, raw: object, /) -> int:
                if left[0] == 0:  # noqa: B023 - the file is written before the next turn
                    raise OSError(errno.ENOSPC, "No space left on device")
                left[0] -= 1  # noqa: B023
                return super().write(raw)  # type: ignore[arg-type]

        def opened(self: Path, mode: str = "r", **more: object) -> object:
            if mode == "wb":
                return Full(io.FileIO(self, "wb"))
            return real(self, mode, **more)  # type: ignore[call-overload]

        with monkeypatch.context() as patched:
            patched.setattr(Path, "open", opened)
            outcome = outcome_of(desk, stick)
        if isinstance(outcome, Exported):
            assert take(desk, outcome.file).known == outcome.entries
            assert nth > 2
            return
        assert outcome == "storage.full"
        assert sorted(stick.iterdir()) == before
    pytest.fail("the export never came to its end")


def outcome_of(desk: RehearsalDesk, stick: Path) -> Exported | str:
    """Return the bundle, or the code of what the medium did."""
    try:
        return send(desk, stick)
    except DeviceTrouble as error:
        return error.code


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="nothing is read-only for the administrator")
def test_a_folder_that_may_not_be_written(desk: RehearsalDesk, stick: Path) -> None:
    work(desk)
    stick.chmod(0o500)
    trouble(desk, stick, "storage.read_only")
    stick.chmod(0o700)


def test_a_stick_with_its_lock_on(desk: RehearsalDesk, small_stick: Path) -> None:
    work(desk)
    lock_disk(small_stick)
    told = trouble(desk, small_stick, "storage.read_only")
    assert "khóa chống ghi" in told.hint


def test_a_bundle_is_taken_from_a_stick_with_its_lock_on(
    desk: RehearsalDesk, hub: RehearsalDesk, small_stick: Path
) -> None:
    work(desk)
    made = send(desk, small_stick)
    lock_disk(small_stick)
    assert take(hub, made.file).taken == made.entries


def test_a_stick_that_is_not_there(desk: RehearsalDesk, stick: Path) -> None:
    work(desk)
    trouble(desk, stick / "rút rồi", "sync.no_place")


def test_a_stick_that_lies_is_found_out_by_reading_back(
    desk: RehearsalDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counterfeit sticks say yes to everything and keep something else."""
    work(desk)
    before = sorted(stick.iterdir())

    def swallow(file: io.BufferedReader) -> None:
        raw = Path(file.name).read_bytes()
        Path(file.name).write_bytes(raw[: len(raw) // 2] + bytes(len(raw) - len(raw) // 2))

    monkeypatch.setattr(whole_file, "_forget_cached", swallow)
    with pytest.raises(BundleRejected):
        send(desk, stick)
    assert sorted(stick.iterdir()) == before


def test_a_stick_pulled_while_it_is_read(
    desk: RehearsalDesk, hub: RehearsalDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work(desk, *["Nguyễn Văn Mẫu"] * 20)
    made = send(desk, stick)
    before = everything(hub), state(hub)
    real = Path.open
    seen = []
    for nth in range(12):
        left = [nth]

        class Pulled(io.BufferedReader):
            def read(self, size: int | None = -1, /) -> bytes:
                if left[0] == 0:  # noqa: B023 - the file is read before the next turn
                    raise OSError(errno.EIO, "Input/output error")
                left[0] -= 1  # noqa: B023
                return super().read(size)

        def opened(self: Path, mode: str = "r", **more: object) -> object:
            if self == made.file:
                return Pulled(io.FileIO(self))
            return real(self, mode, **more)  # type: ignore[call-overload]

        with monkeypatch.context() as patched:
            patched.setattr(Path, "open", opened)
            with pytest.raises(DeviceTrouble) as caught:
                take(hub, made.file)
        seen.append(caught.value.code)
        assert (everything(hub), state(hub)) == before
    assert set(seen) == {"sync.io"}
    assert take(hub, made.file).taken == made.entries


def test_a_hub_s_own_full_disk_takes_nothing_or_all(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    work(desk, *["Nguyễn Văn Mẫu"] * 100)
    made = send(desk, stick)
    before = everything(hub), state(hub)
    hub.home.ballast.unlink()
    with hub.journal.store.writing() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(DeviceTrouble) as caught:
        import_bundle(hub.sync, by=hub.admin, file=made.file)
    assert caught.value.code == "storage.full"
    assert (everything(hub), state(hub)) == before
    with hub.journal.store.writing() as db:
        db.execute("PRAGMA max_page_count = 1000000")
    assert take(hub, made.file).taken == made.entries


def test_what_a_killed_program_left_half_written_is_removed_after_an_hour(
    desk: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    other = office.desk(2)
    enrol(other, desk, stick, role="desk")
    work(desk)
    prefix = sealing._prefix(desk.sync, "entries")
    foreign = sealing._prefix(other.sync, "entries")
    old, new, theirs = (stick / f"{name}.tar.part" for name in (f"{prefix}-cũ", f"{prefix}-mới", f"{foreign}-cũ"))
    for each in (old, new, theirs):
        each.write_bytes(b"x")
    for each in (old, theirs):
        os.utime(each, (1, 1))
    send(desk, stick)
    assert [each.exists() for each in (old, new, theirs)] == [False, True, True]


def test_memory_does_not_grow_with_the_bundle(tmp_path: Path) -> None:
    """Twenty thousand entries are thirty megabytes of lines; writing and taking them adds far less to a process."""
    line = [sys.executable, "-m", "tests.bench.bundles", str(tmp_path / "large"), "20000"]
    assert float(subprocess.run(line, capture_output=True, text=True, check=True).stdout) < 40
