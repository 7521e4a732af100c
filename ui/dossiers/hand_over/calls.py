"""Writing down that a citizen was called about a result that waits."""

from PySide6.QtCore import QObject

from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from ui.dossiers.hand_over import desk_side
from ui.dossiers.hand_over.waiting_view import WaitingView
from ui.shell.page import Context


class Calls(QObject):
    """Asks what was said, one command id per opening, and writes it down."""

    def __init__(self, context: Context, view: WaitingView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._command_id = ""
        view.call_asked.connect(self.ask)
        view.call_written.connect(self._on_written_down)

    def ask(self) -> None:
        """Ask what was said to whom the keyboard stands on."""
        self._command_id = self._context.desk.journal.new_id()
        self._view.ask_call()

    def put_away(self) -> bool:
        """Close the question; tell whether it was open."""
        opened = self._view.call.isVisible()
        if opened:
            self._view.call.put_away()
        return opened

    def _on_written_down(self, dossier: str, text: str) -> None:
        desk, by, id_ = self._context.desk, self._context.actor.id, self._command_id
        self._context.jobs.write(
            lambda: desk_side.called(desk, by, dossier, text, id_), self._on_called, failed=self._on_not_called
        )

    def _on_called(self, _written: Written) -> None:
        self._view.call.put_away()
        self._context.messages.say(_("Đã ghi lần gọi điện."))
        self._context.wrote()

    def _on_not_called(self, error: DeskError) -> None:
        if not (isinstance(error, InvalidInput) and self._view.call.refuse(error)):
            self._context.messages.report(error)
