"""Dossiers made up for measurements, without a desk."""

from datetime import date, datetime

from desk_app.dossiers.facts import PaperHandedIn, PlannedLeg, Registered
from desk_app.dossiers.person import Person
from tests.desks import MORNING


def registered_fact(person: Person, place: int, at: datetime = MORNING) -> Registered:
    """Return the registration of a person's dossier, the ``place``-th of its day."""
    leg = PlannedLeg(id="a", agency="UBND xã Hòa Mẫu", name="Giải quyết", half_days=0, due_at=at)
    return Registered(
        code=f"000.16.32.H49-{at:%y%m%d}-{place:07d}",
        received_at=at,
        entered_at=at,
        procedure="1.001193",
        procedure_name="Đăng ký khai sinh",
        procedure_field="Hộ tịch",
        procedure_from=date(2026, 1, 1),
        applicant=person,
        subject=None,
        authorised=None,
        papers=(PaperHandedIn(name="Tờ khai đăng ký khai sinh"), PaperHandedIn(name="Giấy chứng sinh")),
        copies=1,
        fee=None,
        fee_words="chưa nêu",
        channel="counter",
        return_by="counter",
        return_to="",
        signs_register=True,
        term="ngay trong ngày",
        extended=False,
        due_at=at,
        due_on=at.date(),
        legs=(leg,),
        note="",
        priority="",
        late=False,
        paper_number="",
    )
