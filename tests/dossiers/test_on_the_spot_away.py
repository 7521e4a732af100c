"""A sitting whose result is wanted at home or by post: nobody sits and waits for the parcel."""

import pytest

from desk_app.dossiers import on_the_spot as spot
from desk_app.dossiers.commands import hand_over
from desk_app.dossiers.on_the_spot_figures import on_the_spot_figures
from desk_app.dossiers.person import Person
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables import on_the_spot as table
from desk_app.kernel.errors import Refused
from tests.desks import MORNING, RehearsalDesk, form
from tests.dossiers.sittings import COPY, Sitting


def test_who_wants_it_by_post_goes_home_with_the_approval(desk: RehearsalDesk) -> None:
    person = Person(name="Trần Thị Thử", address="Số 1, ấp Thử")
    wish = form(procedure=COPY, applicant=person, return_by="post")
    officer, new_id = desk.accounts_by_role["officer"], desk.journal.new_id
    begun = spot.register_on_the_spot(desk.dossiers, by=officer, form=wish, command_id=new_id())
    sitting = Sitting(desk, begun.subject)
    for step in (sitting.appraise, sitting.approve):
        sitting.wait(4)
        step()
    visit, status = sitting.now.on_the_spot, sitting.now.status
    assert visit is not None
    assert (visit.standing, visit.returned, status) == ("settled", visit.approved, Status.SETTLED)
    assert table.open_visits(desk.journal.reading()) == []
    with pytest.raises(Refused):
        sitting.give()
    sitting.wait(4 * 24 * 60)
    hand_over(desk.dossiers, by=officer, dossier=sitting.id, command_id=new_id())
    assert sitting.now.on_the_spot == visit
    day = MORNING.date()
    whole = next(part for part in on_the_spot_figures(desk.dossiers, day, day).parts if part.part == "whole")
    assert whole.median_minutes == 8.0
