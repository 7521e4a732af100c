"""From Enter to «đã lưu»: a dossier with its receipt, or a visit that is sent back with its slip; once, whatever is pressed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from ui.dossiers.registration import desk_side
from ui.dossiers.registration.desk_side import Saved
from ui.dossiers.registration.filling import Filling
from ui.dossiers.registration.outcome import Outcome, outcome_of
from ui.dossiers.registration.ready import ready_form, ready_request
from ui.shell.page import Context


class Saving(QObject):
    """Saves the form on the counter; says ``saved`` with what came of it, ``failed`` when the desk did not take it."""

    saved = Signal(object)
    failed = Signal()

    def __init__(self, filling: Filling, context: Context) -> None:
        super().__init__(filling)
        self._filling = filling
        self._context = context
        self.under_way = False

    def save(self, *, on_the_spot: bool = False) -> None:
        """Save and print; whatever is wrong stands beside its field, and a second Enter does nothing.

        ``on_the_spot``: the citizen waits for the result, and no receipt is printed.
        """
        if self.under_way or self._filling.counter is None:
            return
        view = self._filling.view
        view.picker.take()
        view.forget_troubles()
        try:
            work = self._work(on_the_spot=on_the_spot)
        except InvalidInput as error:
            view.refuse(error)
            return
        self.under_way = True
        view.save_button.setEnabled(False)
        self._context.jobs.write(work, self._on_saved, failed=self._on_failed)

    def _work(self, *, on_the_spot: bool) -> Callable[[], Saved]:
        """Return what is to be written; raise ``InvalidInput`` for what the desk would not take."""
        typed, counter, now = self._filling.typed, self._filling.counter, self._context.now()
        desk, account, command_id = self._context.desk, self._context.actor.id, typed.command_id
        if counter is None:
            raise RuntimeError("nothing can be saved before there is a catalogue")
        if outcome_of(typed) is Outcome.MISSING:
            if on_the_spot:
                words = _("Còn thiếu giấy tờ: không giải quyết tại chỗ được.")
                raise InvalidInput("papers", words, _("Enter: in phiếu bổ sung."))
            request = ready_request(typed, counter, now)
            return lambda: desk_side.save_sent_back(desk, account, request, command_id)
        form, ticket = ready_form(typed, counter, now), typed.ticket
        return lambda: desk_side.save(desk, account, form, command_id, ticket, on_the_spot=on_the_spot)

    def _on_saved(self, saved: Saved) -> None:
        self.under_way = False
        self._filling.view.save_button.setEnabled(True)
        self._context.messages.move_on()
        if saved.trouble:
            self._context.messages.say(_("Hồ sơ đã lưu."), saved.trouble, tone="warning")
        self.saved.emit(saved)

    def _on_failed(self, error: DeskError) -> None:
        self.under_way = False
        self._filling.view.save_button.setEnabled(True)
        if isinstance(error, InvalidInput):
            self._filling.view.refuse(error)
        else:
            self._context.messages.report(error)
        self.failed.emit()
