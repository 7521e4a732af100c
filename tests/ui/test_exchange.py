"""Two windows' desks over one folder: what one registers shows at the other by itself."""

from contextlib import ExitStack
from pathlib import Path

from desk_app.sync.exchange.exchange import choose_folder, look
from tests.desks import rehearsal_desk
from tests.sync.test_exchange import let_in, registered
from tests.ui.windows import Seat


def test_others_work_comes_in_while_the_window_is_open(tmp_path: Path) -> None:
    shared = tmp_path / "chung"
    shared.mkdir()
    with ExitStack() as stack:
        one, two = (stack.enter_context(rehearsal_desk(tmp_path / f"d{n}", desk_number=n)) for n in (1, 2))
        let_in(one, two, tmp_path)
        let_in(two, one, tmp_path)
        for desk in (one, two):
            choose_folder(desk.sync, by=desk.admin, folder=shared)
        registered(two, "Người Quầy Hai")
        look(two.sync, by=two.admin)
        seat = stack.enter_context(Seat(one))
        seat.sign_in("quantri")
        seat.settle()
        seat.workspace.exchange.look()
        seat.settle()
        count = one.journal.reading().execute("SELECT count(*) FROM dossiers").fetchone()[0]
        assert count == 1


def test_a_folder_out_of_reach_is_said_once(tmp_path: Path) -> None:
    shared = tmp_path / "chung"
    shared.mkdir()
    with rehearsal_desk(tmp_path / "d") as desk, Seat(desk) as seat:
        choose_folder(desk.sync, by=desk.admin, folder=shared)
        seat.sign_in("quantri")
        seat.settle()
        shared.rename(tmp_path / "mất")
        said: list[object] = []
        seat.workspace.exchange.troubled.connect(said.append)
        for _time in range(3):
            seat.workspace.exchange.look()
            seat.settle()
        assert len(said) == 1
        assert "Không thấy thư mục trao đổi" in seat.window.messages.text
