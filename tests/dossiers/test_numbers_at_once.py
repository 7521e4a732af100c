"""The next code is remembered from one registration to the next; these are the ways in which it may have become another."""

from pathlib import Path

import pytest

from desk_app.dossiers.register import register
from desk_app.journal import tables
from desk_app.kernel.errors import NotFound
from tests.desks import RehearsalDesk, form, opened, rehearsal_desk


def registered(desk: RehearsalDesk, name: str = "Nguyễn Văn Mẫu", **more: str) -> str:
    """Register a dossier and return the end of its code."""
    command = desk.journal.new_id()
    written = register(desk.dossiers, by=desk.admin, form=form(name), command_id=command, **more)
    code: str = (
        desk.journal.reading().execute("SELECT code FROM dossiers WHERE id = ?", (written.subject,)).fetchone()[0]
    )
    return code[-4:]


def test_two_programs_at_one_desk_take_turns_with_the_numbers(tmp_path: Path) -> None:
    with rehearsal_desk(tmp_path / "desk") as one:
        two = opened(tmp_path / "desk")
        assert [registered(each) for each in (one, one, two, one, two, two, one)] == [
            "1001",
            "1002",
            "1003",
            "1004",
            "1005",
            "1006",
            "1007",
        ]
        assert one.journal.verify().breaks == two.journal.verify().breaks == ()
        two.close()


def test_a_registration_that_was_taken_back_uses_up_no_number(desk: RehearsalDesk) -> None:
    assert registered(desk) == "1001"
    with pytest.raises(NotFound):
        registered(desk, printer="không có")
    assert registered(desk) == "1002"
    assert [entry.seq for entry in tables.every_entry(desk.journal.reading())] == list(
        range(1, tables.count_entries(desk.journal.reading()) + 1)
    )
