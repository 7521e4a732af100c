"""Organisations on the left; on the right the people of the chosen one, and on which single days who can or cannot come."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from desk_app.shifts.book import Member, Organisation
from ui.shifts.desk_side import PeopleShown
from ui.shifts.people_rows import DAYS, ORGANISATIONS, DayRow, day_rows, member_columns, organisation_rows
from ui.widgets.parts import grown, label
from ui.widgets.sides import Sides
from ui.widgets.table import RowsModel, Table


class PeopleView(QWidget):
    """Says ``moved`` when another row is chosen or another list worked in, ``entered`` at Enter on one."""

    moved = Signal()
    entered = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.shown: PeopleShown | None = None
        self._today = today
        self.organisations = Table(RowsModel(ORGANISATIONS), _("Các tổ chức"))
        self.organisations.when_empty(
            "people", _("Chưa có tổ chức nào"), _("Thêm từng tổ chức, hoặc nhập danh sách Excel: Alt+6."), key="F6"
        )
        self.members = Table(RowsModel(member_columns(today)), _("Người của tổ chức"))
        self.members.when_empty(
            "person", _("Chưa có ai trong danh sách"), _("Tổ chức tự cử người, hoặc thêm người."), key="F7"
        )
        self.days = Table(RowsModel(DAYS), _("Ngày lẻ: vắng, đến được"))
        self.days.when_empty(
            "calendar",
            _("Không ai báo vắng hay nhận thêm ngày lẻ"),
            _("Báo vắng: F8. Chọn một người rồi Ctrl+N: ngày lẻ người ấy đến được."),
        )
        self._tables = (self.organisations, self.members, self.days)
        self._worked_in: QObject = self.organisations
        self._lay_out()
        self.organisations.selectionModel().currentRowChanged.connect(lambda *_places: self._on_organisation())
        for table in (self.members, self.days):
            table.selectionModel().currentRowChanged.connect(lambda *_places: self.moved.emit())
        for entered in (self.organisations, self.members):
            entered.entered.connect(lambda _row: self.entered.emit())
        for each in self._tables:
            each.installEventFilter(self)

    @property
    def organisation(self) -> Organisation | None:
        """Return the chosen organisation."""
        return self.organisations.current.organisation if self.organisations.current is not None else None

    @property
    def member(self) -> Member | None:
        """Return the chosen person, while it is the people one works in, or whose the chosen day is."""
        if self.day is not None and self.shown is not None:
            return self.shown.book.find_member(self.day.who)
        return self.members.current if self._worked_in is self.members else None

    @property
    def day(self) -> DayRow | None:
        """Return the chosen day, while it is the days one works in."""
        return self.days.current if self._worked_in is self.days else None

    def login_of(self, member: Member) -> str:
        """Return the login name of a person's own account; empty without one."""
        return self.shown.logins.get(member.account, "") if self.shown is not None else ""

    def put(self, shown: PeopleShown) -> None:
        """Show who can be on duty."""
        self.shown = shown
        self.organisations.put(organisation_rows(shown), keep=lambda row: row.organisation.id)
        self._on_organisation()

    def narrow(self, is_narrow: bool) -> None:
        """Set the people under the organisations where the window is narrow."""
        self._sides.be_narrow(narrow=is_narrow)
        for table in self._tables:
            table.setMinimumHeight(grown(160 if is_narrow else 140))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember in which list somebody works: it loses the keyboard to a button that is clicked, and to a strip."""
        if event.type() == QEvent.Type.FocusIn and watched is not self._worked_in:
            self._worked_in = watched
            self.moved.emit()
        return super().eventFilter(watched, event)

    def _on_organisation(self) -> None:
        own = self.organisation
        if self.shown is not None:
            book, id_ = self.shown.book, own.id if own is not None else ""
            self.members.put(book.members_of(id_), keep=lambda row: row.id)
            self.days.put(day_rows(book, id_, self._today()), keep=lambda row: row.key)
        self.moved.emit()

    def _lay_out(self) -> None:
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(grown(6))
        inside.addWidget(label(_("Người của tổ chức"), "section"))
        inside.addWidget(self.members, 3)
        inside.addWidget(label(_("Ngày lẻ: vắng, đến được"), "section"))
        inside.addWidget(self.days, 2)
        self._sides = Sides(self.organisations, right)
        self.setLayout(self._sides)
