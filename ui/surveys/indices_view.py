"""The tab of the nine indices: points, why, the band; and what somebody enters because no program can know it."""

from datetime import date

from desk_app.desk import Desk
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.surveys.commands import READ
from desk_app.surveys.friendly import ASSESS
from desk_app.surveys.indices import MOST_POINTS, Entered, Scored, Scores, enter_index, scores
from ui.shell.one_write import Doing
from ui.shell.page import Context
from ui.surveys.period_box import PeriodBox
from ui.surveys.view import Action, View
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label
from ui.widgets.strip import Strip
from ui.widgets.table import Column, Look, RowsModel, Table
from ui.widgets.typed import typed_number

_SHAPES: dict[int | None, tuple[str, str]] = {
    2: ("done", COLOURS.good),
    1: ("tick", COLOURS.calm),
    0: ("warning", COLOURS.danger),
    None: ("ring", COLOURS.soft_ink),
}


def points_look(row: Scored) -> Look:
    """Return an index's points with their shape."""
    shape, colour = _SHAPES[row.points]
    words = _("chưa có") if row.points is None else _("{points} điểm").format(points=row.points)
    return Look(words=words, shape=shape, colour=colour, bold=True)


def why_words(row: Scored) -> str:
    """Return how an index was counted, and on which evidence it rests where somebody entered it."""
    return _("{why} Minh chứng: {evidence}.").format(why=row.why, evidence=row.evidence) if row.evidence else row.why


def sum_words(found: Scores) -> str:
    """Return the sum and its band in a sentence."""
    most = MOST_POINTS * len(found.scored)
    total = _("{points}/{most} điểm").format(points=found.points, most=most)
    if found.band:
        return _("{total} · xếp loại {band}").format(total=total, band=found.band)
    return _("{total} · mới có {known}/{count} chỉ số, chưa xếp loại").format(
        total=total, known=found.known, count=len(found.scored)
    )


_COLUMNS: tuple[Column[Scored], ...] = (
    Column(
        title=_("Chỉ số"),
        look=lambda row: Look(words=f"{row.index.number}. {row.index.title}", bold=True),
        stretches=True,
    ),
    Column(title=_("Điểm"), look=points_look),
    Column(title=_("Tính thế nào"), look=lambda row: Look(words=why_words(row)), stretches=True),
)


class IndicesView(View):
    """Shows the nine, and lets somebody enter those that cannot be counted."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.found: Scores | None = None
        self.period = PeriodBox(lambda: context.now().date(), first=2)
        self.period.chosen.connect(self.refresh)
        self.list = Table(RowsModel(_COLUMNS), _("Chín chỉ số"), wrap=True)
        self.list.selectionModel().currentRowChanged.connect(lambda *_places: self._allow())
        self.total, self.notice = label("", "title"), label("", "small", wrap=True)
        self.entering = Strip(
            "",
            [Field("count", _("Số đạt")), Field("of", _("Tổng số")), Field("evidence", _("Minh chứng"))],
            self._do_enter,
            words=_("Ghi chỉ số"),
        )
        self.strips = (self.period.strip, self.entering)
        layout = self.column()
        layout.addWidget(Flow((self.period, None, self.total)))
        self.list.setMinimumHeight(grown(220))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.notice)
        made = self.made_buttons((Action(key="F6", words=_("Nhập chỉ số này"), run=self._on_enter, is_main=True),))
        layout.addWidget(Flow((*made, None)))
        self._allow()

    def arrive(self) -> None:
        """Stand on the indices."""
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Count anew."""
        first_on, last_on = self.period.span
        self.read(lambda desk, by: _counted(desk, by, first_on, last_on), self._on_found)

    def _on_found(self, found: Scores) -> None:
        self.found = found
        self.list.put(found.scored, keep=lambda row: row.index.key)
        self.total.setText(sum_words(found))
        self.notice.setText(found.notice)
        self._allow()

    def _allow(self) -> None:
        row = self.list.current
        self.buttons["F6"].setEnabled(row is not None and row.index.entered and self.context.may(ASSESS))

    def _on_enter(self) -> None:
        row = self.list.current
        if row is not None:
            self.open_strip(self.entering, f"{row.index.title}: {row.index.measure}")

    def _do_enter(self) -> None:
        row, (first_on, last_on) = self.list.current, self.period.span
        if row is None:
            return
        key = row.index.key
        try:
            entered = Entered(
                count=typed_number(self.entering.text("count"), field="count"),
                of=typed_number(self.entering.text("of"), field="of"),
                evidence=self.entering.text("evidence"),
            )
        except InvalidInput as error:
            self.refused(error)
            return

        def work(do: Doing) -> Written:
            return enter_index(
                do.desk.surveys,
                by=do.by,
                key=key,
                first_on=first_on,
                last_on=last_on,
                entered=entered,
                command_id=do.id,
            )

        self.write(work, _("Đã ghi chỉ số cùng minh chứng."))


def _counted(desk: Desk, by: str, first_on: date, last_on: date) -> Scores:
    desk.require(by, READ)
    return scores(desk.surveys, first_on=first_on, last_on=last_on)
