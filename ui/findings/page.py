"""The page of findings: what two desks say differently, both sides, and one key that closes it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.findings.commands import close
from desk_app.findings.reading import Seen, Side, open_findings
from desk_app.findings.room import CLOSE
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from ui.findings.state import page_of, room_words, side_lines, side_title
from ui.shell.page import Context, Page
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label, panel, row, scrolled
from ui.widgets.sides import Sides
from ui.widgets.strip import Strip
from ui.widgets.table import Column, Look, RowsModel, Table


def _columns() -> tuple[Column[Seen], ...]:
    return (
        Column(
            title=_("Việc"), look=lambda one: Look(words=room_words(one.room), shape="warning", colour=COLOURS.warning)
        ),
        Column(title=_("Hồ sơ"), look=lambda one: Look(words=one.code, bold=True)),
        Column(title=_("Mâu thuẫn"), look=lambda one: Look(words=one.words), stretches=True),
    )


# Room for who wrote it, what it says and three values.
_SIDE_HEIGHT = 150


class SideView(QWidget):
    """One desk's word."""

    def __init__(self, title: str) -> None:
        super().__init__()
        frame, inside = panel(title)
        self.title = label("", "strong", wrap=True)
        self.words = label("", wrap=True)
        inside.addWidget(self.title)
        inside.addWidget(self.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        inside.addStretch(1)
        layout.addWidget(frame, 1)
        self.setMinimumHeight(grown(_SIDE_HEIGHT))

    def put(self, side: Side | None) -> None:
        """Show a side, or that nothing more is known of it."""
        self.title.setText(side_title(side))
        self.words.setText("\n".join(side_lines(side)))


class FindingsPage(Page):
    """Shows every open contradiction; nothing was overwritten, and a person says how it stands."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._command_id = ""
        self._about: Seen | None = None
        self.count = label("", "soft")
        self.table: Table[Seen] = Table(RowsModel(_columns()), _("Điểm mâu thuẫn"), wrap=True)
        self.table.setMinimumHeight(grown(160))
        self.table.when_empty("tick", _("Các máy không mâu thuẫn gì. Không cần làm gì."))
        self.table.selectionModel().currentRowChanged.connect(lambda *_places: self._show())
        self.table.entered.connect(lambda _place: self._on_open())
        self.first, self.second = SideView(_("Đang được giữ")), SideView(_("Bên kia ghi"))
        self.sides = QWidget()
        self.close_button = button(_("Giữ như hiện nay"), self._on_close, key="F6", kind="main")
        self.open_button = button(_("Mở để sửa"), self._on_open, key="F7")
        self.strip = Strip(
            _("Vì sao giữ như hiện nay?"),
            [Field("reason", _("Đã giải quyết thế nào"), placeholder=_("đã hỏi hai quầy, bản ghi trước đúng"))],
            self._do_close,
            words=_("Ghi"),
        )
        self.bind("F6", _("Giữ như hiện nay, ghi cách giải quyết"), self._on_close)
        self.bind("F7", _("Mở hồ sơ hoặc trang liên quan để sửa"), self._on_open)
        self._lay_out()

    def arrive(self, about: str) -> None:
        """Stand in the list."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Look again what is open."""
        room, by = self.context.desk.findings, self.context.actor.id
        self.context.jobs.read(lambda: open_findings(room, by=by), self._on_read, latest="findings")

    def escape(self) -> bool:
        """Close the question."""
        if not self.strip.isVisible():
            return False
        self.strip.put_away()
        return True

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(10))
        layout.setSpacing(grown(8))
        layout.addWidget(Flow((label(_("Mâu thuẫn giữa các máy"), "section"), self.count)))
        layout.addWidget(self.strip)
        layout.addWidget(self.table, 2)
        self.sides.setLayout(Sides(self.first, self.second))
        layout.addWidget(self.sides, 1)
        keys = row(self.close_button, self.open_button)
        keys.addStretch(1)
        layout.addLayout(keys)
        layout.addWidget(
            label(
                _("Chưa có gì bị ghi đè. Sửa chỗ sai ở trang của nó trước, rồi nhấn F6 để khép lại."),
                "small",
                wrap=True,
            )
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def _on_read(self, found: tuple[Seen, ...]) -> None:
        self.table.put(found, keep=lambda one: (one.about, one.what, one.entry))
        self.count.setText(_("{count} điểm").format(count=quantity(len(found))) if found else "")
        if found and self.table.current is None:
            self.table.selectRow(0)
        self._show()

    def _show(self) -> None:
        one = self.table.current
        self.sides.setVisible(one is not None)
        self.first.put(one.first if one else None)
        self.second.put(one.second if one else None)
        self.close_button.setEnabled(one is not None and self.context.may(CLOSE))
        self.open_button.setEnabled(one is not None and bool(page_of(one)[0]))

    def _on_close(self) -> None:
        if self.close_button.isEnabled():
            self._about, self._command_id = self.table.current, self.context.desk.journal.new_id()
            self.strip.open()

    def _do_close(self) -> None:
        one, room, by, id_ = self._about, self.context.desk.findings, self.context.actor.id, self._command_id
        reason = self.strip.text("reason")
        if one is not None:
            self.context.jobs.write(
                lambda: close(
                    room, by=by, about=one.about, what=one.what, entry=one.entry, reason=reason, command_id=id_
                ),
                self._on_closed,
                failed=self._on_failed,
            )

    def _on_closed(self, _written: object) -> None:
        self.strip.put_away()
        self.context.messages.say(_("Đã ghi cách giải quyết; các máy khác sẽ biết ở lần gửi tới."), tone="good")
        self.context.wrote()

    def _on_failed(self, error: DeskError) -> None:
        self.strip.do_button.setEnabled(True)
        if not (isinstance(error, InvalidInput) and self.strip.refuse(error)):
            self.context.messages.report(error)

    def _on_open(self) -> None:
        one = self.table.current
        if one is not None and page_of(one)[0]:
            self.context.go(*page_of(one))
