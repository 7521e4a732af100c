"""The list that answers «vì sao ngày này?»."""

from collections.abc import Sequence

from desk_app.kernel.translations import _
from desk_app.working_time.why import WhyStep
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown
from ui.widgets.table import Column, Look, RowsModel, Table
from ui.widgets.why_lines import WhyLine, why_lines

_WHY: tuple[Column[WhyLine], ...] = (
    Column(
        title=_("Ngày"),
        look=lambda line: Look(
            words=line.day,
            shape="disc" if line.counted else "ring",
            colour=COLOURS.accent if line.counted else COLOURS.soft_ink,
        ),
    ),
    Column(
        title=_("Vì sao"),
        look=lambda line: Look(words=line.reason, colour=COLOURS.ink if line.counted else COLOURS.soft_ink),
        stretches=True,
    ),
)


class WhyTable(Table[WhyLine]):
    """One line a day: a full disc counts, a ring does not."""

    def __init__(self) -> None:
        super().__init__(RowsModel(_WHY), _("Vì sao ngày này"), wrap=True, picks=False)
        self.setProperty("plain", "true")
        self.horizontalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(grown(22))

    def put_steps(self, steps: Sequence[WhyStep]) -> None:
        """Show the steps of a due date."""
        self.put(why_lines(steps))
