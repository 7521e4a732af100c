"""What all moves of the page have in common: forms that open in place, one write at a time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from ui.mobile_sessions.form import Form
from ui.shell.one_write import Doing, OneWrite
from ui.shell.page import Context


class Moves(QObject):
    """Opens a form of its own, and writes what it answered; says ``written`` when something was."""

    written = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._one = OneWrite(context, self)
        self.forms: tuple[Form, ...] = ()

    def close_forms(self) -> bool:
        """Close what is open; tell whether something was."""
        opened = [form for form in self.forms if form.isVisible()]
        for form in opened:
            form.put_away()
        return bool(opened)

    def open_form(self, form: Form, title: str, **texts: str) -> None:
        """Open one form in place of any other, under a command id of its own."""
        self.close_forms()
        form.open(title, **texts)

    def fresh(self) -> None:
        """Begin a further move: what it writes bears an id of its own."""
        self._one.fresh()

    def write(self, work: Callable[[Doing], Written], said: str) -> None:
        """Do ``work`` on the writer and then say ``said``; nothing while something is being written."""
        self._one.do(work, lambda _written: self._on_written(said), self.on_failed)

    def _on_written(self, said: str) -> None:
        self.close_forms()
        self._context.messages.say(said)
        self.written.emit()
        self._context.wrote()

    def on_failed(self, error: DeskError) -> None:
        """Show an error at its field of the open form, else in the bar."""
        opened = next((form for form in self.forms if form.isVisible()), None)
        if opened is not None:
            opened.do_button.setEnabled(True)
        if not (isinstance(error, InvalidInput) and opened is not None and opened.refuse(error)):
            self._context.messages.report(error)
