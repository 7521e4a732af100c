"""The tab of fairness: what each organisation owes, before and after, as a bar and in words."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from desk_app.shifts.fairness import Fairness, FairnessLine
from desk_app.shifts.words import turns
from ui.shifts import desk_side
from ui.shifts.deed import Tab
from ui.shifts.work import Work
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.parts import grown, label
from ui.widgets.table import Column, Look, RowsModel, Table

_BARS = 6
_WIDTH = 220


@dataclass(frozen=True, kw_only=True)
class FairRow:
    """One organisation; ``before`` is None where nothing stood before. ``most`` is the longest bar of all, in hundredths."""

    after: FairnessLine
    before: FairnessLine | None
    most: int


def rows_of(seen: Fairness) -> tuple[FairRow, ...]:
    """Return a row for each organisation, who owes most first."""
    before = {line.organisation: line for line in seen.before}
    credits_ = [abs(line.credit) for line in (*seen.before, *seen.after)]
    most = max((*credits_, 100))
    rows = [FairRow(after=line, before=before.get(line.organisation), most=most) for line in seen.after]
    return tuple(sorted(rows, key=lambda row: -row.after.credit))


def credit_words(credit: int) -> str:
    """Return what is left of an organisation's part, in words."""
    if credit > 0:
        return _("còn nợ {turns} lượt").format(turns=turns(credit))
    if credit < 0:
        return _("trực dư {turns} lượt").format(turns=turns(-credit))
    return _("vừa đủ")


def _credit_look(row: FairRow) -> Look:
    words = credit_words(row.after.credit)
    if row.before is not None and row.before.credit != row.after.credit:
        words = _("{before} → {after}").format(before=credit_words(row.before.credit), after=words)
    return Look(words=words, bold=True)


_COLUMNS: tuple[Column[FairRow], ...] = (
    Column(title=_("Tổ chức"), look=lambda row: Look(words=row.after.name, bold=True), stretches=True),
    Column(title=_("Hệ số"), look=lambda row: Look(words=f"{row.after.weight} %"), minor=True),
    Column(title=_("Mang sang"), look=lambda row: Look(words=turns(row.after.carried)), minor=True),
    Column(title=_("Phần tháng này"), look=lambda row: Look(words=turns(row.after.owed)), minor=True),
    Column(title=_("Được xếp"), look=lambda row: Look(words=turns(row.after.done)), minor=True),
    Column(title=_("Sau tháng này"), look=_credit_look),
    Column(title=_("Dư ◂ ▸ nợ"), look=lambda _row: Look(words=""), minor=True),
)


class FairnessTab(Tab):
    """Shows the month that the page is about."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.title = label("", "section", wrap=True)
        self.table = Table(RowsModel(_COLUMNS), _("Công bằng giữa các tổ chức"))
        self.table.when_empty(
            "people", _("Tháng này chưa xếp lịch"), _("Xếp lịch rồi xem ai còn nợ, ai trực dư."), key="Alt+2"
        )
        self.table.setItemDelegateForColumn(_BARS, _Bar(self.table))
        self.table.horizontalHeader().setMinimumSectionSize(grown(60))
        view = QWidget()
        inside = QVBoxLayout(view)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(grown(6))
        inside.addWidget(self.title)
        inside.addWidget(self.table, 1)
        hint = _("Thanh đặc: sau khi xếp. Khung rỗng: lịch đã ban hành. Phần nợ hay dư được mang sang tháng sau.")
        inside.addWidget(label(hint, "small", wrap=True))
        self.lay_out(view, (), ())

    def seek(self) -> None:
        """Look at the month again."""
        desk, by, month = self.work.context.desk, self.work.context.actor.id, self.work.month
        self.work.context.jobs.read(lambda: desk_side.fairness(desk, by, month), self._on_seen, latest="fairness")

    def take_focus(self) -> None:
        """Stand in the list."""
        self.table.setFocus()

    def _on_seen(self, seen: Fairness) -> None:
        self.table.put(rows_of(seen), keep=lambda row: row.after.organisation)
        after = _("Chênh lệch giữa nhiều nhất và ít nhất: {after} lượt").format(after=turns(seen.spread_after))
        if seen.before:
            before = _("lịch đã ban hành: {before} lượt").format(before=turns(seen.spread_before))
            after = f"{after} ({before})"
        self.title.setText(after if seen.after else _("Công bằng giữa các tổ chức"))


class _Bar(QStyledItemDelegate):
    """Draws a bar from the middle: to the right what is owed, to the left what is ahead; words stand beside it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for the width of a whole bar."""
        return QSize(grown(_WIDTH), grown(30))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the axis, the frame of what was, the bar of what is."""
        super().paint(painter, option, index)
        table = self.parent()
        if not isinstance(table, Table):
            return
        row = table.rows[index.row()]
        place = QRectF(option.rect)
        middle, half = place.center().x(), place.width() / 2 - grown(6)
        painter.save()
        painter.setPen(QPen(QColor(drawn(COLOURS.edge)), 1))
        painter.drawLine(int(middle), int(place.top() + 3), int(middle), int(place.bottom() - 3))
        long = row.after.credit / row.most * half
        colour = COLOURS.warning if row.after.credit > 0 else COLOURS.calm
        bar = QRectF(min(middle, middle + long), place.center().y() - grown(5), abs(long), grown(10))
        painter.fillRect(bar, QColor(drawn(colour)))
        if row.before is not None:
            was = row.before.credit / row.most * half
            frame = QRectF(min(middle, middle + was), place.center().y() - grown(8), abs(was), grown(16))
            painter.setPen(QPen(QColor(drawn(COLOURS.ink)), 1))
            painter.drawRect(frame)
        painter.restore()
