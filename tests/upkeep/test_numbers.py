"""What may stand on paper already is given out no second time by a desk that was restored or cloned."""

import shutil
from collections.abc import Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.desk import Desk, every_fold, open_desk
from desk_app.dossiers.numbering import runs
from desk_app.kernel.errors import Conflict
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime
from desk_app.office.tables import put_number_floor
from desk_app.restoring.epochs import begin_anew
from desk_app.storage.engine import Database
from desk_app.surveys import complaint_number
from desk_app.surveys.campaigns import plan_campaign, results_of
from desk_app.surveys.rules import Level
from desk_app.sync.acknowledgement import acknowledge, take_acknowledgement
from desk_app.sync.away.desk_numbers import free_number
from desk_app.sync.reference.hand_down import hand_down
from desk_app.sync.reference.take_over import take_over
from desk_app.upkeep.back_up import back_up
from tests.desks import MORNING, RehearsalDesk, opened
from tests.surveys.test_campaigns import PLAN, entered
from tests.surveys.voices import act
from tests.sync.hubs import join, open_hub, staff_of
from tests.sync.laptops import packed
from tests.upkeep import numbered
from tests.upkeep.copying import administrator, copied, restored

LATER = MORNING + timedelta(hours=1)


def test_a_restored_desk_goes_on_beyond_every_number_it_may_have_printed(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    numbered.prepare(desk)
    before = numbered.one_of_each(desk)
    copied(desk, stick)
    lost = [numbered.one_of_each(desk) for _ in range(2)]
    restored(stick, tmp_path / "back", at=LATER)
    back = opened(tmp_path / "back", at=LATER)
    after = [numbered.one_of_each(back) for _ in range(2)]
    back.close()
    _require_all_different(before, *lost, *after)


def test_a_restored_desk_that_knew_of_none_begins_beyond_its_first_numbers_too(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    numbered.prepare(desk)
    copied(desk, stick)
    lost = numbered.one_of_each(desk)
    restored(stick, tmp_path / "back", at=LATER)
    back = opened(tmp_path / "back", at=LATER)
    after = numbered.one_of_each(back)
    back.close()
    _require_all_different(lost, after)


def test_a_clone_that_begins_anew_gives_out_none_of_the_other_ones_numbers(desk: RehearsalDesk, tmp_path: Path) -> None:
    numbered.prepare(desk)
    desk.journal.store.checkpoint()
    shutil.copytree(desk.home.folder, tmp_path / "clone")
    first = numbered.one_of_each(desk)
    begin_anew(Home(tmp_path / "clone"), reason="chép sang máy mới", sign_in=administrator, time=FixedTime(LATER))
    clone = opened(tmp_path / "clone", at=LATER)
    other = numbered.one_of_each(clone)
    clone.close()
    _require_all_different(first, other)


def _require_all_different(*given: Mapping[str, str]) -> None:
    for what in numbered.AT_THE_COUNTER:
        numbers = [each[what] for each in given]
        assert len(set(numbers)) == len(numbers), (what, numbers)


def test_a_day_after_the_restore_numbers_begin_with_the_first_again(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    copied(desk, stick)
    restored(stick, tmp_path / "back", at=LATER)
    back = opened(tmp_path / "back", at=LATER + timedelta(days=1))
    assert numbered.dossier(back) == "000.16.32.H49-261124-1001"
    assert numbered.ticket(back) == "A001"
    assert numbered.payment(back) == "PT-261124-1001"
    back.close()


def test_a_desk_near_the_end_of_its_short_codes_leaves_out_the_first_long_ones_too(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    short, _long = runs("000.16.32.H49", 1, MORNING.date())
    desk.journal.store.transact(lambda db: put_number_floor(db, short.first, 1900))
    copied(desk, stick)
    restored(stick, tmp_path / "back", at=LATER)
    back = opened(tmp_path / "back", at=LATER)
    assert numbered.dossier(back) == "000.16.32.H49-261123-0011200"
    back.close()


def test_numbers_stay_left_out_through_a_second_restore(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    copied(desk, stick)
    restored(stick, tmp_path / "back", at=LATER)
    back = opened(tmp_path / "back", at=LATER)
    copied(back, stick)
    printed = {numbered.payment(back), numbered.ticket(back), numbered.complaint(back)}
    back.close()
    restored(stick, tmp_path / "again", at=LATER + timedelta(hours=1))
    again = opened(tmp_path / "again", at=LATER + timedelta(hours=1))
    assert not printed & {numbered.payment(again), numbered.ticket(again), numbered.complaint(again)}
    again.close()


def test_a_floor_written_as_a_whole_code_still_holds(desk: RehearsalDesk) -> None:
    def put(db: Database) -> None:
        db.execute("INSERT INTO number_floors VALUES ('PT-261123-', 'PT-261123-1200')")

    desk.journal.store.transact(put)
    assert numbered.payment(desk) == "PT-261123-1201"


def test_a_form_printed_before_the_restore_is_typed_in(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    campaign = act(desk, plan_campaign, plan=PLAN).subject
    copied(desk, stick)
    number = int(numbered.survey_form(desk))
    restored(stick, tmp_path / "back", at=LATER)
    back = opened(tmp_path / "back", at=LATER)
    entered(back, campaign, (number, Level.SATISFIED, None))
    assert results_of(back.surveys, campaign).forms == 1
    back.close()


def test_the_hundredth_complaint_of_a_day_has_a_number_of_no_other_desk(desk: RehearsalDesk) -> None:
    series = complaint_number.series_of(MORNING.date())
    desk.journal.store.transact(lambda db: put_number_floor(db, series, 99))
    assert numbered.complaint(desk) == "YK-261123-0010100"
    assert numbered.complaint(desk) == "YK-261123-0010101"
    eleven = [complaint_number.number_for(MORNING.date(), 11, count) for count in (1, 100, 101)]
    assert not {"YK-261123-0010100", "YK-261123-0010101"} & set(eleven)


def test_a_number_a_laptop_may_have_got_before_the_restore_is_refused(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    copied(desk, stick)
    lost = free_number(desk.away)
    packed(desk, tmp_path, desk_number=lost)
    restored(stick, tmp_path / "back", at=LATER)
    back = opened(tmp_path / "back", at=LATER)
    with pytest.raises(Conflict, match="trước lúc khôi phục"):
        packed(back, tmp_path, desk_number=lost)
    assert free_number(back.away) > lost
    back.close()


def test_a_restored_hub_is_still_believed_by_its_desks(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    with open_hub(tmp_path / "hub") as hub:
        join(hub, desk, tmp_path)
        back_up(hub.upkeep, by=staff_of(hub), folder=stick)
        for _ in range(3):
            _hear(hub, desk, stick)
    done = restored(stick, tmp_path / "hub-back", at=LATER)
    assert done.skipped_to == ""
    with closing(open_desk(Home(tmp_path / "hub-back"), time=FixedTime(LATER))) as hub:
        acknowledged, handed_down = _hear(hub, desk, stick)
        assert acknowledged > 3
        assert handed_down > 3


def _hear(hub: Desk, desk: RehearsalDesk, folder: Path) -> tuple[int, int]:
    """Let the desk take an acknowledgement and reference data of the hub; return the numbers of both."""
    by = staff_of(hub)
    said = acknowledge(hub.sync, by=by, desk=desk.journal.desk_id, folder=folder)
    take_acknowledgement(desk.sync, by=desk.admin, file=Path(said.file))
    command_id = hub.journal.new_id()
    file, pack = hand_down(hub.reference, by=by, folder=folder, parts=("units",), note="Thử", command_id=command_id)
    assert not take_over(desk.reference, by=desk.admin, file=file).is_known
    return said.number, pack.number


_KNOWN_FIELDS = {
    "appointment.booked.number": "guidance/series.py",
    "away.prepared.desk_number": "sync/series.py",
    "complaint.received.number": "surveys/series.py",
    "dossier.apology_approved.number": "dossiers/series.py",
    "dossier.registered.code": "dossiers/series.py",
    "dossier.result_issued.number": "typed in",
    "fee.paid.number": "fees/series.py",
    "fee.paid.code": "a dossier's",
    "fee.returned.number": "the payment's",
    "fee.returned.code": "a dossier's",
    "catalogue.procedure_ended.code": "a procedure's",
    "office.desk_added.code": "an office's",
    "paper.copied.number": "counts copies, names none",
    "paper.issued.code": "a dossier's",
    "reference.taken.number": "the hub's",
    "reference.written.number": "sync/series.py",
    "shifts.roster_issued.number": "typed in",
    "shifts.thanked.number": "typed in",
    "survey.form_answered.number": "as it was printed",
    "survey.forms_printed.first": "surveys/series.py",
    "sync.trusted.desk_number": "the other desk's",
    "ticket.taken.number": "tickets/series.py",
}


def test_every_number_that_is_written_down_belongs_to_a_series_or_is_known_not_to() -> None:
    """Who adds a number to a fact says here what it is; a new series goes into its room's ``series.py``."""
    facts = {fact for fold in every_fold().folds for fact in fold.facts}
    found = {
        f"{fact.KIND}.{field}"
        for fact in facts
        for field, kind in fact.__annotations__.items()
        if field in ("number", "code", "desk_number", "serial") or (field == "first" and kind is int)
    }
    assert found == set(_KNOWN_FIELDS)
