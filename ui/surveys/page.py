"""The page of the citizens' voice: six tabs, one in front."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QStackedWidget, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.shell.page import Context, Page
from ui.shell.scanning.thing import ScannedThing
from ui.surveys.campaigns_view import CampaignsView
from ui.surveys.complaints_view import ComplaintsView
from ui.surveys.friendly_view import FriendlyView
from ui.surveys.indices_view import IndicesView
from ui.surveys.results_view import ResultsView
from ui.surveys.slips_view import SlipsView
from ui.surveys.view import View
from ui.widgets.flow import Flow
from ui.widgets.in_sight import InSight
from ui.widgets.parts import grown, scrolled

_TABS: tuple[tuple[str, str], ...] = (
    ("results", _("Kết quả")),
    ("slips", _("Phiếu")),
    ("campaigns", _("Khảo sát")),
    ("complaints", _("Phản ánh")),
    ("friendly", _("Tiêu chí")),
    ("indices", _("Chỉ số")),
)
_NARROW = 900


class VoicePage(Page):
    """Shows one tab; ``about`` is empty or a tab's name."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.results, self.slips = ResultsView(context), SlipsView(context)
        self.campaigns, self.complaints = CampaignsView(context), ComplaintsView(context)
        self.friendly, self.indices = FriendlyView(context), IndicesView(context)
        self.views: tuple[View, ...] = (
            *(self.results, self.slips, self.campaigns),
            *(self.complaints, self.friendly, self.indices),
        )
        self._stack = QStackedWidget()
        for view in self.views:
            self._stack.addWidget(view)
            view.written.connect(self.refresh)
        self._lay_out()
        self._bind_keys()

    @property
    def front(self) -> View:
        """Return the tab in front."""
        return self.views[self._stack.currentIndex()]

    def arrive(self, about: str) -> None:
        """Bring a tab to the front, the last one where none is named."""
        names = [name for name, _words in _TABS]
        self.open_tab(names.index(about) if about in names else self._stack.currentIndex())

    def open_tab(self, place: int) -> None:
        """Bring a tab to the front with the keyboard."""
        self.radios[place].setChecked(True)
        self._stack.setCurrentIndex(place)
        self.front.arrive()

    def refresh(self) -> None:
        """Read the tab in front anew."""
        self.front.refresh()

    def escape(self) -> bool:
        """Close an open strip."""
        return self.front.escape()

    def scanned(self, thing: ScannedThing) -> bool:
        """Take the number of a rating slip, whichever tab is in front."""
        if not self.slips.scanned(thing):
            return False
        if self.front is not self.slips:
            self.open_tab(self.views.index(self.slips))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set sides one below the other where the window is narrow, or its text large."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        for view in (self.campaigns, self.complaints):
            view.sides.be_narrow(narrow=narrow)

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        self.radios = tuple(
            QRadioButton(f"{words}  Alt+{place}") for place, (_name, words) in enumerate(_TABS, start=1)
        )
        for place, radio in enumerate(self.radios):
            radio.setAccessibleName(_TABS[place][1])
            radio.clicked.connect(lambda _checked, place=place: self.open_tab(place))
            group.addButton(radio)
        self.radios[0].setChecked(True)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        layout.setSpacing(grown(8))
        layout.addWidget(Flow((*self.radios, None)))
        layout.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolled(inside)
        whole.addWidget(area)
        InSight(area)

    def _bind_keys(self) -> None:
        for place, (_name, words) in enumerate(_TABS):
            self.bind(f"Alt+{place + 1}", words, partial(self.open_tab, place))
        by_key: dict[str, list[str]] = {}
        for view in self.views:
            for each in view.deeds:
                by_key.setdefault(each.key, []).append(each.words)
        for key, several in by_key.items():
            self.bind(key, " · ".join(several), partial(self._act, key))
        self.key_map.append((_("1 · 2 · 3"), _("Thẻ Phiếu: trả lời của phiếu tiếp theo")))

    def _act(self, key: str) -> None:
        self.front.act(key)
