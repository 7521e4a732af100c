"""The page of one dossier."""

from PySide6.QtWidgets import QVBoxLayout

from desk_app.kernel.errors import DeskError
from ui.dossiers.card import desk_side, state
from ui.dossiers.card.moves import CardMoves
from ui.dossiers.card.state import Seen
from ui.dossiers.card.view import CardView
from ui.shell.page import Context, Page
from ui.widgets.parts import button, grown, row, scrolled


class CardPage(Page):
    """Shows a dossier, offers the moves its state and the person's permissions allow, one key each."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._dossier = ""
        self._logged = ""
        self.seen: Seen | None = None
        self.view = CardView()
        self.moves = CardMoves(context, self)
        self.moves.done.connect(self.refresh)
        self.step_button = button("Xong bước", self._on_step, key="F6")
        self.result_button = button("Có kết quả", self._on_result, key="F7")
        self.hand_over_button = button("Trả kết quả", self._on_hand_over, key="F8", kind="main")
        self.note_button = button("Ghi chú", self._on_note, key="Ctrl+N")
        self.copy_button = button("In bản sao", self._on_copy, key="Ctrl+P")
        self._lay_out()
        for keys, words, run in (
            ("F6", "Xong bước", self._on_step),
            ("F7", "Có kết quả", self._on_result),
            ("F8", "Trả kết quả", self._on_hand_over),
            ("Ctrl+N", "Ghi chú", self._on_note),
            ("Ctrl+P", "In bản sao của giấy", self._on_copy),
        ):
            self.bind(keys, words, run)
        self._allow()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(14), grown(12), grown(14), grown(12))
        layout.setSpacing(grown(8))
        layout.addLayout(
            row(
                self.hand_over_button,
                self.step_button,
                self.result_button,
                None,
                self.note_button,
                self.copy_button,
            )
        )
        for strip in self.moves.strips:
            layout.addWidget(strip)
        layout.addWidget(scrolled(self.view), 1)

    def arrive(self, about: str) -> None:
        """Show a dossier by its id; opening it is entered in the access log."""
        if about and about != self._dossier:
            self._dossier = about
            self._logged = ""
            self.seen = None
            self.moves.about(about)
        self.refresh()
        self.view.history.setFocus()

    def refresh(self) -> None:
        """Look at the dossier again."""
        if self._dossier:
            desk, by, dossier = self.context.desk, self.context.actor.id, self._dossier
            self.context.jobs.read(
                lambda: desk_side.seen(desk, by, dossier), self._on_seen, failed=self._on_not_seen, latest="seen"
            )

    def escape(self) -> bool:
        """Close an open strip."""
        return self.moves.close()

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

    def _on_logged(self, _: None) -> None:
        """Nothing is shown: that looking is logged is said in the guide."""

    def _allow(self) -> None:
        """Let only those buttons be pressed that state and permissions allow."""
        moves = state.moves_of(self.seen.dossier) if self.seen is not None else None
        may = self.context.may
        self.step_button.setEnabled(moves is not None and moves.step and may("dossiers.step"))
        self.result_button.setEnabled(moves is not None and moves.result and may("dossiers.issue_result"))
        self.hand_over_button.setEnabled(moves is not None and moves.hand_over and may("dossiers.hand_over"))
        self.note_button.setEnabled(moves is not None and may("dossiers.note"))
        self.copy_button.setEnabled(self.seen is not None and bool(self.seen.papers) and may("papers.copy"))

    def _on_step(self) -> None:
        if self.seen is not None and self.step_button.isEnabled():
            self.moves.open_step(state.moves_of(self.seen.dossier))

    def _on_result(self) -> None:
        if self.result_button.isEnabled():
            self.moves.open_result()

    def _on_hand_over(self) -> None:
        if self.seen is not None and self.hand_over_button.isEnabled():
            self.moves.open_hand_over(self.seen.dossier.registered.applicant.name)
        elif self.seen is not None:
            self.context.messages.say(
                f"Chưa trả được: {state.status_of(self.seen).words.lower()}.", state.headline(self.seen), tone="plain"
            )

    def _on_note(self) -> None:
        if self.note_button.isEnabled():
            self.moves.open_note()

    def _on_copy(self) -> None:
        paper = self.view.papers.current or next(iter(self.view.papers.rows), None)
        if paper is not None and self.copy_button.isEnabled():
            self.moves.open_copy(paper)
