"""Beginning a sitting with a dossier that was received in the ordinary way."""

from PySide6.QtCore import QObject, Signal

from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _
from ui.on_the_spot import desk_side
from ui.on_the_spot.state import Sitting
from ui.shell.page import Context
from ui.widgets.strip import Strip


class Offering(QObject):
    """Begins a sitting at once where nothing speaks against it, else asks first; says ``begun`` with the dossier's id."""

    begun = Signal(str)
    refused = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._dossier = ""
        self._command_id = ""
        self.strip = Strip("", [], self._begin, words=_("Vẫn giải quyết tại chỗ"))

    def offer(self, sitting: Sitting) -> None:
        """Begin, or ask when the dossier is none for settling at once."""
        self._dossier = sitting.dossier.id
        self._command_id = self._context.desk.journal.new_id()
        if sitting.fit.offered:
            self._begin()
        else:
            self.strip.open(sitting.fit.warning)

    def close(self) -> bool:
        """Close the question; tell whether it stood there."""
        was_open = self.strip.isVisible()
        if was_open:
            self.strip.put_away()
        return was_open

    def _begin(self) -> None:
        desk, by, id_, command = self._context.desk, self._context.actor.id, self._dossier, self._command_id
        self._context.jobs.write(
            lambda: desk_side.begun(desk, by, id_, command), self._on_begun, failed=self._on_not_begun
        )

    def _on_begun(self, _written: Written) -> None:
        self.strip.hide()
        self.begun.emit(self._dossier)
        self._context.wrote()

    def _on_not_begun(self, error: DeskError) -> None:
        self.strip.hide()
        self._context.messages.report(error)
        self.refused.emit()
