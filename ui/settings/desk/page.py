"""The section of this computer: its facts, the check of its journal, language, text size and contrast."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.journal.journal import Verified
from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _
from ui import theme
from ui.settings.button_row import button_row
from ui.settings.desk import state
from ui.settings.desk.desk_side import VERIFY, computer, put_language, verified
from ui.settings.desk.state import Computer
from ui.settings.inputs import Choice
from ui.settings.lines import lines
from ui.settings.section import Section
from ui.settings.sheet import Sheet
from ui.shell.page import Context
from ui.widgets import colours
from ui.widgets.parts import label

_SIZES = tuple((str(percent), f"{percent} %") for percent in range(theme.SMALLEST_TEXT, theme.LARGEST_TEXT + 1, 10))
_STEP = 10


@runtime_checkable
class _Dressed(Protocol):
    """The window, as far as it can be asked to look otherwise; the frame itself is no page's to import."""

    def grow_text(self, steps: int) -> None:
        """Make all text larger or smaller."""
        ...

    def switch_contrast(self) -> None:
        """Change between the everyday colours and high contrast."""
        ...


class DeskPage(Section):
    """Shows this computer as the program sees it; how it looks is everybody's to choose."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Máy này"), _("Dữ liệu, sổ nhật ký và cách hiển thị của máy này."))
        self._computer: Computer | None = None
        self._wants_focus = False
        self.look_button = self.action("F6", _("Ngôn ngữ, cỡ chữ, tương phản"), self._on_look, kind="main")
        self.verify_button = self.action("F7", _("Kiểm tra sổ nhật ký"), self._on_verify)
        self.verify_button.setEnabled(context.may(VERIFY))
        self.look_button.setEnabled(False)
        self.body.addWidget(button_row((self.look_button, self.verify_button)))
        contrast = (("no", _("Thường")), ("yes", _("Cao")))
        self.look = self.sheet(
            Sheet(
                [
                    Choice("language", _("Ngôn ngữ (từ lần mở sau)")),
                    Choice("text", _("Cỡ chữ (đổi ngay)"), _SIZES),
                    Choice("contrast", _("Tương phản (đổi ngay)"), contrast),
                ],
                self._do_look,
                words=_("Áp dụng"),
            )
        )
        self._facts = QVBoxLayout()
        holder = QWidget()
        holder.setLayout(self._facts)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(holder)
        note = _("Ở mọi trang: Ctrl+= và Ctrl+- đổi cỡ chữ, Ctrl+0 về cỡ thường. Số quầy và mã máy không đổi được.")
        self.body.addWidget(label(note, "small", wrap=True))
        self.body.addStretch(1)

    def arrive(self, about: str) -> None:
        """Stand on the first button."""
        self._wants_focus = True
        self.refresh()

    def refresh(self) -> None:
        """Look at the computer again."""
        desk = self.context.desk
        self.context.jobs.read(lambda: computer(desk), self._on_read, latest="computer")

    def _on_read(self, found: Computer) -> None:
        self._computer = found
        self.look_button.setEnabled(True)
        if self._wants_focus:
            self._wants_focus = False
            self.look_button.setFocus()
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._facts.addWidget(lines(state.computer_lines(found)))

    def _on_look(self) -> None:
        if self._computer is None:
            return
        language = self.look.inputs["language"]
        assert isinstance(language, Choice)
        language.offer(state.language_options(self._computer.languages))
        values = {
            "language": self._computer.language,
            "text": str(theme.present_percent()),
            "contrast": "yes" if colours.is_high_contrast() else "no",
        }
        self.ask(self.look, _("Chương trình hiện ra thế nào?"), values)

    def _do_look(self) -> None:
        language, text = self.look.text("language"), int(self.look.text("text"))
        high = self.look.text("contrast") == "yes"
        self.keep(lambda: put_language(language), _("Đã ghi. Ngôn ngữ đổi từ lần mở chương trình sau."))
        window = self.window()
        if isinstance(window, _Dressed):
            if high != colours.is_high_contrast():
                window.switch_contrast()
            if text != theme.present_percent():
                window.grow_text((text - theme.present_percent()) // _STEP)

    def _on_verify(self) -> None:
        desk, by = self.context.desk, self.context.actor.id
        self.verify_button.setEnabled(False)
        self.context.jobs.long(
            lambda progress: verified(desk, by, progress),
            self._on_verified,
            title=_("Kiểm tra sổ nhật ký"),
            failed=self._on_not_verified,
        )

    def _on_verified(self, found: Verified) -> None:
        self.verify_button.setEnabled(True)
        message, hint, tone = state.verdict(found)
        self.context.messages.say(message, hint, tone=tone)

    def _on_not_verified(self, error: DeskError) -> None:
        self.verify_button.setEnabled(True)
        self.context.messages.report(error)
