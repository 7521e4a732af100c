"""The first thing seen: who are you? The same page opens the data, changes a first password, and locks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.shell.people_choice import PeopleChoice, Person
from ui.widgets.colours import COLOURS
from ui.widgets.parts import button, grown, label, row, scrolled, shape


class Asked(Enum):
    """What the page asks for."""

    NOTHING = "nothing"
    PACK = "pack"
    RESTORE = "restore"
    DATA_PASSWORD = "data_password"
    RECOVERY = "recovery"
    RECOVERY_PASSWORD = "recovery_password"
    SECRET = "secret"
    NEW_PASSWORD = "new_password"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a person typed; only what was asked for is filled in."""

    asked: Asked
    pack: str = ""
    passphrase: str = field(default="", repr=False)
    data: str = field(default="", repr=False)
    paper: str = field(default="", repr=False)
    login: str = ""
    secret: str = field(default="", repr=False)
    fresh: str = field(default="", repr=False)
    again: str = field(default="", repr=False)


_WIDTH = 400
_BADGE_LENGTH, _BADGE_DASHES = 34, 4
_FIELDS = {
    Asked.NOTHING: ("login", "secret"),
    Asked.PACK: ("pack", "passphrase"),
    Asked.RESTORE: ("pack", "paper", "login", "secret"),
    Asked.DATA_PASSWORD: ("data",),
    Asked.RECOVERY: ("paper",),
    Asked.RECOVERY_PASSWORD: ("paper", "fresh", "again"),
    Asked.SECRET: ("login", "secret"),
    Asked.NEW_PASSWORD: ("fresh", "again"),
}
_LABELS = {
    "pack": _("Tệp gói mang đi (đuôi .mangdi)"),
    "passphrase": _("Mật khẩu gói"),
    "data": _("Mật khẩu mở dữ liệu của máy này"),
    "paper": _("14 nhóm trên tờ khóa dự phòng, hoặc quét mã QR"),
    "login": _("Tên đăng nhập"),
    "secret": _("Mật khẩu hoặc mã PIN"),
    "fresh": _("Mật khẩu mới (từ 8 ký tự)"),
    "again": _("Nhập lại mật khẩu mới"),
}
_LABELS_OF_RESTORE = {
    "pack": _("Bản sao: tệp desk.db hoặc thư mục trên thẻ nhớ"),
    "paper": _("Mật khẩu dữ liệu cũ, hoặc 14 nhóm tờ khóa (nếu cần)"),
    "login": _("Quản trị của máy cũ"),
}
# What anybody may read over a shoulder; it also stays when something else is asked.
_PLAIN = ("login", "pack")
# Fourteen groups are not typed blindly; they are forgotten like any secret.
_SHOWN = (*_PLAIN, "paper")
_BUTTON = {
    Asked.NOTHING: _("Đang mở dữ liệu…"),
    Asked.PACK: _("Mở gói mang đi"),
    Asked.RESTORE: _("Khôi phục"),
    Asked.DATA_PASSWORD: _("Mở dữ liệu"),
    Asked.RECOVERY: _("Mở bằng khóa dự phòng"),
    Asked.RECOVERY_PASSWORD: _("Mở bằng khóa dự phòng"),
    Asked.SECRET: _("Đăng nhập"),
    Asked.NEW_PASSWORD: _("Đổi mật khẩu và vào làm việc"),
}
_WAITING = {Asked.PACK: _("Đang mở gói…"), Asked.RESTORE: _("Đang khôi phục…")}
# A password turned out to be needed as well: nobody types fourteen groups twice for that.
_SAME_PAPER = (Asked.RECOVERY, Asked.RECOVERY_PASSWORD)
_OTHER_WAYS = {
    Asked.PACK: _("Máy cũ đã mất: khôi phục từ bản sao lưu"),
    Asked.RESTORE: _("Quay lại mở gói mang đi"),
    Asked.DATA_PASSWORD: _("Quên mật khẩu: mở bằng khóa dự phòng"),
    Asked.RECOVERY_PASSWORD: _("Quay lại gõ mật khẩu mở dữ liệu"),
}


class SignInPage(QWidget):
    """Asks for what is needed and says ``answered`` with an ``Answer``; ``other_way`` when the data's password is forgotten."""

    answered = Signal(object)
    other_way = Signal()
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._asked = Asked.NOTHING
        self._first_paint = True
        self._labels = {name: label(words, "label") for name, words in _LABELS.items()}
        self._fields = {name: QLineEdit() for name in _LABELS}
        self._title = label(_("Đăng nhập"), "title")
        self._error = label("", "error", wrap=True)
        self._hint = label("", "soft", wrap=True)
        self._button = button("", self._on_pressed, kind="main")
        self._pick = button(_("Chọn…"), self._pick_pack)
        self._other = button("", self.other_way.emit, kind="quiet")
        self.people = PeopleChoice(self.prefill)
        self._frame = QFrame()
        for name, edit in self._fields.items():
            edit.returnPressed.connect(self._on_pressed)
            edit.installEventFilter(self)
            if name not in _SHOWN:
                edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._fields["login"].textChanged.connect(self.people.mark)
        self._office = label("", "", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._cover(), 2)
        layout.addWidget(self._form(), 3)
        self.ask(Asked.NOTHING)

    @property
    def asked(self) -> Asked:
        """Return what the page asks for now."""
        return self._asked

    @property
    def title(self) -> str:
        """Return what the page calls itself now."""
        return self._title.text()

    @property
    def error(self) -> str:
        """Return why the last answer did not work, or nothing."""
        return self._error.text()

    def name_office(self, name: str) -> None:
        """Show whose desk this is."""
        self._office.setText(name)

    def ask(self, asked: Asked, *, title: str = "", hint: str = "", people: Sequence[Person] = ()) -> None:
        """Ask for something, of ``people`` to choose from; what was typed for another question is forgotten."""
        kept = (*_PLAIN, "paper") if (self._asked, asked) == _SAME_PAPER else _PLAIN
        self._asked = asked
        for name, edit in self._fields.items():
            shown = name in _FIELDS[asked]
            words = _LABELS_OF_RESTORE.get(name, _LABELS[name]) if asked is Asked.RESTORE else _LABELS[name]
            self._labels[name].setText(words)
            self._labels[name].setVisible(shown)
            edit.setAccessibleName(words)
            edit.setVisible(shown)
            if name not in kept:
                edit.clear()
        self._pick.setVisible("pack" in _FIELDS[asked])
        self._other.setText(_OTHER_WAYS.get(asked, ""))
        self._other.setVisible(asked in _OTHER_WAYS)
        self._other.setEnabled(True)
        self.people.put(people)
        self._title.setText(title or _("Đăng nhập"))
        self._hint.setText(hint)
        self._error.clear()
        self._button.setText(_BUTTON[asked])
        self._button.setEnabled(asked is not Asked.NOTHING)
        self._focus_first_empty()

    def prefill(self, login: str) -> None:
        """Put a name into the first field, as at a locked window; a secret typed for another name is forgotten."""
        self._fields["login"].setText(login)
        self._fields["secret"].clear()
        self.people.mark(login)
        self._focus_first_empty()

    def wait(self) -> None:
        """Say that an answer is being looked at."""
        self._error.clear()
        for each in (self._button, self._other):
            each.setEnabled(False)
        if self._asked in _WAITING:
            self._button.setText(_WAITING[self._asked])

    def refuse(self, message: str, hint: str = "") -> None:
        """Say why it did not work, and ask again."""
        self._error.setText(f"{message} {hint}".strip())
        self._button.setText(_BUTTON[self._asked])
        self._button.setEnabled(self._asked is not Asked.NOTHING)
        self._other.setEnabled(True)
        for name in ("secret", "data", "passphrase"):
            self._fields[name].clear()
        self._focus_first_empty()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and say so the first time: only now may slower things begin."""
        super().paintEvent(event)
        if self._first_paint:
            self._first_paint = False
            self.painted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let ↑ and ↓ in a field choose among the people."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.people.people:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.people.step(self._fields["login"].text(), step)
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._frame.setFixedWidth(grown(_WIDTH))

    def _on_pressed(self) -> None:
        names = _FIELDS[self._asked]
        if self._asked is Asked.SECRET and self._button.isEnabled() and _may_be_badge(self._fields["login"].text()):
            scanned = self._fields["login"].text()
            # The code must not stand on the screen.
            self._fields["login"].clear()
            self.answered.emit(Answer(asked=self._asked, login=scanned))
            return
        optional = "paper" if self._asked is Asked.RESTORE else ""
        empty = next((name for name in names if not self._fields[name].text() and name != optional), None)
        if empty is not None:
            self._fields[empty].setFocus()
        elif self._button.isEnabled():
            self.answered.emit(Answer(asked=self._asked, **{name: self._fields[name].text() for name in names}))

    def _pick_pack(self) -> None:
        edit = self._fields["pack"]
        pattern = "*.mangdi" if self._asked is Asked.PACK else "desk.db copy.json"
        found, _pattern = QFileDialog.getOpenFileName(self, _("Chọn tệp"), edit.text(), pattern)
        if found:
            edit.setText(found)
        self._focus_first_empty()

    def _focus_first_empty(self) -> None:
        names = _FIELDS[self._asked]
        first = next((name for name in names if not self._fields[name].text()), names[-1])
        self._fields[first].setFocus()

    def _cover(self) -> QWidget:
        made = QWidget()
        made.setObjectName("rail")
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(made)
        layout.setContentsMargins(*[grown(40)] * 4)
        layout.addStretch(2)
        layout.addWidget(shape("door", COLOURS.paper, 64))
        layout.addWidget(label(_("Một cửa"), "cover"))
        layout.addWidget(label(_("Tiếp nhận và trả kết quả"), "cover-line", wrap=True))
        layout.addStretch(3)
        self._office.setProperty("look", "cover-line")
        layout.addWidget(self._office)
        return made

    def _form(self) -> QWidget:
        self._frame.setFixedWidth(grown(_WIDTH))
        layout = QVBoxLayout(self._frame)
        layout.setSpacing(grown(5))
        layout.addWidget(self._title)
        layout.addSpacing(grown(10))
        layout.addWidget(self.people)
        for name, edit in self._fields.items():
            layout.addWidget(self._labels[name])
            layout.addLayout(row(edit, self._pick) if name == "pack" else row(edit))
            layout.addSpacing(grown(4))
        layout.addWidget(self._error)
        layout.addSpacing(grown(6))
        layout.addWidget(self._button)
        layout.addWidget(self._other)
        layout.addSpacing(grown(10))
        layout.addWidget(self._hint)
        outer = QWidget()
        middle = QVBoxLayout(outer)
        middle.addStretch(2)
        middle.addLayout(row(None, self._frame, None))
        middle.addStretch(3)
        return scrolled(outer)


def _may_be_badge(text: str) -> bool:
    """Tell whether a text is too long for a name and parted as a badge's code is; the desk looks closer."""
    return len(text) >= _BADGE_LENGTH and text.count("-") == _BADGE_DASHES
