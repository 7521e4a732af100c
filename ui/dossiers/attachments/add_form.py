"""The strip in which a file is named and said to be which paper."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QFrame, QGridLayout, QVBoxLayout

from desk_app.attachments.rules import PaperChoice
from desk_app.kernel.errors import Conflict, DeskError, InvalidInput
from desk_app.kernel.translations import _
from ui.dossiers.attachments.state import path_in, refused_words
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label

_SAME = "attachments.same"
_PATTERN = "*.pdf *.jpg *.jpeg *.png"
_SHORT = 24


class AddForm(QFrame):
    """Asks which paper and which file; says ``entered`` once both stand, ``gave_up`` at Esc."""

    entered = Signal()
    gave_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "strip")
        self._choices: tuple[PaperChoice, ...] = ()
        self.anyway = False
        self.box = ChoiceBox(_("Giấy tờ nào"))
        # A paper's name may be longer than the window is wide.
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_SHORT)
        self.box.currentIndexChanged.connect(self._on_paper)
        self.file = Field(
            "file", _("Tệp PDF, JPEG hoặc PNG"), placeholder=_("Dán đường dẫn, kéo thả tệp, hoặc chọn tệp")
        )
        self.file.entered.connect(self._do)
        self.file.edited.connect(lambda _text: self._doubt_no_more())
        self.pick_button = button(_("Chọn tệp…"), self.pick, key="Alt+C")
        self.sensitive = QCheckBox(_("Dữ liệu nhạy cảm (sức khỏe, giấy tùy thân…)"))
        self.do_button = button(_("Thêm"), self._do, key="Enter", kind="main")
        self._note = label("", "small", wrap=True)
        self._trouble = label("", "warning", wrap=True)
        self._lay_out()
        self.hide()

    @property
    def paper(self) -> str:
        """Return the paper that is chosen; empty where there is none to choose."""
        place = self.box.currentIndex()
        return self._choices[place].name if 0 <= place < len(self._choices) else ""

    @property
    def path(self) -> Path:
        """Return the file's place as it is typed."""
        return Path(path_in(self.file.text)).expanduser()

    @property
    def trouble(self) -> str:
        """Return what is said of the file or of a content that is there already."""
        return f"{self.file.trouble} {self._trouble.text()}".strip()

    def open(self, choices: Sequence[PaperChoice], all_choices: Sequence[PaperChoice], path: str = "") -> None:
        """Show the strip with the papers to choose from; the focus stands where something is still to be said."""
        self._choices = tuple(choices)
        self.box.clear()
        self.box.addItems([each.name for each in self._choices])
        self.file.put(path)
        self.file.refuse(None)
        self._note.setText(refused_words(all_choices))
        self._note.setVisible(bool(self._note.text()))
        self._doubt_no_more()
        self.do_button.setEnabled(True)
        self._on_paper(self.box.currentIndex())
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_path(self, path: str) -> None:
        """Show another file's place; what was chosen stays."""
        self.file.put(path)
        self.file.refuse(None)
        self._doubt_no_more()

    def refuse(self, error: DeskError) -> bool:
        """Show an error where it belongs; False for one that belongs to the message bar."""
        self.do_button.setEnabled(True)
        if isinstance(error, InvalidInput) and error.field == "file":
            self.file.refuse(error)
            self.file.take_focus()
            return True
        if isinstance(error, Conflict) and error.code == _SAME:
            self.anyway = True
            again = _("Enter lần nữa: vẫn thêm.")
            self._trouble.setText(f"{error.message} {again}")
            self._trouble.show()
            self.do_button.setFocus()
            return True
        return False

    def pick(self) -> None:
        """Let the person look for the file."""
        pattern = _("Bản chụp ({pattern})").format(pattern=_PATTERN)
        name, _chosen = QFileDialog.getOpenFileName(self, _("Chọn tệp"), path_in(self.file.text), pattern)
        if name:
            self.put_path(name)
            self.file.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add at Enter, give up at Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do()
        elif event.key() == Qt.Key.Key_Escape:
            self.gave_up.emit()
        else:
            super().keyPressEvent(event)

    def _do(self) -> None:
        if not self.do_button.isEnabled():
            return
        if not path_in(self.file.text):
            self.refuse(InvalidInput("file", _("Chưa có tệp nào."), _("Hãy dán đường dẫn hoặc bấm Alt+C để chọn.")))
            return
        self.do_button.setEnabled(False)
        self.entered.emit()

    def _doubt_no_more(self) -> None:
        self.anyway = False
        self._trouble.clear()
        self._trouble.hide()

    def _on_paper(self, place: int) -> None:
        """Mark as sensitive what the paper is by itself; a person may mark more, never less."""
        self._doubt_no_more()
        choice = self._choices[place] if 0 <= place < len(self._choices) else None
        self.box.setToolTip(choice.name if choice else "")
        self.sensitive.setChecked(choice is not None and choice.sensitive)
        self.sensitive.setEnabled(choice is None or not choice.sensitive)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(grown(12), grown(9), grown(12), grown(10))
        layout.setHorizontalSpacing(grown(10))
        layout.setVerticalSpacing(grown(4))
        layout.addWidget(label(_("Thêm bản chụp giấy tờ"), "strong"), 0, 0, 1, 2)
        paper = QVBoxLayout()
        paper.setSpacing(1)
        paper.addWidget(label(_("Giấy tờ nào"), "label"))
        paper.addWidget(self.box)
        paper.addStretch(1)
        layout.addLayout(paper, 1, 0)
        layout.addWidget(self.file, 1, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._trouble, 2, 0, 1, 2)
        layout.addWidget(self._note, 3, 0, 1, 2)
        give_up = button(_("Bỏ"), self.gave_up.emit, key="Esc", kind="quiet")
        layout.addWidget(Flow((self.pick_button, self.sensitive, None, self.do_button, give_up)), 4, 0, 1, 2)
        layout.setColumnStretch(0, 2)
        layout.setColumnStretch(1, 3)
