"""Registering at a real desk: code, promise, receipt, and nothing when something is wrong."""

from datetime import datetime, timedelta

import pytest

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.form import Form
from desk_app.dossiers.numbering import CODE
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.journal.tables import count_entries
from desk_app.kernel.errors import DeskError, InvalidInput, NotFound, Refused
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import VIETNAM
from desk_app.printing.tables import list_jobs
from tests.desks import PAPERS, RehearsalDesk, form


def registered(desk: RehearsalDesk, what: Form, command_id: str = "") -> str:
    written = register(
        desk.dossiers, by=desk.accounts_by_role["officer"], form=what, command_id=command_id or desk.journal.new_id()
    )
    return written.subject


def test_a_dossier_gets_its_code_its_date_and_its_receipt(desk: RehearsalDesk) -> None:
    made = dossier_in(desk.dossiers, desk.journal.reading(), registered(desk, form(procedure="1.004194")))
    assert made.code == "000.16.32.H49-261123-1001"
    assert CODE.match(made.code)
    # Received on Monday 23/11; 24/11 is a day off; three working days are 25, 26 and 27/11.
    assert made.registered.due_at == datetime(2026, 11, 27, 17, 0, tzinfo=VIETNAM)
    assert len(list_jobs(desk.journal.reading())) == 1


def test_codes_follow_one_another_within_the_day_and_begin_again_the_next(desk: RehearsalDesk) -> None:
    reading = desk.journal.reading()
    codes = [dossier_in(desk.dossiers, reading, registered(desk, form())).code for _ in range(3)]
    assert [code[-4:] for code in codes] == ["1001", "1002", "1003"]
    desk.time.advance(timedelta(days=2))
    assert dossier_in(desk.dossiers, reading, registered(desk, form())).code.endswith("261125-1001")


def test_the_same_command_twice_is_one_dossier(desk: RehearsalDesk) -> None:
    command = desk.journal.new_id()
    assert registered(desk, form(), command) == registered(desk, form("Người Khác"), command)
    assert len(list_jobs(desk.journal.reading())) == 1


def test_a_linked_procedure_dates_every_agency_and_ends_with_the_last(desk: RehearsalDesk) -> None:
    what = form(procedure="2.000986", return_by="counter")
    made = dossier_in(desk.dossiers, desk.journal.reading(), registered(desk, what))
    halves = [leg.plan.half_days for leg in made.legs]
    assert halves == [3, 3, 12, 2]
    assert made.legs[-1].plan.due_at == made.registered.due_at
    assert [leg.plan.due_at for leg in made.legs] == sorted(leg.plan.due_at for leg in made.legs)


def test_a_walk_in_taken_on_paper_keeps_its_true_time_and_day(desk: RehearsalDesk) -> None:
    then = datetime(2026, 11, 20, 9, 30, tzinfo=VIETNAM)
    what = form(procedure="1.004194", received_at=then, paper_number="GT-07")
    made = dossier_in(desk.dossiers, desk.journal.reading(), registered(desk, what))
    assert made.registered.late
    assert made.registered.received_at == then
    assert "-261120-" in made.code
    # Friday 20/11: counting starts on Monday 23/11, leaves out 24/11, ends on 26/11.
    assert made.registered.due_on.isoformat() == "2026-11-26"


def test_a_register_to_be_signed_blocks_home_and_post_with_the_reason(desk: RehearsalDesk) -> None:
    with pytest.raises(Refused) as refused:
        registered(desk, form(procedure="1.000894", return_by="post", return_to="Ấp 1"))
    assert "ký" in refused.value.message


def test_a_procedure_without_a_stated_term_asks_for_the_date(desk: RehearsalDesk) -> None:
    with pytest.raises(InvalidInput) as refused:
        registered(desk, form(procedure="1.011606"))
    assert refused.value.field == "promised_at"
    promised = datetime(2026, 12, 1, 17, 0, tzinfo=VIETNAM)
    made = registered(desk, form(procedure="1.011606", promised_at=promised))
    assert dossier_in(desk.dossiers, desk.journal.reading(), made).registered.due_at == promised


@pytest.mark.parametrize("received_at", [None, datetime(2026, 11, 20, 9, 0, tzinfo=VIETNAM)])
def test_a_promised_date_beside_a_stated_term_is_refused_and_not_lost(
    desk: RehearsalDesk, received_at: datetime | None
) -> None:
    promised = datetime(2026, 12, 1, 17, 0, tzinfo=VIETNAM)
    with pytest.raises(InvalidInput) as refused:
        registered(desk, form(procedure="1.001193", promised_at=promised, received_at=received_at))
    assert refused.value.field == "promised_at"
    assert "chưa nêu thời hạn" in refused.value.hint


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (changed(form(), procedure="9.999999"), NotFound),
        (changed(form(), papers=()), InvalidInput),
        (changed(form(), copies=0), InvalidInput),
        (changed(form(), applicant=Person(name="")), InvalidInput),
        (changed(form(), applicant=Person(name="Mẫu", birth_on="2027-01-01")), InvalidInput),
        (changed(form(), received_at=datetime(2026, 11, 24, tzinfo=VIETNAM)), InvalidInput),
        (changed(form(), received_at=datetime(2024, 11, 24, tzinfo=VIETNAM)), InvalidInput),
        (changed(form(procedure="1.004194"), return_by="home"), InvalidInput),
        (changed(form(), fee=-1), InvalidInput),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_written(
    desk: RehearsalDesk, wrong: Form, error: type[DeskError]
) -> None:
    before = count_entries(desk.journal.reading())
    with pytest.raises(error):
        registered(desk, wrong)
    assert count_entries(desk.journal.reading()) == before
    assert list_jobs(desk.journal.reading()) == ()


def test_the_thousandth_dossier_of_a_day_gets_a_longer_number(desk: RehearsalDesk) -> None:
    reading = desk.journal.reading()
    codes = {dossier_in(desk.dossiers, reading, registered(desk, form(papers=PAPERS[:1]))).code for _ in range(1_001)}
    assert len(codes) == 1_001
    assert max(codes, key=lambda code: (len(code), code)).endswith("-0011001")
    assert all(CODE.match(code) for code in codes)
