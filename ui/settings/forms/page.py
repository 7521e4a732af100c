"""The section of wordings: what papers say, with a picture of the paper while it is typed."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.office.commands import put_wording
from desk_app.office.wordings import Wording
from ui.settings.button_row import button_row
from ui.settings.forms.desk_side import past_of, picture, wordings
from ui.settings.forms.state import WordingRow
from ui.settings.section import Section
from ui.settings.sheet import Sheet
from ui.settings.typed import day_of
from ui.shell.page import Context
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.parts import grown, label, scrolled
from ui.widgets.sides import Sides
from ui.widgets.table import Column, Look

_PAPER_WIDTH, _WIDE = 330, 840
_PAUSE_MS = 350
_AT_THE_HEAD = "desk_name"


def _columns() -> tuple[Column[WordingRow], ...]:
    return (
        Column(title=_("Câu chữ"), look=lambda one: Look(words=_(one.wording.label), bold=True)),
        Column(
            title=_("Đang in"),
            look=lambda one: Look(words=one.words, colour=COLOURS.ink if one.text else COLOURS.faint_ink),
            stretches=True,
        ),
        Column(title=_("Từ ngày"), look=lambda one: Look(words=one.since, colour=COLOURS.soft_ink)),
        Column(title=_("Sẽ đổi"), look=lambda one: Look(words=one.next, colour=COLOURS.calm), minor=True),
    )


class FormsPage(Section):
    """Lists the wordings beside a picture of the paper on which the one in hand stands."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Câu chữ trên giấy"), _("Áp dụng từ ngày đã chọn; giấy đã in giữ nguyên."))
        self.about: Wording | None = None
        self._image = QPixmap()
        self.change_button = self.action("F6", _("Đổi câu chữ"), self._on_change, kind="main")
        self.reset_button = self.action("F8", _("Về câu có sẵn"), self._on_reset)
        self.bind("Ctrl+H", _("Lịch sử: ai đã đổi gì"), self._on_past)
        self.body.addWidget(button_row((self.change_button, self.reset_button)))
        self.text = Field("text", _("Câu chữ mới"))
        first = Field("valid_from", _("Áp dụng từ ngày"), placeholder="31/12/2026")
        self.change = self.sheet(Sheet([self.text, first], self._do_change, words=_("Lưu")))
        again = Field("valid_from", _("Áp dụng từ ngày"), placeholder="31/12/2026")
        self.reset = self.sheet(Sheet([again], self._do_reset, words=_("Về câu có sẵn")))
        self.table = self.list(_columns(), _("Câu chữ trên giấy"))
        self.table.entered.connect(lambda _what: self._on_change())
        self.table.selectionModel().currentRowChanged.connect(lambda *_what: self._on_walked())
        self.paper = QLabel()
        self.paper.setAccessibleName(_("Hình giấy mẫu"))
        self.paper.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._frame = scrolled(self.paper)
        self._sides = Sides(self.table, self._frame, (1, 0))
        self.body.addLayout(self._sides, 1)
        self.body.addWidget(self.past)
        note = _("Hình là giấy mẫu của người không có thật. Enter: đổi. Ctrl+H: lịch sử.")
        self.body.addWidget(label(note, "small", wrap=True))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        self.text.edited.connect(lambda _what: self._pause.start())

    def arrive(self, about: str) -> None:
        """Stand in the list."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the wordings again."""
        desk = self.context.desk
        self.context.jobs.read(lambda: wordings(desk), self._on_read, latest="wordings")

    def escape(self) -> bool:
        """Close what is open, and show the paper as it is printed today."""
        closed = super().escape()
        if closed:
            self._draw()
        return closed

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the picture beside the list, or below it where there is no room."""
        super().resizeEvent(event)
        wide = event.size().width() >= grown(_WIDE)
        self._sides.be_narrow(narrow=not wide)
        self._frame.setMinimumSize(grown(_PAPER_WIDTH), 0 if wide else grown(260))

    @property
    def has_picture(self) -> bool:
        """Tell whether a paper is shown."""
        return not self._image.isNull()

    def _on_read(self, rows: tuple[WordingRow, ...]) -> None:
        self.table.put(rows, keep=lambda one: one.wording.key)
        self._on_walked()

    def _on_walked(self) -> None:
        one = self.table.current
        self.change_button.setEnabled(one is not None)
        self.reset_button.setEnabled(one is not None and (one.is_own or bool(one.next)))
        if self.open_sheet is None:
            self._draw()

    def _draw(self) -> None:
        """Draw the paper: as it is typed, else as it is printed today."""
        one = self.table.current
        typed = self.change.isVisible() and self.about is not None
        if one is None and not typed:
            return
        key = self.about.key if typed and self.about is not None else one.wording.key if one is not None else ""
        text = self.text.text if typed else one.text if one is not None else ""
        desk = self.context.desk
        self.context.jobs.read(lambda: picture(desk, key, text), self._on_drawn, latest="picture")

    def _on_drawn(self, png: bytes) -> None:
        drawn = QPixmap()
        drawn.loadFromData(png)
        self._image = drawn
        width = grown(_PAPER_WIDTH) - grown(20)
        self.paper.setPixmap(drawn.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
        self.paper.adjustSize()
        QTimer.singleShot(0, self._show_place)

    def _show_place(self) -> None:
        """Scroll to where the wording stands: the head of the paper, or its foot."""
        bar, one = self._frame.verticalScrollBar(), self.table.current
        bar.setValue(0 if one is None or one.wording.key == _AT_THE_HEAD else bar.maximum())

    def _on_change(self) -> None:
        one = self.table.current
        if one is not None:
            self.about = one.wording
            self.change.note(_(one.wording.where))
            values = {"text": one.text, "valid_from": spoken_day(self.context.now().date())}
            self.ask(self.change, _(one.wording.label), values)

    def _do_change(self) -> None:
        self._put(self.change, self.text.text)

    def _on_reset(self) -> None:
        one = self.table.current
        if one is not None:
            self.about = one.wording
            title = _("«{label}» trở về câu có sẵn: {text}").format(
                label=_(one.wording.label), text=one.wording.text or _("(không in)")
            )
            self.ask(self.reset, title, {"valid_from": spoken_day(self.context.now().date())})

    def _do_reset(self) -> None:
        self._put(self.reset, None)

    def _put(self, sheet: Sheet, text: str | None) -> None:
        if self.about is None:
            return
        room, by, id_, key = self.context.desk.office, self.context.actor.id, self.command_id, self.about.key
        try:
            first = day_of(sheet.text("valid_from"), field="valid_from")
        except InvalidInput as error:
            self.on_failed(error)
            return
        self.keep(
            lambda: put_wording(room, by=by, key=key, text=text, valid_from=first, command_id=id_),
            _("Đã lưu, giấy in từ ngày {day} theo câu mới.").format(day=spoken_day(first)),
        )

    def on_failed(self, error: DeskError) -> None:
        """Show what is wrong with a wording beside its field."""
        if isinstance(error, InvalidInput) and self.about is not None and error.field == self.about.key:
            error = InvalidInput("text", error.message, error.hint)
        super().on_failed(error)

    def _on_past(self) -> None:
        desk = self.context.desk
        self.context.jobs.read(lambda: past_of(desk), self.show_past, latest="past")
