"""The customer's screen: the window that faces the citizen at the counter, in letters read from where they sit."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.surveys.questions import Question, question_on
from desk_app.surveys.rules import Level, Reason
from ui.citizen.big_words import BigWords, ground
from ui.citizen.customer_state import Kind, Showing
from ui.citizen.faces import AnswerButton
from ui.citizen.words import LEVELS, REASONS, _
from ui.shell import shortcuts
from ui.widgets import colours

_SIZE, _SMALLEST = (1024, 600), (400, 400)


class CustomerScreen(QWidget):
    """Shows what it is told; says ``answered``, ``toggled`` and ``finished`` when the citizen presses.

    Touch, mouse and, where the window takes the keyboard, the keys from 1 on; Enter or Esc ends. What is asked, and which
    answers there are, is the office's question of the day.
    """

    answered = Signal(object)
    toggled = Signal(object)
    finished = Signal()
    put_away = Signal()

    def __init__(self, office_name: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        shown = colours.present()
        self.setWindowTitle(_("Màn hình cho người dân"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setObjectName("customer")
        ground(self, shown.ground)
        self.office = BigWords(0.04, shown.rail_ink, bold=True)
        self.office.put(office_name)
        self.over = BigWords(0.06, shown.soft_ink)
        self.big = BigWords(0.3, shown.accent_deep, bold=True)
        self.under = BigWords(0.1, shown.ink, bold=True)
        self.small = BigWords(0.05, shown.soft_ink)
        self.question = BigWords(0.1, shown.accent_deep, bold=True)
        self.about = BigWords(0.04, shown.soft_ink)
        self.why = BigWords(0.08, shown.accent_deep, bold=True)
        self.hint = BigWords(0.04, shown.soft_ink)
        self.levels = {
            level: AnswerButton(LEVELS[level], str(number), self._sender(self.answered.emit, level), level)
            for number, level in enumerate(Level, start=1)
        }
        self.reasons = {
            reason: AnswerButton(REASONS[reason], str(number), self._sender(self.toggled.emit, reason))
            for number, reason in enumerate(Reason, start=1)
        }
        self.no_answer = AnswerButton(_("Không trả lời"), "", self.finished.emit)
        self.done = AnswerButton(_("Xong"), "", self.finished.emit)
        for each in (self.no_answer, self.done):
            each.setCheckable(False)
        self._faces = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stack = QStackedWidget()
        for page in (self._words_page(), self._question_page(), self._reasons_page()):
            self._stack.addWidget(page)
        self._lay_out(shown.rail)
        self._showing: Showing | None = None
        self._question: Question | None = None
        self.put_question(question_on((), "hand_over", date.max))
        shortcuts.bind(self, [("Ctrl+F7", self.close)])

    @property
    def front(self) -> int:
        """Return which page is in front: 0 words, 1 the question, 2 the reasons."""
        return self._stack.currentIndex()

    def put_question(self, question: Question) -> None:
        """Ask this from now on: its words, and a large button for each of its answers."""
        if question == self._question:
            return
        self._question = question
        self.question.put(question.text)
        offered = {choice.level: (choice.words, str(place)) for place, choice in enumerate(question.choices, start=1)}
        for level, button in self.levels.items():
            button.setVisible(level in offered)
            if level in offered:
                button.say(*offered[level])

    def show_now(self, showing: Showing) -> None:
        """Bring ``showing`` onto the screen."""
        if showing == self._showing:
            return
        self._showing = showing
        self._stack.setCurrentIndex({Kind.RATING: 1, Kind.REASONS: 2}.get(showing.kind, 0))
        if showing.kind is Kind.RATING:
            self.about.put(_("Hồ sơ {code}").format(code=showing.small) if showing.small else "")
        elif showing.kind is Kind.REASONS:
            for reason, button in self.reasons.items():
                button.setChecked(reason in showing.reasons)
        else:
            for place, words in zip((self.over, self.big, self.under, self.small), _words(showing), strict=True):
                place.setVisible(bool(words))
                place.put(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the answers or reasons; Enter or Esc ends the asking."""
        shown = (self.levels if self.front == 1 else self.reasons).values()
        buttons = [each for each in shown if not each.isHidden()] if self.front else []
        number = int(event.text()) if event.text().isascii() and event.text().isdigit() else 0
        if 0 < number <= len(buttons):
            buttons[number - 1].click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape) and self.front:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the answers one below the other on a screen that stands upright."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        upright = event.size().height() > event.size().width()
        self._faces.setDirection(ways.TopToBottom if upright else ways.LeftToRight)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that somebody put the window away."""
        self.put_away.emit()
        event.accept()

    def _sender(self, send: Callable[[object], None], value: object) -> Callable[[], None]:
        return lambda: send(value)

    def _lay_out(self, rail: str) -> None:
        top = QWidget()
        ground(top, rail)
        inside = QHBoxLayout(top)
        inside.addWidget(self.office)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top, 9)
        layout.addWidget(self._stack, 91)

    def _words_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(40, 16, 40, 24)
        for words, stretch in ((self.over, 16), (self.big, 48), (self.under, 20), (self.small, 10)):
            layout.addWidget(words, stretch)
        return page

    def _question_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(28, 12, 28, 20)
        layout.addWidget(self.question, 24)
        layout.addWidget(self.about, 8)
        self._faces.setSpacing(14)
        for each in self.levels.values():
            self._faces.addWidget(each, 1)
        layout.addLayout(self._faces, 52)
        layout.addLayout(_at_the_end(self.no_answer), 14)
        return page

    def _reasons_page(self) -> QWidget:
        self.why.put(_("Cảm ơn ông/bà! Ông/bà muốn nói thêm về điều gì?"))
        self.hint.put(_("Chọn một hay nhiều ý, hoặc bấm Xong"))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(28, 12, 28, 20)
        layout.addWidget(self.why, 20)
        layout.addWidget(self.hint, 7)
        grid = QGridLayout()
        grid.setSpacing(14)
        for place, each in enumerate(self.reasons.values()):
            grid.addWidget(each, place // 3, place % 3)
        layout.addLayout(grid, 60)
        layout.addLayout(_at_the_end(self.done), 14)
        return page


def _at_the_end(button: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addStretch(2)
    line.addWidget(button, 1)
    return line


def _words(showing: Showing) -> tuple[str, str, str, str]:
    """Return what stands above, in the middle in the largest letters, and twice below."""
    if showing.kind is Kind.CALLED:
        return _("Mời số"), showing.big, _("đến {counter}").format(counter=showing.under), ""
    if showing.kind is Kind.REGISTERED:
        due = _("Hẹn trả: {due}").format(due=showing.under)
        return _("Đã tiếp nhận hồ sơ"), showing.big, due, showing.small
    if showing.kind is Kind.THANKS:
        return "", _("Xin cảm ơn ông/bà"), _("Ý kiến đã được ghi lại, không kèm tên người trả lời."), ""
    if showing.kind is Kind.SORRY:
        return "", _("Xin lỗi, chưa ghi được ý kiến"), _("Mời ông/bà nói trực tiếp với cán bộ tại quầy."), ""
    return "", showing.big, "", ""
