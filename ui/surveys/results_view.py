"""The tab of results: how content citizens were, as shares and bars; by officer, procedure, month and way of asking."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from desk_app.desk import Desk
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from desk_app.surveys.commands import READ
from desk_app.surveys.figures import Figures, GroupFigures, figures
from desk_app.surveys.rules import (
    GOOD,
    LEVEL_WORDS,
    REASON_WORDS,
    SATISFIED,
    SMALL_GROUP,
    Level,
    Share,
    share,
    spoken_share,
)
from ui.shell.page import Context
from ui.surveys.bars import Bars, Piece
from ui.surveys.period_box import PeriodBox
from ui.surveys.view import View
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.colours import COLOURS
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label, panel
from ui.widgets.table import Column, Look, RowsModel, Table

_BY: tuple[tuple[str, str], ...] = (
    ("officers", _("Theo cán bộ")),
    ("procedures", _("Theo thủ tục")),
    ("months", _("Theo tháng")),
    ("screens", _("Theo cách hỏi")),
    ("desks", _("Theo máy")),
)


@dataclass(frozen=True, kw_only=True)
class GroupRow:
    """One officer, procedure, month or way of asking, in words."""

    key: str
    name: str
    total: str
    satisfied: str
    good: str
    is_hidden: bool


def group_rows(groups: tuple[GroupFigures, ...]) -> tuple[GroupRow, ...]:
    """Return groups as rows; a small one tells its total alone."""
    kept = _("giữ kín")
    return tuple(
        GroupRow(
            key=each.key,
            name=each.name,
            total=quantity(each.total),
            satisfied=kept if each.is_hidden else spoken_share(each.satisfied),
            good=kept if each.is_hidden else spoken_share(each.good),
            is_hidden=each.is_hidden,
        )
        for each in groups
    )


def level_pieces(found: Figures) -> tuple[Piece, ...]:
    """Return the answers that were given, or can be, as bars."""
    usual = (Level.VERY_SATISFIED, Level.SATISFIED, Level.DISSATISFIED)
    return tuple(
        Piece(
            words=_(LEVEL_WORDS[each.level]),
            count=each.count,
            share=spoken_share(each.share),
            colour=_colour(each.level),
        )
        for each in found.levels
        if each.count or each.level in usual
    )


def _colour(level: Level) -> str:
    if level in GOOD:
        return COLOURS.accent
    if level in SATISFIED:
        return COLOURS.calm
    return COLOURS.edge if level is Level.NEUTRAL else COLOURS.danger


_COLUMNS: tuple[Column[GroupRow], ...] = (
    Column(title=_("Tên"), look=lambda row: Look(words=row.name or row.key, bold=True), stretches=True),
    Column(title=_("Số lượt"), look=lambda row: Look(words=row.total)),
    Column(title=_("Đạt yêu cầu"), look=lambda row: _share_look(row, row.satisfied)),
    Column(title=_("Trong đó tốt"), look=lambda row: _share_look(row, row.good)),
)


def _share_look(row: GroupRow, words: str) -> Look:
    return Look(words=words, colour=COLOURS.soft_ink if row.is_hidden else COLOURS.ink)


class _Figure(QFrame):
    """One large share over its words."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self._words = words
        self.value, self.under = label("–", "figure"), label(words, "soft", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(6), grown(12), grown(8))
        layout.setSpacing(0)
        layout.addWidget(self.value)
        layout.addWidget(self.under)

    def put(self, value: str, under: str = "") -> None:
        """Show a value."""
        self.value.setText(value)
        self.under.setText(under or self._words)
        self.setAccessibleName(f"{self._words}: {value}")


class ResultsView(View):
    """Shows one period's figures; nobody's single answer."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.found: Figures | None = None
        self.period = PeriodBox(lambda: context.now().date())
        self.period.chosen.connect(self.refresh)
        self.strips = (self.period.strip,)
        self.by = ChoiceBox(_("Chia theo"))
        for _key, words in _BY:
            self.by.addItem(words)
        self.by.activated.connect(lambda _place: self._put_groups())
        self.total = _Figure(_("lượt đánh giá"))
        self.satisfied = _Figure(_("đạt yêu cầu, kể cả tốt"))
        self.good = _Figure(_("trong đó tốt"))
        self.slips = _Figure(_("phiếu có mã đã trả lời"))
        self.levels, self.reasons = Bars(_("Mức độ hài lòng")), Bars(_("Nói về điều gì"))
        self.table = Table(RowsModel(_COLUMNS), _("Chia theo nhóm"))
        self.table.when_empty(
            "find",
            _("Chưa có đánh giá nào trong kỳ này"),
            _("Người dân bấm trên màn hình, hoặc nhập phiếu giấy ở thẻ Phiếu."),
        )
        self.note = label("", "small", wrap=True)
        self._lay_out()

    def arrive(self) -> None:
        """Stand in the list of groups."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Count anew."""
        first_on, last_on = self.period.span
        self.read(lambda desk, by: _counted(desk, by, first_on, last_on), self._on_found)

    def _lay_out(self) -> None:
        numbers = QGridLayout()
        numbers.setSpacing(grown(8))
        for place, each in enumerate((self.total, self.satisfied, self.good, self.slips)):
            numbers.addWidget(each, 0, place)
        charts = QGridLayout()
        charts.setSpacing(grown(8))
        for place, (title, bars) in enumerate(
            ((_("Mức độ hài lòng"), self.levels), (_("Người dân nói về"), self.reasons))
        ):
            frame, inside = panel(title)
            inside.addWidget(bars)
            inside.addStretch(1)
            charts.addWidget(frame, 0, place)
            charts.setColumnStretch(place, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        layout.addWidget(self.period.strip)
        layout.addWidget(Flow((self.period, None, self.by)))
        layout.addLayout(numbers)
        layout.addLayout(charts)
        self.table.setMinimumHeight(grown(110))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)

    def _on_found(self, found: Figures) -> None:
        self.found = found
        self.total.put(quantity(found.total))
        self.satisfied.put(spoken_share(found.satisfied), _of(_("đạt yêu cầu, kể cả tốt"), found.satisfied))
        self.good.put(spoken_share(found.good), _of(_("trong đó tốt"), found.good))
        self.slips.put(f"{quantity(found.slips_answered)}/{quantity(found.slips)}")
        self.levels.put(level_pieces(found))
        total = sum(each.count for each in found.reasons)
        self.reasons.put(
            tuple(
                Piece(
                    words=_(REASON_WORDS[each.reason]),
                    count=each.count,
                    share=spoken_share(share(each.count, total)),
                    colour=COLOURS.calm,
                )
                for each in found.reasons
            )
        )
        self.note.setText(
            _(
                "Tỷ lệ {rounding}. «Giữ kín»: nhóm dưới {least} lượt, hoặc nhóm để lộ nhóm ấy; chỉ nêu tổng số, để không ai "
                "đoán ra người trả lời."
            ).format(rounding=_(found.rounding), least=SMALL_GROUP)
        )
        self._put_groups()

    def _put_groups(self) -> None:
        if self.found is not None:
            key = _BY[self.by.currentIndex()][0]
            self.table.put(group_rows(getattr(self.found, key)), keep=lambda row: row.key)


def _of(words: str, part: Share) -> str:
    return f"{words}: {quantity(part.count)}/{quantity(part.of)}" if part.of else words


def _counted(desk: Desk, by: str, first_on: date, last_on: date) -> Figures:
    desk.require(by, READ)
    return figures(desk.surveys, first_on=first_on, last_on=last_on)
