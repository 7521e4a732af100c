"""What is on its way: rounds with their stops, parcels, and what came back; one list at a time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QStackedWidget, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.returns.state import BackRow, PostRow, Seen, TripRow
from ui.returns.waiting_view import HEAD_PX
from ui.widgets.colours import COLOURS
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label
from ui.widgets.table import Column, Look, RowsModel, Table

TRIPS, POST, BACK = range(3)
TABS: tuple[tuple[str, str], ...] = (
    (_("Chuyến"), "Alt+1"),
    (_("Bưu chính"), "Alt+2"),
    (_("Đã về quầy"), "Alt+3"),
)


def _mark_look(row: TripRow | PostRow) -> Look:
    words, shape, colour = row.mark
    return Look(words=words, shape=shape, colour=colour)


def _trip_look(row: TripRow) -> Look:
    warned = "warning" if row.trouble else ""
    return Look(words=row.words, shape=warned, colour=COLOURS.ink, bold=not row.dossier)


_TRIPS: tuple[Column[TripRow], ...] = (
    Column(title=_("Chuyến và các điểm"), look=_trip_look, stretches=True),
    Column(title=_("Đến đâu rồi"), look=_mark_look),
)
_POST: tuple[Column[PostRow], ...] = (
    Column(title=_("Mã hồ sơ"), look=lambda row: Look(words=row.code, bold=True)),
    Column(title=_("Người nhận"), look=lambda row: Look(words=row.name), stretches=True),
    Column(title=_("Đến đâu rồi"), look=_mark_look),
)
_BACK: tuple[Column[BackRow], ...] = (
    Column(title=_("Mã hồ sơ"), look=lambda row: Look(words=row.code, bold=True)),
    Column(title=_("Người nộp"), look=lambda row: Look(words=row.name)),
    Column(title=_("Điện thoại"), look=lambda row: Look(words=row.phone or _("không có"))),
    Column(title=_("Vì sao"), look=lambda row: Look(words=row.reason, colour=COLOURS.soft_ink), stretches=True),
    Column(
        title=_("Đã gọi"),
        look=lambda row: Look(words=row.told or _("chưa"), shape="tick" if row.told else "", colour=COLOURS.good),
    ),
)


class WaysView(QWidget):
    """Shows one of three lists; says ``moved`` when another row or list is in front."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.trips = Table(RowsModel(_TRIPS), _("Các chuyến và điểm"))
        self.trips.when_empty(
            "returns", _("Không có chuyến nào đang mở"), _("Chọn kết quả bên trái rồi lập chuyến."), key="F6"
        )
        self.post = Table(RowsModel(_POST), _("Gửi qua bưu chính"))
        self.post.when_empty(
            "returns", _("Không có gì gửi bưu chính"), _("Hồ sơ đăng ký nhận qua bưu chính đứng ở đây khi có kết quả.")
        )
        self.back = Table(RowsModel(_BACK), _("Kết quả đã mang về quầy"))
        self.back.when_empty("done", _("Không có kết quả nào mang về"), _("Kết quả không giao được đứng ở đây."))
        self.tables: tuple[Table[TripRow] | Table[PostRow] | Table[BackRow], ...] = (self.trips, self.post, self.back)
        self._stack = QStackedWidget()
        for table in self.tables:
            self._stack.addWidget(table)
            table.selectionModel().currentRowChanged.connect(lambda *_places: self._show_detail())
        self.detail = label("", "small", wrap=True)
        self.trouble = label("", "warning", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        layout.addWidget(self._switch())
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.detail)
        layout.addWidget(self.trouble)
        self._show_detail()

    @property
    def tab(self) -> int:
        """Return which list is in front."""
        return self._stack.currentIndex()

    @property
    def trip(self) -> TripRow | None:
        """Return the round or stop the keyboard stands on, while the rounds are in front."""
        return self.trips.current if self.tab == TRIPS else None

    @property
    def parcel(self) -> PostRow | None:
        """Return the parcel the keyboard stands on, while the post is in front."""
        return self.post.current if self.tab == POST else None

    def open_tab(self, tab: int) -> None:
        """Bring a list to the front, with the keyboard."""
        self.radios[tab].setChecked(True)
        self._stack.setCurrentIndex(tab)
        self.tables[tab].setFocus()
        self._show_detail()

    def put(self, seen: Seen) -> None:
        """Show what is on its way now."""
        self.trips.put(seen.trips, keep=lambda row: (row.round, row.dossier))
        self.post.put(seen.post, keep=lambda row: row.id)
        self.back.put(seen.back, keep=lambda row: row.id)
        counts = (sum(not row.dossier for row in seen.trips), len(seen.post), len(seen.back))
        for radio, (words, keys), count in zip(self.radios, TABS, counts, strict=True):
            radio.setText(f"{words} ({count})  {keys}")
            radio.setAccessibleName(f"{words} ({count})")
        self._show_detail()

    def choose(self, dossier: str) -> bool:
        """Stand on the row of a dossier, an open stop before any other; tell whether there is one."""
        stops = [row for row in self.trips.rows if row.dossier == dossier]
        if stops:
            row = next((row for row in stops if row.may_come_back), stops[0])
            return self._stand(TRIPS, self.trips.rows.index(row))
        parcels = [place for place, row in enumerate(self.post.rows) if dossier in (row.id, *row.mates)]
        own = [place for place in parcels if self.post.rows[place].id == dossier]
        if parcels:
            return self._stand(POST, (own or parcels)[0])
        back = [row.id for row in self.back.rows]
        return dossier in back and self._stand(BACK, back.index(dossier))

    def _stand(self, tab: int, place: int) -> bool:
        self.open_tab(tab)
        self.tables[tab].selectRow(place)
        return True

    def _switch(self) -> Flow:
        group = QButtonGroup(self)
        self.radios = tuple(QRadioButton(f"{words}  {keys}") for words, keys in TABS)
        for tab, radio in enumerate(self.radios):
            radio.clicked.connect(lambda _checked, tab=tab: self.open_tab(tab))
            group.addButton(radio)
        self.radios[TRIPS].setChecked(True)
        made = Flow((*self.radios, None))
        made.setMinimumHeight(grown(HEAD_PX))
        return made

    def _show_detail(self) -> None:
        row = self.trip or self.parcel
        self.detail.setText(row.detail if row is not None else self._back_detail())
        trouble = self.trip.trouble if self.trip is not None else ""
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.moved.emit()

    def _back_detail(self) -> str:
        row = self.back.current if self.tab == BACK else None
        return (
            _("Mang về {since}. Enter: mở trang Trả kết quả để gọi hoặc trao.").format(since=row.since) if row else ""
        )
