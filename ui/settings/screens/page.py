"""The section of the citizens' screens."""

from functools import partial

from PySide6.QtGui import QGuiApplication, QResizeEvent

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.surveys.screens import ScreenSetup
from ui.settings.button_row import button_row
from ui.settings.inputs import Choice, Lines, Options, Ticks
from ui.settings.screens.desk_side import Screens, keep_screens, put_slogans, screens
from ui.settings.section import Section
from ui.settings.typed import day_of
from ui.shell.page import Context
from ui.widgets.field import Field
from ui.widgets.parts import grown, label, panel
from ui.widgets.sides import Sides

_NARROW = 760
_LINES_HEIGHT = 260
_TICKED = ("customer_open", "display_open", "chime", "spoken")


class ScreensPage(Section):
    """Lets a person say which windows open, where, and what is heard; an administrator, which slogans are shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Màn hình"), _("Màn hình cho người dân tại quầy và màn hình gọi số ở sảnh chờ."))
        self._setup = ScreenSetup()
        self._sent = False
        self.opens = Ticks("opens", _("Mở cùng chương trình"), _windows())
        self.sounds = Ticks("sounds", _("Khi gọi số"), _heard())
        self.customer_on = Choice("customer_on", _("Màn hình cho người dân hiện ở"), self._places())
        self.display_on = Choice("display_on", _("Màn hình gọi số hiện ở"), self._places())
        self.keep_button = self.action("F6", _("Lưu cách mở màn hình"), self._on_keep, kind="main")
        self.lines = Lines("slogans", _("Mỗi dòng một câu, hiện lần lượt"))
        self.lines.edit.setFixedHeight(grown(_LINES_HEIGHT))
        self.since = Field("valid_from", _("Áp dụng từ ngày"), placeholder="31/12/2026")
        self.told = label("", "small", wrap=True)
        self.put_button = self.action("F7", _("Lưu khẩu hiệu"), self._on_put)
        self.shipped_button = self.action("F8", _("Dùng bộ kèm theo"), self._on_shipped)
        self._lay_out()
        self._allow()

    def arrive(self, about: str) -> None:
        """Stand on the first thing to choose."""
        self._offer_places()
        self.refresh()
        self.opens.take_focus()

    def refresh(self) -> None:
        """Read setup and slogans again, unless somebody is writing slogans now."""
        self.context.jobs.read(partial(screens, self.context.desk), self._on_read, latest="screens")

    def on_failed(self, error: DeskError) -> None:
        """Show an error beside what it is about, else in the bar."""
        self._sent = False
        if isinstance(error, InvalidInput) and error.field == self.since.name:
            self.since.refuse(error)
            self.since.take_focus()
        elif isinstance(error, InvalidInput):
            self.lines.refuse(error)
            self.lines.take_focus()
        else:
            super().on_failed(error)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the slogans below where there is no room beside."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        self._sides.be_narrow(narrow=narrow)

    def _lay_out(self) -> None:
        windows, left = panel(_("Cửa sổ của máy này"))
        for part in (self.opens, self.customer_on, self.display_on, self.sounds):
            left.addWidget(part)
        left.addWidget(label(_("Ctrl+F7, Ctrl+F8: mở, đóng ngay, ở bất cứ trang nào."), "small", wrap=True))
        left.addWidget(button_row([self.keep_button]))
        left.addStretch(1)
        slogans, right = panel(_("Khẩu hiệu của cơ quan"))
        right.addWidget(self.lines)
        right.addWidget(self.since)
        right.addWidget(self.told)
        right.addWidget(button_row([self.put_button, self.shipped_button]))
        right.addStretch(1)
        self._sides = Sides(windows, slogans)
        self.body.addLayout(self._sides, 1)

    def _allow(self) -> None:
        may = self.context.may("office.put_setting")
        self.lines.edit.setReadOnly(not may)
        for part in (self.since, self.put_button, self.shipped_button):
            part.setEnabled(may)

    def _offer_places(self) -> None:
        for part in (self.customer_on, self.display_on):
            part.offer(self._places())

    def _places(self) -> Options:
        names = [screen.name() for screen in QGuiApplication.screens()]
        kept = [name for name in (self._setup.customer_on, self._setup.display_on) if name and name not in names]
        return (("", _("Màn hình thứ hai, nếu có")), *((name, name) for name in dict.fromkeys((*names, *kept))))

    def _on_read(self, found: Screens) -> None:
        self._setup = found.setup
        self._offer_places()
        setup = found.setup
        ticked = " ".join(name for name in _TICKED if getattr(setup, name))
        for part, text in (
            (self.opens, ticked),
            (self.sounds, ticked),
            (self.customer_on, setup.customer_on),
            (self.display_on, setup.display_on),
        ):
            part.put(text)
        own = _("Đang dùng {count} câu của cơ quan.").format(count=len(found.slogans))
        self.told.setText(own if found.are_own else found.notice)
        if not self.lines.edit.document().isModified():
            self.lines.put("\n".join(found.slogans))
        if not self.since.text:
            self.since.put(spoken_day(self.context.now().date()))

    def _on_keep(self) -> None:
        ticked = (*self.opens.text.split(), *self.sounds.text.split())
        setup = changed(
            self._setup,
            customer_on=self.customer_on.text,
            display_on=self.display_on.text,
            **{name: name in ticked for name in _TICKED},
        )
        self.keep(partial(keep_screens, self.context.desk, setup), _("Đã lưu cách mở màn hình."))

    def _on_put(self) -> None:
        self._put(self.lines.text, _("Đã lưu khẩu hiệu, áp dụng từ {day}."))

    def _on_shipped(self) -> None:
        self._put("", _("Từ {day}, màn hình hiện bộ khẩu hiệu kèm theo chương trình."))

    def _put(self, lines: str, said: str) -> None:
        self.lines.refuse(None)
        try:
            since = day_of(self.since.text, field=self.since.name)
        except InvalidInput as error:
            self.on_failed(error)
            return
        desk, by, command_id = self.context.desk, self.context.actor.id, self.context.desk.journal.new_id()
        self._sent = True
        self.keep(partial(put_slogans, desk, by, lines, since, command_id), said.format(day=spoken_day(since)))

    def _on_kept(self, result: object) -> None:
        if self._sent:
            # What stands in the box is on the disk now: it may be read anew.
            self.lines.edit.document().setModified(False)
        self._sent = False
        super()._on_kept(result)
        self.context.happenings.screens_changed.emit()


def _windows() -> Options:
    return (
        ("customer_open", _("Màn hình cho người dân tại quầy")),
        ("display_open", _("Màn hình gọi số ở sảnh chờ")),
    )


def _heard() -> Options:
    return (
        ("chime", _("Chuông")),
        ("spoken", _("Đọc số thành tiếng, nếu máy có giọng đọc tiếng Việt")),
    )
