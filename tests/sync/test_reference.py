"""Reference data from the hub down to the desks: looked at first, taken whole, never backwards."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.catalogue.commands import publish
from desk_app.desk import Desk
from desk_app.kernel.errors import BundleRejected, InvalidInput, NotAllowed, Refused
from desk_app.kernel.records import changed
from desk_app.office.commands import put_wording
from desk_app.office.wordings import shipped_wordings
from desk_app.signage.commands import NewSlogan, put_slogan
from desk_app.signage.tables import list_slogans
from desk_app.sync.reference.hand_down import hand_down, put_units
from desk_app.sync.reference.pack import PARTS, UnitChange
from desk_app.sync.reference.tables import find_units
from desk_app.sync.reference.take_over import look_at, take_over
from desk_app.sync.reference.units_file import read_units
from desk_app.working_time.calendar import DayOff
from desk_app.working_time.commands import import_year
from tests.desks import RehearsalDesk
from tests.sync.hubs import join, open_hub, staff_of
from tests.sync.test_exchange import registered

TODAY = date(2026, 11, 23)
UNITS = (
    UnitChange(
        old_code="31441", old_name="Xã Hòa Mỹ", new_code="31442", new_name="Xã Hòa Mẫu", valid_from=date(2025, 7, 1)
    ),
    UnitChange(
        old_code="31340",
        old_name="Phường Đại Thành",
        new_code="31341",
        new_name="Phường Mẫu",
        valid_from=date(2025, 7, 1),
    ),
)


@pytest.fixture
def hub(tmp_path: Path, desk: RehearsalDesk) -> Iterator[Desk]:
    """A hub that let ``desk`` in, and knows some things better."""
    with open_hub(tmp_path / "hub") as made:
        join(made, desk, tmp_path)
        yield made


def know_better(hub: Desk) -> None:
    """Let the hub change a procedure, a year, a wording, a slogan and the units."""
    by, new_id = staff_of(hub), hub.journal.new_id
    birth = hub.catalogue.present().procedure_on("1.001193", TODAY)
    publish(
        hub.catalogue,
        by=by,
        procedures=[changed(birth, valid_from=TODAY, fee=birth.fee, name="Khai sinh mới")],
        command_id=new_id(),
    )
    year = hub.working_time.present_calendar().years[2026]
    more = changed(
        year, notice="Công văn thử", days_off=(*year.days_off, DayOff(on=date(2026, 12, 31), name="Nghỉ thử"))
    )
    import_year(hub.working_time, by=by, year=more, command_id=new_id())
    put_slogan(hub.signage, by=by, slogan=NewSlogan(text="Nụ cười công sở", valid_from=TODAY), command_id=new_id())
    put_wording(
        hub.office,
        by=by,
        key=shipped_wordings()[0].key,
        text="Lời mới của tuyến trên",
        valid_from=TODAY,
        command_id=new_id(),
    )
    put_units(hub.reference, by=by, units=UNITS, command_id=new_id())


def written(hub: Desk, folder: Path, parts: tuple[str, ...] = PARTS) -> Path:
    file, _pack = hand_down(
        hub.reference,
        by=staff_of(hub),
        folder=folder,
        parts=parts,
        note="Theo công văn thử",
        command_id=hub.journal.new_id(),
    )
    return file


def test_everything_is_looked_at_first_and_then_taken_whole(hub: Desk, desk: RehearsalDesk, tmp_path: Path) -> None:
    know_better(hub)
    file = written(hub, tmp_path)
    seen = look_at(desk.reference, by=desk.admin, file=file)
    told = "\n".join(seen.lines)
    for words in ("Khai sinh mới", "Lịch 2026: 31/12/2026", "Nụ cười công sở", "Lời mới", "2 dòng"):
        assert words in told
    assert desk.catalogue.present().procedure_on("1.001193", TODAY).name != "Khai sinh mới"
    take_over(desk.reference, by=desk.admin, file=file)
    assert desk.catalogue.present().procedure_on("1.001193", TODAY).name == "Khai sinh mới"
    assert not desk.working_time.present_calendar().is_working(date(2026, 12, 31))
    assert "Nụ cười công sở" in {each.text for each in list_slogans(desk.journal.reading())}
    assert find_units(desk.journal.reading(), "dai thanh") == (UNITS[1],)
    again = look_at(desk.reference, by=desk.admin, file=file)
    assert (again.is_known, again.lines) == (True, ())


def test_taking_it_twice_writes_nothing_more(hub: Desk, desk: RehearsalDesk, tmp_path: Path) -> None:
    know_better(hub)
    file = written(hub, tmp_path)
    take_over(desk.reference, by=desk.admin, file=file)
    before = desk.journal.verify().entries
    take_over(desk.reference, by=desk.admin, file=file)
    assert desk.journal.verify().entries == before


def test_an_older_file_is_refused(hub: Desk, desk: RehearsalDesk, tmp_path: Path) -> None:
    older = written(hub, tmp_path)
    know_better(hub)
    take_over(desk.reference, by=desk.admin, file=written(hub, tmp_path))
    with pytest.raises(Refused, match="cũ hơn"):
        take_over(desk.reference, by=desk.admin, file=older)


def test_dossiers_whose_day_would_move_are_named_and_keep_their_day(
    hub: Desk, desk: RehearsalDesk, tmp_path: Path
) -> None:
    registered(desk, "Người Đang Chờ")
    due = desk.journal.reading().execute("SELECT due_at FROM dossiers").fetchone()[0]
    year = hub.working_time.present_calendar().years[2026]
    off = tuple(DayOff(on=date(2026, 11, day), name="Nghỉ thử") for day in (23, 25))
    more = changed(year, notice="Công văn thử", days_off=(*year.days_off, *off))
    import_year(hub.working_time, by=staff_of(hub), year=more, command_id=hub.journal.new_id())
    seen = take_over(desk.reference, by=desk.admin, file=written(hub, tmp_path, ("calendar",)))
    assert len(seen.dossiers) == 1
    assert desk.journal.reading().execute("SELECT due_at FROM dossiers").fetchone()[0] == due


def test_only_a_hub_that_is_trusted_is_believed(hub: Desk, desk: RehearsalDesk, tmp_path: Path) -> None:
    file = written(hub, tmp_path)
    with open_hub(tmp_path / "other") as other:
        join(other, desk, tmp_path)
        stranger = written(other, tmp_path)
    with pytest.raises(NotAllowed):
        look_at(desk.reference, by=desk.accounts_by_role["officer"], file=file)
    raw = bytearray(stranger.read_bytes())
    raw[len(raw) // 2] ^= 1
    stranger.write_bytes(raw)
    with pytest.raises(BundleRejected):
        look_at(desk.reference, by=desk.admin, file=stranger)


def test_a_part_that_was_not_sent_changes_nothing(hub: Desk, desk: RehearsalDesk, tmp_path: Path) -> None:
    know_better(hub)
    seen = take_over(desk.reference, by=desk.admin, file=written(hub, tmp_path, ("slogans",)))
    assert seen.lines == ("Khẩu hiệu mới: Nụ cười công sở",)
    with pytest.raises(InvalidInput, match="Không có phần"):
        written(hub, tmp_path, ("everything",))


def test_folding_again_keeps_units_and_numbers(hub: Desk, desk: RehearsalDesk, tmp_path: Path) -> None:
    know_better(hub)
    take_over(desk.reference, by=desk.admin, file=written(hub, tmp_path))
    assert desk.journal.refold() == ()
    assert hub.journal.refold() == ()


@pytest.mark.parametrize("text", ["31441", "31442", "hoa my", "Hòa Mẫu", "HÒA MỸ"])
def test_a_unit_is_found_by_either_code_or_name(hub: Desk, text: str) -> None:
    put_units(hub.reference, by=staff_of(hub), units=UNITS, command_id=hub.journal.new_id())
    assert find_units(hub.journal.reading(), text) == (UNITS[0],)


def test_units_come_from_a_file_and_a_wrong_row_is_named(tmp_path: Path) -> None:
    file = tmp_path / "units.csv"
    file.write_text(
        "Mã mới,Tên mới,Mã cũ,Tên cũ,Từ ngày\n31442,Xã Hòa Mẫu,31441,Xã Hòa Mỹ,01/07/2025\n", encoding="utf-8-sig"
    )
    assert read_units(file) == (UNITS[0],)
    file.write_text("Mã cũ,Tên cũ,Mã mới,Tên mới,Từ ngày\n1,A,2,B,hôm qua\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match="Dòng 2"):
        read_units(file)
