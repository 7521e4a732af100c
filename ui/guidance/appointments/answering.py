"""What the answers of the strips become: a booking, another slot, a line."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from desk_app.dossiers.person import Person
from desk_app.guidance.appointments.commands import Booking
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.translations import _
from ui.guidance.appointments import desk_side
from ui.guidance.appointments.desk_side import Guest, Wanted
from ui.guidance.appointments.moves import AppointmentMoves
from ui.guidance.appointments.state import Offer, Row, Seen
from ui.guidance.appointments.strips import CHANNELS, Answers, AppointmentStrips
from ui.guidance.appointments.week import days_of_week
from ui.shell.page import Context
from ui.widgets.strip import Strip


class Answering(QObject):
    """Opens the strips and carries out what they are answered; ``guest`` is whom a booking is for, if it is known."""

    def __init__(
        self,
        context: Context,
        moves: AppointmentMoves,
        seen: Callable[[], Seen | None],
        wanted: Callable[[], Wanted],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._moves = moves
        self._seen = seen
        self._wanted = wanted
        self.guest: Guest | None = None
        self._at = context.now()
        self._command_id = ""
        self._row: Row | None = None
        self._offers: tuple[Offer, ...] = ()
        answers = Answers(
            book=self._book,
            walk_in=self._walk_in,
            move=self._move,
            cancel=self._cancel,
            put_line=self._put_line,
            to_calendar=self._export,
        )
        self.strips = AppointmentStrips(answers, seen)

    def ask_booking(self, at: datetime) -> None:
        """Ask whom to expect at a moment."""
        self._command_id, self._at = self._context.desk.journal.new_id(), at
        guest = self.guest
        if guest is None:
            self.strips.open_booking(at)
        else:
            self.strips.open_booking(at, guest.person.name, guest.person.phone, guest.procedure_name)

    def ask_walk_in(self) -> None:
        """Ask who came without an appointment."""
        self._command_id = self._context.desk.journal.new_id()
        self.strips.open_walking_in()

    def ask_move(self, row: Row, offers: tuple[Offer, ...]) -> None:
        """Ask into which slot an appointment goes."""
        self._row, self._offers = row, offers
        self.strips.open_moving(row, offers)

    def ask_cancel(self, row: Row) -> None:
        """Ask why an appointment is called off."""
        self._row = row
        self.strips.open_cancelling(row)

    def ask_export(self) -> None:
        """Ask where the calendar file goes."""
        self.strips.close_strips()
        self.strips.exporting.open()
        places = QStandardPaths.StandardLocation
        self.strips.exporting.fields["folder"].put(QStandardPaths.writableLocation(places.DocumentsLocation))

    def _export(self) -> None:
        desk, by, wanted = self._context.desk, self._context.actor.id, self._wanted()
        folder = Path(self.strips.exporting.text("folder").strip()).expanduser()
        days = days_of_week(wanted.day) if wanted.view == "week" else (wanted.day,)
        self._context.jobs.read(lambda: desk_side.to_calendar(desk, by, days[0], days[-1], folder), self._on_exported)

    def _on_exported(self, file: Path) -> None:
        self.strips.close_strips()
        self._context.messages.say(_("Đã xuất lịch hẹn."), _("Tệp ở {file}").format(file=file), tone="good")

    def _book(self) -> None:
        strip, line = self.strips.booking, self._line()
        booking = self._typed(strip, line)
        if booking is not None:
            channel = next(key for key, _words in CHANNELS if key == strip.choice)
            origin = self.guest.origin if self.guest is not None else ""
            booking = changed(booking, starts_at=self._at, channel=channel, origin=origin)
            self._moves.book(booking, self._command_id)

    def _walk_in(self) -> None:
        booking = self._typed(self.strips.walking_in, self._line())
        if booking is not None:
            self._moves.walk_in(booking, self._command_id)

    def _typed(self, strip: Strip, line: str) -> Booking | None:
        """Return what a strip says of the person, or show beside its field why it cannot be read."""
        try:
            procedure = self.strips.procedure_in(strip)
        except InvalidInput as error:
            strip.refuse(error)
            return None
        known = self.guest.person if self.guest is not None and strip is self.strips.booking else Person(name="")
        person = changed(known, name=strip.text("name"), phone=strip.text("phone"))
        return Booking(
            starts_at=self._context.now(), person=person, line=line, procedure=procedure, note=strip.text("note")
        )

    def _move(self) -> None:
        to = next((offer for offer in self._offers if offer.key == self.strips.moving.choice), None)
        if self._row is not None and to is not None:
            self._moves.move(self._row, to, self.strips.moving.text("reason"))

    def _cancel(self) -> None:
        if self._row is not None:
            self._moves.cancel(self._row, self.strips.cancelling.text("reason"))

    def _put_line(self) -> None:
        seen = self._seen()
        if seen is None:
            return
        try:
            plan = self.strips.plan(seen.today)
        except InvalidInput as error:
            self.strips.refuse(error)
            return
        known = next((line.id for line in seen.lines if line.name == plan.name.strip()), "")
        self._moves.put_line(plan, known)

    def _line(self) -> str:
        seen = self._seen()
        return seen.line.id if seen is not None and seen.line is not None else ""
