"""The page on which a visit is taken in."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desk_app.dossiers.form import Form
from desk_app.dossiers.scan import Scanned
from desk_app.kernel.errors import DeskError, InvalidInput
from ui.dossiers.registration import desk_side, state
from ui.dossiers.registration import typed as forms
from ui.dossiers.registration.acquaintance import Acquaintance
from ui.dossiers.registration.desk_side import Saved
from ui.dossiers.registration.done_panel import DonePanel
from ui.dossiers.registration.filling import Filling
from ui.dossiers.registration.form_view import FormView
from ui.dossiers.registration.state import Counter
from ui.dossiers.registration.typed import Typed
from ui.shell.page import Context, Page
from ui.widgets.job_words import JobWords

_KEEP_AFTER_MS = 400


class RegistrationPage(Page):
    """Holds one typed form at a time: from the first letter, kept as a draft, to the code that is told the visitor."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view = FormView()
        self.filling = Filling(self.view, context.now)
        self.done = DonePanel(self._begin, self._open_card)
        self._acquaintance = Acquaintance(self.filling, context)
        self._saved: Saved | None = None
        self._saving = False
        self._restoring = True
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_AFTER_MS)
        self._keeping.timeout.connect(self.leave)
        self._connect()
        self.filling.show(Typed(command_id=context.desk.journal.new_id()))
        context.jobs.read(lambda: desk_side.restored(context.desk, context.actor.id), self._on_restored)

    @property
    def saved(self) -> Saved | None:
        """Return the dossier that was just saved, None while a form is being filled in."""
        return self._saved

    def arrive(self, about: str) -> None:
        """Stand at the first field; after a saved visit, of a fresh form."""
        if self._saved is not None:
            self._begin()
        self.refresh()
        self.view.person.fields["name"].take_focus()

    def refresh(self) -> None:
        """Take over changes of catalogue and calendar; follow the receipt to the printer."""
        desk = self.context.desk
        self.context.jobs.read(lambda: desk_side.counter_of(desk), self._on_counter, latest="counter")
        if self._saved is not None:
            dossier = self._saved.id
            self.context.jobs.read(lambda: desk_side.printed(desk, dossier), self._on_printed, latest="printed")

    def tick(self, now: datetime) -> None:
        """Let the promised date follow the clock: after 15:00 some are a day later."""
        if self._saved is None:
            self.filling.tick(now)

    def leave(self) -> None:
        """Put the half-typed form into safety now."""
        self._keeping.stop()
        typed, desk, account = self.filling.typed, self.context.desk, self.context.actor.id
        if self._saved is not None or self._saving or self._restoring:
            return
        if forms.is_untouched(typed):
            self.context.jobs.write(lambda: desk_side.drop(desk, account), self._on_kept)
        else:
            self.context.jobs.write(lambda: desk_side.keep(desk, account, typed), self._on_kept)

    def escape(self) -> bool:
        """Give up a search for a procedure; nothing else is thrown away by Esc."""
        return self.view.picker.give_up()

    def save(self) -> None:
        """Save and print; whatever is wrong stands beside its field, and a second Enter does nothing."""
        counter = self.filling.counter
        if self._saving or self._saved is not None or counter is None:
            return
        self.view.picker.take()
        self.view.forget_troubles()
        try:
            form = state.ready_form(self.filling.typed, counter, self.context.now())
        except InvalidInput as error:
            self.view.refuse(error)
            return
        self._send(form)

    def _send(self, form: Form) -> None:
        desk, account, command_id = self.context.desk, self.context.actor.id, self.filling.typed.command_id
        self._saving = True
        self._keeping.stop()
        self.view.save_button.setEnabled(False)
        self.context.jobs.write(
            lambda: desk_side.save(desk, account, form, command_id), self._on_saved, failed=self._on_not_saved
        )

    def _connect(self) -> None:
        self.filling.edited.connect(lambda _: self._keeping.start())
        self.filling.save_requested.connect(self.save)
        self.view.save_requested.connect(self.save)
        self.view.clear_requested.connect(self._on_clear)
        for field in (*self.view.fields.values(), self.view.picker.field, self.view.another):
            field.scanned.connect(self._on_scanned)
        self.bind("Ctrl+Return", "Lưu và in giấy hẹn", self.save)
        self.bind("Ctrl+D", "Đánh dấu đủ giấy tờ bắt buộc", self.view.all_papers_requested.emit)
        self.bind("Ctrl+T", "Đến ô thủ tục", self.view.picker.field.take_focus)
        self.bind("Ctrl+E", "Điền theo hồ sơ trước của người này", self._acquaintance.fill)
        self.bind("F6", "Mở hồ sơ trùng, hoặc hồ sơ vừa lưu", self._open_card)
        self.bind("Ctrl+Delete", "Xóa trắng để nhập lại", self._on_clear)

    def _begin(self) -> None:
        """Put a fresh form on the counter, with a command id of its own."""
        self._saved, self._saving = None, False
        self.view.forget_troubles()
        self.view.details.put_away_later()
        self.view.save_button.setEnabled(True)
        self.filling.show(Typed(command_id=self.context.desk.journal.new_id()))
        self._acquaintance.forget()
        self._stack.setCurrentWidget(self.view)
        self.view.person.fields["name"].take_focus()

    def _open_card(self) -> None:
        dossier = self._saved.id if self._saved is not None else self._acquaintance.twice
        if dossier:
            self.context.go("card", dossier)

    def _on_clear(self) -> None:
        if self._saved is None and not self._saving:
            self._begin()
            self.leave()

    def _on_counter(self, counter: Counter) -> None:
        self.filling.use(counter)

    def _on_restored(self, typed: Typed | None) -> None:
        self._restoring = False
        if typed is not None and forms.is_untouched(self.filling.typed):
            self.filling.show(typed)
            self._acquaintance.look()
            self.context.messages.say(
                "Đã mở lại phần đang nhập dở.", "Ctrl+Delete: xóa trắng để nhập mới.", tone="plain"
            )

    def _on_kept(self, _: None) -> None:
        """Nothing is shown: that the draft is safe goes without saying."""

    def _on_scanned(self, text: str) -> None:
        desk = self.context.desk
        self.context.jobs.read(lambda: desk_side.read_scan(desk, text), self._on_scan_read)

    def _on_scan_read(self, scan: Scanned) -> None:
        if scan.card is None:
            words = " ".join(scan.warnings) or "Không hiểu mã vừa quét."
            self.context.messages.say(words, "Hãy quét lại, hoặc gõ tay.", tone="warning")
            return
        self.filling.change(forms.with_card(self.filling.typed, scan.card), "id_number")
        self._acquaintance.look()
        doubts = " ".join(filter(None, (scan.repaired, *scan.warnings)))
        self.context.messages.say("Đã đọc thẻ căn cước.", doubts, tone="warning" if doubts else "good")
        self.view.person.fields["phone" if scan.card.name_is_sure else "name"].take_focus()

    def _on_saved(self, saved: Saved) -> None:
        self._saving, self._saved = False, saved
        self.done.put(saved)
        self._stack.setCurrentWidget(self.done)
        self.done.next_button.setFocus()
        self.context.wrote()

    def _on_not_saved(self, error: DeskError) -> None:
        self._saving = False
        self.view.save_button.setEnabled(True)
        if isinstance(error, InvalidInput):
            self.view.refuse(error)
        else:
            self.context.messages.report(error)
            self._keeping.start()

    def _on_printed(self, words: JobWords | None) -> None:
        self.done.put_printing(words)
