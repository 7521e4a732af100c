"""The lists of cases: one's own of today, and for the office everybody's with their figures."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.colours import COLOURS
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label, panel
from ui.widgets.table import Column, Look, RowsModel, Table
from ui.writing.state import SPANS, CaseRow, Seen, figure_lines


def _outcome_look(row: CaseRow) -> Look:
    return Look(words=row.outcome, shape=row.shape, colour=row.colour)


_WHEN: Column[CaseRow] = Column(title=_("Lúc"), look=lambda row: Look(words=row.when, colour=COLOURS.soft_ink))
_PERSON: Column[CaseRow] = Column(title=_("Giúp ai"), look=lambda row: Look(words=row.person, bold=not row.void))
_FORMS: Column[CaseRow] = Column(title=_("Mẫu đã viết"), look=lambda row: Look(words=row.forms), stretches=True)
_OUTCOME: Column[CaseRow] = Column(title=_("Kết quả"), look=_outcome_look)
_MINUTES: Column[CaseRow] = Column(
    title=_("Thời gian"), look=lambda row: Look(words=row.minutes, colour=COLOURS.soft_ink)
)
_HELPER: Column[CaseRow] = Column(title=_("Người viết"), look=lambda row: Look(words=row.helper), minor=True)


class OwnCases(QWidget):
    """What the person who works here wrote down today; says nothing of anybody else."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(RowsModel((_WHEN, _PERSON, _FORMS, _OUTCOME, _MINUTES)), _("Các lượt viết của tôi hôm nay"))
        self.table.when_empty(
            "done", _("Hôm nay chưa ghi lượt nào"), _("Viết xong cho ai thì ghi ngay lượt ấy."), key="F7"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        layout.addWidget(self.table, 1)
        words = _("Chỉ thấy lượt của chính mình trong hôm nay. Nội dung đã điền tự xóa sau 4 giờ; lượt viết thì còn.")
        layout.addWidget(label(words, "small", wrap=True))

    def put(self, seen: Seen) -> None:
        """Show the cases."""
        self.table.put(seen.own, keep=lambda row: row.id)


class OfficeCases(QWidget):
    """Everybody's cases of some days, and what they add up to."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__()
        self.span = ChoiceBox(_("Những ngày nào"))
        for _days, words in SPANS:
            self.span.addItem(words)
        self.span.activated.connect(lambda _place: changed())
        columns = (_WHEN, _HELPER, _PERSON, _FORMS, _OUTCOME, _MINUTES)
        self.table = Table(RowsModel(columns), _("Các lượt viết của mọi người"))
        self.table.setMinimumHeight(grown(160))
        self.table.when_empty("list", _("Chưa có lượt viết nào trong những ngày này"), _("Chọn thời gian dài hơn."))
        self._frame, inside = panel(_("Số liệu"))
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(grown(10))
        inside.addLayout(self._grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        layout.addWidget(Flow((label(_("Mọi người, mọi máy"), "section"), None, self.span)))
        layout.addWidget(self.table, 1)
        layout.addWidget(self._frame)

    @property
    def days(self) -> int:
        """Return how many days before today the list begins."""
        return SPANS[self.span.currentIndex()][0]

    def put(self, seen: Seen) -> None:
        """Show the cases and their figures."""
        self.table.put(seen.office, keep=lambda row: row.id)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        lines = figure_lines(seen.figures) if seen.figures is not None else ()
        for place, (title, words) in enumerate(lines):
            self._grid.addWidget(label(title, "label"), place, 0)
            self._grid.addWidget(label(words, "strong" if not place else "", wrap=True), place, 1)
