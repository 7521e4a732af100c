"""The registration form as widgets: three columns, one order of the keyboard through them."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.dossiers.registration.aside_strip import AsideStrip
from ui.dossiers.registration.details_panel import DetailsPanel
from ui.dossiers.registration.known_panel import KnownPanel
from ui.dossiers.registration.more_panel import MorePanel
from ui.dossiers.registration.outcome import Outcome, outcome_of, save_words
from ui.dossiers.registration.papers_panel import PapersPanel
from ui.dossiers.registration.person_panel import PersonPanel
from ui.dossiers.registration.promise_panel import PromisePanel, WhyPanel
from ui.dossiers.registration.slip_panel import SlipPanel
from ui.dossiers.registration.typed import RARE, Typed
from ui.widgets.field import Field
from ui.widgets.parts import button, grown, row, scrolled

_NARROW = 960


class FormView(QWidget):
    """All widgets of the form; says ``save_requested``, ``spot_requested`` (settle on the spot) and ``clear_requested``.

    ``arranged`` says that its parts were put in other places, so that the keyboard must be led through them anew.
    """

    save_requested = Signal()
    spot_requested = Signal()
    clear_requested = Signal()
    arranged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asides = AsideStrip()
        self.person = PersonPanel()
        self.known = KnownPanel()
        self.papers = PapersPanel()
        self.slip = SlipPanel()
        self.picker = self.papers.picker
        self.promise = PromisePanel()
        self.why = WhyPanel()
        self.details = DetailsPanel()
        self.more = MorePanel()
        self.save_button = button("", self.save_requested.emit, key="Ctrl+Enter", kind="main")
        spot = _("Giải quyết tại chỗ")
        self.spot_button = button(spot, self.spot_requested.emit, key="Ctrl+Shift+Enter")
        self.spot_button.hide()
        self.clear_button = button(_("Xóa trắng"), self.clear_requested.emit, kind="quiet")
        self._is_narrow: bool | None = None
        self._left, self._right, self._columns = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._lay_out()
        self.more.folded.connect(self.papers.table.setFocus)
        self.papers.table.walked.connect(lambda: self.reveal(self.papers.table))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self.papers.passed.connect(lambda: self.details.first_way.setFocus(Qt.FocusReason.TabFocusReason))

    @property
    def fields(self) -> dict[str, Field]:
        """Return every field by its attribute of the typed form."""
        return {**self.person.fields, **self.details.fields, **self.more.fields, **self.slip.fields}

    @property
    def name_on_save(self) -> str:
        """Return what the save button says that it will do."""
        return self.save_button.accessibleName()

    def every_field(self) -> tuple[Field, ...]:
        """Return every field that a scanner may hit, those that stand for no attribute too."""
        return (*self.fields.values(), self.picker.field, self.papers.another, self.slip.another)

    def put_outcome(self, typed: Typed, before: str) -> None:
        """Show what saving does now: the promise and the way of return, or the slip that stands in their place.

        ``before`` says that a supplement was asked for earlier.
        """
        outcome = outcome_of(typed)
        self.slip.put(typed, before)
        self.promise.setVisible(outcome is not Outcome.MISSING)
        self.details.setVisible(outcome is not Outcome.MISSING)
        words = save_words(outcome)
        self.save_button.setText(f"{words}  Ctrl+Enter")
        self.save_button.setAccessibleName(words)

    def offer_spot(self, *, offered: bool) -> None:
        """Offer to settle on the spot; where the window is narrow the key alone does it, and the checklist keeps its room."""
        self.spot_button.setVisible(offered and not self._is_narrow)

    def refuse(self, error: InvalidInput) -> None:
        """Show an error beside the field that it names, and go there."""
        attribute, field = next(
            ((key, each) for key, each in (*self.fields.items(), ("", self.picker.field)) if each.name == error.field),
            ("", None),
        )
        if field is not None:
            if attribute in RARE:
                self.more.fold(away=False)
            field.refuse(error)
            field.setVisible(True)
            field.take_focus()
        elif error.field == "return_by":
            self.details.refuse_way(f"{error.message} {error.hint}")
            self.details.first_way.setFocus()
        else:
            self.papers.refuse(f"{error.message} {error.hint}")
            self.papers.table.setFocus()

    def reveal(self, widget: QWidget) -> None:
        """Scroll until ``widget`` can be seen."""
        within = widget.parentWidget()
        while within is not None and within is not self:
            if isinstance(within, QScrollArea):
                # What was just folded out has its place only after the layout has run.
                QTimer.singleShot(0, within, partial(within.ensureWidgetVisible, widget))
            within = within.parentWidget()

    def forget_troubles(self) -> None:
        """Take every error away."""
        for field in self.every_field():
            field.refuse(None)
        self.details.refuse_way("")
        self.papers.refuse("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in three columns, or in two where three would cut words."""
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < grown(_NARROW))

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Keep in sight what the keyboard works on, however it came there."""
        if new is not None and new is not old and self.isAncestorOf(new):
            self.reveal(new)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(grown(14), grown(12), grown(14), grown(10))
        outer.setSpacing(grown(8))
        outer.addWidget(self.asides)
        outer.addLayout(self._columns, 1)
        self._columns.setSpacing(grown(12))
        self._columns.addWidget(_scrolled(self._left))
        self._columns.addWidget(self.papers)
        self._columns.addLayout(self._promise_and_save())
        self._left.addWidget(self.person)
        self._left.addWidget(self.known)
        self._left.addWidget(self.why, 1)
        self._left.addStretch(0)
        self._arrange(narrow=False)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self.papers.table.setMinimumHeight(grown(190) if narrow else grown(90))
        self.why.setMinimumHeight(grown(230) if narrow else 0)
        self.picker.be_narrow(narrow)
        if narrow:
            self._left.insertWidget(1, self.more)
            self._right.insertWidget(0, self.papers)
            self._right.insertWidget(3, self.details)
            shares = (40, 50, 0)
        else:
            self._right.insertWidget(2, self.details)
            self._right.insertWidget(3, self.more)
            self._columns.insertWidget(1, self.papers)
            shares = (30, 40, 34)
        for place, share in enumerate(shares):
            self._columns.setStretch(place, share)
        self.arranged.emit()

    def _promise_and_save(self) -> QVBoxLayout:
        self._right.addWidget(self.promise)
        self._right.addWidget(self.slip)
        self._right.addStretch(1)
        outer = QVBoxLayout()
        outer.setSpacing(grown(8))
        outer.addWidget(_scrolled(self._right), 1)
        outer.addLayout(row(self.more.turn_button, None, self.clear_button, spacing=grown(4)))
        outer.addWidget(self.spot_button)
        outer.addWidget(self.save_button)
        return outer


def _scrolled(layout: QVBoxLayout) -> QScrollArea:
    inside = QWidget()
    inside.setLayout(layout)
    layout.setContentsMargins(0, 0, grown(3), 0)
    layout.setSpacing(grown(10))
    return scrolled(inside)
