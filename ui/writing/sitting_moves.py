"""The sitting on the table: it begins, takes a card, gets forms, is kept while somebody types, and is looked at."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.dossiers.identity_card import IdentityCard
from desk_app.kernel.errors import DeskError
from desk_app.writing.filled import Filled
from desk_app.writing.sitting import Sitting, with_form
from ui.shell.one_write import Doing
from ui.shell.page import Context
from ui.writing import desk_side
from ui.writing.state import OnTable

_PAUSE_MS = 350


class SittingMoves(QObject):
    """Holds who sits here and the form being filled in; says ``sat``, ``laid`` and ``pictured`` when they change."""

    sat = Signal()
    laid = Signal()
    pictured = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.sitting: Sitting | None = None
        self.on_table: OnTable | None = None
        self._is_typed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep)

    def begin(self, card: IdentityCard | None = None) -> None:
        """Let a citizen sit down: what was on the table is kept, and its time goes on."""
        self.keep()
        desk, by = self._context.desk, self._context.actor.id
        self._context.jobs.write(lambda: desk_side.sat_down(desk, by, card), self._on_begun)

    def take_card(self, card: IdentityCard) -> None:
        """Take the card of who sits here; of somebody else when one was shown before."""
        now = self.sitting
        if now is None or now.person is not None:
            self.begin(card)
            return
        self.keep()
        desk, by, here = self._context.desk, self._context.actor.id, self._present(now)
        self._context.jobs.write(lambda: desk_side.card_taken(desk, by, here, card), self._on_known)

    def take_dossier(self, code: str, failed: Callable[[DeskError], None]) -> None:
        """Fill from an earlier dossier of the person."""
        now = self.sitting
        if now is None:
            return
        self.keep()
        do, here = self._doing(), self._present(now)
        self._context.jobs.write(lambda: desk_side.from_dossier(do, here, code), self._on_known, failed=failed)

    def choose(self, key: str) -> None:
        """Lay a form on the table."""
        self.keep()
        desk, by = self._context.desk, self._context.actor.id
        now = self._present(self.sitting) if self.sitting is not None else None
        self._context.jobs.write(lambda: desk_side.begun(desk, by, now, key), self._on_laid)

    def resume(self, sitting: Sitting) -> None:
        """Go on with a sitting that was put aside."""
        self.keep()
        self.sitting, self.on_table = sitting, None
        self.sat.emit()
        if sitting.forms:
            self.choose(sitting.forms[-1].form)

    def type(self, filled: Filled) -> None:
        """Take what was typed; it is kept, and drawn, as soon as the hands pause."""
        if self.on_table is not None:
            now = self.on_table
            self.on_table = OnTable(sitting=now.sitting, form=now.form, filled=filled, today=now.today)
            self._is_typed = True
            self._pause.start()

    def keep(self) -> None:
        """Put what is typed into safety now, and draw it."""
        self._pause.stop()
        if self.on_table is None or self.sitting is None or not self._is_typed:
            return
        self._is_typed = False
        desk, by, now, filled = self._context.desk, self._context.actor.id, self.sitting, self.on_table.filled
        self.sitting = with_form(now, filled)
        self._context.jobs.write(lambda: desk_side.kept(desk, by, now, filled), self._on_kept)
        self.look()

    def look(self) -> None:
        """Draw the form that is on the table."""
        if self.on_table is not None:
            form, filled = self.on_table.form, self.on_table.filled
            self._context.jobs.read(
                lambda: desk_side.pictured(form, filled), self._on_pictured, failed=self._on_undrawn, latest="picture"
            )

    def put(self, sitting: Sitting) -> None:
        """Take the sitting as the desk has it now."""
        self.sitting = sitting
        self.sat.emit()

    def mark_written(self) -> None:
        """Note that the case was written down: the table is free."""
        self.sitting, self.on_table = None, None
        self._pause.stop()
        self.sat.emit()

    def _present(self, now: Sitting) -> Sitting:
        return with_form(now, self.on_table.filled) if self.on_table is not None else now

    def _on_begun(self, sitting: Sitting) -> None:
        self.sitting, self.on_table = sitting, None
        self.sat.emit()

    def _on_known(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.sat.emit()
        if self.on_table is not None:
            self.choose(self.on_table.form.key)

    def _on_laid(self, laid: OnTable) -> None:
        self.sitting, self.on_table = laid.sitting, laid
        self.sat.emit()
        self.laid.emit()
        self.look()

    def _on_kept(self, _none: None) -> None:
        """Nothing is said: it is what everybody expects."""

    def _on_pictured(self, pages: tuple[bytes, ...]) -> None:
        self.pictured.emit(pages)

    def _on_undrawn(self, error: DeskError) -> None:
        self._context.messages.report(error)

    def _doing(self) -> Doing:
        return Doing(desk=self._context.desk, by=self._context.actor.id, id=self._context.desk.journal.new_id())
