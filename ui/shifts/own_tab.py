"""The only tab of a volunteer: their own shifts, to look at, to carry in the pocket, to put into their phone."""

from pathlib import Path

from desk_app.kernel.translations import _
from desk_app.shifts.seen import SeatSeen
from ui.shifts import desk_side, files
from ui.shifts.deed import Deed, Tab
from ui.shifts.own_view import OwnView
from ui.shifts.papers import Papers, documents
from ui.shifts.state import month_words
from ui.shifts.work import Work
from ui.widgets.field import Field
from ui.widgets.strip import Strip


class OwnTab(Tab):
    """Shows the shifts of the person who signed in."""

    def __init__(self, work: Work, papers: Papers) -> None:
        super().__init__(work)
        self._papers = papers
        self.view = OwnView()
        self.folder = Strip("", [Field("folder", _("Thư mục"))], self._do_calendar, words=_("Ghi tệp"))
        deeds = (
            Deed(key="Ctrl+P", words=_("In phiếu bỏ túi"), run=self._on_slip, may=lambda: self._has_any, kind="main"),
            Deed(key="Ctrl+E", words=_("Ghi tệp lịch .ics"), run=self._on_calendar, may=lambda: self._has_any),
        )
        self.lay_out(self.view, (self.folder,), deeds)

    @property
    def _has_any(self) -> bool:
        return bool(self.view.table.rows)

    def seek(self) -> None:
        """Look at one's own shifts again."""
        desk, by = self.work.context.desk, self.work.context.actor.id
        self.work.context.jobs.read(lambda: desk_side.own(desk, by), self._on_seen, latest="own")

    def take_focus(self) -> None:
        """Stand in the list."""
        self.view.table.setFocus()

    def _on_seen(self, seats: tuple[SeatSeen, ...]) -> None:
        self.view.put(seats)
        self.allow()

    def _on_slip(self) -> None:
        """Print the slip of the month in which the chosen shift is."""
        seat = self.view.table.current or self.view.table.rows[0]
        month = seat.on.replace(day=1)
        said = _("Đã gửi in phiếu bỏ túi {month}.").format(month=month_words(month).lower())
        self.work.do(lambda do: desk_side.own_slip(do, month), said)

    def _on_calendar(self) -> None:
        self.work.ask(
            self.folder, _("Ghi các ca trực của tôi ra tệp lịch để mở trên điện thoại: USB hoặc thư mục trên máy")
        )
        self.folder.fields["folder"].put(documents())

    def _do_calendar(self) -> None:
        desk, by = self.work.context.desk, self.work.context.actor.id
        folder = self.folder.text("folder").strip()
        make = folder == documents()
        self._papers.write(
            lambda: files.write_own_calendar(desk, by, Path(folder), make_folder=make),
            self.folder,
            _("Ghi «{name}»").format(name=_("Lịch trực của tôi")),
        )
