"""The page of appointments: a day, a week, whom to call; every move by one key."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.guidance.appointments.appointment import Appointment, State
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.guidance.appointments import desk_side
from ui.guidance.appointments.answering import Answering
from ui.guidance.appointments.calendar_view import CalendarView
from ui.guidance.appointments.desk_side import Guest
from ui.guidance.appointments.keys_row import AppointmentKeys, KeysRow
from ui.guidance.appointments.looks import shown_list
from ui.guidance.appointments.moves import AppointmentMoves
from ui.guidance.appointments.state import Offer, Row, Seen
from ui.guidance.appointments.week import Cell
from ui.shell.list_looks import ListLooks
from ui.shell.page import Context, Page
from ui.widgets.in_sight import InSight
from ui.widgets.parts import grown, scrolled

ABOUT_APPOINTMENT, FROM_GUIDANCE = "appointment:", "from:guidance:"


class AppointmentsPage(Page):
    """Shows one line's appointments; ``about`` is empty, ``appointment:<id>``, or ``from:guidance:<id>`` to book for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.seen: Seen | None = None
        self._wanted = ""
        self._offers_free = self._offers_move = False
        self._moving: Row | None = None
        self.moves = AppointmentMoves(context, self)
        self.view = CalendarView(context.now().date(), self.refresh)
        self.table, self.grid = self.view.table, self.view.grid
        self.answering = Answering(context, self.moves, lambda: self.seen, lambda: self.view.wanted, self)
        self.strips = self.answering.strips
        self.keys = KeysRow(
            AppointmentKeys(
                book=self.book_here,
                came=self.came,
                not_came=self.not_came,
                walk_in=self.walk_in,
                move=self.put_off,
                cancel=self.cancel,
                register=self.register,
                slip=self.print_slip,
            ),
            context.may,
        )
        self._looks = ListLooks(context, self)
        self._lay_out()
        self._bind_keys()
        self.table.entered.connect(lambda _place: self._on_enter())
        self.table.selectionModel().currentRowChanged.connect(lambda *_places: self._allow())
        self.grid.entered.connect(self._on_cell)
        self.moves.moved.connect(self._on_moved)
        self.moves.refused.connect(self._on_refused)

    @property
    def row(self) -> Row | None:
        """Return the line the keyboard stands on; in the week there is none."""
        return None if self.view.view == "week" else self.table.current

    def arrive(self, about: str) -> None:
        """Come to the front: on a scanned slip's appointment, or ready to book for somebody who was guided."""
        desk, by = self.context.desk, self.context.actor.id
        if about.startswith(ABOUT_APPOINTMENT):
            id_ = about.removeprefix(ABOUT_APPOINTMENT)
            self.context.jobs.read(lambda: desk_side.where(desk, by, id_), self._on_where, latest="where")
        elif about.startswith(FROM_GUIDANCE):
            id_ = about.removeprefix(FROM_GUIDANCE)
            self.context.jobs.read(lambda: desk_side.guest(desk, by, id_), self._on_guest, latest="guest")
        else:
            self.refresh()
        self.view.take_focus()

    def refresh(self) -> None:
        """Look at the desk again."""
        desk, by, wanted = self.context.desk, self.context.actor.id, self.view.wanted
        self.context.jobs.read(lambda: desk_side.seen(desk, by, wanted), self._on_seen, latest="seen")

    def escape(self) -> bool:
        """Close an open strip, else a search, else let the guided person go."""
        if self.strips.close_strips() or self.view.leave_search():
            return True
        had_guest, self.answering.guest = self.answering.guest is not None, None
        self.view.tell("")
        return had_guest

    def book_here(self) -> None:
        """Ask whom to expect at the free place the keyboard stands on, else at the next free one."""
        row, cell = self.row, self.grid.cell
        if not self.keys.may_book:
            return
        if row is not None and row.is_free:
            self.answering.ask_booking(row.starts_at)
        elif self.view.view == "week" and cell is not None and not cell.is_past and len(cell.names) < cell.capacity:
            self.answering.ask_booking(cell.starts_at)
        elif self.seen is not None and self.seen.line is not None:
            desk, by, line = self.context.desk, self.context.actor.id, self.seen.line.id
            after = row.starts_at if row is not None else self.context.now()
            self.context.jobs.read(
                lambda: desk_side.free_slots(desk, by, line, after), self._on_next_free, latest="free"
            )

    def walk_in(self) -> None:
        """Ask who came without an appointment."""
        if self.keys.may_book:
            self.answering.ask_walk_in()

    def put_off(self) -> None:
        """Ask into which slot the chosen appointment goes."""
        row = self.row
        if row is not None and row.state in (State.BOOKED, State.NOT_COME) and self.keys.may_book:
            self._moving = row
            desk, by, id_ = self.context.desk, self.context.actor.id, row.id
            self.context.jobs.read(lambda: desk_side.slots_to_move(desk, by, id_), self._on_slots, latest="slots")

    def cancel(self) -> None:
        """Ask why the chosen appointment is called off."""
        if self.row is not None and self.row.state is State.BOOKED:
            self.answering.ask_cancel(self.row)

    def came(self) -> None:
        """Record that the person came; in the list of calls, that somebody answered."""
        if self.row is not None and self.row.id:
            if self.view.view == "calls":
                self.moves.remind(self.row, reached=True)
            elif self.row.state in (State.BOOKED, State.NOT_COME):
                self.moves.arrive(self.row)

    def not_came(self) -> None:
        """Record that nobody came; in the list of calls, that nobody answered."""
        if self.row is not None and self.row.state is State.BOOKED:
            if self.view.view == "calls":
                self.moves.remind(self.row, reached=False)
            else:
                self.moves.not_come(self.row)

    def register(self) -> None:
        """Make a dossier of the chosen appointment; nothing is typed again."""
        if self.row is not None and self.row.id and self.context.may("dossiers.register"):
            self.context.go("registration", f"prefill:appointments:{self.row.id}")

    def print_slip(self) -> None:
        """Print the slip of the chosen appointment."""
        if self.row is not None and self.row.id and self.keys.may_book:
            self.moves.print_slip(self.row)

    def print_day(self) -> None:
        """Print the list of the day."""
        if self.keys.may_book:
            self.moves.print_day(self.view.wanted.day)

    def set_up(self) -> None:
        """Ask how the line in front gives out slots."""
        if self.context.may("appointments.put_line") and self.seen is not None:
            self.strips.open_line(self.seen.line, self.seen.today)

    def show_without_place(self) -> None:
        """Stand on the first appointment that exceeds its slot, and offer a free one."""
        if self.seen is not None and self.seen.without_place:
            self._offers_move = True
            self.arrive(f"{ABOUT_APPOINTMENT}{self.seen.without_place[0].id}")

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(14), grown(8), grown(14), grown(10))
        layout.setSpacing(grown(8))
        layout.addWidget(self.view.head)
        layout.addWidget(self.view.notice)
        for strip in self.strips.all:
            layout.addWidget(strip)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.keys)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolled(inside)
        whole.addWidget(area)
        InSight(area)

    def _bind_keys(self) -> None:
        for keys, words, run in (
            ("F6", _("Đặt hẹn vào chỗ trống"), self.book_here),
            ("F7", _("Đã đến; ở Gọi nhắc: gọi được"), self.came),
            ("F8", _("Không đến; ở Gọi nhắc: chưa gọi được"), self.not_came),
            ("Ctrl+N", _("Người đến thẳng, xen vào giữa"), self.walk_in),
            ("Ctrl+D", _("Dời hẹn"), self.put_off),
            ("Delete", _("Hủy hẹn"), self.cancel),
            ("Ctrl+G", _("Lập hồ sơ từ hẹn này"), self.register),
            ("Ctrl+I", _("In phiếu hẹn"), self.print_slip),
            ("Ctrl+P", _("In danh sách hẹn trong ngày"), self.print_day),
            ("Ctrl+E", _("Xuất ra tệp iCalendar"), self.answering.ask_export),
            ("PgUp", _("Ngày, tuần trước"), partial(self.view.turn, -1)),
            ("PgDown", _("Ngày, tuần sau"), partial(self.view.turn, 1)),
            ("Ctrl+Home", _("Về hôm nay"), lambda: self.view.go_to(self.context.now().date())),
            ("Alt+F", _("Tìm hẹn theo tên, số điện thoại"), self.view.search.take_focus),
            ("Alt+L", _("Chọn lịch nhận hẹn"), self.view.lines.setFocus),
            ("Alt+T", _("Lập, đổi lịch nhận hẹn"), self.set_up),
            ("Alt+X", _("Xem hẹn cần dời"), self.show_without_place),
        ):
            self.bind(keys, words, run)
        for view, words, keys in self.view.views:
            self.bind(keys, words, partial(self.view.choose, view))

    def _on_seen(self, seen: Seen) -> None:
        self.seen = seen
        self.view.put(seen)
        self._looks.saw(shown_list(seen, self.view.wanted.text))
        if self._wanted and self.table.stand_on(self._wanted):
            self._wanted = ""
            if self._offers_move:
                self._offers_move = False
                self.put_off()
        elif self._offers_free:
            self._offers_free = False
            self.table.stand_on_free()
        self._allow()

    def _allow(self) -> None:
        self.keys.allow(self.row, self.view.view, has_line=self.seen is not None and self.seen.line is not None)

    def _on_where(self, found: Appointment) -> None:
        self._wanted = found.id
        self.view.open_at(found.line, found.day)
        self.refresh()

    def _on_guest(self, guest: Guest) -> None:
        self.answering.guest, self._offers_free = guest, True
        who = guest.person.name or guest.person.phone or _("người chưa nêu tên")
        self.view.tell(_("Đặt hẹn cho {who}: chọn chỗ trống rồi Enter. Esc: thôi.").format(who=who))
        self.view.choose("day")

    def _on_enter(self) -> None:
        if self.row is not None and self.row.is_free:
            self.book_here()
        elif self.view.view == "found" and self.row is not None:
            self.arrive(f"{ABOUT_APPOINTMENT}{self.row.id}")
        elif self.row is not None and self.row.state is State.ARRIVED:
            self.register()

    def _on_cell(self, cell: Cell) -> None:
        if not cell.is_past and len(cell.names) < cell.capacity:
            self.book_here()
        else:
            self.view.go_to(cell.starts_at.date())
            self.view.choose("day")

    def _on_next_free(self, slots: tuple[Offer, ...]) -> None:
        if slots:
            self.view.go_to(slots[0].starts_at.date())
            self.answering.ask_booking(slots[0].starts_at)
        else:
            self._say_no_slot()

    def _on_slots(self, slots: tuple[Offer, ...]) -> None:
        if self._moving is not None and slots:
            self.answering.ask_move(self._moving, slots)
        else:
            self._say_no_slot()

    def _say_no_slot(self) -> None:
        words = _("Không còn lượt trống trong 60 ngày tới.")
        self.context.messages.say(words, _("Xem lịch khác (Alt+L), hoặc mở thêm chỗ (Alt+T)."), tone="warning")

    def _on_moved(self, about: str) -> None:
        self.strips.close_strips()
        if about:
            self._wanted = about
            self.answering.guest = None
            self.view.tell("")
        self.refresh()

    def _on_refused(self, error: InvalidInput) -> None:
        if not self.strips.refuse(error):
            self.context.messages.report(error)
