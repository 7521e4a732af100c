"""Half-typed forms in safety: the one on the counter as it is typed, the others put aside and always in sight."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.kernel.translations import _
from ui.dossiers.registration import half_typed
from ui.dossiers.registration import typed as forms
from ui.dossiers.registration.filling import Filling
from ui.dossiers.registration.half_typed import Aside
from ui.dossiers.registration.typed import Typed
from ui.shell.page import Context

_KEEP_AFTER_MS = 400


class Keeping(QObject):
    """Keeps what is typed; says ``restored`` when the form of an earlier run is on the counter again."""

    restored = Signal()

    def __init__(self, filling: Filling, context: Context, is_open: Callable[[], bool]) -> None:
        super().__init__(filling)
        self._filling = filling
        self._context = context
        self._is_open = is_open
        self._restoring = True
        self.asides: tuple[Aside, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        filling.edited.connect(lambda *_attribute: self._timer.start())

    def begin(self) -> None:
        """Look for what was half typed when this person last worked here."""
        desk, account = self._context.desk, self._context.actor.id
        self._context.jobs.read(lambda: half_typed.restored(desk, account), self._on_restored)
        self._context.jobs.read(lambda: half_typed.list_aside(desk, account), self._on_asides)

    def stop(self) -> None:
        """Keep nothing more of this form: it is being saved."""
        self._timer.stop()

    def keep(self) -> None:
        """Put the half-typed form into safety now."""
        self._timer.stop()
        typed, desk, account = self._filling.typed, self._context.desk, self._context.actor.id
        if self._restoring or not self._is_open():
            return
        if forms.is_untouched(typed):
            self._context.jobs.write(lambda: half_typed.drop(desk, account), self._on_kept)
        else:
            self._context.jobs.write(lambda: half_typed.keep(desk, account, typed), self._on_kept)

    def put_aside(self, typed: Typed) -> None:
        """Put a form aside for another visitor; an untouched one is not worth it."""
        self._timer.stop()
        desk, account = self._context.desk, self._context.actor.id
        if forms.is_untouched(typed):
            return
        self._context.jobs.write(lambda: half_typed.put_aside(desk, account, typed), self._on_asides)
        who = typed.name or _("chưa có tên")
        self._context.messages.say(
            _("Đã để «{who}» vào danh sách đang dở.").format(who=who), _("F7: quay lại người đó."), tone="plain"
        )

    def take_back(self, aside: Aside) -> None:
        """Lay a form that was put aside on the counter; whatever stands there is put aside in turn."""
        desk, account, typed = self._context.desk, self._context.actor.id, aside.typed
        if self._is_open():
            self.put_aside(self._filling.typed)
        self._context.jobs.write(lambda: half_typed.take_back(desk, account, typed), self._on_asides)

    def _on_restored(self, typed: Typed | None) -> None:
        self._restoring = False
        if typed is None or not forms.is_untouched(self._filling.typed):
            return
        self._filling.show(typed)
        self._on_asides(self.asides)
        self.restored.emit()
        self._context.messages.say(
            _("Đã mở lại phần đang nhập dở."), _("Ctrl+Delete: xóa trắng để nhập mới."), tone="plain"
        )

    def _on_asides(self, asides: tuple[Aside, ...]) -> None:
        current = self._filling.typed.command_id
        self.asides = tuple(each for each in asides if each.typed.command_id != current)
        self._filling.view.asides.put(self.asides)

    def _on_kept(self, nothing: None) -> None:
        """Nothing is shown: that the draft is safe goes without saying."""
