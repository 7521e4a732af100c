"""Reference data that hold from a day on: nothing changes before that day, and nothing that began before it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desk_app.catalogue.commands import end_procedure, publish
from desk_app.catalogue.procedure import Procedure
from desk_app.desk import Desk
from desk_app.kernel.records import changed
from desk_app.sync.importing import import_bundle
from desk_app.sync.reference.hand_down import hand_down
from desk_app.sync.reference.take_over import take_over
from tests.desks import MORNING, RehearsalDesk
from tests.sync.hubs import OFFICES, join, open_hub, sent, staff_of
from tests.sync.test_exchange import registered
from tests.sync.test_trust import founded

BIRTH = "1.001193"
TODAY, NEW_YEAR = MORNING.date(), date(2027, 1, 1)


@pytest.fixture
def hub(tmp_path: Path, desk: RehearsalDesk) -> Iterator[Desk]:
    with open_hub(tmp_path / "hub") as made:
        join(made, desk, tmp_path)
        yield made


def slower(birth: Procedure, valid_from: date) -> Procedure:
    """Return a version that takes ten days."""
    return changed(
        birth, valid_from=valid_from, name="Khai sinh mười ngày", steps=(changed(birth.steps[0], half_days=20),)
    )


def put_at(hub: Desk, procedure: Procedure) -> None:
    publish(hub.catalogue, by=staff_of(hub), procedures=[procedure], command_id=hub.journal.new_id())


def handed_down(hub: Desk, desk: RehearsalDesk, folder: Path) -> tuple[str, ...]:
    """Hand the catalogue down to the desk; return what it was told of changes."""
    file, _pack = hand_down(
        hub.reference,
        by=staff_of(hub),
        folder=folder,
        parts=("catalogue",),
        note="Theo công văn thử",
        command_id=hub.journal.new_id(),
    )
    return take_over(desk.reference, by=desk.admin, file=file).lines


def promised(desk: Desk, dossier: str) -> datetime:
    row = desk.journal.reading().execute("SELECT due_at FROM dossiers WHERE id = ?", (dossier,)).fetchone()
    return datetime.fromisoformat(row[0])


def test_a_version_that_begins_later_changes_no_dossier_before_its_day(
    hub: Desk, desk: RehearsalDesk, tmp_path: Path
) -> None:
    before = registered(desk, "Người Nộp Trước")
    day = promised(desk, before)
    put_at(hub, slower(hub.catalogue.present().procedure_on(BIRTH, TODAY), NEW_YEAR))
    assert f"{BIRTH} Khai sinh mười ngày, từ 01/01/2027" in handed_down(hub, desk, tmp_path)
    assert promised(desk, before) == day
    assert promised(desk, registered(desk, "Người Nộp Sau Khi Nhận")) == day, "its day has not come"
    desk.time.advance(datetime(2026, 12, 31, 8, 15, tzinfo=MORNING.tzinfo) - MORNING)
    last = registered(desk, "Người Nộp Ngày Cuối Năm")
    assert promised(desk, last) - desk.time.now() < timedelta(days=4)
    desk.time.advance(timedelta(days=4))
    new = registered(desk, "Người Nộp Năm Mới")
    assert promised(desk, new) - desk.time.now() > timedelta(days=12)
    assert promised(desk, before) == day, "what was promised stays"
    assert desk.journal.refold() == ()
    assert promised(desk, before) == day


def test_the_hub_shows_the_day_that_was_promised_whatever_it_knows_by_then(
    hub: Desk, desk: RehearsalDesk, tmp_path: Path
) -> None:
    before = registered(desk, "Người Nộp Trước")
    put_at(hub, slower(hub.catalogue.present().procedure_on(BIRTH, TODAY), TODAY - timedelta(days=1)))
    import_bundle(hub.sync, by=staff_of(hub), file=sent(desk, tmp_path))
    assert promised(hub, before) == promised(desk, before)


def test_a_procedure_that_ended_is_offered_no_more_after_its_last_day(
    hub: Desk, desk: RehearsalDesk, tmp_path: Path
) -> None:
    by, new_id = staff_of(hub), hub.journal.new_id
    gone = TODAY - timedelta(days=2)
    end_procedure(hub.catalogue, by=by, code=BIRTH, last_on=gone, reason="Bãi bỏ", command_id=new_id())
    handed_down(hub, desk, tmp_path)
    assert desk.catalogue.present().find(BIRTH, gone) is not None
    assert desk.catalogue.present().find(BIRTH, TODAY) is None


def test_what_one_office_changed_for_itself_does_not_reach_the_others_through_the_hub(
    hub: Desk, desk: RehearsalDesk, tmp_path: Path
) -> None:
    with founded(tmp_path / "other", number=1, agency=OFFICES[1]) as other:
        join(hub, other, tmp_path)
        birth = other.catalogue.present().procedure_on(BIRTH, TODAY)
        own = [changed(birth, name="Khai sinh riêng của phường"), slower(birth, NEW_YEAR)]
        publish(other.catalogue, by=other.admin, procedures=own, command_id=other.journal.new_id())
        import_bundle(hub.sync, by=staff_of(hub), file=sent(other, tmp_path))
    assert handed_down(hub, desk, tmp_path) == ()
    assert desk.catalogue.present().procedure_on(BIRTH, NEW_YEAR).name == birth.name
