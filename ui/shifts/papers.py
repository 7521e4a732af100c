"""The way of papers and files: which, of which month, into which folder; slips go to the printer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.shifts.papers_print import Whose
from ui.shifts import desk_side, files
from ui.shifts.files import FILES, Wanted
from ui.shifts.state import month_words
from ui.shifts.work import Work
from ui.widgets.field import Field
from ui.widgets.strip import Strip

_SLIPS = "slips"


def documents() -> str:
    """Return the folder of the person's documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


class Papers(QObject):
    """Asks which paper, and makes it; ``last`` is the file written last."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._folder = documents()
        self.last: Path | None = None
        choices = ((_SLIPS, _("Phiếu bỏ túi cho từng người (máy in phiếu)")), *FILES)
        fields = [Field("signer", _("Người ký thông báo (nếu có)")), Field("folder", _("Thư mục"))]
        self.strip = Strip("", fields, self._do, words=_("Làm"), choices=choices, box=_("Giấy hay tệp nào"))

    def ask(self) -> None:
        """Ask which paper of the month."""
        self._work.ask(self.strip, _("Giấy tờ và tệp của {month}").format(month=month_words(self._work.month).lower()))
        self.strip.fields["folder"].put(self._folder)

    def show_folder(self) -> None:
        """Open the folder of the file written last."""
        messages = self._work.context.messages
        if self.last is None:
            messages.say(_("Chưa ghi tệp nào."), _("Ctrl+P: chọn giấy tờ, tệp."), tone="plain")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.last.parent))):
            where = _("Tệp ở {file}").format(file=self.last)
            messages.say(_("Máy này không mở được thư mục."), where, tone="warning")

    def write(self, make: Callable[[], Path], strip: Strip, title: str) -> None:
        """Make a file on a job's thread, then close the strip that asked for it."""
        self._strip = strip
        self._work.context.jobs.long(lambda _progress: make(), self._on_file, title=title, failed=self._on_failed)

    def _do(self) -> None:
        kind, month, context = self.strip.choice, self._work.month, self._work.context
        if kind == _SLIPS:
            said = _("Đã gửi in phiếu bỏ túi.")
            self._work.do(lambda do: desk_side.slips(do, month, Whose()), said, strip=self.strip)
            return
        desk, by = context.desk, context.actor.id
        self._folder = self.strip.text("folder").strip()
        folder, is_own = Path(self._folder), self._folder == documents()
        wanted = Wanted(
            kind=kind, month=month, folder=folder, make_folder=is_own, signer=self.strip.text("signer").strip()
        )
        title = _("Ghi «{name}»").format(name=dict(FILES)[kind])
        self.write(lambda: files.write_file(desk, by, wanted), self.strip, title)

    def _on_file(self, file: Path) -> None:
        self._strip.put_away()
        self.last = file
        self._work.context.messages.say(
            _("Đã ghi {name}.").format(name=file.name), _("{folder} – Ctrl+O: mở thư mục.").format(folder=file.parent)
        )

    def _on_failed(self, error: DeskError) -> None:
        if not (isinstance(error, InvalidInput) and self._strip.refuse(error)):
            self._strip.put_away()
            self._work.context.messages.report(error)
