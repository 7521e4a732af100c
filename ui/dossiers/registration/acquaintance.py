"""Whether the person in front of the desk has been here before: earlier dossiers, perhaps the same request twice."""

from PySide6.QtCore import QObject, QTimer

from desk_app.dossiers.tables.queries import Listed
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from ui.dossiers.registration import desk_side, state
from ui.dossiers.registration import typed as forms
from ui.dossiers.registration.filling import Filling
from ui.dossiers.registration.state import KnownPerson
from ui.shell.page import Context

_LOOK_AFTER_MS = 250
_TELLING = frozenset({"id_number", "name", "birth", "phone", "procedure", "subject"})


class Acquaintance(QObject):
    """Looks the person of the form up as they are typed, and offers what it finds."""

    def __init__(self, filling: Filling, context: Context) -> None:
        super().__init__(filling)
        self._filling = filling
        self._context = context
        self._known = KnownPerson()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_AFTER_MS)
        self._timer.timeout.connect(self._look_up)
        filling.edited.connect(self._on_edited)

    @property
    def twice(self) -> str:
        """Return the id of an open dossier of the same person and procedure; empty without one."""
        found = self._twice()
        return found[0].id if found else ""

    def forget(self) -> None:
        """Know nobody: the next person comes."""
        self._timer.stop()
        self._on_known(KnownPerson())

    def look(self) -> None:
        """Look the person up now, as after a scan or a restored draft."""
        self._timer.start(0)

    def fill(self) -> None:
        """Fill the empty fields from the person's newest dossier; that look is entered in the access log."""
        person, desk, account = self._known.person, self._context.desk, self._context.actor.id
        if person is None:
            return
        self._filling.change(forms.with_person(self._filling.typed, person), "name")
        self._context.jobs.write(lambda: desk_side.log_look_up(desk, account, person.id_number), self._on_logged)

    def _on_edited(self, attribute: str) -> None:
        if attribute in _TELLING:
            self._timer.start()

    def _look_up(self) -> None:
        desk = self._context.desk
        try:
            person = forms.person_of(self._filling.typed)
        except InvalidInput:
            return
        number = state.whole_number(person.id_number)
        self._context.jobs.read(
            lambda: desk_side.known(desk, changed(person, id_number=number)), self._on_known, latest="known"
        )

    def _on_known(self, known: KnownPerson) -> None:
        self._known = known
        view, twice = self._filling.view, self._twice()
        view.known.setText(state.known_words(known))
        view.duplicate.setText(state.twice_words(twice, self._context.now()))
        view.duplicate_frame.setVisible(bool(twice))

    def _twice(self) -> tuple[Listed, ...]:
        typed = self._filling.typed
        return self._known.open_with(typed.procedure, typed.subject)

    def _on_logged(self, _: None) -> None:
        self._context.messages.say("Đã điền các ô trống theo hồ sơ trước.", "Hãy hỏi lại người dân xem còn đúng không.")
