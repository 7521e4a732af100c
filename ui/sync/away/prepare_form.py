"""The form that asks what a laptop is to take along: who works on it, for which session, where to, under which passphrase."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.sync.away.state import Typed
from ui.widgets.asking import Answer, Asking
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label, row
from ui.widgets.path_field import PathField

_COLUMN_PX = 270
_MOST_COLUMNS = 3
Options = Sequence[tuple[str, str]]


class People(QWidget):
    """Who is to work on the laptop, a tick each."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self._trouble = label("", "error", wrap=True)
        self._trouble.hide()
        self._flow = Flow(())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(grown(3))
        self._layout.addWidget(label(_("Ai dùng máy? Mật khẩu của họ như ở quầy (phím cách để đánh dấu)"), "label"))
        self._layout.addWidget(self._flow)
        self._layout.addWidget(self._trouble)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Return the accounts that are ticked."""
        return tuple(account for account, box in self.boxes.items() if box.isChecked())

    @property
    def trouble(self) -> str:
        """Return what stands below the ticks."""
        return self._trouble.text()

    def offer(self, people: Options) -> None:
        """Offer these people, none ticked: a password goes along only with whom somebody chose."""
        # An ampersand in a name would be taken for a key of the box.
        self.boxes = {account: QCheckBox(name.replace("&", "&&")) for account, name in people}
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: self.refuse(None))
        old, self._flow = self._flow, Flow(tuple(self.boxes.values()))
        self._layout.replaceWidget(old, self._flow)
        old.deleteLater()
        self.refuse(None)

    def refuse(self, error: InvalidInput | None) -> None:
        """Show an error below, or take it away."""
        self._trouble.setText(f"{error.message} {error.hint}".strip() if error else "")
        self._trouble.setVisible(error is not None)

    def take_focus(self) -> None:
        """Put the keyboard on the first tick."""
        if self.boxes:
            next(iter(self.boxes.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)


class Choice(QWidget):
    """One choice with its label above; ``key`` is what stands."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._keys: tuple[str, ...] = ()
        self.box = ChoiceBox(title)
        self.box.setMinimumContentsLength(8)
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(label(title, "label"))
        layout.addWidget(self.box)

    @property
    def key(self) -> str:
        """Return the key of what stands; empty where there is nothing to choose."""
        at = self.box.currentIndex()
        return self._keys[at] if 0 <= at < len(self._keys) else ""

    def offer(self, options: Options) -> None:
        """Offer these from now on; the first one stands."""
        self._keys = tuple(key for key, _words in options)
        self.box.clear()
        for _key, words in options:
            self.box.addItem(words)


class PrepareForm(Asking):
    """Asks in rows, as many parts beside one another as there is room for; calls ``run`` at Enter."""

    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__(run, _("Chuẩn bị"))
        self.people = People()
        self.session = Choice(_("Cho buổi lưu động"))
        self.area = Choice(_("Danh sách cần giấy tờ mang theo"))
        self.fields: dict[str, Field] = {
            "desk_number": Field("desk_number", _("Số máy, in trong mã hồ sơ")),
            "folder": PathField("folder", _("Ghi gói vào thư mục (USB)")),
            "passphrase": Field("passphrase", _("Mật khẩu gói (từ 12 ký tự)")),
            "again": Field("again", _("Nhập lại mật khẩu gói")),
        }
        self._grid = QGridLayout()
        self._columns = 0
        for name in ("passphrase", "again"):
            self.fields[name].edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.session.box.currentIndexChanged.connect(lambda _at: self._allow_area())
        self._lay_out()
        self.hide()

    @property
    def typed(self) -> Typed:
        """Return what stands in the form."""
        texts = {name: field.text.strip() for name, field in self.fields.items()}
        return Typed(
            number=texts["desk_number"],
            people=self.people.ticked,
            session=self.session.key,
            area=self.area.key,
            folder=texts["folder"],
            passphrase=self.fields["passphrase"].text,
            again=self.fields["again"].text,
        )

    def open(self, *, number: int, people: Options, sessions: Options, areas: Sequence[str], folder: str) -> None:
        """Show the form with what it offers, the keyboard on the first person."""
        self.people.offer(people)
        self.session.offer((("", _("không, mang đi làm việc thường")), *sessions))
        self.area.offer((("", _("mọi khu vực")), *((each, each) for each in areas)))
        for name, field in self.fields.items():
            field.put({"desk_number": str(number), "folder": folder}.get(name, ""))
            field.refuse(None)
        self._back = self.window().focusWidget()
        self.do_button.setEnabled(True)
        self.show()
        self.people.take_focus()

    def answer(self, name: str) -> Answer | None:
        """Return what is asked for under ``name``."""
        return self.people if name == "people" else self.fields.get(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many parts beside each other as fit."""
        super().resizeEvent(event)
        self._arrange(max(1, min(_MOST_COLUMNS, event.size().width() // grown(_COLUMN_PX))))

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(grown(10))
        self._grid.setVerticalSpacing(grown(4))
        for field in self.fields.values():
            field.entered.connect(self.do)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(9), grown(12), grown(10))
        layout.setSpacing(grown(6))
        layout.addWidget(label(_("Máy mang đi cần gì?"), "strong"))
        layout.addWidget(self.people)
        layout.addLayout(self._grid)
        layout.addLayout(row(None, self.do_button, button(_("Bỏ"), self.put_away, key="Esc", kind="quiet")))
        self._arrange(_MOST_COLUMNS)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        number, *others = self.fields.values()
        for place, part in enumerate((number, self.session, self.area, *others)):
            self._grid.addWidget(part, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _allow_area(self) -> None:
        """Ask for an area only with a session: without one the list stays here."""
        self.area.setEnabled(bool(self.session.key))
