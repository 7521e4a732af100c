"""What can be done on the page of laptops: a form makes one ready, a strip takes or looks at a file of one."""

from PySide6.QtCore import QObject, Signal

from desk_app.kernel.errors import Conflict, DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.sync.away.bring_home import Homecoming
from desk_app.sync.away.prepare import Prepared
from ui.shell.page import Context
from ui.sync.away import desk_side
from ui.sync.away.desk_side import Standing
from ui.sync.away.prepare_form import PrepareForm
from ui.sync.away.state import session_words, wanted_of
from ui.widgets.asking import Asking
from ui.widgets.path_field import PathField
from ui.widgets.strip import Strip

_BUNDLES = "*.tar"


class AwayMoves(QObject):
    """Carries out what the form and the strip ask for; says ``prepared`` and ``came_home`` with what came of it."""

    prepared = Signal(object)
    came_home = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._command_id = ""
        self._looks = False
        self.form = PrepareForm(self._do_prepare)
        self.home = Strip(
            "",
            [PathField("file", _("Tệp mà máy mang đi đã gửi ra USB"), kind="file", pattern=_BUNDLES)],
            self._do_home,
            words=_("Làm"),
        )
        self.all: tuple[Asking, ...] = (self.form, self.home)

    def ask_prepare(self, standing: Standing) -> None:
        """Open the form."""
        self.close()
        self._command_id = self._context.desk.journal.new_id()
        self.form.open(
            number=standing.number,
            people=tuple((each.account, each.name) for each in standing.carriers),
            sessions=tuple((each.session.id, session_words(each)) for each in standing.coming),
            areas=standing.areas,
            folder=standing.folder,
        )

    def ask_home(self, *, looks: bool, folder: str) -> None:
        """Ask which file to take, or to look at."""
        self.close()
        self._looks = looks
        self.home.open(_("Xem trước tệp nào? Chưa nhận gì.") if looks else _("Nhận tệp nào về?"))
        self.home.fields["file"].put(folder)
        self.home.fields["file"].edit.selectAll()

    def close(self) -> bool:
        """Close what is open; False when nothing is."""
        opened = [asking for asking in self.all if asking.isVisible()]
        for asking in opened:
            asking.put_away()
        return bool(opened)

    def _do_prepare(self) -> None:
        desk, by, id_, typed = self._context.desk, self._context.actor.id, self._command_id, self.form.typed
        try:
            wanted = wanted_of(typed)
        except InvalidInput as error:
            self.form.refuse(error)
            return
        self._context.jobs.long(
            lambda progress: desk_side.make_ready(desk, by, wanted, typed.folder, typed.passphrase, id_, progress),
            self._on_prepared,
            title=_("Chuẩn bị máy mang đi số {number}").format(number=wanted.desk_number),
            failed=self._on_failed,
        )

    def _do_home(self) -> None:
        desk, by, looks, file = self._context.desk, self._context.actor.id, self._looks, self.home.text("file")
        if not file:
            self.home.refuse(InvalidInput("file", _("Chưa chọn tệp."), _("Cắm USB của máy mang đi rồi chọn tệp.")))
            return
        self._context.jobs.long(
            lambda progress: desk_side.take_home(desk, by, file, progress, looks=looks),
            self._on_home,
            title=_("Đọc tệp của máy mang đi"),
            failed=self._on_failed,
        )

    def _on_prepared(self, done: Prepared) -> None:
        self.close()
        self.prepared.emit(done)
        self._context.wrote()

    def _on_home(self, done: Homecoming) -> None:
        self.close()
        self.came_home.emit(done)
        if not done.imported.dry_run:
            self._context.wrote()

    def _on_failed(self, error: DeskError) -> None:
        # What failed half-way has used up its number: the next try is another laptop.
        self._command_id = self._context.desk.journal.new_id()
        if isinstance(error, Conflict) and error.code == "away.number_taken":
            error = InvalidInput("desk_number", error.message, error.hint)
        asking = next((each for each in self.all if each.isVisible()), None)
        if asking is not None:
            asking.do_button.setEnabled(True)
            if isinstance(error, InvalidInput) and asking.refuse(error):
                return
        self._context.messages.report(error)
