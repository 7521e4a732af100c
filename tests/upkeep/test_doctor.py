"""The doctor's answers: one for each question, nothing personal, the damage told from the merely inconvenient."""

import socket
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk_app.doctor import machine
from desk_app.doctor.examine import Examined, examine
from desk_app.doctor.row import Row
from desk_app.kernel.errors import Cancelled, NotAllowed
from desk_app.kernel.records import canonical
from desk_app.kernel.time_source import VIETNAM
from desk_app.printing.commands import configure_printer
from desk_app.printing.printer_settings import Printer
from desk_app.restoring.rehearse import rehearse
from desk_app.upkeep.back_up import choose_place
from tests.attachments.papers import added, dossier_of, file_of, pdf
from tests.desks import MORNING, RehearsalDesk, opened
from tests.sync.carrying import HUB, enrol, sync_office, work
from tests.upkeep.copying import copied, flip_a_bit


def examined(desk: RehearsalDesk, *, full: bool = False) -> Examined:
    return examine(desk, by=desk.admin, full=full)


def row(desk: RehearsalDesk, code: str, *, full: bool = False) -> Row:
    return next(each for each in examined(desk, full=full).rows if each.code == code)


def test_every_question_has_one_answer_and_what_is_not_good_says_what_to_do(desk: RehearsalDesk) -> None:
    found = examined(desk, full=True)
    codes = [each.code for each in found.rows]
    assert len(set(codes)) == len(codes)
    assert {"opens", "file", "chain", "tables", "backup", "disk", "printers", "clock", "fonts"} <= set(codes)
    assert {"key", "numbers", "queue", "calendar", "reference", "acknowledged", "rehearsal"} <= set(codes)
    assert all(each.hint for each in found.rows if each.state != "good")
    assert not found.damaged


def test_nothing_personal_and_no_path_leaves_the_desk(desk: RehearsalDesk, stick: Path) -> None:
    work(desk, "Nguyễn Văn Mẫu")
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    copied(desk, stick)
    told = canonical(examined(desk, full=True)).decode()
    for secret in ("Nguyễn Văn Mẫu", "Trần Thị Thử", "quantri", str(stick), str(desk.home.folder)):
        assert secret not in told


def test_a_copied_and_rehearsed_desk_is_well(desk: RehearsalDesk, stick: Path) -> None:
    assert row(desk, "backup").state == "bad"
    assert row(desk, "place").state == "warning"
    assert row(desk, "rehearsal").state == "warning"
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    copied(desk, stick)
    rehearse(desk, by=desk.admin)
    assert row(desk, "place").state == "good"
    assert row(desk, "rehearsal").state == "good"


@pytest.mark.parametrize(("days", "stale"), [(0, False), (2, False), (3, True), (5, True)])
def test_a_copy_is_old_after_two_working_days(desk: RehearsalDesk, stick: Path, days: int, *, stale: bool) -> None:
    # Monday 23/11/2026; the Tuesday is the Day of Vietnamese Culture, on which nobody works.
    copied(desk, stick)
    desk.time.put(MORNING + timedelta(days=days))
    assert ("Cắm thẻ nhớ" in row(desk, "backup").hint) is stale


def test_a_weekend_does_not_make_a_copy_old(desk: RehearsalDesk, stick: Path) -> None:
    friday = datetime(2026, 11, 27, 16, 30, tzinfo=VIETNAM)
    desk.time.put(friday)
    copied(desk, stick)
    desk.time.put(friday + timedelta(days=3))
    assert "Cắm thẻ nhớ" not in row(desk, "backup").hint
    desk.time.put(friday + timedelta(days=4))
    assert "Cắm thẻ nhớ" in row(desk, "backup").hint


def test_a_red_rehearsal_is_bad_until_a_green_one(desk: RehearsalDesk, stick: Path) -> None:
    made = copied(desk, stick)
    content = Path(made.file).read_bytes()
    flip_a_bit(Path(made.file), made.bytes // 2)
    rehearse(desk, by=desk.admin)
    assert row(desk, "rehearsal").state == "bad"
    Path(made.file).write_bytes(content)
    rehearse(desk, by=desk.admin)
    assert row(desk, "rehearsal").state == "good"


def test_a_damaged_page_is_damage(desk: RehearsalDesk) -> None:
    work(desk, *["Nguyễn Văn Mẫu"] * 100)
    desk.close()
    # The first page is whole: the desk still opens.
    flip_a_bit(desk.home.database, desk.home.database.stat().st_size // 2)
    again = opened(desk.home.folder)
    found = examine(again, by=again.admin, full=True)
    again.close()
    assert found.damaged
    assert found.state == "bad"


def test_a_table_changed_behind_the_journal_is_found_and_left_alone(desk: RehearsalDesk) -> None:
    work(desk)
    with desk.journal.store.writing() as db:
        db.execute("UPDATE dossiers SET code = '000.16.32.H49-261123-1999'")
    assert row(desk, "tables", full=True).state == "bad"
    assert desk.journal.reading().execute("SELECT code FROM dossiers").fetchone()[0].endswith("1999")
    assert examined(desk, full=True).damaged


def test_a_scan_without_its_file_is_damage(desk: RehearsalDesk, tmp_path: Path) -> None:
    added(desk, dossier_of(desk), file_of(tmp_path, pdf()))
    for each in desk.home.attachments.iterdir():
        each.unlink()
    assert row(desk, "attachments").state == "bad"
    assert examined(desk).damaged


def test_a_clock_that_went_back_is_bad(desk: RehearsalDesk) -> None:
    work(desk)
    desk.time.put(MORNING - timedelta(days=3))
    assert row(desk, "clock").state == "bad"
    assert not examined(desk).damaged


def test_a_calendar_is_missing_for_a_year_nobody_announced(desk: RehearsalDesk) -> None:
    desk.time.put(datetime(2031, 3, 3, 8, 0, tzinfo=VIETNAM))
    assert row(desk, "calendar").state == "bad"


def test_little_room_on_the_disk_is_told_in_time(desk: RehearsalDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert row(desk, "disk").state == "good"
    monkeypatch.setattr(machine, "_LITTLE_BYTES", 1 << 60)
    assert row(desk, "disk").state == "warning"
    monkeypatch.setattr(machine, "_SCARCE_BYTES", 1 << 60)
    assert row(desk, "disk").state == "bad"


def test_a_printer_that_answers_and_one_that_does_not(desk: RehearsalDesk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        printer = Printer(name="Quầy", kind="network", address="127.0.0.1", port=port)
        configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=desk.journal.new_id())
        assert row(desk, "printers").state == "good"
    assert row(desk, "printers").state == "warning"


def test_papers_that_wait_too_long_are_told(desk: RehearsalDesk) -> None:
    printer = Printer(name="Quầy", kind="file", address="/dev/no-such-printer")
    configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=desk.journal.new_id())
    work(desk)
    assert row(desk, "queue").state == "good"
    desk.time.put(MORNING + timedelta(hours=2))
    assert row(desk, "queue").state == "warning"


def test_a_silent_hub_and_reference_data_never_taken(tmp_path: Path) -> None:
    with sync_office(tmp_path / "office") as office:
        hub, desk = office.desk(HUB), office.desk(1)
        enrol(desk, hub, office.stick)
        assert row(desk, "acknowledged").state == "good"
        assert row(desk, "reference").state == "warning"
        desk.time.put(MORNING + timedelta(days=8))
        assert row(desk, "acknowledged").state == "warning"


def test_it_can_be_stopped_and_is_not_for_everybody(desk: RehearsalDesk) -> None:
    def stop(done: int, _of: int) -> None:
        if done == 3:
            raise Cancelled("test", "Đã dừng.")

    with pytest.raises(Cancelled):
        examine(desk, by=desk.admin, watch=stop)
    with pytest.raises(NotAllowed):
        examine(desk, by=desk.accounts_by_role["volunteer"])
    assert examine(desk, by=desk.accounts_by_role["officer"]).rows
