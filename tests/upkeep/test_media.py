"""Sticks that are full, locked, pulled or failing: a clear word, exit code 6, no half copy."""

import errno
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from desk_app.kernel.errors import DeskError, DeviceTrouble
from desk_app.upkeep.copies import list_copies
from desk_app.upkeep.proving import prove
from desk_app.upkeep.records import Copied
from tests.attachments.papers import added, dossier_of, file_of, pdf
from tests.bench.journals import fill_journal
from tests.desks import RehearsalDesk
from tests.upkeep.copying import copied, everything_below


def trouble(desk: RehearsalDesk, place: Path, code: str) -> DeviceTrouble:
    with pytest.raises(DeviceTrouble) as caught:
        copied(desk, place)
    assert (caught.value.code, caught.value.exit_code) == (code, 6)
    assert str(place) in caught.value.message
    assert caught.value.hint
    return caught.value


def outcome_of(desk: RehearsalDesk, place: Path) -> Copied | str:
    """Return the copy, or the code of what the medium did."""
    try:
        return copied(desk, place)
    except DeskError as error:
        return error.code


def test_a_stick_full_in_the_middle_of_the_database_holds_no_half_copy(desk: RehearsalDesk, small_stick: Path) -> None:
    fill_journal(desk, 6_000)
    assert desk.home.database.stat().st_size > 3_000_000
    trouble(desk, small_stick, "storage.full")
    assert everything_below(small_stick) == {}
    assert not list(small_stick.rglob("*.part*"))


def test_a_stick_full_in_the_middle_of_a_scan_keeps_the_older_copy(
    desk: RehearsalDesk, small_stick: Path, tmp_path: Path
) -> None:
    copied(desk, small_stick)
    before = everything_below(small_stick)
    added(desk, dossier_of(desk), file_of(tmp_path, pdf(2_500_000)))
    trouble(desk, small_stick, "storage.full")
    assert everything_below(small_stick) == before
    for each in list_copies(small_stick):
        prove(each, desk.journal.store.key)


def test_a_stick_with_its_lock_on(desk: RehearsalDesk, small_stick: Path) -> None:
    copied(desk, small_stick)
    subprocess.run(["mount", "-o", "remount,ro", str(small_stick)], check=True)
    assert "khóa chống ghi" in trouble(desk, small_stick, "storage.read_only").hint


def test_a_copy_is_proved_on_a_stick_with_its_lock_on(desk: RehearsalDesk, small_stick: Path) -> None:
    copied(desk, small_stick)
    subprocess.run(["mount", "-o", "remount,ro", str(small_stick)], check=True)
    for each in list_copies(small_stick):
        prove(each, desk.journal.store.key)


def test_a_stick_that_is_not_there(desk: RehearsalDesk, stick: Path) -> None:
    trouble(desk, stick / "rút rồi", "upkeep.no_place")


@pytest.mark.parametrize(("number", "code"), [(errno.EIO, "upkeep.io"), (errno.ENOSPC, "storage.full")])
def test_the_nth_call_of_the_system_fails(
    desk: RehearsalDesk, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    """Whichever small file, sync or rename the medium refuses: nothing is half there, and the next copy is whole."""
    real_copy, real_rename = shutil.copyfile, Path.rename
    for nth in range(12):
        left = [nth]

        def failing(real: Any) -> Any:
            def call(*what: object, **how: object) -> object:
                left[0] -= 1  # noqa: B023 - the copy is made before the next turn
                if left[0] == -1:  # noqa: B023
                    raise OSError(number, "made up")
                return real(*what, **how)

            return call

        with monkeypatch.context() as patched:
            patched.setattr(shutil, "copyfile", failing(real_copy))
            patched.setattr(Path, "rename", failing(real_rename))
            outcome = outcome_of(desk, stick)
        assert not list(stick.rglob("*.part*"))
        if isinstance(outcome, Copied):
            assert nth > 1
            assert len(list_copies(stick)) == outcome.copies
            return
        assert outcome == code
    pytest.fail("no copy came to its end")
