"""What may be done with one image: writing it out to a file, and erasing it; each asks in a strip."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from ui.dossiers.attachments import desk_side
from ui.dossiers.attachments.state import Row, path_in
from ui.shell.page import Context
from ui.widgets.field import Field
from ui.widgets.strip import Strip


class Moves(QObject):
    """Holds the strips of the moves and carries the moves out."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._command_id = ""
        self._chosen: Row | None = None
        self.out = Strip(_("Lưu ra tệp"), [Field("file", _("Ghi vào tệp"))], self._do_out, words=_("Lưu ra"))
        self.removal = Strip(_("Gỡ"), [Field("reason", _("Lý do gỡ"))], self._do_remove, words=_("Gỡ hẳn"))

    @property
    def strips(self) -> Sequence[Strip]:
        """Return the strips, to be laid out by the page."""
        return self.out, self.removal

    def close(self) -> bool:
        """Put an open strip away; False when none was."""
        opened = next((strip for strip in self.strips if strip.isVisible()), None)
        if opened is not None:
            opened.put_away()
        return opened is not None

    def open_out(self, row: Row) -> None:
        """Ask where to write an image, and say that the file will be protected by nothing."""
        self._chosen = row
        words = _("Lưu «{paper}» ra tệp? Tệp lưu ra không còn được bảo vệ: dùng xong hãy xóa.")
        self.out.open(words.format(paper=row.paper))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.out.fields["file"].put(str(Path(folder) / row.file_name))

    def open_removal(self, row: Row) -> None:
        """Ask why an image is to be erased."""
        self._chosen = row
        self._command_id = self._context.desk.journal.new_id()
        words = _("Gỡ hẳn bản chụp «{paper}»? Khóa và tệp bị xóa, không lấy lại được; ghi chép vẫn còn.")
        self.removal.open(words.format(paper=row.paper))

    def _do_out(self) -> None:
        if self._chosen is None:
            return
        desk, by, wanted = self._context.desk, self._context.actor.id, self._chosen.id
        file = path_in(self.out.text("file"))
        self._context.jobs.long(
            lambda progress: desk_side.save_out(desk, by, wanted, file, progress.say),
            self._on_saved_out,
            title=_("Lưu «{paper}» ra tệp").format(paper=self._chosen.paper),
            failed=self._on_out_failed,
        )

    def _on_saved_out(self, file: Path) -> None:
        self.out.put_away()
        words = _("Đã lưu ra {file}.").format(file=file)
        self._context.messages.say(words, _("Tệp này không được mã hóa: dùng xong hãy xóa."), tone="warning")

    def _on_out_failed(self, error: DeskError) -> None:
        if not (isinstance(error, InvalidInput) and self.out.refuse(error)):
            self.out.do_button.setEnabled(True)
            self._context.messages.report(error)

    def _do_remove(self) -> None:
        if self._chosen is None:
            return
        desk, by, wanted, id_ = self._context.desk, self._context.actor.id, self._chosen.id, self._command_id
        reason = self.removal.text("reason")
        self._context.jobs.write(
            lambda: desk_side.remove(desk, by, wanted, reason, id_), self._on_removed, failed=self._on_remove_failed
        )

    def _on_removed(self, _written: Written) -> None:
        self.removal.put_away()
        self._context.messages.say(_("Đã gỡ hẳn bản chụp."), _("Ghi chép về nó vẫn còn trong hồ sơ."), tone="good")
        self._context.wrote()

    def _on_remove_failed(self, error: DeskError) -> None:
        if not (isinstance(error, InvalidInput) and self.removal.refuse(error)):
            self.removal.do_button.setEnabled(True)
            self._context.messages.report(error)
