"""The page on which a visit is taken in."""

from datetime import datetime

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desk_app.kernel.records import changed
from desk_app.kernel.translations import _
from ui.dossiers.registration import desk_side
from ui.dossiers.registration import typed as forms
from ui.dossiers.registration.acquaintance import Acquaintance
from ui.dossiers.registration.arrivals import Arrivals
from ui.dossiers.registration.desk_side import Saved
from ui.dossiers.registration.done_panel import DonePanel
from ui.dossiers.registration.filling import Filling
from ui.dossiers.registration.form_view import FormView
from ui.dossiers.registration.half_typed import Aside
from ui.dossiers.registration.keeping import Keeping
from ui.dossiers.registration.keyboard import lead
from ui.dossiers.registration.saving import Saving
from ui.dossiers.registration.state import Counter
from ui.dossiers.registration.typed import Typed
from ui.shell.page import Context, Page
from ui.widgets.job_words import JobWords


class RegistrationPage(Page):
    """Holds one form at a time, from the first letter to the code that is told the visitor; others wait in sight.

    What it is about: nothing (a new visitor), ``scan:<text>``, ``ticket:<id>``, ``supplement:<id of a request>``,
    ``prefill:<room>:<id>`` of what another page knows.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view = FormView()
        lead(self.view)
        self.view.arranged.connect(lambda: lead(self.view))
        self.filling = Filling(self.view, context.now)
        self.done = DonePanel(self._begin, self._open_card)
        self.acquaintance = Acquaintance(self.filling, context)
        self.keeping = Keeping(self.filling, context, self._is_filling)
        self.saving = Saving(self.filling, context)
        self._arrivals = Arrivals(self.filling, self.acquaintance, context)
        self._saved: Saved | None = None
        self._was_away = True
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()
        self._bind_keys()
        self.filling.show(self._fresh())
        self.keeping.begin()

    @property
    def saved(self) -> Saved | None:
        """Return the visit that was just saved, None while a form is being filled in."""
        return self._saved

    def arrive(self, about: str) -> None:
        """Stand where work begins: a second F2 puts a half-typed form aside for the next visitor."""
        is_next = not about and not self._was_away and not forms.is_untouched(self.filling.typed)
        if self._saved is not None:
            self._begin()
        elif is_next and self._is_filling():
            self._put_aside()
        self._was_away = False
        self.refresh()
        if not self._arrivals.take(about):
            self.view.person.fields["name"].take_focus()

    def refresh(self) -> None:
        """Take over changes of catalogue and calendar; follow the paper to the printer."""
        desk, before = self.context.desk, self.filling.counter
        self.context.jobs.read(lambda: desk_side.counter_of(desk, before), self._on_counter, latest="counter")
        if self._saved is not None:
            subject = self._saved.id
            self.context.jobs.read(lambda: desk_side.printed(desk, subject), self._on_printed, latest="printed")

    def tick(self, now: datetime) -> None:
        """Let the promised date follow the clock: after 15:00 some are a day later."""
        if self._saved is None:
            self.filling.tick(now)

    def leave(self) -> None:
        """Put the half-typed form into safety now."""
        self._was_away = True
        self.keeping.keep()

    def escape(self) -> bool:
        """Give up a search for a procedure, fold the rare fields away; nothing is thrown away by Esc."""
        if self.view.picker.give_up():
            return True
        if self.view.more.is_open and not forms.has_rare(self.filling.typed):
            self.view.more.turn()
            return True
        return False

    def save(self) -> None:
        """Save and print, once."""
        if self._saved is None:
            self.keeping.stop()
            self.saving.save()

    def settle_on_the_spot(self) -> None:
        """Save without a receipt, and go on where the result is given in the same sitting."""
        if self._saved is None:
            self.keeping.stop()
            self.saving.save(on_the_spot=True)

    def _connect(self) -> None:
        self.filling.save_requested.connect(self.save)
        self.view.save_requested.connect(self.save)
        self.view.spot_requested.connect(self.settle_on_the_spot)
        self.view.clear_requested.connect(self._on_clear)
        self.view.asides.chosen.connect(self._take_back)
        self.saving.saved.connect(self._on_saved)
        self.saving.failed.connect(self.keeping.keep)
        self.keeping.restored.connect(self.acquaintance.look)
        self._arrivals.another.connect(self._put_aside)
        for field in self.view.every_field():
            field.scanned.connect(self._arrivals.read)

    def _bind_keys(self) -> None:
        for keys, words, run in (
            ("Ctrl+Return", _("Lưu và in giấy hẹn, hoặc in phiếu bổ sung"), self.save),
            ("Ctrl+Shift+Return", _("Lưu và giải quyết tại chỗ, không in giấy hẹn"), self.settle_on_the_spot),
            ("Ctrl+T", _("Đến ô thủ tục"), self.view.picker.field.take_focus),
            ("Ctrl+D", _("Đánh dấu đủ giấy tờ bắt buộc"), self.view.papers.all_requested.emit),
            ("Ctrl+B", _("Lập phiếu bổ sung, hoặc vẫn nhận khi còn thiếu"), self.filling.turn),
            ("Ctrl+E", _("Điền theo phiếu bổ sung hoặc hồ sơ trước"), self.acquaintance.fill),
            ("F6", _("Mở hồ sơ trùng, hoặc hồ sơ vừa lưu"), self._open_card),
            ("F7", _("Quay lại biểu đang dở"), self._take_newest_back),
            ("F8", _("Thông tin khác: ủy quyền, phí, ưu tiên, nhập sau"), self.view.more.turn),
            ("Ctrl+G", _("Nhập sau từ giấy viết tay"), self.view.more.enter_later),
            ("Ctrl+Delete", _("Xóa trắng để nhập lại"), self._on_clear),
        ):
            self.bind(keys, words, run)

    def _fresh(self) -> Typed:
        return Typed(command_id=self.context.desk.journal.new_id())

    def _is_filling(self) -> bool:
        return self._saved is None and not self.saving.under_way

    def _begin(self) -> None:
        """Put a fresh form on the counter, with a command id of its own."""
        self._lay(self._fresh())
        self.view.person.fields["name"].take_focus()

    def _lay(self, typed: Typed) -> None:
        """Put a form on the counter."""
        self._saved = None
        self.view.forget_troubles()
        self.view.more.fold(away=True)
        self.filling.show(typed)
        self.acquaintance.forget()
        self._stack.setCurrentWidget(self.view)

    def _put_aside(self) -> None:
        """Put the form on the counter aside; the ticket goes with the visitor who stands there now."""
        if not self._is_filling():
            return
        self.keeping.put_aside(self.filling.typed)
        self._begin()

    def _take_newest_back(self) -> None:
        if self.keeping.asides:
            self._take_back(self.keeping.asides[0])

    def _take_back(self, aside: Aside) -> None:
        if self.saving.under_way:
            return
        self.keeping.take_back(aside)
        self._lay(aside.typed)
        self.acquaintance.look()
        self.view.papers.table.setFocus() if aside.typed.procedure else self.view.picker.field.take_focus()

    def _open_card(self) -> None:
        saved = self._saved
        dossier = self.acquaintance.twice if saved is None else saved.id if saved.is_dossier else ""
        if dossier:
            self.context.go("card", dossier)

    def _on_clear(self) -> None:
        if self._is_filling():
            self._lay(changed(self._fresh(), ticket=self.filling.typed.ticket))
            self.view.person.fields["name"].take_focus()
            self.keeping.keep()

    def _on_counter(self, counter: Counter) -> None:
        self.filling.use(counter)
        self._arrivals.go_on()

    def _on_saved(self, saved: Saved) -> None:
        if saved.on_the_spot:
            self._begin()
            self.context.wrote()
            self.context.go("on_the_spot", f"dossier:{saved.id}")
            return
        self._saved = saved
        self.done.put(saved)
        self._stack.setCurrentWidget(self.done)
        self.done.next_button.setFocus()
        if saved.is_dossier:
            number = self.filling.typed.id_number
            self.context.happenings.tell_registered(saved.code, saved.due, saved.name, number)
        self.context.wrote()

    def _on_printed(self, words: JobWords | None) -> None:
        self.done.put_printing(words)
