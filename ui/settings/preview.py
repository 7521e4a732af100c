"""What taking a file over would change: shown before anything is written."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desk_app.kernel.translations import _
from ui.widgets.colours import COLOURS
from ui.widgets.parts import button, grown, label, row
from ui.widgets.table import Column, Look, RowsModel, Table


@dataclass(frozen=True, kw_only=True)
class PreviewRow:
    """One thing that would change; ``wrong`` says that it cannot be taken over."""

    what: str
    before: str
    after: str
    wrong: bool = False


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a file would change, and whether there is anything to take over."""

    summary: str
    rows: tuple[PreviewRow, ...]
    may_take: bool


def _columns(what: str, before: str, after: str, *, even: bool) -> tuple[Column[PreviewRow], ...]:
    return (
        Column(
            title=what,
            look=lambda one: Look(
                words=one.what,
                shape="warning" if one.wrong else "",
                colour=COLOURS.danger if one.wrong else COLOURS.ink,
                bold=True,
            ),
            stretches=even,
        ),
        Column(title=before, look=lambda one: Look(words=one.before, colour=COLOURS.soft_ink), stretches=even),
        Column(title=after, look=lambda one: Look(words=one.after), stretches=True),
    )


class PreviewPanel(QFrame):
    """Shows a preview instead of the rest of a section; ``take`` takes it over, in ``words``; ``drop`` does not.

    ``even``: the columns share the width, where what is and what would be are equally long.
    """

    def __init__(
        self,
        take: Callable[[], None],
        drop: Callable[[], None],
        titles: tuple[str, str, str],
        *,
        words: str = "",
        even: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("look", "strip")
        self.summary = label("", "strong", wrap=True)
        self.table = Table(RowsModel(_columns(*titles, even=even)), _("Những gì sẽ đổi"), wrap=True)
        self.table.setMinimumHeight(grown(150))
        self.table.when_empty("tick", _("Tệp giống hệt những gì đang dùng."), _("Không có gì để nhập."))
        self.take_button = button(words or _("Nhập vào"), take, key="F7", kind="main")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(9), grown(12), grown(10))
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(None, self.take_button, button(_("Bỏ"), drop, key="Esc", kind="quiet")))
        self.hide()

    def put(self, preview: Preview) -> None:
        """Show a preview, the keyboard on its rows."""
        self.summary.setText(preview.summary)
        self.table.put(preview.rows)
        self.take_button.setEnabled(preview.may_take)
        self.show()
        self.table.setFocus()
