"""The sessions on the left; on the right one of them: about it, its people, its kit, its record."""

from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QStackedWidget, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.mobile_sessions.state import Detail, KitRow, PersonRow, RecordRow, SessionRow
from ui.widgets.colours import COLOURS
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label
from ui.widgets.sides import Sides
from ui.widgets.table import Column, Look, RowsModel, Table

R = TypeVar("R")

PEOPLE, KIT, RECORD = range(3)
TABS: tuple[tuple[str, str], ...] = ((_("Người"), "Alt+3"), (_("Dụng cụ"), "Alt+4"), (_("Đối soát"), "Alt+5"))


def _mark(mark: tuple[str, str, str]) -> Look:
    return Look(words=mark[0], shape=mark[1], colour=mark[2])


_SESSIONS: tuple[Column[SessionRow], ...] = (
    Column(title=_("Ngày, giờ"), look=lambda row: Look(words=row.when, bold=True)),
    Column(title=_("Địa điểm"), look=lambda row: Look(words=row.place), stretches=True),
    Column(title=_("Đến/mời"), look=lambda row: Look(words=row.people)),
    Column(title=_("Đến đâu rồi"), look=lambda row: _mark(row.mark)),
)
_PEOPLE: tuple[Column[PersonRow], ...] = (
    Column(
        title=_("Họ và tên"),
        look=lambda row: Look(
            words=row.name,
            shape="done" if row.came else "ring",
            colour=COLOURS.accent_deep if row.came else COLOURS.ink,
            bold=row.came,
        ),
        stretches=True,
    ),
    Column(title=_("Ngày sinh"), look=lambda row: Look(words=row.birth), minor=True),
    Column(title=_("Còn thiếu"), look=lambda row: Look(words=row.lacks or _("không"), colour=COLOURS.soft_ink)),
    Column(title=_("Đến đâu rồi"), look=lambda row: _mark(row.mark)),
)
_KIT: tuple[Column[KitRow], ...] = (
    Column(title=_("Dụng cụ"), look=lambda row: _mark(row.mark), stretches=True),
    Column(title=_("Mang đi"), look=lambda row: Look(words=row.out or "–")),
    Column(title=_("Mang về"), look=lambda row: Look(words=row.back or "–")),
)


def _record_look(row: RecordRow) -> Look:
    if row.holds is None:
        return Look(words=row.words)
    shape, colour = ("tick", COLOURS.good) if row.holds else ("warning", COLOURS.danger)
    return Look(words=row.words, shape=shape, colour=colour, bold=not row.holds)


_RECORD: tuple[Column[RecordRow], ...] = (
    Column(title=_("Đối soát"), look=_record_look, stretches=True),
    Column(title=_("Số"), look=lambda row: Look(words=row.value, bold=True)),
)


def _record_words(rows: tuple[RecordRow, ...]) -> str:
    """Return whether a record adds up."""
    wrong = [row.words for row in rows if row.holds is False]
    if wrong:
        return _("Có {count} chỗ lệch, cần xem lại: {which}.").format(count=len(wrong), which="; ".join(wrong))
    return _("Mọi phép cộng đều khớp.") if rows else ""


class TickTable(Table[R]):
    """A list whose rows are ticked: says ``ticked`` with True at the space bar, with False at Backspace."""

    ticked = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the row that the keyboard stands on."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Backspace):
            self.ticked.emit(event.key() == Qt.Key.Key_Space)
        else:
            super().keyPressEvent(event)


class SessionsView(QWidget):
    """Says ``picked`` with a session's id, ``moved`` when another row or tab is in front.

    ``ticked`` says that the row in front is ticked: True, as having come or gone out, False, as being back.
    """

    picked = Signal(str)
    moved = Signal()
    ticked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.detail: Detail | None = None
        self.sessions = Table(RowsModel(_SESSIONS), _("Các buổi lưu động"))
        self.people = TickTable(RowsModel(_PEOPLE), _("Người của buổi này"))
        self.kit = TickTable(RowsModel(_KIT), _("Dụng cụ mang theo"))
        self.record = Table(RowsModel(_RECORD), _("Đối soát buổi này"), picks=False)
        self.title = label("", "title", wrap=True)
        self.about = label("", "soft", wrap=True)
        self.trouble = label("", "warning", wrap=True)
        self.remark = label("", "small", wrap=True)
        self._say_empty()
        self._lay_out()
        self.sessions.selectionModel().currentRowChanged.connect(lambda *_places: self._on_picked())
        for table in (self.people, self.kit):
            table.selectionModel().currentRowChanged.connect(lambda *_places: self._show_remark())
            table.ticked.connect(self.ticked)

    @property
    def tab(self) -> int:
        """Return which list of the session is in front."""
        return self._stack.currentIndex()

    @property
    def person(self) -> PersonRow | None:
        """Return the person that the keyboard stands on, where the people are in front."""
        return self.people.current if self.tab == PEOPLE else None

    @property
    def thing(self) -> KitRow | None:
        """Return the thing that the keyboard stands on, where the kit is in front."""
        return self.kit.current if self.tab == KIT else None

    def put(self, rows: tuple[SessionRow, ...], detail: Detail | None) -> None:
        """Show the sessions and one of them; its row is chosen."""
        self.detail = detail
        self.sessions.blockSignals(True)
        if rows != self.sessions.rows or not rows:
            self.sessions.put(rows, keep=lambda row: row.id)
        place = next((at for at, row in enumerate(rows) if detail is not None and row.id == detail.id), None)
        if place is not None and self.sessions.currentIndex().row() != place:
            self.sessions.selectRow(place)
        self.sessions.blockSignals(False)
        self._show_detail()

    def open_tab(self, tab: int) -> None:
        """Bring a list of the session to the front, the keyboard in it."""
        self._tabs.button(tab).setChecked(True)
        self._stack.setCurrentIndex(tab)
        (self.people, self.kit, self.record)[tab].setFocus()
        self._show_remark()

    def stand_on(self, line: str) -> bool:
        """Stand on a person of the session; tell whether they are there."""
        place = next((at for at, row in enumerate(self.people.rows) if row.id == line), None)
        if place is None:
            return False
        self.open_tab(PEOPLE)
        self.people.selectRow(place)
        return True

    def narrow(self, *, narrow: bool) -> None:
        """Set the session under the list where there is no room beside it."""
        self._sides.be_narrow(narrow=narrow)
        for table in (self.sessions, self.people, self.kit, self.record):
            table.setMinimumHeight(grown(170 if narrow else 80))

    def _on_picked(self) -> None:
        row = self.sessions.current
        if row is not None and (self.detail is None or row.id != self.detail.id):
            self.picked.emit(row.id)

    def _show_detail(self) -> None:
        detail = self.detail
        self.title.setText(detail.title if detail is not None else _("Chưa có buổi nào"))
        lines = [f"{words}: {value}" for words, value in detail.about] if detail is not None else []
        self.about.setText("\n".join(lines))
        self.trouble.setText(detail.trouble if detail is not None else "")
        self.trouble.setVisible(bool(self.trouble.text()))
        if detail is None:
            self._nobody.put("people", _("Chưa chọn buổi nào"), _("Người được mời đứng ở đây."))
        else:
            self._nobody.put("people", _("Chưa mời ai"), _("Mời mọi người còn thiếu giấy tờ ở địa bàn."), key="F8")
        self.people.put(detail.people if detail is not None else (), keep=lambda row: row.id)
        self.kit.put(detail.kit if detail is not None else (), keep=lambda row: row.item)
        self.record.put(detail.record if detail is not None else ())
        self._show_remark()

    def _show_remark(self) -> None:
        person = self.person
        words = {
            PEOPLE: person.remark if person is not None else "",
            KIT: _("Phím cách: mang đi · Backspace: mang về") if self.kit.rows else "",
            RECORD: _record_words(self.record.rows),
        }
        self.remark.setText(words[self.tab])
        self.moved.emit()

    def _say_empty(self) -> None:
        self.sessions.when_empty(
            "calendar", _("Chưa có buổi lưu động nào"), _("Thêm địa điểm, rồi lập buổi."), key="F6"
        )
        self._nobody = self.people.when_empty("people", "")
        self.kit.when_empty("folder", _("Không có dụng cụ nào"), _("Ghi dụng cụ trong kế hoạch."), key="Ctrl+E")
        self.record.when_empty("stamp", _("Chưa có gì để đối soát"), _("Chọn một buổi bên trái."))

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for table in (self.people, self.kit, self.record):
            self._stack.addWidget(table)
        self._tabs = QButtonGroup(self)
        made = []
        for number, (words, key) in enumerate(TABS):
            tab = QRadioButton(f"{words}  {key}")
            tab.setAccessibleName(words)
            tab.setChecked(number == PEOPLE)
            self._tabs.addButton(tab, number)
            made.append(tab)
        self._tabs.idClicked.connect(self.open_tab)
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(grown(6))
        for part in (self.title, self.about, self.trouble):
            inside.addWidget(part)
        inside.addWidget(Flow((*made, None)))
        inside.addWidget(self._stack, 1)
        inside.addWidget(self.remark)
        self._sides = Sides(self.sessions, right)
        self.setLayout(self._sides)
