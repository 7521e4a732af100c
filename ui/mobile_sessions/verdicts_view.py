"""What becomes of each row of a list from Excel, shown before anything is written."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desk_app.kernel.translations import _
from desk_app.mobile_sessions.importing import Judged, Outcome, Verdict
from ui.widgets.colours import COLOURS
from ui.widgets.parts import button, grown, label, row
from ui.widgets.table import Column, Look, RowsModel, Table

_LOOKS: dict[Outcome, tuple[str, str, str]] = {
    "taken": (_("Nhận"), "done", COLOURS.good),
    "repaired": (_("Nhận, có sửa"), "tick", COLOURS.accent),
    "added": (_("Bổ sung dòng đã có"), "half", COLOURS.accent),
    "duplicate": (_("Trùng"), "pause", COLOURS.soft_ink),
    "refused": (_("Không nhận"), "cross", COLOURS.danger),
    "skipped": (_("Bỏ qua"), "ring", COLOURS.faint_ink),
}
# What a person must look at stands first.
_ORDER: tuple[Outcome, ...] = ("refused", "repaired", "added", "duplicate", "taken", "skipped")


def why(each: Verdict) -> str:
    """Return everything that is to say of a row, on one line."""
    parts = [each.reason, _("trùng với {of}").format(of=each.of) if each.of else "", *each.repairs, *each.doubts]
    parts += [_("có thể là {who}").format(who=who) for who in each.alike]
    return " · ".join(part for part in parts if part)


def ordered(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Return the rows with what needs a person's eye first, else in the file's order."""
    return tuple(sorted(verdicts, key=lambda each: _ORDER.index(each.outcome) if not _is_clean(each) else len(_ORDER)))


def _is_clean(each: Verdict) -> bool:
    return each.outcome == "taken" and not (each.doubts or each.alike)


def _outcome_look(each: Verdict) -> Look:
    words, shape, colour = _LOOKS[each.outcome]
    return Look(words=words, shape=shape, colour=colour)


_COLUMNS: tuple[Column[Verdict], ...] = (
    Column(title=_("Dòng"), look=lambda each: Look(words=str(each.row), colour=COLOURS.soft_ink)),
    Column(title=_("Họ và tên"), look=lambda each: Look(words=each.name, bold=each.outcome != "skipped")),
    Column(title=_("Kết luận"), look=_outcome_look),
    Column(title=_("Vì sao, đã sửa gì"), look=lambda each: Look(words=why(each)), stretches=True),
)


class VerdictsView(QFrame):
    """Shows the verdicts; ``take`` takes over what is sound, ``drop`` does not."""

    def __init__(self, take: Callable[[], None], drop: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("look", "strip")
        self.judged: Judged | None = None
        self.summary = label("", "strong", wrap=True)
        self.table = Table(RowsModel(_COLUMNS), _("Kết luận từng dòng"), wrap=True)
        self.table.setMinimumHeight(grown(150))
        self.table.when_empty("empty", _("Tệp không có dòng nào."), _("Chọn tệp khác."), key="Esc")
        self.take_button = button(_("Nhập vào"), take, key="F7", kind="main")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(9), grown(12), grown(10))
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(None, self.take_button, button(_("Bỏ"), drop, key="Esc", kind="quiet")))
        self.hide()

    def put(self, judged: Judged) -> None:
        """Show the verdicts, the keyboard on their rows."""
        self.judged = judged
        self.summary.setText(
            _(
                "Sẽ nhận {taken} người, bổ sung {added}; trùng {same}, không nhận {refused}, bỏ qua {skipped}. Chưa ghi gì."
            ).format(
                taken=judged.count("taken", "repaired"),
                added=judged.count("added"),
                same=judged.count("duplicate"),
                refused=judged.count("refused"),
                skipped=judged.count("skipped"),
            )
        )
        self.table.put(ordered(judged.verdicts))
        self.take_button.setEnabled(bool(judged.taking or judged.adding))
        self.show()
        self.table.setFocus()
