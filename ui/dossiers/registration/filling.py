"""Between the widgets and the typed form: each change goes into the form, and all that follows from it is shown."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desk_app.catalogue.procedure import Procedure
from desk_app.kernel.records import changed
from desk_app.kernel.translations import _
from ui.dossiers.registration import ready, state
from ui.dossiers.registration import typed as forms
from ui.dossiers.registration.form_view import FormView
from ui.dossiers.registration.known import KnownPerson, asked_before_words
from ui.dossiers.registration.outcome import Outcome, outcome_of
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
        self.known = KnownPerson()
        self._now = now
        for attribute, field in view.fields.items():
            self._connect(attribute, field)
        self._connect_choices()

    @property
    def procedure(self) -> Procedure | None:
        """Return the procedure that is chosen, None without one."""
        return self.counter.by_code.get(self.typed.procedure) if self.counter else None

    def use(self, counter: Counter) -> None:
        """Work with this catalogue and calendar from now on."""
        self.counter = counter
        self.view.picker.use(counter.matches)
        if not self.view.picker.is_searching:
            self.view.picker.put(self.procedure)
        self.follow()

    def show(self, typed: Typed) -> None:
        """Show a form that nobody is typing: a fresh one, a restored one."""
        self.typed = typed
        self.view.person.put(typed)
        self.view.details.put(typed)
        self.view.more.put(typed)
        if forms.has_rare(typed):
            self.view.more.fold(away=False)
        self.view.picker.put(self.procedure)
        self.follow()

    def change(self, typed: Typed, attribute: str) -> None:
        """Take over a form that was changed as a whole, and say so."""
        self.show(typed)
        self.edited.emit(attribute)

    def know(self, known: KnownPerson) -> None:
        """Take over what the desk knows of the person."""
        self.known = known
        self.follow()

    def follow(self) -> None:
        """Show everything that follows from the form and the clock."""
        typed, view, procedure = self.typed, self.view, self.procedure
        request = self.known.request_for(typed.procedure, typed.subject) if typed.procedure else None
        view.papers.put(typed)
        view.put_outcome(typed, asked_before_words(request))
        view.offer_spot(offered=state.may_settle_at_once(typed, self.counter))
        view.details.put_ways(state.ways_of(procedure))
        view.details.show_field("promised", state.needs_promise(procedure))
        view.details.show_field("pages", state.counts_pages(procedure))
        view.details.put_extension(state.extension_words(procedure))
        view.details.put_fee("" if typed.fee or typed.fee_reason else state.fee_hint(typed, procedure))
        view.more.fields["fee"].hint(state.fee_hint(typed, procedure))
        view.person.fields["name"].doubt(state.card_doubt(typed.card_name, typed.name))
        view.person.fields["address"].doubt(state.card_doubt(typed.card_address, typed.address))
        view.person.fields["id_number"].doubt(" ".join(state.person_doubts(typed)))
        self.tick(self._now())

    def tick(self, now: datetime) -> None:
        """Show the promise as it is at ``now``; none for a visit that is sent back."""
        if outcome_of(self.typed) is Outcome.MISSING:
            self.view.promise.put_none(_("Chưa nhận hồ sơ: còn thiếu giấy tờ."))
            self.view.why.put(None)
            return
        promise = state.promise(self.typed, self.counter, now) if self.counter else None
        self.view.promise.put(promise)
        self.view.why.put(promise)

    def turn(self) -> None:
        """Take the dossier in although papers are missing, or send it back after all."""
        if outcome_of(self.typed) is Outcome.UNCHECKED:
            self.change(changed(self.typed, papers_checked=bool(self.typed.procedure)), "papers")
            return
        nevertheless = outcome_of(self.typed) is Outcome.MISSING
        self.change(changed(self.typed, nevertheless=nevertheless), "papers")
        if nevertheless:
            self.view.fields["nevertheless_reason"].take_focus()
        else:
            self.view.papers.table.setFocus()

    def go_on(self, field: Field) -> None:
        """Take Enter in a field: on to the next one; in the last ones, save."""
        if field.name in ("note", "nevertheless_reason", "reason", "advice"):
            self.save_requested.emit()
            return
        if field is self.view.fields["name"] and self.typed.card_name:
            # The card said everything but the name in its own letters.
            self.view.picker.field.take_focus()
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

    def _connect_choices(self) -> None:
        view = self.view
        view.person.sex.edited.connect(lambda sex: self._take("sex", sex))
        view.picker.picked.connect(self._on_procedure_picked)
        view.papers.model.edited.connect(lambda papers: self._put_papers(forms.with_papers(self.typed, papers)))
        view.papers.added.connect(lambda name: self._on_paper_named(name, missing=False))
        view.slip.more.connect(lambda name: self._on_paper_named(name, missing=True))
        view.papers.all_requested.connect(lambda: self._put_papers(forms.with_all_papers(self.typed)))
        view.papers.entered.connect(self._on_papers_entered)
        view.slip.turned.connect(self.turn)
        view.details.way_picked.connect(lambda way: self.change(changed(self.typed, return_by=way), "return_by"))
        view.details.extended.connect(lambda extended: self._take("extended", extended))
        view.more.channel_picked.connect(lambda channel: self._take("channel", channel))

    def _take(self, attribute: str, value: object) -> None:
        if getattr(self.typed, attribute) == value:
            return
        self.typed = changed(self.typed, **{attribute: value})
        if attribute == "address":
            self.view.details.fields["return_to"].hint(self.typed.address)
        self.follow()
        self.edited.emit(attribute)

    def _on_left(self, attribute: str, field: Field) -> None:
        if not field.name.startswith("applicant."):
            return
        field.refuse(ready.field_error(self.typed, field.name, self._now()))
        if attribute == "id_number" and not self.typed.sex:
            self.change(changed(self.typed, sex=state.sex_of_number(self.typed.id_number)), "sex")
        else:
            self.follow()

    def _on_procedure_picked(self, code: str) -> None:
        if self.counter is not None:
            self.change(forms.with_procedure(self.typed, self.counter.by_code[code]), "procedure")
            self.view.papers.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_papers_entered(self) -> None:
        """Take Enter in the checklist: everything is there; or, when that is already said, save."""
        if not self.typed.procedure:
            self.view.picker.field.take_focus()
        elif outcome_of(self.typed) is Outcome.UNCHECKED:
            self._put_papers(forms.with_all_papers(self.typed))
        else:
            self.save_requested.emit()

    def _on_paper_named(self, name: str, *, missing: bool) -> None:
        paper = TypedPaper(name=name, originals=1, ticked=not missing, required=missing)
        self._put_papers(changed(self.typed, papers=(*self.typed.papers, paper)))

    def _put_papers(self, typed: Typed) -> None:
        self.typed = typed
        self.view.papers.refuse("")
        self.follow()
        self.edited.emit("papers")


def _takes_keys(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isVisible() and widget.isEnabled()
