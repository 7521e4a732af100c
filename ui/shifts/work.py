"""The moves of the page: one write at a time, and what is said afterwards."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from desk_app.kernel.errors import DeskError, InvalidInput
from ui.shell.message_bar import Act
from ui.shell.one_write import Doing, OneWrite
from ui.shell.page import Context
from ui.widgets.strip import Strip

Write = Callable[[Doing], object]
"""What is written on a job's thread."""


class Work(QObject):
    """Writes what a key or a strip asked for; says ``written`` when something was.

    ``month`` is the month that all tabs show. A command's id is made when its strip opens: sent twice, it is done once.
    """

    written = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.month = context.now().date().replace(day=1)
        self._one = OneWrite(context, self)
        self._strip: Strip | None = None

    @property
    def today(self) -> date:
        """Return the desk's day."""
        return self.context.now().date()

    def ask(self, strip: Strip, title: str) -> None:
        """Open a strip for a new command."""
        self._one.fresh()
        strip.open(title)

    def do(self, work: Write, said: str, hint: str = "", *, strip: Strip | None = None, act: Act | None = None) -> None:
        """Write on a job's thread; a trouble with a field goes to ``strip``, which closes when all went well.

        ``act`` is offered beside the words.
        """
        if self._one.is_busy:
            return
        if strip is None:
            self._one.fresh()
        self._strip = strip
        self._one.do(work, lambda _written: self._on_written(said, hint, act), self._on_failed)

    def answered(self, strip: Strip, read: Callable[[], Write], said: str, hint: str = "") -> None:
        """Write what a strip answered; what cannot be read is said beside its field."""
        try:
            work = read()
        except InvalidInput as error:
            strip.refuse(error)
            return
        self.do(work, said, hint, strip=strip)

    def _on_written(self, said: str, hint: str, act: Act | None) -> None:
        if self._strip is not None:
            self._strip.put_away()
        self.context.messages.say(said, hint, act=act)
        self.written.emit()
        self.context.wrote()

    def _on_failed(self, error: DeskError) -> None:
        strip = self._strip
        if strip is not None and isinstance(error, InvalidInput) and strip.refuse(error):
            return
        if strip is not None:
            strip.do_button.setEnabled(True)
        self.context.messages.report(error)
