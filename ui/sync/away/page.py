"""The page of laptops: which are away, one key to make one ready, one to take its work home."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from desk_app.sync.away.bring_home import Homecoming
from desk_app.sync.away.prepare import Prepared
from desk_app.sync.away.room import BRING_HOME, PREPARE
from ui.shell.page import Context, Page
from ui.sync.away import desk_side
from ui.sync.away.desk_side import Standing
from ui.sync.away.moves import AwayMoves
from ui.sync.away.state import LaptopRow, headline, home_lines, home_title, laptop_row, prepared_lines
from ui.widgets.colours import COLOURS
from ui.widgets.flow import Flow
from ui.widgets.in_sight import InSight
from ui.widgets.parts import button, grown, label, panel, put_shape, row, scrolled, shape
from ui.widgets.table import Column, Look, RowsModel, Table

# A list that holds nothing has room for what it says then.
_LIST_PX = 220
_AROUND_PX = 56


def _columns() -> tuple[Column[LaptopRow], ...]:
    return (
        Column(title=_("Máy"), look=lambda one: Look(words=one.number, bold=True)),
        Column(title=_("Tình hình"), look=lambda one: Look(words=one.standing, shape=one.shape, colour=one.colour)),
        Column(title=_("Người dùng"), look=lambda one: Look(words=one.people), stretches=True),
        Column(title=_("Buổi lưu động"), look=lambda one: Look(words=one.session)),
        Column(title=_("Hồ sơ"), look=lambda one: Look(words=one.dossiers), minor=True),
        Column(title=_("Danh sách"), look=lambda one: Look(words=one.lines), minor=True),
        Column(title=_("Chuẩn bị"), look=lambda one: Look(words=one.prepared, colour=COLOURS.soft_ink), minor=True),
    )


class AwayPage(Page):
    """Shows every laptop that was made ready, and gives account of what each brought home."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._standing: Standing | None = None
        self.moves = AwayMoves(context, self)
        self.moves.prepared.connect(self._on_prepared)
        self.moves.came_home.connect(self._on_home)
        self._shape = shape("info", COLOURS.soft_ink, 20)
        self.head = label("", "strong", wrap=True)
        self.table: Table[LaptopRow] = Table(RowsModel(_columns()), _("Máy mang đi"))
        self.table.setMinimumHeight(grown(_LIST_PX))
        self.table.when_empty(
            "switch",
            _("Chưa có máy mang đi nào."),
            _("Người dùng, danh mục, hồ sơ đang giải quyết, số riêng: tất cả đi theo trong một tệp khóa."),
            key="F6",
        )
        self.table.entered.connect(lambda _place: self._on_open())
        self.findings_button = button(_("Xem mâu thuẫn"), lambda: context.go("findings", ""), key="Shift+F3")
        self._make_result()
        self._lay_out()

    def arrive(self, about: str) -> None:
        """Stand in the list of laptops."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Look again how it stands."""
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: desk_side.standing(desk, by), self._on_read, latest="laptops")

    def escape(self) -> bool:
        """Close an open question, then the account of the last file."""
        if self.moves.close():
            return True
        shown = self.result.isVisible()
        self.result.hide()
        return shown

    def _make_result(self) -> None:
        self.result, inside = panel()
        self.result_title = label("", "strong", wrap=True)
        self.result_words = label("", wrap=True)
        inside.addWidget(self.result_title)
        inside.addWidget(self.result_words)
        inside.addLayout(row(self.findings_button, None))
        self.result.hide()

    def _lay_out(self) -> None:
        actions = (
            ("F6", _("Chuẩn bị máy mang đi"), PREPARE, self._ask_prepare, "main"),
            ("F7", _("Nhận tệp về"), BRING_HOME, lambda: self._ask_home(looks=False), ""),
            ("F8", _("Xem trước tệp"), BRING_HOME, lambda: self._ask_home(looks=True), ""),
        )
        buttons = []
        for key, words, permission, run, kind in actions:
            made = button(words, run, key=key, kind=kind)
            made.setEnabled(self.context.may(permission))
            self.bind(key, words, made.click)
            buttons.append(made)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(10))
        layout.setSpacing(grown(8))
        layout.addWidget(label(_("Máy mang đi"), "section"))
        head = row(self._shape, self.head)
        head.setStretch(1, 1)
        layout.addLayout(head)
        layout.addWidget(Flow((*buttons, None)))
        for asking in self.moves.all:
            layout.addWidget(asking)
        layout.addWidget(self.result)
        layout.addWidget(self.table, 1)
        layout.addWidget(
            label(_("Enter: hồ sơ của máy đó. Máy về bao nhiêu lần cũng được, không ghi hai lần."), "small", wrap=True)
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(inside)
        whole.addWidget(self._area)
        # A field with its label above and its trouble below.
        InSight(self._area, around=_AROUND_PX)

    def _on_read(self, standing: Standing) -> None:
        self._standing = standing
        rows = tuple(laptop_row(each.laptop, each.session) for each in standing.laptops)
        words, glyph, colour = headline(rows)
        self.head.setText(words)
        put_shape(self._shape, glyph, colour, 20)
        self.table.put(rows, keep=lambda one: one.laptop.laptop)

    def _ask_prepare(self) -> None:
        if self._standing is not None:
            self.moves.ask_prepare(self._standing)

    def _ask_home(self, *, looks: bool) -> None:
        self.moves.ask_home(looks=looks, folder=self._standing.folder if self._standing else "")

    def _on_open(self) -> None:
        one = self.table.current
        if one is not None:
            self.context.go("list", f"desk={one.laptop.laptop}")

    def _on_prepared(self, done: Prepared) -> None:
        self._show(_("Máy mang đi đã sẵn sàng"), prepared_lines(done), has_findings=False)
        self.context.messages.say(
            _("Đã ghi gói {file}.").format(file=done.file.name),
            _("Chép tệp sang máy mang đi; nói mật khẩu gói riêng."),
            tone="good",
        )

    def _on_home(self, done: Homecoming) -> None:
        found = bool(done.imported.new_findings) and not done.imported.dry_run
        self._show(home_title(done), home_lines(done), has_findings=found)
        if not done.imported.dry_run:
            self.context.messages.say(
                _("Đã nhận {count} bút toán mới của máy mang đi.").format(count=quantity(done.imported.taken)),
                _("Mâu thuẫn mới: xem trang Mâu thuẫn.") if found else "",
                tone="warning" if found else "good",
            )

    def _show(self, title: str, lines: tuple[str, ...], *, has_findings: bool) -> None:
        self.result_title.setText(title)
        self.result_words.setText("\n".join(lines))
        self.findings_button.setVisible(has_findings)
        self.result.show()
        QTimer.singleShot(0, self.result, self._show_result)

    def _show_result(self) -> None:
        """Scroll to where the account begins: at large text the page is higher than the window."""
        self._area.verticalScrollBar().setValue(self.result.y() - grown(8))
