"""Organisations on the left; on the right the people of the chosen one, and when who cannot come."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desk_app.kernel.texts import collation_key, quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.shifts.book import Absence, Member, Organisation
from desk_app.shifts.words import hours
from ui.shifts.desk_side import PeopleShown
from ui.shifts.typed import short_weekdays
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label
from ui.widgets.table import Column, Look, RowsModel, Table


@dataclass(frozen=True, kw_only=True)
class OrganisationRow:
    """An organisation, how many people it has entered, and what it did in the last twelve months."""

    organisation: Organisation
    people: int
    turns: int
    minutes: int


@dataclass(frozen=True, kw_only=True)
class AbsenceRow:
    """An absence with the name it is about."""

    absence: Absence
    name: str


def _days(weekdays: tuple[int, ...]) -> str:
    return short_weekdays(weekdays) or _("mọi ngày")


_ORGANISATIONS: tuple[Column[OrganisationRow], ...] = (
    Column(title=_("Tổ chức"), look=lambda row: Look(words=row.organisation.name, bold=True), stretches=True),
    Column(title=_("Người"), look=lambda row: Look(words=quantity(row.people))),
    Column(title=_("Ngày trực được"), look=lambda row: Look(words=_days(row.organisation.weekdays)), minor=True),
    Column(title=_("12 tháng qua"), look=lambda row: Look(words=_worked(row))),
)
_MEMBERS: tuple[Column[Member], ...] = (
    Column(title=_("Họ và tên"), look=lambda row: Look(words=row.name, bold=True), stretches=True),
    Column(title=_("Điện thoại"), look=lambda row: Look(words=row.phone)),
    Column(title=_("Ngày trực được"), look=lambda row: Look(words=_days(row.weekdays))),
    Column(title=_("Kỹ năng"), look=lambda row: Look(words=", ".join(row.skills), colour=COLOURS.soft_ink), minor=True),
)
_ABSENCES: tuple[Column[AbsenceRow], ...] = (
    Column(title=_("Ai vắng"), look=lambda row: Look(words=row.name, bold=True)),
    Column(title=_("Từ – đến"), look=lambda row: Look(words=_span(row.absence))),
    Column(title=_("Lý do"), look=lambda row: Look(words=row.absence.reason, colour=COLOURS.soft_ink), stretches=True),
)


def _worked(row: OrganisationRow) -> str:
    return _("{turns} lượt, {hours}").format(turns=quantity(row.turns), hours=hours(row.minutes)) if row.turns else "–"


def _span(absence: Absence) -> str:
    if absence.first_on == absence.last_on:
        return spoken_day(absence.first_on)
    return f"{absence.first_on:%d/%m} – {spoken_day(absence.last_on)}"


class PeopleView(QWidget):
    """Says ``moved`` when another row is chosen, ``entered`` at Enter on one."""

    moved = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: PeopleShown | None = None
        self._today = date.min
        self.organisations = Table(RowsModel(_ORGANISATIONS), _("Các tổ chức"))
        self.organisations.when_empty(
            "people", _("Chưa có tổ chức nào"), _("Thêm từng tổ chức, hoặc nhập danh sách Excel: Alt+6."), key="F6"
        )
        self.members = Table(RowsModel(_MEMBERS), _("Người của tổ chức"))
        self.members.when_empty(
            "person", _("Chưa có ai trong danh sách"), _("Tổ chức tự cử người, hoặc thêm người."), key="F7"
        )
        self.absences = Table(RowsModel(_ABSENCES), _("Ngày không đến được"))
        self.absences.when_empty("calendar", _("Không ai báo vắng"), _("Ghi trước để máy không xếp ngày ấy."), key="F8")
        self._lay_out()
        self.organisations.selectionModel().currentRowChanged.connect(lambda *_places: self._on_organisation())
        for table in (self.members, self.absences):
            table.selectionModel().currentRowChanged.connect(lambda *_places: self.moved.emit())
        for entered in (self.organisations, self.members):
            entered.entered.connect(lambda _row: self.entered.emit())

    @property
    def organisation(self) -> Organisation | None:
        """Return the chosen organisation."""
        return self.organisations.current.organisation if self.organisations.current is not None else None

    @property
    def member(self) -> Member | None:
        """Return the chosen person, while the keyboard is among the people."""
        return self.members.current if self.members.hasFocus() else None

    def login_of(self, member: Member) -> str:
        """Return the login name of a person's own account; empty without one."""
        return self.shown.logins.get(member.account, "") if self.shown is not None else ""

    def put(self, shown: PeopleShown, today: date) -> None:
        """Show who can be on duty."""
        self.shown, self._today = shown, today
        worked = {each.organisation: each for each in shown.hours.organisations}
        rows = [
            OrganisationRow(
                organisation=each,
                people=len(shown.book.members_of(each.id)),
                turns=worked[each.id].turns if each.id in worked else 0,
                minutes=worked[each.id].minutes if each.id in worked else 0,
            )
            for each in sorted(shown.book.organisations, key=lambda each: collation_key(each.name))
        ]
        self.organisations.put(rows, keep=lambda row: row.organisation.id)
        self._on_organisation()

    def narrow(self, is_narrow: bool) -> None:
        """Set the people under the organisations where the window is narrow."""
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        for table in (self.organisations, self.members, self.absences):
            table.setMinimumHeight(grown(160 if is_narrow else 140))

    def _on_organisation(self) -> None:
        own = self.organisation
        if self.shown is not None:
            book = self.shown.book
            members = book.members_of(own.id) if own is not None else ()
            ids = {own.id if own is not None else "", *(each.id for each in members)}
            self.members.put(members, keep=lambda row: row.id)
            absences = [each for each in book.absences if each.who in ids and each.last_on >= self._today]
            self.absences.put(
                [
                    AbsenceRow(absence=each, name=_name(self.shown, each.who))
                    for each in sorted(absences, key=lambda each: each.first_on)
                ],
                keep=lambda row: row.absence.id,
            )
        self.moved.emit()

    def _lay_out(self) -> None:
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(grown(6))
        inside.addWidget(label(_("Người của tổ chức"), "section"))
        inside.addWidget(self.members, 3)
        inside.addWidget(label(_("Ngày không đến được"), "section"))
        inside.addWidget(self.absences, 2)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(grown(12))
        self._sides.addWidget(self.organisations, 1)
        self._sides.addWidget(right, 1)


def _name(shown: PeopleShown, who: str) -> str:
    return shown.book.name_of("", who) or shown.book.name_of(who)
