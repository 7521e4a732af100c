"""One visit, from the identity card to the handed-over result, by keys alone."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from desk_app.demonstration.demo import Demo
from desk_app.dossiers.status import Status
from ui.dossiers.card.page import CardPage
from ui.dossiers.find.page import FindPage
from ui.dossiers.hand_over.page import HandOverPage
from ui.dossiers.registration.page import RegistrationPage
from ui.rehearsal.hands import Hands, Waited
from ui.shell.main_window import MainWindow
from ui.shell.page import Page
from ui.shell.sign_in import Asked
from ui.shell.workspace import Workspace

P = TypeVar("P", bound=Page)

CARD = "093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2, Hòa Mỹ, Phụng Hiệp, Hậu Giang|25122021"
NAME_WITHOUT_MARKS = "tran thi thu"
LINKED = "3t1"


class Visit:
    """Plays the visit in ``window`` and keeps its pictures in ``folder``."""

    def __init__(self, window: MainWindow, demo: Demo, folder: Path) -> None:
        self._window = window
        self._demo = demo
        self._folder = folder
        self._hands = Hands(window)
        self._number = 0

    def play(self) -> Iterator[Path]:
        """Yield the picture of each step, and the receipt as it was printed; raise when a step does not come true."""
        yield from self._sign_in()
        yield from self._take_in()
        yield from self._save()
        yield from self._find_again()
        yield from self._walk_to_the_end()
        yield from self._look_round()

    def _sign_in(self) -> Iterator[Path]:
        hands = self._hands
        hands.wait_for(lambda: self._window.sign_in.asked is Asked.SECRET, "the desk did not open")
        yield self._picture("dang-nhap")
        hands.type(self._demo.password)
        hands.press("Return")
        hands.wait_for(lambda: self._window.workspace is not None, "nobody was let in")
        hands.rest(800)
        yield self._picture("hom-nay")

    def _take_in(self) -> Iterator[Path]:
        hands = self._hands
        hands.press("F2")
        page = self._front(RegistrationPage)
        hands.wait_for(lambda: page.filling.counter is not None, "there is no catalogue")
        hands.type(CARD)
        hands.press("Return")
        hands.wait_for(lambda: page.filling.typed.name != "", "the card was not read")
        hands.type(LINKED)
        hands.rest(100)
        yield self._picture("chon-thu-tuc")
        hands.press("Return")
        hands.press("Ctrl+D")
        hands.wait_for(lambda: page.filling.typed.procedure != "", "no procedure was picked")
        hands.rest(200)
        yield self._picture("tiep-nhan")

    def _save(self) -> Iterator[Path]:
        hands, page = self._hands, self._front(RegistrationPage)
        hands.press("Ctrl+Return")
        hands.wait_for(lambda: page.saved is not None, "the dossier was not saved")
        hands.wait_for(lambda: "đã in" in page.done.printing.text(), "the receipt was not printed")
        yield self._picture("da-luu")
        saved = page.saved
        if saved is None:
            raise Waited("the dossier was not saved")
        printed = sorted(self._demo.home.papers.glob(f"*{saved.code}*"))
        for paper in printed:
            if paper.suffix in (".png", ".pdf"):
                yield Path(shutil.copy(paper, self._folder / paper.name))

    def _find_again(self) -> Iterator[Path]:
        hands = self._hands
        hands.press("F3")
        hands.type(NAME_WITHOUT_MARKS)
        page = self._front(FindPage)
        hands.wait_for(lambda: bool(page.table.rows), "the dossier was not found")
        hands.rest(300)
        yield self._picture("tim")
        hands.press("Return")
        hands.wait_for(lambda: self._seen_status() is Status.ACCEPTED, "the card did not open")
        hands.rest(200)
        yield self._picture("the-ho-so")

    def _walk_to_the_end(self) -> Iterator[Path]:
        hands, card = self._hands, self._front(CardPage)
        while self._seen_status() in (Status.ACCEPTED, Status.IN_PROCESS):
            left = len(card.seen.dossier.open_legs) if card.seen else 0
            hands.press("F6")
            hands.press("Return")
            hands.wait_for(
                lambda left=left: card.seen is not None and len(card.seen.dossier.open_legs) < left,  # type: ignore[misc]
                "a step was not written down",
            )
        hands.press("F8")
        page = self._front(HandOverPage)
        hands.wait_for(lambda: page.opened is not None, "the result was not offered")
        hands.rest(100)
        yield self._picture("tra-ket-qua")
        hands.press("Return")
        hands.wait_for(lambda: page.opened is None, "the result was not handed over")
        hands.rest(200)
        yield self._picture("da-tra")

    def _look_round(self) -> Iterator[Path]:
        hands = self._hands
        hands.press("F9")
        hands.rest(500)
        yield self._picture("hang-doi-in")
        hands.press("F1")
        yield self._picture("phim-tat")
        hands.press("F1")
        hands.press("Ctrl+L")
        hands.wait_for(lambda: self._window.is_locked, "the window did not lock")
        yield self._picture("khoa")

    def _picture(self, name: str) -> Path:
        self._number += 1
        return self._hands.picture(self._folder / f"{self._number:02d}-{name}.png")

    def _front(self, kind: type[P]) -> P:
        workspace: Workspace | None = self._window.workspace
        if workspace is None or not isinstance(workspace.front, kind):
            raise Waited(f"{kind.__name__} is not in front")
        return workspace.front

    def _seen_status(self) -> Status | None:
        workspace = self._window.workspace
        page = workspace.front if workspace is not None else None
        return page.seen.dossier.status if isinstance(page, CardPage) and page.seen is not None else None
