"""The way of a list to Excel: where to, how far, and where it stands now."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from desk_app.dossiers.listing.export import Exported
from desk_app.dossiers.listing.wanted import Wanted
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from ui.dossiers.list.desk_side import exported
from ui.shell.page import Context
from ui.widgets.field import Field
from ui.widgets.strip import Strip


class ToExcel(QObject):
    """Asks for a folder, the person's documents unless they chose another, and writes the list there."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = Wanted()
        self._title = ""
        self._documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = self._documents
        self._last: Path | None = None
        self.strip = Strip(_("Xuất ra Excel"), [Field("folder", _("Thư mục"))], self._do, words=_("Xuất"))

    def ask(self, wanted: Wanted, title: str, count: str) -> None:
        """Ask where to; ``count`` says how many dossiers it will be."""
        self._wanted, self._title = wanted, title
        whole = self._context.may("dossiers.export")
        numbers = _("số định danh đầy đủ") if whole else _("số định danh chỉ còn ba số cuối")
        words = _("Xuất «{title}» ({count}) ra Excel, {numbers}").format(title=title, count=count, numbers=numbers)
        self.strip.open(words)
        self.strip.fields["folder"].put(self._folder)
        self.strip.fields["folder"].edit.selectAll()

    def show_folder(self) -> None:
        """Open the folder of the file written last."""
        if self._last is None:
            self._context.messages.say(_("Chưa xuất tệp nào."), _("F8: xuất danh sách ra Excel."), tone="plain")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last.parent))):
            self._context.messages.say(
                _("Máy này không mở được thư mục."), _("Tệp ở {file}").format(file=self._last), tone="warning"
            )

    def _do(self) -> None:
        desk, by, wanted, title = self._context.desk, self._context.actor.id, self._wanted, self._title
        self._folder = self.strip.text("folder").strip()
        folder, made = Path(self._folder).expanduser(), self._folder == self._documents
        self._context.jobs.long(
            lambda progress: exported(desk, by, wanted, title, folder, progress, make=made),
            self._on_done,
            title=_("Xuất «{title}» ra Excel").format(title=title),
            failed=self._on_failed,
        )

    def _on_done(self, done: Exported) -> None:
        self.strip.put_away()
        self._last = done.file
        self._context.messages.say(
            _("Đã xuất {count} hồ sơ, đếm lại trong tệp: đủ.").format(count=quantity(done.dossiers)),
            _("{file} – Ctrl+O: mở thư mục.").format(file=done.file),
        )

    def _on_failed(self, error: DeskError) -> None:
        if not (isinstance(error, InvalidInput) and self.strip.refuse(error)):
            self.strip.put_away()
            self._context.messages.report(error)
