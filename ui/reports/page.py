"""The page of reports."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.reports.comparing import Comparison
from desk_app.reports.figure import Figure
from desk_app.reports.freezing import FrozenSeen
from desk_app.reports.words import ReportWords
from ui.reports import desk_side
from ui.reports.asked_bar import AskedBar
from ui.reports.desk_side import Shown
from ui.reports.frozen_view import FrozenView
from ui.reports.moves import ReportMoves
from ui.reports.rows_view import RowsView
from ui.reports.state import Start, asked_in
from ui.reports.table_view import Stack, TableView
from ui.reports.words_view import WordsView
from ui.shell.page import Context, Page
from ui.widgets.empty import Empty
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label, scrolled

FREEZE = "reports.freeze"
FROZEN = "frozen:"


class ReportsPage(Page):
    """Figures of a period, each of which opens what it counts.

    ``about`` is empty, a report, ``<report>:<first day>:<last day>[:<office>]``, or ``frozen:<id>``.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.shown: Shown | None = None
        self._about = ""
        self._opened = ""
        self._edited: ReportWords | None = None
        self.bar = AskedBar()
        self.moves = ReportMoves(context, self)
        self.table = TableView(write=self._on_write, edit=self._on_words, freeze=self._on_freeze)
        self.rows, self.frozen, self.words = RowsView(), FrozenView(), WordsView()
        self.empty = Empty("chart", _("Chọn báo cáo và thời kỳ"), _("Bấm F6 để lập báo cáo."), key="F6")
        self.frozen_button = button(_("Các bản đã chốt"), self._on_frozen, key="Ctrl+B")
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._allow()

    def arrive(self, about: str) -> None:
        """Stand on the report asked for, and make it."""
        self._about = about
        self.bar.report.setFocus()
        desk, by = self.context.desk, self.context.actor.id
        if self.bar.report.count() == 0:
            self.context.jobs.read(lambda: desk_side.start(desk, by), self._on_start, latest="start")
        else:
            self._follow_about()

    def escape(self) -> bool:
        """Close a strip, then go back from rows, copies or text to the table."""
        if self.moves.close():
            return True
        if self.stack.currentWidget() in (self.rows, self.frozen, self.words):
            self._to_table()
            return True
        return False

    def _lay_out(self) -> None:
        self.stack = Stack()
        for view in (self.empty, self.table, self.rows, self.frozen, self.words):
            self.stack.addWidget(view)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        layout.setSpacing(grown(8))
        layout.addWidget(Flow((label(_("Báo cáo"), "section"), None, self.frozen_button)))
        layout.addWidget(self.bar)
        for strip in self.moves.strips:
            layout.addWidget(strip)
        layout.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def _connect(self) -> None:
        self.bar.asked.connect(self._on_make)
        self.table.figures.opened.connect(self._on_open)
        for view in (self.rows, self.frozen, self.words):
            view.closed.connect(self._to_table)
        self.rows.more_asked.connect(self._read_rows)
        for listed in (self.rows, self.frozen):
            listed.card_asked.connect(lambda id_: self.context.go("card", id_))
        self.frozen.compare_asked.connect(self.moves.compare)
        self.words.changed.connect(self._on_words_changed)
        self.moves.made.connect(self._on_made)
        self.moves.froze.connect(lambda _seen: self.frozen_button.setFocus())
        self.moves.compared.connect(self._on_compared)

    def _bind_keys(self) -> None:
        for keys, words, run in (
            ("F6", _("Lập báo cáo"), self._on_make),
            ("F7", _("Ghi báo cáo ra tệp"), self._on_write),
            ("F8", _("Chốt báo cáo đúng như đang thấy"), self._on_freeze),
            ("Ctrl+T", _("Sửa lời văn cho Word và PDF"), self._on_words),
            ("Ctrl+B", _("Các bản đã chốt; so với bây giờ"), self._on_frozen),
            ("Ctrl+PgDown", _("Bảng sau"), lambda: self._step(1)),
            ("Ctrl+PgUp", _("Bảng trước"), lambda: self._step(-1)),
            ("Ctrl+Down", _("Xem tiếp các dòng của con số"), self._read_rows),
            ("Ctrl+N", _("Thêm đoạn vào lời văn"), self.words.add_button.click),
            ("Ctrl+Delete", _("Bỏ đoạn khỏi lời văn"), self.words.drop_button.click),
        ):
            self.bind(keys, words, run)
        self.key_map.append(("Enter", _("Mở con số: xem những gì nó đếm")))

    def _on_start(self, start: Start) -> None:
        self.bar.begin(start)
        self._follow_about()

    def _follow_about(self) -> None:
        about, self._about = self._about, ""
        if about.startswith(FROZEN):
            self._on_frozen()
            self.moves.compare(about.removeprefix(FROZEN))
        elif about or self.shown is None:
            self.bar.choose(*asked_in(about))
            self._on_make()

    def _on_make(self) -> None:
        wanted = self.bar.wanted()
        if wanted is not None:
            self.moves.make(wanted)

    def _on_made(self, shown: Shown) -> None:
        """Show a report; text that was edited stays with the same report made again."""
        same = self.shown is not None and self.shown.report.definition == shown.report.definition
        self._edited = self._edited if same else None
        self.shown = Shown(report=shown.report, words=self._edited or shown.words)
        self.table.put(shown.report)
        self._to_table()

    def _step(self, by: int) -> None:
        if self.shown is not None:
            self.table.step(by)
            self._to_table()

    def _to_table(self) -> None:
        self.stack.setCurrentWidget(self.table if self.shown is not None else self.empty)
        self.table.take_focus()
        self._allow()

    def _on_open(self, figure: Figure) -> None:
        if not figure.opens:
            words = _("Con số này không mở ra dòng nào.")
            self.context.messages.say(words, _("Ý kiến của người dân được giữ kín."), tone="plain")
            return
        self._opened = figure.opens
        self.rows.begin(figure)
        self.stack.setCurrentWidget(self.rows)
        self.rows.table.setFocus()
        self._read_rows()

    def _read_rows(self) -> None:
        if self.stack.currentWidget() is self.rows and self._opened:
            desk, by, opens, skip = self.context.desk, self.context.actor.id, self._opened, self.rows.count
            self.context.jobs.read(
                lambda: desk_side.opened(desk, by, opens, skip), self.rows.put, failed=self._on_no_rows, latest="rows"
            )

    def _on_no_rows(self, error: DeskError) -> None:
        self._to_table()
        self.context.messages.report(error)

    def _on_write(self) -> None:
        if self.shown is not None:
            self.moves.ask_file(self.shown)

    def _on_freeze(self) -> None:
        if self.shown is not None and self.table.freeze_button.isEnabled():
            self.moves.ask_freeze(self.shown.report)

    def _on_frozen(self) -> None:
        self.stack.setCurrentWidget(self.frozen)
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: desk_side.copies(desk, by), self._on_copies, latest="copies")

    def _on_copies(self, copies: tuple[FrozenSeen, ...]) -> None:
        self.frozen.put(copies)
        self.frozen.copies.setFocus()

    def _on_compared(self, found: Comparison) -> None:
        self.stack.setCurrentWidget(self.frozen)
        self.frozen.show_comparison(found)

    def _on_words(self) -> None:
        if self.shown is not None:
            self.words.put(self.shown.words)
            self.stack.setCurrentWidget(self.words)
            self.words.table.setFocus()

    def _on_words_changed(self, words: ReportWords) -> None:
        """Take the text over where it fits the report; else say below it why not, and keep the text before."""
        if self.shown is None:
            return
        try:
            self.shown = desk_side.fitting(self.shown, words)
        except InvalidInput as error:
            self.words.refuse(error)
            return
        self._edited = words

    def _allow(self) -> None:
        has = self.shown is not None
        for each in (self.table.open_button, self.table.write_button, self.table.words_button):
            each.setEnabled(has)
        self.table.freeze_button.setEnabled(has and self.context.may(FREEZE))
