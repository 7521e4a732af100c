"""The page of one dossier."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _
from ui.dossiers.card import desk_side
from ui.dossiers.card.actions import NOTHING, Action, actions_of, step_words
from ui.dossiers.card.buttons import CardButtons
from ui.dossiers.card.correction_form import CorrectionForm
from ui.dossiers.card.life_actions import KEYS, life_words
from ui.dossiers.card.life_moves import LifeMoves
from ui.dossiers.card.moves import CardMoves
from ui.dossiers.card.state import Seen
from ui.dossiers.card.view import CardView
from ui.shell.page import Context, Page
from ui.widgets.more import MORE_KEY
from ui.widgets.parts import grown, scrolled

if TYPE_CHECKING:
    from ui.shell.scanning.thing import ScannedThing

_NARROW = 960


class CardPage(Page):
    """Shows a dossier, offers the moves its state and the person's permissions allow, one key each."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._dossier = ""
        self._logged = ""
        self.seen: Seen | None = None
        self.allowed = NOTHING
        self.moves = CardMoves(context, self)
        self.moves.done.connect(self.refresh)
        self.life = LifeMoves(context, self.moves)
        self.form = CorrectionForm(context)
        self.form.closed.connect(self._on_form_closed)
        self.buttons = CardButtons(self._runs(), self.life.buttons, self)
        self.more = self.buttons.more
        self.more.asked.connect(self._on_asked_for_more)
        self.moves.began.connect(self.more.put_away)
        self.view = CardView(self.buttons.by_name["settle"])
        self._stack = QStackedWidget()
        self._lay_out()
        self._bind_keys()
        self.buttons.by_name["scans"].setVisible(context.may("attachments.read"))
        self._allow()

    def _runs(self) -> dict[str, Callable[[], None]]:
        return {
            "hand_over": self._on_hand_over,
            "step": self._on_step,
            "result": self._on_result,
            "settle": self._on_settle,
            "correct": self._on_correct,
            "note": self._on_note,
            "copy": self._on_copy,
            "scans": self._on_scans,
        }

    def _bind_keys(self) -> None:
        for keys, words, run in (
            ("F8", _("Trả kết quả"), self._on_hand_over),
            ("F6", _("Xong bước"), self._on_step),
            ("F7", _("Có kết quả"), self._on_result),
            ("Ctrl+E", _("Sửa nội dung hồ sơ"), self._on_correct),
            ("Ctrl+N", _("Ghi chú"), self._on_note),
            ("Ctrl+P", _("In bản sao của giấy"), self._on_copy),
            ("Ctrl+G", _("Giải quyết điểm mâu thuẫn"), self._on_settle),
            ("Ctrl+Y", _("Bản chụp giấy tờ của hồ sơ"), self._on_scans),
            (MORE_KEY, _("Việc khác của hồ sơ"), self._on_more),
            ("Ctrl+Return", _("Lưu nội dung đang sửa"), self.form.save),
        ):
            self.bind(keys, words, run)
        for keys, names in _names_by_key().items():
            self.bind(keys, " / ".join(dict.fromkeys(names)), partial(self._on_life, keys))

    def _lay_out(self) -> None:
        card = QWidget()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(grown(8))
        inner.addWidget(self.buttons.next_moves)
        for strip in (*self.life.strips.values(), *self.moves.strips):
            inner.addWidget(strip)
        self._area = area = scrolled(self._rolling())
        # An open strip keeps its room where the text is large: the card beneath shows the less.
        area.setMinimumHeight(grown(40))
        inner.addWidget(area, 1)
        self._stack.addWidget(card)
        self._stack.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(14), grown(12), grown(14), grown(12))
        layout.addWidget(self._stack)

    def _rolling(self) -> QWidget:
        """Return what rolls away under an open strip where the text is large: the less used acts, and the card."""
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        layout.addWidget(self.buttons.others)
        layout.addWidget(self.view, 1)
        return made

    def arrive(self, about: str) -> None:
        """Show a dossier by its id; opening it is entered in the access log."""
        if about and about != self._dossier:
            self._dossier = about
            self._logged = ""
            self.seen = None
            self.moves.about(about)
            self.more.put_away()
            self._to_top()
            self._stack.setCurrentIndex(0)
        self.refresh()
        if not self.is_correcting:
            self.view.history.setFocus()

    @property
    def is_correcting(self) -> bool:
        """Tell whether the correction form is open."""
        return self._stack.currentWidget() is self.form

    def refresh(self) -> None:
        """Look at the dossier again."""
        if self._dossier:
            desk, by, dossier = self.context.desk, self.context.actor.id, self._dossier
            self.context.jobs.read(
                lambda: desk_side.seen(desk, by, dossier), self._on_seen, failed=self._on_not_seen, latest="seen"
            )

    def scanned(self, thing: ScannedThing) -> bool:
        """Take an identity card into the form that puts the applicant right; anything else goes where it belongs."""
        card = thing.scan.card
        if not self.is_correcting or card is None or not card.name_is_sure:
            return False
        self.form.take_card(card.person)
        return True

    def escape(self) -> bool:
        """Close an open strip, the less used acts or the correction form."""
        return self.form.give_up() if self.is_correcting else self.moves.close() or self.more.put_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the less used acts behind one button where the window is narrow, or its text large."""
        super().resizeEvent(event)
        self.buttons.be_scarce(scarce=event.size().width() < grown(_NARROW))

    def _on_seen(self, seen: Seen) -> None:
        self.seen = seen
        self.view.put(seen)
        self._allow()
        if self._logged != seen.dossier.id and self.context.may("access.log"):
            self._logged = seen.dossier.id
            desk, by, dossier = self.context.desk, self.context.actor.id, seen.dossier.id
            self.context.jobs.write(lambda: desk_side.log_opening(desk, by, dossier), self._on_logged)

    def _on_not_seen(self, error: DeskError) -> None:
        self.context.messages.report(error)

    def _on_logged(self, _nothing: None) -> None:
        """Nothing is shown: that looking is logged is said in the guide."""

    def _on_form_closed(self) -> None:
        self._stack.setCurrentIndex(0)
        self.view.history.setFocus()
        self.refresh()

    def _allow(self) -> None:
        """Show the buttons that make sense here; let only those be pressed that state and permissions allow."""
        if self.seen is not None:
            self.allowed = actions_of(self.seen.dossier, self.context.may, has_papers=bool(self.seen.sheets))
        self.buttons.put(self.allowed)
        self.life.offer(self.seen)

    def _may(self, action: Action) -> bool:
        """Tell whether the action may be done on the card in front; if not, say why in the bar."""
        if self.seen is None or self.is_correcting:
            return False
        if not action.allowed and action.reason:
            self.context.messages.say(action.reason, tone="plain")
        return action.allowed

    def _on_more(self) -> None:
        if not self.is_correcting:
            self.more.ask()

    def _on_asked_for_more(self) -> None:
        self.moves.close()
        self._to_top()

    def _to_top(self) -> None:
        self._area.verticalScrollBar().setValue(0)

    def _on_life(self, keys: str) -> None:
        if not self.is_correcting:
            self.life.press(keys)

    def _on_step(self) -> None:
        if self._may(self.allowed.step) and self.seen is not None:
            self.moves.open_step(step_words(self.seen.dossier))

    def _on_result(self) -> None:
        if self._may(self.allowed.result):
            self.moves.open_result()

    def _on_hand_over(self) -> None:
        if self._may(self.allowed.hand_over):
            self.context.go("hand_over", self._dossier)

    def _on_settle(self) -> None:
        if self._may(self.allowed.settle) and self.seen is not None:
            self.moves.open_settle(self.seen.dossier.findings[0])

    def _on_correct(self) -> None:
        if self._may(self.allowed.correct) and self.seen is not None:
            self.moves.close()
            self.more.put_away()
            self._stack.setCurrentWidget(self.form)
            self.form.open(self.seen.dossier)

    def _on_note(self) -> None:
        if self._may(self.allowed.note):
            self.moves.open_note()

    def _on_scans(self) -> None:
        if self._dossier:
            self.context.go("attachments", self._dossier)

    def _on_copy(self) -> None:
        sheet = self.view.sheets.current or next(iter(self.view.sheets.rows), None)
        if sheet is not None and self._may(self.allowed.copy):
            self.moves.open_copy(sheet)


def _names_by_key() -> dict[str, list[str]]:
    words, found = life_words(), dict[str, list[str]]()
    for name, keys in KEYS.items():
        found.setdefault(keys, []).append(words[name])
    return found
