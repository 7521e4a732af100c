"""The way to the register book (form 06): which year, into which file."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from desk_app.dossiers.book.rows import Wanted
from desk_app.dossiers.book.write import BOOK, Written, write_book
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from ui.shell.page import Context
from ui.widgets.field import Field
from ui.widgets.path_field import PathField
from ui.widgets.strip import Strip


class ToBook(QObject):
    """Asks for a year and a file, and writes the desk's book there, in the form that the name ends with."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.strip = Strip(
            _("Sổ theo dõi hồ sơ (mẫu 06)"),
            [
                Field("year", _("Năm")),
                PathField(
                    "to",
                    _("Tệp .pdf, .xlsx, .docx hoặc .csv"),
                    kind="save",
                    pattern="PDF (*.pdf);;Excel (*.xlsx);;Word (*.docx);;CSV (*.csv)",
                ),
            ],
            self._do,
            words=_("Lập sổ"),
        )

    def ask(self) -> None:
        """Ask which year, into which file; nothing for somebody who may not."""
        if not self._context.may(BOOK):
            return
        year = self._context.now().year
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.strip.open()
        self.strip.fields["year"].put(str(year))
        self.strip.fields["to"].put(str(Path(documents) / f"so-theo-doi-{year}.pdf"))
        self.strip.fields["year"].edit.selectAll()

    def _do(self) -> None:
        room, by = self._context.desk.dossiers, self._context.actor.id
        year, file = self.strip.text("year").strip(), Path(self.strip.text("to")).expanduser()
        if not (year.isascii() and year.isdigit() and len(year) == 4):
            wrong = InvalidInput("year", _("«{year}» không phải là năm.").format(year=year), _("Viết như 2026."))
            self._on_failed(wrong)
            return
        wanted = Wanted(year=int(year))
        self._context.jobs.long(
            lambda progress: write_book(room, wanted, by=by, file=file, say=progress.say),
            self._on_done,
            title=_("Lập sổ theo dõi hồ sơ năm {year}").format(year=year),
            failed=self._on_failed,
        )

    def _on_done(self, done: Written) -> None:
        self.strip.put_away()
        self._context.messages.say(
            _("Đã lập sổ: {count} hồ sơ.").format(count=quantity(done.lines)), str(done.file), tone="good"
        )

    def _on_failed(self, error: DeskError) -> None:
        self.strip.do_button.setEnabled(True)
        if not (isinstance(error, InvalidInput) and self.strip.refuse(error)):
            self._context.messages.report(error)
