"""The only tab of a volunteer: their own shifts."""

from desk_app.shifts.seen import SeatSeen
from ui.shifts import desk_side
from ui.shifts.deed import Tab
from ui.shifts.own_view import OwnView
from ui.shifts.work import Work


class OwnTab(Tab):
    """Shows the shifts of the person who signed in."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.view = OwnView()
        self.lay_out(self.view, (), ())

    def seek(self) -> None:
        """Look at one's own shifts again."""
        desk, by = self.work.context.desk, self.work.context.actor.id
        self.work.context.jobs.read(lambda: desk_side.own(desk, by), self._on_seen, latest="own")

    def take_focus(self) -> None:
        """Stand in the list."""
        self.view.table.setFocus()

    def _on_seen(self, seats: tuple[SeatSeen, ...]) -> None:
        self.view.put(seats)
