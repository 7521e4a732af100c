"""Journals of invented offices, made entry by entry at a desk's own pace and merged into the desk that reports."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from desk_app.dossiers import facts as dossier
from desk_app.dossiers import on_the_spot_facts as spot
from desk_app.dossiers.person import Person
from desk_app.guidance.contacts.facts import Channel as GuidanceChannel
from desk_app.guidance.contacts.facts import GuidanceGiven
from desk_app.guidance.outreach.facts import Kind, OutreachRecorded
from desk_app.journal.chain import START, sealed
from desk_app.journal.clock import ticked
from desk_app.journal.entry import Entry
from desk_app.journal.fact import Fact
from desk_app.kernel.ids import IdMaker
from desk_app.kernel.records import canonical
from desk_app.kernel.time_source import VIETNAM
from desk_app.mobile_sessions.facts import Place, PlacePut, Plan, SessionClosed, SessionOpened, SessionPlanned
from desk_app.office.agency import Agency
from desk_app.office.facts import OFFICE, OfficeDescribed
from desk_app.returns import facts as returns
from desk_app.surveys.facts import Rated, rating_subject
from desk_app.surveys.rules import Level
from desk_app.writing.facts import Outcome, Written
from desk_app.writing.form import Area
from tests.desks import RehearsalDesk

OFFICER = "officer-of-an-invented-office"
LINKED, ORDINARY, CARD = "2.000986", "1.004194", "1.001613"
_FIELDS = {LINKED: "Hộ tịch", ORDINARY: "Cư trú", CARD: "Bảo trợ xã hội – Người có công – BHXH"}
_STEPS = {LINKED: ("Tư pháp", "Bảo hiểm xã hội", "Công an")}


def day(text: str) -> datetime:
    """Return eight o'clock of a day."""
    return datetime.fromisoformat(f"{text}T08:00").replace(tzinfo=VIETNAM)


def days(first: str, last: str, count: int) -> Iterable[datetime]:
    """Yield ``count`` moments spread over a period, both days included, in order."""
    start, end = day(first), day(last)
    for place in range(count):
        whole = (end - start).days * place // max(count - 1, 1)
        yield start + timedelta(days=whole, seconds=place % 3600)


class UnitJournal:
    """One desk of an invented office, writing entries as time goes on."""

    def __init__(self, code: str, name: str, *, at: datetime, desk: str = "") -> None:
        self.code, self.name = code, name
        self.desk = desk or f"desk-{code}"
        self.entries: list[Entry] = []
        self._ids = IdMaker()
        self._numbers: dict[date, int] = {}
        self.add(at, OFFICE, OfficeDescribed(agency=Agency(code=code, name=name)))

    def add(self, at: datetime, subject: str, fact: Fact, *, by: str = OFFICER) -> Entry:
        """Append a fact at a moment and return its entry; the clock never goes back."""
        last = self.entries[-1] if self.entries else None
        entry = sealed(
            Entry(
                desk=self.desk,
                epoch=1,
                seq=len(self.entries) + 1,
                command_id=self._ids.new(at),
                clock=ticked(last.clock if last else 0, at),
                actor=by,
                subject=subject,
                kind=fact.KIND,
                version=fact.VERSION,
                body=canonical(fact),
                previous=last.digest if last else START,
                digest=b"",
            )
        )
        self.entries.append(entry)
        return entry

    def new_id(self, at: datetime) -> str:
        """Return a fresh id stamped with a moment."""
        return self._ids.new(at)

    def dossier(
        self,
        at: datetime,
        procedure: str = ORDINARY,
        *,
        due_days: int = 10,
        result_days: int | None = 3,
        handed: bool = True,
        channel: dossier.Channel = "counter",
        return_by: dossier.ReturnWay = "counter",
        origin: str = "",
    ) -> str:
        """Write a dossier from receipt to hand-over; without ``result_days`` it stays open. Return its id."""
        number = self._numbers[at.date()] = self._numbers.get(at.date(), 0) + 1
        id_, due_at = self.new_id(at), at + timedelta(days=due_days)
        code = f"{self.code}-{at:%y%m%d}-{1000 + number}"
        steps = _STEPS.get(procedure, ("Một cửa",))
        legs = tuple(
            dossier.PlannedLeg(id=f"buoc-{place}", agency=agency, name="Giải quyết", half_days=2, due_at=due_at)
            for place, agency in enumerate(steps)
        )
        self.add(at, id_, _registered(code, at, procedure, due_at, legs, channel, return_by, origin))
        if result_days is not None:
            issued_at = at + timedelta(days=result_days)
            self.add(issued_at, id_, dossier.ResultIssued(issued_at=issued_at, number="", note=""))
            if handed:
                self.hand_over(issued_at + timedelta(hours=1), id_)
        return id_

    def hand_over(self, at: datetime, id_: str) -> None:
        """Give the result of a dossier to the applicant."""
        given = dossier.HandedOver(
            handed_at=at,
            to="",
            relation="self",
            paper_shown="",
            note="",
            kinship="",
            id_number="",
            signed_register=False,
        )
        self.add(at, id_, given)

    def sitting(self, at: datetime, *, settle_day: bool = False) -> str:
        """Write a dossier settled while the citizen waited, in half an hour."""
        id_ = self.dossier(at, result_days=None)
        steps: tuple[tuple[int, Fact], ...] = (
            (1, spot.OnTheSpotBegun(begun_at=at, settle_day=settle_day)),
            (10, spot.Appraised(appraised_at=at + timedelta(minutes=10), note="")),
            (20, spot.Approved(approved_at=at + timedelta(minutes=20))),
            (20, dossier.ResultIssued(issued_at=at + timedelta(minutes=20), number="", note="")),
        )
        for minutes, fact in steps:
            self.add(at + timedelta(minutes=minutes), id_, fact)
        self.hand_over(at + timedelta(minutes=30), id_)
        return id_

    def brought_home(self, at: datetime, procedure: str = CARD) -> str:
        """Write a result that a helper brought to its owner's door."""
        id_ = self.dossier(at, procedure, handed=False, return_by="home")
        round_, way, left_at = self.new_id(at), returns.way_subject(id_), at + timedelta(days=4)
        helper = returns.Helper(name="Lê Thị Thử", organisation="Hội Phụ nữ")
        plan = returns.RoundPlanned(going_on=left_at.date(), hamlet="Ấp 1", helper=helper, note="", planned_at=left_at)
        self.add(left_at, round_, plan)
        self.add(left_at, way, returns.StopPlanned(round=round_, place=1, kit=(), planned_at=left_at))
        self.add(left_at, round_, returns.RoundLeft(carrier="Lê Thị Thử", left_at=left_at))
        self.add(left_at, way, returns.StopLeft(round=round_, left_at=left_at))
        self.hand_over(left_at, id_)
        delivered = returns.Delivered(round=round_, to="Người Thử", relation="self", signed=True, delivered_at=left_at)
        self.add(left_at, way, delivered)
        return id_

    def written_for(
        self, at: datetime, *, organisation: str = "", area: Area = "justice", outcome: Outcome = "written"
    ) -> str:
        """Write that somebody was served at the writing table."""
        id_ = self.new_id(at)
        forms = () if outcome in ("advised", "portal") else ("to-khai",)
        fact = Written(
            organisation=organisation,
            forms=forms,
            area=area,
            outcome=outcome,
            minutes=12,
            person="Nguyễn Văn Mẫu",
            number_end="123",
            note="",
            sat_at=at,
            written_at=at + timedelta(minutes=12),
        )
        self.add(at, id_, fact)
        return id_

    def guided(self, at: datetime, phone: str, channel: GuidanceChannel = "zalo") -> str:
        """Write that somebody was guided before coming."""
        id_ = self.new_id(at)
        person = Person(name="Trần Thị Thử", phone=phone)
        fact = GuidanceGiven(
            channel=channel, person=person, procedure=ORDINARY, advice="", papers=(), forms=(), minutes=5, given_at=at
        )
        self.add(at, id_, fact)
        return id_

    def outreach(self, at: datetime, kind: Kind, count: int, title: str) -> None:
        """Write what was done to be known."""
        fact = OutreachRecorded(kind=kind, on=at.date(), count=count, title=title, evidence="")
        self.add(at, self.new_id(at), fact)

    def rated(self, at: datetime, level: Level) -> None:
        """Write a citizen's answer."""
        token = self.new_id(at)
        fact = Rated(
            question="hand_over",
            officer=OFFICER,
            procedure=ORDINARY,
            field=_FIELDS[ORDINARY],
            asking=token,
            level=level,
            reasons=(),
            screen="customer_screen",
            rated_on=at.date(),
        )
        self.add(at, rating_subject(token), fact)

    def session(self, at: datetime) -> None:
        """Write a session at a cultural house, held and ended."""
        place, id_ = self.new_id(at), self.new_id(at)
        put = Place(name="Nhà văn hóa khu vực 3", area="Khu vực 3")
        self.add(at, place, PlacePut(place=put, put_at=at))
        plan = Plan(place=place, starts_at=at, ends_at=at + timedelta(hours=3))
        self.add(at, id_, SessionPlanned(plan=plan, moved_from="", planned_at=at))
        self.add(at, id_, SessionOpened(opened_at=at))
        closed_at = at + timedelta(hours=3)
        self.add(closed_at, id_, SessionClosed(cash=None, note="", closed_at=closed_at))


def merged(desk: RehearsalDesk, units: Iterable[UnitJournal]) -> None:
    """Let the desk take over what the offices sent, some thousand entries at a time."""
    for unit in units:
        for start in range(0, len(unit.entries), 10_000):
            desk.journal.merge(unit.entries[start : start + 10_000])


def _registered(
    code: str,
    at: datetime,
    procedure: str,
    due_at: datetime,
    legs: tuple[dossier.PlannedLeg, ...],
    channel: dossier.Channel,
    return_by: dossier.ReturnWay,
    origin: str,
) -> dossier.Registered:
    return dossier.Registered(
        code=code,
        received_at=at,
        entered_at=at,
        procedure=procedure,
        procedure_name="Thủ tục thử",
        procedure_field=_FIELDS[procedure],
        procedure_from=date(2020, 1, 1),
        applicant=Person(name="Nguyễn Văn Mẫu", id_number="093" + code[-11:-5] + code[-3:]),
        subject=None,
        authorised=None,
        papers=(),
        copies=1,
        fee=None,
        fee_words="",
        channel=channel,
        return_by=return_by,
        return_to="",
        signs_register=False,
        term="10 ngày làm việc",
        extended=False,
        due_at=due_at,
        due_on=due_at.date(),
        legs=legs,
        note="",
        priority="",
        late=False,
        paper_number="",
        origin=origin,
    )
