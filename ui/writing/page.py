"""The page of the writing table: forms are filled for the citizen who sits there, printed, and written down."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from desk_app.dossiers.scan import Scanned
from desk_app.kernel.translations import _
from desk_app.writing.form import Form
from ui.shell.page import Context, Page
from ui.shell.scanning.desk_side import scanned_here
from ui.shell.scanning.thing import ScannedThing
from ui.widgets.in_sight import InSight
from ui.widgets.parts import grown, scrolled
from ui.writing import desk_side
from ui.writing.moves import WritingMoves
from ui.writing.sitting_moves import SittingMoves
from ui.writing.state import Seen, form_rows, sat_words
from ui.writing.table_view import TableKeys
from ui.writing.views import FORMS, OFFICE, OWN, TABLE, Views

READ, REGISTER, LOOK = "writing.read", "dossiers.register", "dossiers.view"
_ABOUT = {"forms": FORMS, "office": OFFICE, "mine": OWN}


class WritingPage(Page):
    """Four views, the last one for the office alone; ``about`` is empty, ``mine``, ``forms`` or ``office``."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.seen: Seen | None = None
        self._may_read = context.may(READ)
        self.table = SittingMoves(context, self)
        self.moves = WritingMoves(context, self.table, self)
        self.asking = self.moves.asking
        self.views = Views(
            self._keys(),
            self.refresh,
            may_read=self._may_read,
            may_register=context.may(REGISTER),
            may_look=context.may(LOOK),
        )
        self.view = self.views.table
        self._lay_out()
        self._bind_keys()
        self._connect()
        self._allow()

    def arrive(self, about: str) -> None:
        """Open the view asked for, else the table with the keyboard where work begins."""
        self.refresh()
        self.views.open_tab(_ABOUT.get(about, TABLE) if about else self.views.tab)

    def refresh(self) -> None:
        """Look at shelf, sittings and cases again."""
        desk, by, days = self.context.desk, self.context.actor.id, self.views.office.days
        all_cases, may_register = self._may_read and self.views.tab == OFFICE, self.context.may(REGISTER)
        self.context.jobs.read(
            lambda: desk_side.seen(desk, by, days, all_cases=all_cases, may_register=may_register),
            self._on_seen,
            latest="seen",
        )

    def tick(self, now: datetime) -> None:
        """Let the minutes go on."""
        self.view.show_sitting(self.table.sitting, sat_words(self.table.sitting, now))

    def scanned(self, thing: ScannedThing) -> bool:
        """Take the card of who sits here; an officer's scan of an old receipt fills from that dossier."""
        if thing.scan.card is not None:
            self.views.open_tab(TABLE)
            self.table.take_card(thing.scan.card)
            return True
        if thing.dossier and self.context.may(LOOK) and self.table.sitting is not None and self.views.tab == TABLE:
            self.table.take_dossier(thing.scan.code, self.context.messages.report)
            return True
        return False

    def escape(self) -> bool:
        """Close an open strip."""
        return self.asking.close()

    def leave(self) -> None:
        """Put what is typed into safety."""
        self.table.keep()

    def _keys(self) -> TableKeys:
        return TableKeys(
            sit=self._on_sit,
            print_form=self._on_print,
            blank=self._on_blank,
            record=self._on_record,
            register=self._on_register,
            earlier=self._on_earlier,
        )

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        layout.setSpacing(grown(8))
        for strip in self.asking.strips:
            layout.addWidget(strip)
        layout.addWidget(self.views, 1)
        area = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        InSight(area)

    def _bind_keys(self) -> None:
        binds: list[tuple[str, str, Callable[[], None]]] = [
            ("Ctrl+Return", _("In mẫu đã điền để ký"), self._on_print),
            ("Ctrl+P", _("In mẫu trống"), self._on_blank),
            ("F6", _("Sang tiếp nhận với thông tin đã điền"), self._on_register),
            ("F7", _("Ghi lượt viết; trong danh sách: sửa lượt"), self._on_record),
            ("F8", _("Người mới ngồi xuống"), self._on_sit),
            ("Ctrl+T", _("Đến ô chọn mẫu"), self.view.picker.field.take_focus),
            ("Delete", _("Bỏ lượt ghi nhầm (trong danh sách)"), self._on_void),
        ]
        if self.context.may(LOOK):
            binds.append(("Ctrl+E", _("Lấy thông tin từ hồ sơ cũ"), self._on_earlier))
        for keys, words, run in binds:
            self.bind(keys, words, run)
        for tab, (words, keys) in enumerate(self.views.tabs):
            self.bind(keys, words, partial(self.views.open_tab, tab))

    def _connect(self) -> None:
        self.views.opened.connect(self._on_opened)
        self.view.picker.searched.connect(lambda _text: self._show_forms())
        self.view.picker.picked.connect(self.table.choose)
        self.view.fields.edited.connect(self._on_typed)
        self.view.fields.scanned.connect(self._on_line)
        self.table.sat.connect(self._on_sat)
        self.table.laid.connect(self._on_laid)
        self.table.pictured.connect(self.view.preview.put)
        self.views.forms.chosen.connect(self._on_template)
        self.moves.written.connect(self._on_written)
        for table in (self.views.own.table, self.views.office.table):
            table.selectionModel().currentRowChanged.connect(lambda *_places: self._allow())

    def _show_forms(self) -> None:
        if self.seen is not None:
            self.view.picker.put(form_rows(self.seen.shelf, self.view.picker.field.text, self.seen.today))

    def _allow(self) -> None:
        self.view.allow(
            has_form=self.table.on_table is not None,
            has_sitting=self.table.sitting is not None,
            has_row=self.view.picker.current is not None,
        )

    def _on_opened(self, tab: int) -> None:
        if tab == OFFICE:
            self.refresh()
        self._allow()

    def _on_seen(self, seen: Seen) -> None:
        is_first, self.seen = self.seen is None, seen
        self._show_forms()
        self.views.put(seen)
        open_ones = [each for each in seen.sittings if not each.is_written_down]
        if is_first and self.table.sitting is None and open_ones:
            self.table.resume(open_ones[0])
        self._allow()

    def _on_sat(self) -> None:
        self.tick(self.context.now())
        if self.table.on_table is None:
            self.view.clear()
            self._show_forms()
        self._allow()

    def _on_laid(self) -> None:
        on_table = self.table.on_table
        if on_table is not None:
            self.view.lay(on_table)
            self.view.fields.focus_first_empty()
        self._allow()

    def _on_typed(self) -> None:
        self.table.type(self.view.fields.filled)
        if self.table.on_table is not None:
            self.view.show_doubts(self.table.on_table)

    def _on_line(self, text: str) -> None:
        desk = self.context.desk
        self.context.jobs.read(lambda: scanned_here(desk, text), self._on_read, latest="line")

    def _on_read(self, scan: Scanned) -> None:
        if scan.card is not None:
            self.table.take_card(scan.card)
            return
        words = " ".join(scan.warnings) or _("Không hiểu mã vừa quét.")
        self.context.messages.say(words, _("Hãy quét lại, hoặc gõ tay."), tone="warning")

    def _on_template(self, form: Form) -> None:
        self.context.jobs.read(lambda: desk_side.pictured(form, None), self._on_template_drawn, latest="template")

    def _on_template_drawn(self, pages: tuple[bytes, ...]) -> None:
        self.views.forms.preview.put(pages)

    def _on_sit(self) -> None:
        self.views.open_tab(TABLE)
        self.table.begin()

    def _on_print(self) -> None:
        if self.views.tab == TABLE and self.table.on_table is not None:
            self.table.keep()
            self.moves.print_form()

    def _on_blank(self) -> None:
        form = self.views.forms.table.current if self.views.tab == FORMS else None
        row = self.view.picker.current
        if form is not None:
            self.moves.ask_blank(form.key, form.title)
        elif self.views.tab == TABLE and row is not None:
            self.moves.ask_blank(row.key, row.title)

    def _on_record(self) -> None:
        row = self.views.row
        if row is not None and not row.void:
            self.moves.ask_correct(row, void=False)
        elif self.views.tab == TABLE and self.table.sitting is not None and self.seen is not None:
            self.moves.ask_record(self.seen.organisation)
        elif self.views.tab == TABLE:
            self.context.messages.say(
                _("Chưa có ai ngồi để ghi lượt."), _("F8 khi người dân ngồi xuống, hoặc quét thẻ."), tone="warning"
            )

    def _on_void(self) -> None:
        row = self.views.row
        if row is not None and not row.void:
            self.moves.ask_correct(row, void=True)

    def _on_register(self) -> None:
        row = self.views.row
        if row is not None and row.may_register:
            self.context.go("registration", f"prefill:writing:{row.id}")
        elif self.views.tab == TABLE and self.context.may(REGISTER):
            self.moves.hand_on()

    def _on_earlier(self) -> None:
        if self.views.tab == TABLE and self.table.sitting is not None:
            self.moves.ask_earlier()
        elif self.views.tab == TABLE:
            self.table.begin()
            self.moves.ask_earlier()

    def _on_written(self, done: str) -> None:
        what, _colon, case = done.partition(":")
        if what == "handed_on":
            self.context.go("registration", f"prefill:writing:{case}")
        self.refresh()
        if what == "recorded":
            self.view.picker.field.take_focus()
