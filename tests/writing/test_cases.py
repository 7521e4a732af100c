"""Who wrote what for whom: written down once, put right by who may, counted, joined to the dossier that followed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.dossiers.register import register
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry
from desk_app.kernel.errors import InvalidInput, NotAllowed, NotFound, Refused
from desk_app.writing.commands import Told, correct_case, organisation_of, print_blank, write_down
from desk_app.writing.figures import figures
from desk_app.writing.reading import get_case, list_cases, own_cases_today, prefill_of
from desk_app.writing.sitting import sit_down
from desk_app.writing.tables.queries import Wanted
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.desks import form as registration
from tests.writing.sitting_here import printed, sat, volunteer, written

TODAY = date(2026, 11, 23)
ALL = Wanted(first_on=TODAY, last_on=TODAY)


def correct(desk: RehearsalDesk, case: str, by: str, **values: object) -> None:
    given = {"reason": "ghi nhầm", **values}
    correct_case(desk.writing, by=by, case=case, command_id=desk.journal.new_id(), **given)  # type: ignore[arg-type]


def test_a_case_says_who_helped_whom_with_what_and_for_how_long(desk: RehearsalDesk) -> None:
    sitting = sat(desk)
    printed(desk, sitting)
    desk.time.advance(timedelta(minutes=18))
    id_ = written(desk, sitting, organisation="Hội Phụ nữ", minutes=None)
    case = get_case(desk.writing, id_)
    assert (case.helper, case.organisation, case.forms) == (volunteer(desk), "Hội Phụ nữ", ("khai-sinh",))
    assert (case.minutes, case.area, case.outcome) == (18, "justice", "written")
    assert (case.person, case.number_end) == ("Nguyễn Văn Mẫu", "234")
    assert case.desk == desk.journal.desk_id


def test_advice_without_a_form_is_a_case_too(desk: RehearsalDesk) -> None:
    id_ = written(desk, sit_down(desk.writing, by=volunteer(desk)), "advised", minutes=5)
    case = get_case(desk.writing, id_)
    assert (case.forms, case.area, case.person) == ((), "other", "")


def test_the_same_case_is_written_down_once(desk: RehearsalDesk) -> None:
    sitting = sat(desk)
    written(desk, sitting)
    with pytest.raises(Refused):
        written(desk, sitting)


def test_a_repeated_command_writes_nothing_new(desk: RehearsalDesk) -> None:
    sitting, command = sat(desk), desk.journal.new_id()
    told = Told(outcome="written", minutes=3)
    first = write_down(desk.writing, by=volunteer(desk), sitting=sitting.id, told=told, command_id=command)
    again = write_down(desk.writing, by=volunteer(desk), sitting=sitting.id, told=told, command_id=command)
    assert again.repeated
    assert again.entries == first.entries


@pytest.mark.parametrize("minutes", [0, -1, 481])
def test_minutes_that_cannot_be_are_refused(desk: RehearsalDesk, minutes: int) -> None:
    with pytest.raises(InvalidInput):
        written(desk, sat(desk), minutes=minutes)


def test_a_helper_corrects_the_own_case_of_the_same_day_only(desk: RehearsalDesk) -> None:
    case = written(desk, sat(desk))
    correct(desk, case, volunteer(desk), outcome="portal", minutes=30)
    assert (get_case(desk.writing, case).outcome, get_case(desk.writing, case).minutes) == ("portal", 30)
    desk.time.advance(timedelta(days=1))
    with pytest.raises(NotAllowed):
        correct(desk, case, volunteer(desk), minutes=31)
    correct(desk, case, desk.accounts_by_role["officer"], minutes=32)
    assert get_case(desk.writing, case).minutes == 32


def test_a_helper_cannot_touch_anothers_case(desk: RehearsalDesk) -> None:
    case = written(desk, sat(desk, desk.accounts_by_role["officer"]))
    with pytest.raises(NotAllowed):
        correct(desk, case, volunteer(desk), void=True)


def test_nothing_changed_is_nothing_written(desk: RehearsalDesk) -> None:
    case = written(desk, sat(desk))
    with pytest.raises(Refused):
        correct(desk, case, volunteer(desk))
    with pytest.raises(NotFound):
        correct(desk, "khong-co", desk.accounts_by_role["officer"], minutes=4)


def test_a_case_taken_back_counts_nowhere_and_stays_to_be_seen(desk: RehearsalDesk) -> None:
    case = written(desk, sat(desk))
    correct(desk, case, volunteer(desk), void=True)
    assert figures(desk.writing, first_on=TODAY, last_on=TODAY).cases == 0
    assert [each.void for each in own_cases_today(desk.writing, by=volunteer(desk))] == [True]


def test_a_helper_sees_the_own_cases_of_today_and_nothing_else(desk: RehearsalDesk) -> None:
    mine = written(desk, sat(desk))
    written(desk, sat(desk, desk.accounts_by_role["officer"]))
    assert [case.id for case in own_cases_today(desk.writing, by=volunteer(desk))] == [mine]
    with pytest.raises(NotAllowed):
        list_cases(desk.writing, by=volunteer(desk), wanted=ALL)
    assert len(list_cases(desk.writing, by=desk.accounts_by_role["leader"], wanted=ALL)) == 2
    desk.time.advance(timedelta(days=1))
    assert own_cases_today(desk.writing, by=volunteer(desk)) == ()


def test_the_dossier_that_followed_says_what_came_of_it(desk: RehearsalDesk) -> None:
    sitting = sat(desk)
    printed(desk, sitting)
    case = written(desk, sitting)
    begin = prefill_of(desk.writing, case)
    assert begin.applicant is not None
    form = registration(name=begin.applicant.name, procedure=begin.procedure, origin=begin.origin)
    officer = desk.accounts_by_role["officer"]
    dossier = register(desk.dossiers, by=officer, form=form, command_id=desk.journal.new_id()).subject
    found = get_case(desk.writing, case)
    assert (found.dossiers, found.outcome, found.became) == ((dossier,), "written", "registered")
    assert {share.key: share.cases for share in figures(desk.writing, first_on=TODAY, last_on=TODAY).by_outcome} == {
        "written": 0,
        "advised": 0,
        "portal": 0,
        "registered": 1,
    }
    registered = list_cases(
        desk.writing, by=officer, wanted=Wanted(first_on=TODAY, last_on=TODAY, outcome="registered")
    )
    assert [each.id for each in registered] == [case]


def test_when_the_content_is_gone_a_registration_still_begins_with_the_name(desk: RehearsalDesk) -> None:
    sitting = sat(desk)
    printed(desk, sitting)
    case = written(desk, sitting)
    desk.time.advance(timedelta(hours=5))
    begin = prefill_of(desk.writing, case)
    assert begin.applicant is not None
    assert (begin.applicant.name, begin.applicant.id_number, begin.procedure) == ("Nguyễn Văn Mẫu", "", "1.001193")
    with pytest.raises(NotFound):
        prefill_of(desk.writing, "khong-co")


def test_the_figures_count_by_everything_the_reports_ask_for(desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    for organisation, outcome in (("Đoàn Thanh niên", "written"), ("Hội Nông dân", "advised")):
        sitting = sat(desk)
        if outcome == "written":
            printed(desk, sitting)
        written(desk, sitting, outcome, organisation=organisation, minutes=10)  # type: ignore[arg-type]
    theirs = sat(desk, officer)
    printed(desk, theirs, "ct01")
    written(desk, theirs, "portal", minutes=25)
    found = figures(desk.writing, first_on=TODAY, last_on=TODAY)
    assert (found.cases, found.minutes, found.forms_written) == (3, 45, 2)
    assert [(share.name, share.cases) for share in found.by_helper] == [
        ("Người Thử Volunteer", 2),
        ("Người Thử Officer", 1),
    ]
    assert {share.name: share.cases for share in found.by_organisation} == {
        "Đoàn Thanh niên": 1,
        "Hội Nông dân": 1,
        "": 1,
    }
    assert {share.key: share.cases for share in found.by_form} == {"khai-sinh": 1, "ct01": 1}
    assert {share.key: share.cases for share in found.by_area if share.cases} == {
        "justice": 1,
        "residence": 1,
        "other": 1,
    }
    assert [(share.key, share.cases) for share in found.by_desk] == [(desk.journal.desk_id, 3)]
    assert figures(desk.writing, first_on=TODAY + timedelta(days=1), last_on=TODAY + timedelta(days=1)).cases == 0
    assert figures(desk.writing, first_on=TODAY, last_on=TODAY, form="ct01").cases == 1


def test_the_organisation_is_remembered_from_the_last_time(desk: RehearsalDesk) -> None:
    assert organisation_of(desk.writing, volunteer(desk)) == ""
    written(desk, sat(desk), organisation="Hội Cựu chiến binh")
    assert organisation_of(desk.writing, volunteer(desk)) == "Hội Cựu chiến binh"


@pytest.mark.parametrize("copies", [0, 51])
def test_an_unreasonable_number_of_sheets_is_refused(desk: RehearsalDesk, copies: int) -> None:
    with pytest.raises(InvalidInput):
        print_blank(desk.writing, by=volunteer(desk), form="ct01", copies=copies, command_id=desk.journal.new_id())


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_tables_depend_on_the_entries_and_not_on_their_order(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("order")
    with rehearsal_desk(folder / "one") as one, rehearsal_desk(folder / "two", desk_number=2) as two:
        case = written(one, sat(one))
        written(one, sat(one, one.accounts_by_role["officer"]), "advised")
        two.time.put(one.time.now() + timedelta(minutes=5))
        two.journal.merge(list(every_entry(one.journal.reading())))
        correct(one, case, one.admin, minutes=40)
        correct(two, case, two.accounts_by_role["officer"], outcome="portal")
        together = {entry.name: entry for each in (one, two) for entry in every_entry(each.journal.reading())}
    contents = []
    entries = list(together.values())
    for number, order in enumerate((entries, data.draw(st.permutations(entries)))):
        with rehearsal_desk(Path(folder / f"hub{number}"), desk_number=3) as hub:
            for entry in order:
                hub.journal.merge([entry])
            found = table_contents(hub.journal.reading(), hub.journal.registry)
            contents.append((found["writing_cases"], found["writing_case_forms"]))
    assert contents[0] == contents[1]
    assert len(contents[0][0]) == 2
