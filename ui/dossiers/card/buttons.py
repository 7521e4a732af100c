"""The buttons of a card: the next moves of a dossier, and the less used acts, put away where room is scarce."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QWidget

from desk_app.kernel.translations import _
from ui.dossiers.card.actions import NOTHING, Action, Actions
from ui.widgets.flow import Flow
from ui.widgets.more import More
from ui.widgets.parts import button, label


class CardButtons:
    """Holds every button by the name of its action; ``scans`` is there for everybody who may see scans.

    ``next_moves`` are to stand above the card, ``others`` over its first lines. ``life`` are the buttons of its life.
    """

    def __init__(
        self, runs: Mapping[str, Callable[[], None]], life: Mapping[str, QPushButton], parent: QWidget
    ) -> None:
        self._actions = NOTHING
        self.by_name = {name: button(words, runs[name], key=key) for name, (words, key) in _words().items()}
        self.by_name["hand_over"].setProperty("kind", "main")
        self._reason = label("", "small")
        papers = [self.by_name[name] for name in ("correct", "note", "copy", "scans")]
        moves = [made for name, made in life.items() if name != "control"]
        self.others = Flow((*papers, life["control"], None, *moves))
        self.more = More(self.others, parent)
        steps = [self.by_name[name] for name in ("hand_over", "step", "result")]
        self.next_moves = Flow((*steps, self._reason, self.more.button, None))

    def put(self, actions: Actions) -> None:
        """Show the buttons that make sense here; let only those be pressed that state and permissions allow."""
        self._actions = actions
        for name in ("step", "result", "settle", "correct", "note", "copy"):
            self._put(name, getattr(actions, name))
        self._put_hand_over()

    def be_scarce(self, *, scarce: bool) -> None:
        """Put the less used acts behind one button, or let them stand open."""
        self.more.be_scarce(scarce=scarce)
        self._put_hand_over()

    def _put_hand_over(self) -> None:
        """Where room is scarce, leave a hand-over that cannot be done yet out beside the steps that come before it."""
        actions = self._actions
        is_early = not actions.hand_over.allowed and (actions.step.allowed or actions.result.allowed)
        shown = actions.hand_over.shown and not (self.more.is_scarce and is_early)
        reason = actions.hand_over.reason if shown else ""
        self._put("hand_over", Action(shown=shown, reason=reason))
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _put(self, name: str, action: Action) -> None:
        made = self.by_name[name]
        made.setVisible(action.shown)
        made.setEnabled(action.allowed)
        made.setToolTip(action.reason)


def _words() -> dict[str, tuple[str, str]]:
    return {
        "hand_over": (_("Trả kết quả"), "F8"),
        "step": (_("Xong bước"), "F6"),
        "result": (_("Có kết quả"), "F7"),
        "settle": (_("Giải quyết"), "Ctrl+G"),
        "correct": (_("Sửa"), "Ctrl+E"),
        "note": (_("Ghi chú"), "Ctrl+N"),
        "copy": (_("In bản sao"), "Ctrl+P"),
        "scans": (_("Bản chụp"), "Ctrl+Y"),
    }
