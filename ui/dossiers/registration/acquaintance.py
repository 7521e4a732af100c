"""Whether the person in front of the desk has been here before: earlier dossiers, the same request twice, papers asked for."""

from PySide6.QtCore import QObject, QTimer

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.tables.queries import Listed
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.translations import _
from ui.dossiers.registration import desk_side, filled, state
from ui.dossiers.registration.filling import Filling
from ui.dossiers.registration.known import (
    KnownPerson,
    Request,
    earlier_lines,
    known_words,
    return_words,
    same_paper_words,
    twice_words,
)
from ui.dossiers.registration.to_desk import person_of
from ui.shell.page import Context

_LOOK_AFTER_MS = 250
_TELLING = frozenset({"id_number", "name", "birth", "phone", "procedure", "subject", "paper_number"})


class Acquaintance(QObject):
    """Looks the person of the form up as they are typed, and offers what it finds; the focus stays where it is."""

    def __init__(self, filling: Filling, context: Context) -> None:
        super().__init__(filling)
        self._filling = filling
        self._context = context
        self._seen: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_AFTER_MS)
        self._timer.timeout.connect(self._look_up)
        filling.edited.connect(self._on_edited)

    @property
    def twice(self) -> str:
        """Return the id of an open dossier of the same person and procedure, or from the same form; empty without one."""
        found = (*self._twice(), *self._filling.known.same_paper)
        return found[0].id if found else ""

    def forget(self) -> None:
        """Know nobody: the next person comes."""
        self._timer.stop()
        self._seen.clear()
        self._on_known(KnownPerson())

    def look(self) -> None:
        """Look the person up now, as after a scan or a restored draft."""
        self._timer.start(0)

    def fill(self) -> None:
        """Fill the form from the request that the person comes back for, else from their newest dossier; that is logged."""
        known = self._filling.known
        request = self._offered()
        if request is not None:
            self.fill_from(request)
        elif known.person is not None:
            self._filling.change(filled.with_person(self._filling.typed, known.person), "name")
            self._log(known.person.id_number)

    def fill_from(self, request: Request) -> None:
        """Fill the form as it stood when the person was sent back."""
        procedure = self._procedure(request.fact.procedure)
        typed = filled.with_request(self._filling.typed, request.fact, request.id, procedure)
        self._filling.change(typed, "procedure")
        view = self._filling.view
        (view.papers.table if procedure is not None else view.picker.field.edit).setFocus()
        self._log(request.fact.applicant.id_number)
        self._context.messages.say(
            _("Đã điền theo phiếu yêu cầu bổ sung ngày {on}.").format(on=request.on),
            _("Kiểm giấy tờ vừa mang đến: Enter là đủ cả."),
        )

    def _log(self, id_number: str) -> None:
        """Enter once for each form that earlier visits of this person were seen."""
        if id_number in self._seen:
            return
        self._seen.add(id_number)
        desk, account = self._context.desk, self._context.actor.id
        self._context.jobs.write(lambda: desk_side.log_look_up(desk, account, id_number), self._on_logged)

    def _procedure(self, code: str) -> Procedure | None:
        counter = self._filling.counter
        return counter.by_code.get(code) if counter else None

    def _on_edited(self, attribute: str) -> None:
        if attribute in _TELLING:
            self._timer.start()

    def _look_up(self) -> None:
        desk = self._context.desk
        try:
            person = person_of(self._filling.typed)
        except InvalidInput:
            return
        person = changed(person, id_number=state.whole_number(person.id_number))
        paper_number = self._filling.typed.paper_number
        self._context.jobs.read(lambda: desk_side.known(desk, person, paper_number), self._on_known, latest="known")

    def _on_known(self, known: KnownPerson) -> None:
        self._filling.know(known)
        if known.person is not None:
            self._log(known.person.id_number)
        now, request = self._context.now(), self._offered()
        counter = self._filling.counter
        names = {code: each.name for code, each in counter.by_code.items()} if counter else {}
        view = self._filling.view
        view.known.put(known_words(known), return_words(request) if request else "", earlier_lines(known, names, now))
        view.papers.warn_twice(self._twice_words())

    def _offered(self) -> Request | None:
        """Return the request to offer: not the one that this visit already answers."""
        typed = self._filling.typed
        return None if typed.answers else self._filling.known.request_for(typed.procedure, typed.subject)

    def _twice(self) -> tuple[Listed, ...]:
        typed = self._filling.typed
        return self._filling.known.open_with(typed.procedure, typed.subject)

    def _twice_words(self) -> str:
        """Return what may have been entered before: the same request, the same handwritten form."""
        twice, same = self._twice(), self._filling.known.same_paper
        words = [twice_words(twice, self._context.now())] if twice else []
        words += [same_paper_words(self._filling.typed.paper_number, same)] if same else []
        return "\n".join(words)

    def _on_logged(self, nothing: None) -> None:
        if not self._filling.typed.answers:
            self._context.messages.say(
                _("Đã điền các ô trống theo hồ sơ trước."), _("Hãy hỏi lại người dân xem còn đúng không.")
            )
