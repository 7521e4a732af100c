"""Between the widgets and the typed form: each change goes into the form, and all that follows from it is shown."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desk_app.kernel.records import changed
from ui.dossiers.registration import state
from ui.dossiers.registration import typed as forms
from ui.dossiers.registration.form_view import FormView
from ui.dossiers.registration.state import Counter
from ui.dossiers.registration.typed import Typed, TypedPaper
from ui.widgets.field import Field


class Filling(QObject):
    """Keeps one typed form and its widgets equal; says ``edited`` with the attribute that a person changed."""

    edited = Signal(str)
    save_requested = Signal()

    def __init__(self, view: FormView, now: Callable[[], datetime]) -> None:
        super().__init__(view)
        self.view = view
        self.typed = Typed(command_id="")
        self.counter: Counter | None = None
        self._now = now
        for attribute, field in view.fields.items():
            self._connect(attribute, field)
        view.person.sex.edited.connect(lambda sex: self._take("sex", sex))
        view.picker.picked.connect(self._on_procedure_picked)
        view.papers.edited.connect(lambda papers: self._take("papers", papers))
        view.paper_added.connect(self._on_paper_added)
        view.all_papers_requested.connect(lambda: self.change(forms.with_all_papers(self.typed), "papers"))
        view.details.way_picked.connect(lambda way: self.change(changed(self.typed, return_by=way), "return_by"))
        view.details.extended.connect(lambda extended: self._take("extended", extended))

    def use(self, counter: Counter) -> None:
        """Work with this catalogue and calendar from now on."""
        self.counter = counter
        self.view.picker.use(counter.matches)
        if not self.view.picker.is_searching:
            self.view.picker.put(counter.by_code.get(self.typed.procedure))
        self.follow()

    def show(self, typed: Typed) -> None:
        """Show a form that nobody is typing: a fresh one, a restored one."""
        self.typed = typed
        procedure = self.counter.by_code.get(typed.procedure) if self.counter else None
        self.view.person.put(typed)
        self.view.details.put(typed)
        self.view.picker.put(procedure)
        self.follow()

    def change(self, typed: Typed, attribute: str) -> None:
        """Take over a form that was changed as a whole, and say so."""
        self.show(typed)
        self.edited.emit(attribute)

    def follow(self) -> None:
        """Show everything that follows from the form and the clock."""
        typed, view = self.typed, self.view
        procedure = self.counter.by_code.get(typed.procedure) if self.counter else None
        view.papers.put(typed.papers)
        missing = state.missing_papers(typed) if any(paper.ticked for paper in typed.papers) else ()
        view.missing.setText(f"Còn thiếu: {'; '.join(missing)}." if missing else "")
        view.missing.setVisible(bool(missing))
        view.details.put_ways(state.ways_of(procedure))
        view.details.show_field("promised", state.needs_promise(procedure))
        view.details.show_field("pages", state.counts_pages(procedure))
        view.details.put_extension(state.extension_words(procedure))
        view.details.fields["fee"].hint(state.fee_hint(typed, procedure))
        view.person.fields["id_number"].doubt(" ".join(state.person_doubts(typed)))
        self.tick(self._now())

    def tick(self, now: datetime) -> None:
        """Show the promise as it is at ``now``."""
        promise = state.promise(self.typed, self.counter, now) if self.counter else None
        self.view.promise.put(promise)
        self.view.why.put(promise)

    def go_on(self, field: Field) -> None:
        """Take Enter in a field: on to the next one; in the last one, save."""
        if field is self.view.fields["note"]:
            self.save_requested.emit()
            return
        following = field.edit.nextInFocusChain()
        while following is not None and not _takes_keys(following):
            following = following.nextInFocusChain()
        if following is not None:
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self, attribute: str, field: Field) -> None:
        field.edited.connect(lambda text: self._take(attribute, text))
        field.left.connect(lambda: self._on_left(attribute, field))
        field.entered.connect(lambda: self.go_on(field))

    def _take(self, attribute: str, value: object) -> None:
        if getattr(self.typed, attribute) == value:
            return
        self.typed = changed(self.typed, **{attribute: value})
        if attribute == "address":
            self.view.details.fields["return_to"].hint(self.typed.address)
        if attribute == "papers":
            self.view.papers_trouble.hide()
        self.follow()
        self.edited.emit(attribute)

    def _on_left(self, attribute: str, field: Field) -> None:
        if not field.name.startswith("applicant."):
            return
        field.refuse(state.field_error(self.typed, field.name, self._now()))
        if attribute == "id_number" and not self.typed.sex:
            self.change(changed(self.typed, sex=state.sex_of_number(self.typed.id_number)), "sex")
        elif attribute == "id_number":
            self.follow()

    def _on_procedure_picked(self, code: str) -> None:
        if self.counter is not None:
            self.change(forms.with_procedure(self.typed, self.counter.by_code[code]), "procedure")
            self.view.papers_table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_paper_added(self, name: str) -> None:
        papers = (*self.typed.papers, TypedPaper(name=name, originals=1, ticked=True))
        self.change(changed(self.typed, papers=papers), "papers")


def _takes_keys(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isVisible() and widget.isEnabled()
