"""Who worked here lately, at the lock: one key chooses a person, the secret is all that is left to type."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.widgets.parts import grown, label, row

MOST = 5


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who worked at this window since it was opened; ``left_at`` is the page they will find again."""

    login: str
    name: str
    left_at: str = ""


class PeopleChoice(QWidget):
    """Up to five people, each with a key; calls ``choose`` with the login of the one that was chosen."""

    def __init__(self, choose: Callable[[str], None]) -> None:
        super().__init__()
        self._choose = choose
        self._people: tuple[Person, ...] = ()
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(label(_("Ai vào làm việc?  ↑ ↓"), "label"))
        self._buttons = [self._button(place) for place in range(MOST)]
        self.put(())

    @property
    def people(self) -> tuple[Person, ...]:
        """Return who is offered, the latest first."""
        return self._people

    def put(self, people: Sequence[Person]) -> None:
        """Offer ``people`` from now on; nobody hides the choice."""
        self._people = tuple(people[:MOST])
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self._people))
            if place < len(self._people):
                person = self._people[place]
                # An ampersand in a name would be taken for a key of the button.
                words = (person.name + (f"  –  {person.left_at}" if person.left_at else "")).replace("&", "&&")
                button.setText(words)
                button.setAccessibleName(words)
        self.setVisible(bool(self._people))

    def mark(self, login: str) -> None:
        """Show whose login stands in the field; nobody's where it is somebody else's."""
        self._group.setExclusive(False)
        for person, button in zip(self._people, self._buttons, strict=False):
            button.setChecked(person.login == login)
        self._group.setExclusive(True)

    def step(self, login: str, by: int) -> None:
        """Choose the person ``by`` places after the one with ``login``."""
        if self._people:
            logins = [person.login for person in self._people]
            at = logins.index(login) + by if login in logins else 0
            self._choose(logins[at % len(logins)])

    def _button(self, place: int) -> QPushButton:
        made = QPushButton()
        made.setProperty("kind", "person")
        made.setCheckable(True)
        made.setAutoDefault(False)
        key = label(f"Alt+{place + 1}", "keycap")
        key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        beside = row(None, key)
        beside.setContentsMargins(0, 0, grown(8), 0)
        made.setLayout(beside)
        made.setMinimumHeight(grown(34))
        made.clicked.connect(lambda: self._take(place))
        QShortcut(QKeySequence(f"Alt+{place + 1}"), self).activated.connect(lambda: self._take(place))
        self._group.addButton(made)
        self._layout.addWidget(made)
        return made

    def _take(self, place: int) -> None:
        if place < len(self._people):
            self._choose(self._people[place].login)
