"""The page of lists: what a list shows, what narrows it, and what may be done with it."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desk_app.accounts.looks import list_words
from desk_app.dossiers.listing.asked import wanted_of
from desk_app.dossiers.listing.wanted import Wanted
from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _
from ui.dossiers.list.asked import FIRST, about_of, name_of, own_name_of
from ui.dossiers.list.desk_side import offered
from ui.dossiers.list.filters import Filters
from ui.dossiers.list.reader import Reader
from ui.dossiers.list.state import count_words, place_words
from ui.dossiers.list.table import ListTable
from ui.dossiers.list.to_book import ToBook
from ui.dossiers.list.to_excel import ToExcel
from ui.dossiers.list.views import Views
from ui.dossiers.list.words import ORDERS, TITLES, Offered, filter_words
from ui.shell.list_looks import ListLooks
from ui.shell.list_shown import ListShown
from ui.shell.page import Context, Page
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label, row, scrolled

_ORDER_KEYS = tuple(key for key, words in ORDERS)
_NUMBERED = 9


class ListPage(Page):
    """Shows one list of dossiers at a time; each change of a filter is a list of its own, to which Esc leads back."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._about = ""
        self._offered = Offered()
        self._stays_in_filters = False
        self._make_parts()
        self._lay_out()
        self._bind_keys()

    def arrive(self, about: str) -> None:
        """Open a list by a query or by ``view:<name>``; on the one at hand, go on where it stood."""
        about = about or FIRST
        if not self._stays_in_filters:
            self.table.setFocus()
        self._stays_in_filters = False
        if about == self._about and self.reader.now is not None:
            self.refresh()
        else:
            self._open(about)
        self._read_offers()

    def refresh(self) -> None:
        """Read again what is held, and count again; the keyboard stays where it stands."""
        self.reader.read_again()

    def escape(self) -> bool:
        """Close an open strip, then the filters."""
        for part in (self.views.strip, self.to_excel.strip, self.to_book.strip):
            if part.isVisible():
                part.put_away()
                return True
        if self._filter_area.isVisible():
            self._toggle_filters()
            return True
        return False

    @property
    def total(self) -> int | None:
        """Return how many dossiers the list holds; None while they are being counted."""
        return self.reader.total

    @property
    def title(self) -> str:
        """Return the name of the list."""
        return self._title.text()

    def _make_parts(self) -> None:
        self._title = label("", "title")
        self._number = label("", "soft")
        self._words = label("", "soft", wrap=True)
        self._place = label("", "soft")
        self.views = Views(self.context, self)
        self.views.chosen.connect(self._go)
        self.views.changed.connect(self._read_offers)
        self.order = ChoiceBox(_("Thứ tự"))
        for words in dict(ORDERS).values():
            self.order.addItem(words)
        self.order.activated.connect(self._on_order)
        self._make_filters()
        self.to_excel = ToExcel(self.context, self)
        self.to_book = ToBook(self.context, self)
        self._make_list()

    def _make_filters(self) -> None:
        self.filters = Filters(lambda: self.context.now().date())
        self.filters.changed.connect(self._on_filtered)
        self._filter_area = scrolled(self.filters)
        self._filter_area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        self._filter_area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._filter_area.setMaximumHeight(self.filters.sizeHint().height())
        self.filters.laid_out.connect(self._filter_area.setMaximumHeight)
        self._filter_area.hide()

    def _make_list(self) -> None:
        self.table = ListTable()
        self.table.when_empty(
            "list",
            _("Không có hồ sơ nào trong danh sách này."),
            _("Chọn danh sách khác ở trên, hoặc bỏ bớt bộ lọc."),
            key="F6",
        )
        self.table.entered.connect(self._open_card)
        self.table.moved.connect(self._show_place)
        self.reader = Reader(self.context, self.table)
        self.reader.opened.connect(self._show_words)
        self.reader.counted.connect(self._show_words)
        self.reader.refused.connect(self._on_refused)
        self._looks = ListLooks(self.context, self)
        self.reader.filled.connect(self._note_look)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(10))
        layout.setSpacing(grown(7))
        layout.addWidget(Flow((self._title, self._number, self._place, None, self.views.box, self.order)))
        buttons = (
            button(_("Lọc"), self._toggle_filters, key="F6"),
            button(_("Lưu bộ lọc"), self._save, key="F7"),
            button(_("Xuất Excel"), self._export, key="F8"),
            button(_("Sổ theo dõi"), self.to_book.ask, key="Ctrl+B"),
        )
        layout.addLayout(_beside(*buttons, self._words))
        for part in (self.views.strip, self.to_excel.strip, self.to_book.strip):
            layout.addWidget(part)
        layout.addWidget(self._filter_area)
        layout.addWidget(self.table, 1)

    def _bind_keys(self) -> None:
        self.bind("F6", _("Mở, đóng bộ lọc"), self._toggle_filters)
        self.bind("F7", _("Lưu bộ lọc; đổi tên bộ lọc đã lưu"), self._save)
        self.bind("F8", _("Xuất danh sách ra Excel"), self._export)
        self.bind("Ctrl+B", _("Lập sổ theo dõi hồ sơ (mẫu 06) của quầy"), self.to_book.ask)
        self.bind("Alt+V", _("Chọn danh sách có sẵn"), self.views.box.setFocus)
        self.bind("Alt+S", _("Chọn thứ tự"), self.order.setFocus)
        for place in range(_NUMBERED):
            words = list(TITLES.values())[place]
            self.bind(f"Alt+{place + 1}", words, partial(self.views.choose, place))
        self.bind("Ctrl+Del", _("Xóa bộ lọc đã lưu"), self._delete)
        self.bind("Ctrl+Z", _("Lấy lại bộ lọc vừa xóa"), self.views.bring_back)
        self.bind("Ctrl+O", _("Mở thư mục của tệp vừa xuất"), self.to_excel.show_folder)

    def _open(self, about: str) -> None:
        self._about = about
        self._number.setText(_("đang lập danh sách…"))
        self.reader.open(about)

    def _note_look(self) -> None:
        """Tell the access log which dossiers stand in the table."""
        shown = tuple(each.id for each in self.table.rows)
        words = list_words(self._about)
        self._looks.saw(ListShown(words=words, asked=self._about, people=len(shown), dossiers=shown))

    def _on_refused(self, error: DeskError) -> None:
        """Say why a list cannot be opened, and stay with the one at hand, or open the first."""
        self.context.messages.report(error)
        now = self.reader.now
        if now is not None:
            self._about = now.about
            self._show_words()
        elif self._about != FIRST:
            self._open(FIRST)

    def _read_offers(self) -> None:
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: offered(desk, by), self._on_offered, latest="offers")

    def _on_offered(self, found: Offered) -> None:
        self._offered = found
        self.views.offer(found)
        self.filters.offer(found)
        self._show_words()

    def _show_words(self) -> None:
        opened = self.reader.now
        if opened is None:
            return
        own, name = own_name_of(opened.about), name_of(opened.about, opened.wanted)
        words = filter_words(opened.wanted, self._offered, self.context.now().date())
        self._title.setText(own or TITLES.get(name, _("Danh sách")))
        self._words.setText(words if own or not name else "")
        self._number.setText(count_words(self.reader.total))
        self.views.show(own or name)
        self.filters.put(opened.wanted)
        order = f"{'-' if opened.wanted.descending else ''}{opened.wanted.sort}"
        self.order.setCurrentIndex(_ORDER_KEYS.index(order))
        self._show_place()

    def _show_place(self) -> None:
        self._place.setText(place_words(self.table.window_of_rows, self.table.currentIndex().row()))

    def _open_card(self, place: int) -> None:
        self.context.go("card", self.table.rows[place].id)

    def _go(self, about: str) -> None:
        self.context.go("list", about)

    def _on_filtered(self, wanted: Wanted) -> None:
        self._stays_in_filters = True
        self._go(about_of(wanted))

    def _on_order(self, place: int) -> None:
        if self.reader.now is not None:
            order = wanted_of(f"sort={_ORDER_KEYS[place]}")
            wanted = replace(self.reader.now.wanted, sort=order.sort, descending=order.descending)
            self._stays_in_filters = True
            self._go(about_of(wanted))

    def _toggle_filters(self) -> None:
        self._filter_area.setVisible(not self._filter_area.isVisible())
        (self.filters.due.box if self._filter_area.isVisible() else self.table).setFocus()

    def _save(self) -> None:
        if self.reader.now is None:
            return
        own = own_name_of(self.reader.now.about)
        if own:
            self.views.ask_other_name(own)
        else:
            suggested = filter_words(self.reader.now.wanted, self._offered, self.context.now().date())
            self.views.ask_name(self.reader.now.wanted, suggested or self.title)

    def _delete(self) -> None:
        own = own_name_of(self.reader.now.about) if self.reader.now is not None else ""
        if own:
            self.views.delete(own)
        else:
            self.context.messages.say(
                _("Danh sách này có sẵn trong chương trình."), _("Chỉ xóa được bộ lọc tự lưu."), tone="plain"
            )

    def _export(self) -> None:
        if self.reader.now is not None:
            self.to_excel.ask(self.reader.now.wanted, self.title, count_words(self.reader.total))


def _beside(*parts: QWidget) -> QHBoxLayout:
    """Return parts side by side, the last of which takes the width that is left."""
    made = row(*parts)
    made.setStretch(len(parts) - 1, 1)
    return made
