"""Taking down what was advised: the form, the text that is sent, and the contacts of the day."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.catalogue.picker import matches
from desk_app.catalogue.procedure import Procedure
from desk_app.guidance.contacts.commands import LOG
from desk_app.guidance.contacts.ready_text import ready_text, short_text
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.guidance.log import desk_side
from ui.guidance.log.form_panel import FormPanel
from ui.guidance.log.log_list import LogList
from ui.guidance.log.log_strips import LogStrips
from ui.guidance.log.looks import shown_list
from ui.guidance.log.moves import GuidanceMoves
from ui.guidance.log.qr_view import Modules
from ui.guidance.log.state import Known, Row, Seen, Typed, advice_of, asked_papers, checklist, earlier_words
from ui.guidance.log.text_panel import TextPanel
from ui.shell.list_looks import ListLooks
from ui.shell.page import Context
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown
from ui.widgets.sides import Sides

_NARROW = 900
_FEWEST_LETTERS = 4


class LogView(QWidget):
    """Holds one form at a time; what is half typed stays until it is saved or put away."""

    def __init__(self, context: Context, moves: GuidanceMoves) -> None:
        super().__init__()
        self._context = context
        self._moves = moves
        self.known: Known | None = None
        self._then: Callable[[str], None] | None = None
        self._command_id = context.desk.journal.new_id()
        self.form = FormPanel()
        self.text = TextPanel(self.copy, self.leaflet, self.turn)
        self.list = LogList(self.look)
        self._looks = ListLooks(context, self)
        self.strips = LogStrips(moves, context.now)
        self.save_button = button(_("Ghi lượt này"), self.save, key="Ctrl+Enter", kind="main")
        self.book_button = button(_("Đặt lịch hẹn"), self.book, key="Ctrl+G")
        self.register_button = button(_("Lập hồ sơ"), self.register, key="Ctrl+D")
        self._lay_out()
        self.form.edited.connect(self._on_edited)
        self.form.picked.connect(self._on_picked)
        self.form.passed.connect(self.save)
        self.list.table.entered.connect(lambda _place: self.take_again())
        moves.saved.connect(self._on_saved)

    def look(self) -> None:
        """Look at the desk again."""
        desk, by = self._context.desk, self._context.actor.id
        view, text = self.list.view, self.list.search.text
        self._context.jobs.read(lambda: desk_side.seen(desk, by, view, text), self._on_seen, latest="seen")

    def put(self, known: Known) -> None:
        """Work with this catalogue and office from now on."""
        self.known = known
        self.form.picker.use(partial(_search, known))
        self.list.put_figures(known.month)
        for each, permission in (
            (self.save_button, LOG),
            (self.book_button, "appointments.book"),
            (self.register_button, "dossiers.register"),
        ):
            each.setEnabled(self._context.may(permission))
        self._show_text()

    def tick(self) -> None:
        """Follow the clock."""
        self.form.tell_time(self._context.now())

    def take_focus(self) -> None:
        """Put the keyboard where a call begins."""
        self.form.fields["phone"].take_focus()

    def escape(self) -> bool:
        """Close a strip or a search, else turn the code away."""
        if self.strips.close_strips() or self.form.picker.give_up():
            return True
        was_code = self.text.shows_code
        self._turn_back()
        return was_code

    def clear(self) -> None:
        """Begin a new form; what was typed is forgotten."""
        self._command_id = self._context.desk.journal.new_id()
        self.form.put(Typed(channel=self.form.typed.channel))
        self.form.picker.put(None)
        self.form.offer_forms(())
        self.form.tell_earlier("")
        self._turn_back()
        self._show_text()
        self.tick()
        self.take_focus()

    def copy(self) -> None:
        """Put the text on the clipboard."""
        if not self.text.text:
            self._context.messages.say(_("Chưa có tin nào để sao chép."), _("Hãy chọn thủ tục trước."), tone="warning")
            return
        QGuiApplication.clipboard().setText(self.text.text)
        self._context.messages.say(
            _("Đã sao chép tin hướng dẫn."), _("Sang cửa sổ Zalo, bấm Ctrl+V để dán."), tone="good"
        )

    def leaflet(self) -> None:
        """Print the leaflet of the chosen procedure."""
        if self.form.typed.procedure and self.text.text:
            self._moves.leaflet(self.form.typed.procedure)

    def turn(self) -> None:
        """Show the code of the text, or the text again."""
        procedure, place = self._procedure(), self.known.place if self.known else None
        if self.text.shows_code:
            self._turn_back()
        elif procedure is not None and place is not None:
            words = short_text(procedure, place)
            self._context.jobs.read(lambda: desk_side.code_of(words), self._on_code, latest="code")

    def save(self) -> None:
        """Enter the form in the log."""
        self._save(None)

    def book(self) -> None:
        """Make an appointment of the form, or of the chosen contact; nothing is typed again."""
        self._go_on("appointments", "from:guidance:{id}")

    def register(self) -> None:
        """Make a dossier of the form, or of the chosen contact; nothing is typed again."""
        self._go_on("registration", "prefill:guidance:{id}")

    def take_again(self) -> None:
        """Begin a new form for the person of the chosen contact: they called once more."""
        row = self.list.table.current
        if row is not None and self.form.typed.is_empty:
            desk, by, id_ = self._context.desk, self._context.actor.id, row.id
            self._context.jobs.read(lambda: desk_side.person(desk, by, id_), self._on_person, latest="again")

    def refuse(self, error: InvalidInput) -> bool:
        """Show an error where it belongs; tell whether that was possible."""
        return self.strips.refuse(error) or self.form.refuse(error)

    def _save(self, then: Callable[[str], None] | None) -> None:
        if not self.save_button.isEnabled():
            return
        now, procedure = self._context.now(), self._procedure()
        forms = procedure.forms if procedure is not None and self.form.typed.sent_forms else ()
        try:
            advice = advice_of(self.form.typed, forms, now)
        except InvalidInput as error:
            self.form.refuse(error)
            return
        self._then = then
        self._moves.save(advice, self._command_id)

    def _go_on(self, page: str, about: str) -> None:
        row = self.list.table.current

        def go(id_: str) -> None:
            self._context.go(page, about.format(id=id_))

        if not self.form.typed.is_empty:
            self._save(go)
        elif row is not None:
            go(row.id)
        else:
            self._context.messages.say(
                _("Chưa có lượt hướng dẫn nào để đi tiếp."), _("Ghi một lượt, hoặc chọn một dòng."), tone="warning"
            )

    def _on_edited(self, typed: Typed) -> None:
        old = self.form.typed
        if typed.begun_at is None and not typed.is_empty:
            self.form.typed = replace(old, begun_at=self._context.now())
        self._show_text()
        self.tick()
        digits, name = "".join(each for each in typed.phone if each.isdigit()), typed.name.strip()
        if len(digits) >= _FEWEST_LETTERS or len(name) >= _FEWEST_LETTERS:
            desk, by = self._context.desk, self._context.actor.id
            self._context.jobs.read(lambda: desk_side.earlier(desk, by, digits, name), self._on_earlier, latest="who")
        else:
            self.form.tell_earlier("")

    def _on_picked(self, code: str) -> None:
        procedure = self.known.find(code) if self.known is not None else None
        if procedure is None:
            return
        self.form.put(replace(self.form.typed, procedure=code, papers=checklist(procedure), sent_forms=False))
        self.form.picker.put(procedure)
        self.form.offer_forms(procedure.forms)
        if self.known is not None and not self.known.is_guided(code):
            self.form.picker.field.doubt(_("Ngoài danh sách cơ quan hướng dẫn."))
        self._on_edited(self.form.typed)
        (self.form.papers if procedure.papers else self.form.fields["advice"].edit).setFocus()

    def _show_text(self) -> None:
        procedure, known = self._procedure(), self.known
        if procedure is None or known is None:
            self.text.put("", "")
        elif known.place is None:
            self.text.put("", _("Chưa khai thông tin cơ quan ở Cài đặt, nên chưa có nơi nộp và giờ làm việc."))
        else:
            self.text.put(ready_text(procedure, known.place, asked_papers(self.form.typed)), "")

    def _procedure(self) -> Procedure | None:
        return self.known.find(self.form.typed.procedure) if self.known is not None else None

    def _on_seen(self, seen: Seen) -> None:
        self.list.put(seen)
        self._looks.saw(shown_list(seen, self.list.search.text))

    def _on_earlier(self, rows: tuple[Row, ...]) -> None:
        self.form.tell_earlier("" if self.form.typed.is_empty else earlier_words(rows))

    def _on_person(self, typed: Typed) -> None:
        self.form.put(replace(typed, channel=self.form.typed.channel, begun_at=self._context.now()))
        self._on_edited(self.form.typed)
        self.form.picker.field.take_focus()

    def _on_code(self, modules: Modules) -> None:
        self.text.put_code(modules)
        # A telephone held before the screen needs a large code; nobody reads the list meanwhile.
        self.list.hide()

    def _turn_back(self) -> None:
        self.text.turn_back()
        self.list.show()

    def _on_saved(self, contact: str) -> None:
        then, self._then = self._then, None
        self.clear()
        if then is not None:
            then(contact)
            return
        self._context.messages.say(_("Đã ghi lượt hướng dẫn."), _("Ctrl+G trên dòng: đặt hẹn · Ctrl+D: lập hồ sơ."))
        self.look()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(grown(8))
        left.addWidget(self.form, 1)
        left.addWidget(Flow((self.save_button, None, self.book_button, self.register_button)))
        right.addWidget(self.text, 5)
        for strip in self.strips.all:
            right.addWidget(strip)
        right.addWidget(self.list, 6)
        self._sides = Sides(left, right, (11, 10))
        self.setLayout(self._sides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the text under the form where the window is narrow, or its text large."""
        super().resizeEvent(event)
        self._sides.be_narrow(narrow=event.size().width() < grown(_NARROW))


def _search(known: Known, text: str, limit: int) -> tuple[Procedure, ...]:
    """Return the hits, those the office guides on before the others."""
    found = matches(known.procedures, text, known.used)
    return tuple(sorted(found, key=lambda each: not known.is_guided(each.code)))[:limit]
