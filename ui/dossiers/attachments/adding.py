"""Adding a file that was named, dropped or pasted: the strip that asks which paper it is, and the long work behind it."""

from PySide6.QtCore import QMimeData, QObject, Signal

from desk_app.attachments.commands import NewAttachment
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _
from ui.dossiers.attachments import desk_side
from ui.dossiers.attachments.add_form import AddForm
from ui.dossiers.attachments.state import Seen, allowed, looks_like_file, path_in
from ui.shell.page import Context


class Adding(QObject):
    """Opens the strip and carries the adding out; says ``closed`` when the strip has gone."""

    closed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._command_id = ""
        self._dossier = ""
        self.form = AddForm()
        self.form.entered.connect(self._do)
        self.form.gave_up.connect(self.close)

    def open(self, seen: Seen, path: str) -> None:
        """Ask which paper the file at ``path`` is, empty when the file is still to be named."""
        self._dossier = seen.dossier
        self._command_id = self._context.desk.journal.new_id()
        self.form.open(allowed(seen), seen.choices, path)

    def close(self) -> bool:
        """Put the strip away; False when it was not open."""
        if not self.form.isVisible():
            return False
        self.form.hide()
        self.closed.emit()
        return True

    def _do(self) -> None:
        desk, by, command_id = self._context.desk, self._context.actor.id, self._command_id
        new = NewAttachment(
            dossier=self._dossier,
            paper=self.form.paper,
            file=self.form.path,
            sensitive=self.form.sensitive.isChecked(),
            anyway=self.form.anyway,
        )
        self._context.jobs.long(
            lambda progress: desk_side.add(desk, by, new, command_id, progress.say),
            self._on_added,
            title=_("Lưu bản chụp «{paper}»").format(paper=new.paper),
            failed=self._on_failed,
        )

    def _on_added(self, _written: Written) -> None:
        words = _("Đã lưu bản chụp «{paper}», đã mã hóa.").format(paper=self.form.paper)
        self.close()
        self._context.messages.say(words, _("Tệp gốc vẫn ở chỗ cũ: xóa nếu không cần nữa."), tone="good")
        self._context.wrote()

    def _on_failed(self, error: DeskError) -> None:
        if not (self.form.isVisible() and self.form.refuse(error)):
            self._context.messages.report(error)


def file_in(mime: QMimeData) -> str:
    """Return the place of the one file that is dropped or pasted; empty for anything else."""
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []
    if files:
        return files[0] if len(files) == 1 else ""
    text = mime.text() if mime.hasText() else ""
    return path_in(text) if looks_like_file(text) else ""
