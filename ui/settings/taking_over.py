"""A section that takes files over: what a file would change is shown first, and nothing is written before somebody agrees."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from desk_app.desk import Desk
from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _
from ui.settings.file_input import FileInput
from ui.settings.preview import Preview, PreviewPanel
from ui.settings.section import Section
from ui.settings.sheet import Sheet
from ui.shell.page import Context
from ui.shell.progress import Progress


class FileRead(Protocol):
    """What a file holds, with what taking it over would change."""

    @property
    def preview(self) -> Preview:
        """Return what would change."""
        ...


R = TypeVar("R", bound=FileRead)


@dataclass(frozen=True, kw_only=True)
class FileTaken(Generic[R]):
    """Which files a section takes over, in what words, and how: both functions run on a job's thread.

    ``read`` gets who asks, the file's place and the progress; ``take`` who asks, what was read and the command's id.
    """

    ask: str
    field: str
    pattern: str
    note: str
    columns: tuple[str, str, str]
    looking: str
    said: str
    read: Callable[[Desk, str, str, Progress], R]
    take: Callable[[Desk, str, R, str], object]


class TakingOver(Section, Generic[R]):
    """Shows ``main``, or instead of it what a file would change; F7 takes the file over, Esc does not.

    A page lays out ``main``, gives the keyboard a ``start`` in it, and calls ``lay_out_file`` where sheets are to open.
    """

    def __init__(self, context: Context, title: str, words: str, taken: FileTaken[R]) -> None:
        super().__init__(context, title, words)
        self._taken = taken
        self._read: R | None = None
        file = FileInput("file", taken.field, taken.pattern)
        self.file = Sheet([file], self._do_read, words=_("Xem trước"), note=taken.note)
        self.preview = PreviewPanel(self._on_take, self.show_main, taken.columns)
        self.main = QWidget()
        self.start = self.main
        self.bind("F7", _("Nhập vào những gì đã xem trước"), self._on_take)

    def lay_out_file(self) -> None:
        """Put the sheet that asks for a file, and the preview, where sheets open."""
        self.sheet(self.file)
        self.body.addWidget(self.preview, 1)

    def ask_for_file(self) -> None:
        """Ask which file to look at."""
        self.show_main()
        self.ask(self.file, self._taken.ask)

    def show_main(self) -> None:
        """Show the section itself, and no preview."""
        self.preview.hide()
        self.main.show()
        self.start.setFocus()

    def follow(self, read: R) -> None:
        """Turn to what is about to be taken over."""

    def escape(self) -> bool:
        """Close the preview first."""
        if self.preview.isVisible():
            self.show_main()
            return True
        return super().escape()

    def on_failed(self, error: DeskError) -> None:
        """Let the preview be taken again where taking it failed; say what is wrong with the file beside its field."""
        self.preview.take_button.setEnabled(True)
        super().on_failed(error)

    def _do_read(self) -> None:
        desk, by, file, read = self.context.desk, self.context.actor.id, self.file.text("file"), self._taken.read
        self.context.jobs.long(
            lambda progress: read(desk, by, file, progress),
            self._on_file_read,
            title=self._taken.looking,
            failed=self.on_failed,
        )

    def _on_file_read(self, read: R) -> None:
        self._read = read
        self.file.put_away()
        self.main.hide()
        self.preview.put(read.preview)
        self.show_top()

    def _on_take(self) -> None:
        read = self._read
        if read is None or not self.preview.isVisible() or not self.preview.take_button.isEnabled():
            return
        desk, by, id_, take = self.context.desk, self.context.actor.id, self.command_id, self._taken.take
        self.preview.take_button.setEnabled(False)
        self.follow(read)
        self.keep(lambda: take(desk, by, read, id_), self._taken.said)
        self.show_main()
