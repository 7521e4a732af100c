"""The page of search results; the text is typed in the search box of the header."""

from PySide6.QtWidgets import QVBoxLayout

from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _
from ui.dossiers.find.desk_side import looked_for
from ui.dossiers.find.looks import shown_hits
from ui.dossiers.find.state import LIST, STATUS_CHOICES, Found, Hit, wanted_of
from ui.shell.list_looks import ListLooks
from ui.shell.page import Context, Page
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label, row
from ui.widgets.table import Column, Look, RowsModel, Table

COLUMNS: tuple[Column[Hit], ...] = (
    Column(
        title=_("Trạng thái"),
        look=lambda hit: Look(words=hit.status.words, shape=hit.status.shape, colour=hit.status.colour),
    ),
    Column(title=_("Mã hồ sơ"), look=lambda hit: Look(words=hit.code, bold=True)),
    Column(
        title=_("Người nộp"), look=lambda hit: Look(words=f"{hit.name} → {hit.subject}" if hit.subject else hit.name)
    ),
    Column(title=_("Thủ tục"), look=lambda hit: Look(words=hit.procedure), stretches=True),
    Column(title=_("Nhận"), look=lambda hit: Look(words=hit.received, colour=COLOURS.soft_ink), minor=True),
    Column(title=_("Hẹn trả"), look=lambda hit: Look(words=hit.due)),
)


class FindPage(Page):
    """Shows what the search box asks for, while it is typed; only the newest search's hits are shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._about = ""
        self._shown: str | None = None
        self._open_first = False
        self._title = label("", "title")
        self._count = label("", "soft", wrap=True)
        self._warning = label("", "warning", wrap=True)
        self.status = ChoiceBox(_("Lọc theo trạng thái"))
        for _key, words in STATUS_CHOICES:
            self.status.addItem(words)
        self.status.activated.connect(lambda _row: self.refresh())
        self.table = Table(RowsModel(COLUMNS), _("Hồ sơ tìm thấy"))
        self.table.entered.connect(self._open)
        self._nothing = self.table.when_empty("find", "")
        self._looks = ListLooks(context, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        top = row(self._title, self._count, label(_("Lọc"), "label"), self.status)
        top.setStretchFactor(self._count, 1)
        layout.addLayout(top)
        layout.addWidget(self._warning)
        layout.addWidget(self.table, 1)
        help_words = _("↑ ↓ chọn, Enter mở thẻ hồ sơ. Gõ không dấu cũng được; sai một chữ cũng tìm.")
        layout.addWidget(label(help_words, "small", wrap=True))
        self.bind("Alt+L", _("Lọc theo trạng thái"), self.status.setFocus)

    def arrive(self, about: str) -> None:
        """Show a text's hits, or a named list (``list:late``); the keyboard stands in the list for the latter."""
        self.look_for(about)
        if about.startswith(LIST):
            self.table.setFocus()

    def refresh(self) -> None:
        """Search again for the same."""
        self.look_for(self._about)

    def look_for(self, about: str) -> None:
        """Search by a job; a newer search overtakes it."""
        if about != self._about:
            self._about, self._open_first = about, False
        wanted = wanted_of(about, STATUS_CHOICES[self.status.currentIndex()][0])
        self.status.setEnabled(not wanted.listed)
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(
            lambda: looked_for(desk, by, wanted), self._on_found, failed=self._on_failed, latest="hits"
        )

    def enter(self) -> None:
        """Open the row the keyboard stands on; while the search is still under way, what it will find first."""
        if self._is_shown:
            self._open(max(self.table.currentIndex().row(), 0))
        else:
            self._open_first = True

    def walk(self, step: int) -> None:
        """Move through the hits from the search box."""
        self.table.walk(step)

    @property
    def warning(self) -> str:
        """Return what is said of a scanned receipt's mark."""
        return self._warning.text()

    @property
    def _is_shown(self) -> bool:
        return self._shown == self._about

    def _on_found(self, found: Found) -> None:
        self._shown = self._about
        self._title.setText(found.wanted.title)
        self._count.setText(found.count_words)
        self._warning.setText(found.receipt_warning)
        self._warning.setVisible(bool(found.receipt_warning))
        self._nothing.put("find", *found.nothing_words)
        self.table.put(found.hits, keep=lambda hit: hit.id)
        self._looks.saw(shown_hits(found))
        if self._open_first and found.hits:
            self._open_first = False
            self._open(0)

    def _on_failed(self, error: DeskError) -> None:
        self._open_first = False
        self.context.messages.report(error)

    def _open(self, place: int) -> None:
        if place < len(self.table.rows):
            self.context.go("card", self.table.rows[place].id)
