"""The page of reports."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.reports.words import ReportWords
from ui.reports import desk_side
from ui.reports.choosing import Choosing
from ui.reports.desk_side import Shown
from ui.reports.moves import ReportMoves
from ui.reports.state import Start, Wanted
from ui.reports.views import Views
from ui.shell.page import Context, Page
from ui.widgets.in_sight import InSight
from ui.widgets.parts import grown, label, row, scrolled

FREEZE = "reports.freeze"
FROZEN = "frozen:"
_NARROW = 900


class ReportsPage(Page):
    """Figures of a period, each of which opens what it counts; before them the overview of today, week and month.

    ``about`` is empty, a report, ``<report>:<first day>:<last day>[:<office>]``, or ``frozen:<id>``.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.shown: Shown | None = None
        self.wanted: Wanted | None = None
        self._about = self._kept_about = ""
        self._edited: dict[str, ReportWords] = {}
        self.choosing, self.moves = Choosing(self), ReportMoves(context, self)
        self.views = Views(
            context, self, write=self._on_write, edit=self._on_words, freeze=self._on_freeze, compare=self._on_frozen
        )
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._allow()

    def arrive(self, about: str) -> None:
        """Stand on what is asked for and make it; without anything, stay where the person was."""
        if self.choosing.has_begun and about in ("", self._kept_about):
            (self.focusWidget() or self.choosing.keyboard).setFocus()
            return
        self._about = about
        self.choosing.keyboard.setFocus()
        if self.choosing.has_begun:
            self._follow_about()
        else:
            desk, by = self.context.desk, self.context.actor.id
            self.context.jobs.read(lambda: desk_side.start(desk, by), self._on_start, latest="start")

    def refresh(self) -> None:
        """Count the overview anew. A report stays as it was made until the person wants it again."""
        if self.views.is_overview:
            self._look()

    def escape(self) -> bool:
        """Close a strip, then go back from rows, copies or text to the figures."""
        if self.moves.close():
            return True
        was_over = self.views.front.is_over
        self.views.front.go_back()
        return was_over

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a box stand for the list of reports where the page is narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        if narrow != self.choosing.list.isHidden():
            self.choosing.be_narrow(narrow=narrow)
            self._title.setVisible(not narrow)
        self.choosing.list.setFixedWidth(grown(224))

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        for part in (self.choosing.bar, *self.moves.strips):
            layout.addWidget(part)
        layout.addWidget(self.views.front, 1)
        area = scrolled(inside)
        InSight(area)
        self._title = label(_("Báo cáo"), "section")
        middle = row(self.choosing.list, area, spacing=grown(12))
        middle.setStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(grown(16), grown(12), grown(8), grown(10))
        whole.setSpacing(grown(8))
        whole.addWidget(self._title)
        whole.addLayout(middle, 1)
        self.choosing.be_narrow(narrow=False)

    def _connect(self) -> None:
        self.choosing.asked.connect(self._make)
        self.choosing.list.entered.connect(self.views.take_focus)
        self.views.card_asked.connect(lambda id_: self.context.go("card", id_))
        self.views.frozen.compare_asked.connect(self.moves.compare)
        self.views.words.changed.connect(self._on_words_changed)
        self.moves.made.connect(self._on_made)
        self.moves.looked.connect(self.views.show_overview)
        self.moves.stopped.connect(self.views.say_stopped)
        self.moves.compared.connect(self.views.show_comparison)

    def _bind_keys(self) -> None:
        for keys, words, run in (
            ("F6", _("Ghi báo cáo ra tệp (Word, PDF, Excel, CSV)"), self._on_write),
            ("F7", _("Chốt báo cáo đúng như đang thấy"), self._on_freeze),
            ("F8", _("Các bản đã chốt; so với bây giờ"), self._on_frozen),
            ("Ctrl+T", _("Sửa lời văn cho Word và PDF"), self._on_words),
            ("Ctrl+R", _("Lập lại"), self._make),
            ("Ctrl+B", _("Về danh sách báo cáo"), lambda: self.choosing.keyboard.setFocus()),
            ("Ctrl+PgDown", _("Bảng sau"), lambda: self.views.step(1)),
            ("Ctrl+PgUp", _("Bảng trước"), lambda: self.views.step(-1)),
            ("Ctrl+Down", _("Xem tiếp các dòng của con số"), self.views.rows.more_button.click),
            ("Ctrl+N", _("Thêm đoạn vào lời văn"), self.views.words.add_button.click),
            ("Ctrl+Delete", _("Bỏ đoạn khỏi lời văn"), self.views.words.drop_button.click),
        ):
            self.bind(keys, words, run)
        self.key_map.append(("Enter", _("Mở con số: xem những gì nó đếm")))

    def _on_start(self, start: Start) -> None:
        self.choosing.begin(start)
        self._follow_about()

    def _follow_about(self) -> None:
        about, self._about = self._about, ""
        is_frozen = about.startswith(FROZEN)
        self.choosing.choose("" if is_frozen else about)
        self._make()
        if is_frozen:
            self._on_frozen()
            self.moves.compare(about.removeprefix(FROZEN))
        self._kept_about = about

    def _make(self) -> None:
        """Make what list and line ask for; the list keeps the keyboard while somebody walks along it."""
        self._kept_about = ""
        self.moves.close()
        self.views.front.uncover()
        wanted = self.choosing.wanted()
        if self.choosing.is_overview:
            self.wanted = self.shown = None
            if not self.views.is_overview:
                self.views.wait(_("Đang đếm…"))
            self._look()
        elif wanted is not None:
            if self.shown is None or self.shown.report.definition != wanted.definition:
                self.shown = None
                self.views.wait(_("Đang lập báo cáo…"))
            self.wanted = wanted
            self.moves.make(wanted)
        self._allow()

    def _look(self) -> None:
        self.moves.look(self.choosing.bar.chosen_unit, self.choosing.bar.chosen_step)

    def _on_made(self, shown: Shown) -> None:
        """Show a report; text that was edited stays with the same report made again."""
        edited = self._edited.get(shown.report.definition)
        self.shown = Shown(report=shown.report, words=edited or shown.words)
        self.views.show_report(shown.report)
        self._allow()

    def _in_front(self) -> Shown | None:
        """Return the report whose figures are in front."""
        return self.shown if self.views.is_report else None

    def _on_write(self) -> None:
        shown = self._in_front()
        if shown is not None:
            self.moves.ask_file(shown)

    def _on_freeze(self) -> None:
        shown = self._in_front()
        if shown is not None and self.wanted is not None and self.views.table.freeze_button.isEnabled():
            self.moves.ask_freeze(self.wanted, shown)

    def _on_frozen(self) -> None:
        self.moves.close()
        self.views.open_copies()
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: desk_side.copies(desk, by), self.views.put_copies, latest="copies")

    def _on_words(self) -> None:
        shown = self._in_front()
        if shown is not None:
            self.views.open_words(shown.words)

    def _on_words_changed(self, words: ReportWords) -> None:
        """Take the text over where it fits the report; else say below it why not, and keep the text before."""
        if self.shown is None:
            return
        try:
            self.shown = desk_side.fitting(self.shown, words)
        except InvalidInput as error:
            self.views.words.refuse(error)
            return
        self._edited[self.shown.report.definition] = words

    def _allow(self) -> None:
        has, table = self.shown is not None, self.views.table
        for each in (table.open_button, table.write_button, table.words_button):
            each.setEnabled(has)
        table.freeze_button.setEnabled(has and self.context.may(FREEZE))
