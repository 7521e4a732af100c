import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from desk_app.kernel import fault_log
from desk_app.kernel.errors import Cancelled, DeskError, NotFound
from tests.ui.windows import Seat
from ui.shell.fault import Fault
from ui.shell.jobs import Jobs
from ui.shell.progress import LongWork, Progress


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.threads: set[str] = set()
        self.errors: list[DeskError] = []

    def take(self, value: object) -> None:
        self.got.append(value)
        self.threads.add(threading.current_thread().name)

    def fail(self, error: DeskError) -> None:
        self.errors.append(error)


@pytest.fixture
def told() -> list[DeskError]:
    return []


@pytest.fixture
def jobs(told: list[DeskError]) -> Iterator[Jobs]:
    made = Jobs(told.append)
    yield made
    made.close()


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


def raising(error: Exception) -> Callable[[], object]:
    def work() -> object:
        raise error

    return work


def home(jobs: Jobs, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: jobs.under_way == 0)


def test_a_result_comes_home_in_the_thread_of_the_window(jobs: Jobs, receiver: Receiver, qtbot: QtBot) -> None:
    worked: list[str] = []
    jobs.read(lambda: worked.append(threading.current_thread().name), receiver.take)
    home(jobs, qtbot)
    assert worked[0].startswith("desk-reader")
    assert receiver.threads == {threading.main_thread().name}


def test_the_writer_does_one_job_after_the_other_in_the_order_given(
    jobs: Jobs, receiver: Receiver, qtbot: QtBot
) -> None:
    for number in range(50):
        jobs.write(lambda number=number: number, receiver.take)  # type: ignore[misc]
    home(jobs, qtbot)
    assert receiver.got == list(range(50))


def test_the_first_job_of_a_lane_does_not_keep_other_lanes_waiting(
    jobs: Jobs, receiver: Receiver, qtbot: QtBot
) -> None:
    gate = threading.Event()
    jobs.printing(lambda: gate.wait(10), receiver.take)
    jobs.write(lambda: "written", receiver.take)
    qtbot.waitUntil(lambda: receiver.got == ["written"])
    gate.set()
    home(jobs, qtbot)


def test_an_error_for_the_person_goes_to_the_one_who_asked(
    jobs: Jobs, receiver: Receiver, told: list[DeskError], qtbot: QtBot
) -> None:
    error = NotFound("x", "Không có.", "Tìm lại.")
    jobs.read(raising(error), receiver.take, failed=receiver.fail)
    home(jobs, qtbot)
    assert receiver.errors == [error]
    assert (receiver.got, told) == ([], [])


def test_an_error_that_nobody_takes_goes_to_the_bar(
    jobs: Jobs, receiver: Receiver, told: list[DeskError], qtbot: QtBot
) -> None:
    jobs.read(raising(NotFound("x", "Không có.")), receiver.take)
    home(jobs, qtbot)
    assert [error.message for error in told] == ["Không có."]


def test_a_cancel_is_silent(jobs: Jobs, receiver: Receiver, told: list[DeskError], qtbot: QtBot) -> None:
    jobs.read(raising(Cancelled("x", "Thôi.")), receiver.take, failed=receiver.fail)
    home(jobs, qtbot)
    assert (receiver.got, receiver.errors, told) == ([], [], [])


def test_a_bug_is_told_calmly_and_logged_without_what_it_says(
    jobs: Jobs, receiver: Receiver, qtbot: QtBot, tmp_path: Path
) -> None:
    log = tmp_path / "desk.log"
    fault_log.write_to(log)
    jobs.read(raising(KeyError("Nguyễn Văn Mật")), receiver.take, failed=receiver.fail)
    home(jobs, qtbot)
    assert isinstance(receiver.errors[0], Fault)
    written = log.read_text(encoding="utf-8")
    assert "KeyError" in written
    assert "Nguyễn" not in written + receiver.errors[0].message


def test_a_result_for_a_page_that_is_gone_is_dropped(jobs: Jobs, qtbot: QtBot) -> None:
    gone, gate = Receiver(), threading.Event()
    jobs.read(lambda: gate.wait(10), gone.take)
    gone.deleteLater()
    qtbot.wait(1)
    gate.set()
    home(jobs, qtbot)
    assert gone.got == []


def test_of_one_topic_only_the_newest_comes_home(jobs: Jobs, receiver: Receiver, qtbot: QtBot) -> None:
    gate = threading.Event()
    for number in range(20):
        jobs.read(lambda number=number: (gate.wait(10), number)[1], receiver.take, latest="hits")  # type: ignore[misc]
    gate.set()
    home(jobs, qtbot)
    assert receiver.got == [19]


def test_closing_finishes_what_is_to_be_written_and_leaves_no_thread(receiver: Receiver) -> None:
    made, written = Jobs(receiver.errors.append), list[object]()
    for number in range(20):
        made.write(lambda number=number: written.append(number), receiver.take)  # type: ignore[misc]
    made.close(lambda: written.append("last"))
    assert written == [*range(20), "last"]
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("desk-")] == []


def test_a_function_that_belongs_to_no_widget_is_no_receiver(jobs: Jobs) -> None:
    with pytest.raises(TypeError):
        jobs.read(lambda: 1, lambda _: None)


def counting(progress: Progress) -> str:
    for done in range(5):
        progress.say(done, 4, f"tờ {done}")
    return "counted"


def until_stopped(progress: Progress) -> None:
    while True:
        progress.say(1, 3, "tờ 1")
        time.sleep(0.001)


def test_long_work_says_how_far_it_is_and_comes_home(jobs: Jobs, receiver: Receiver, qtbot: QtBot) -> None:
    shown: list[LongWork | None] = []
    jobs.long_changed.connect(shown.append)
    jobs.long(counting, receiver.take, title="Xuất danh sách")
    home(jobs, qtbot)
    assert receiver.got == ["counted"]
    assert shown[0] == LongWork(title="Xuất danh sách")
    assert LongWork(title="Xuất danh sách", done=4, total=4, words="tờ 4") in shown
    assert shown[-1] is None


def telling_every_line(progress: Progress) -> None:
    for line in range(100_000):
        progress.say(line, 100_001)


def test_the_window_is_not_flooded_by_work_that_tells_every_line(jobs: Jobs, receiver: Receiver, qtbot: QtBot) -> None:
    shown: list[LongWork | None] = []
    jobs.long_changed.connect(shown.append)
    jobs.long(telling_every_line, receiver.take, title="x")
    home(jobs, qtbot)
    assert len(shown) < 200


def test_long_work_that_a_person_stops_ends_and_says_what_is_safe(
    jobs: Jobs, receiver: Receiver, told: list[DeskError], qtbot: QtBot
) -> None:
    shown: list[LongWork | None] = []
    jobs.long_changed.connect(shown.append)
    jobs.long(until_stopped, receiver.take, title="Nhập danh mục")
    qtbot.waitUntil(lambda: any(work is not None and work.total == 3 for work in shown))
    assert jobs.stop_long()
    assert shown[-1] is not None
    assert shown[-1].stopping
    home(jobs, qtbot)
    assert [error.message for error in told] == ["Đã dừng: Nhập danh mục."]
    assert receiver.got == []
    assert not jobs.stop_long()


def test_a_page_that_asked_for_long_work_hears_of_its_end_even_when_it_was_stopped(
    jobs: Jobs, receiver: Receiver, told: list[DeskError], qtbot: QtBot
) -> None:
    jobs.long(until_stopped, receiver.take, title="Xuất", failed=receiver.fail)
    jobs.stop_long()
    home(jobs, qtbot)
    assert isinstance(receiver.errors[0], Cancelled)
    assert told == []


def test_closing_does_not_wait_for_long_work_to_finish(receiver: Receiver) -> None:
    made = Jobs(receiver.errors.append)
    made.long(until_stopped, receiver.take, title="Xuất")
    made.close()
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("desk-")] == []


def test_the_window_goes_on_drawing_while_long_work_is_under_way(jobs: Jobs, receiver: Receiver, qtbot: QtBot) -> None:
    beats: list[float] = []
    pulse = QTimer()
    pulse.timeout.connect(lambda: beats.append(time.monotonic()))
    jobs.long(until_stopped, receiver.take, title="Xuất", failed=receiver.fail)
    pulse.start(10)
    qtbot.waitUntil(lambda: len(beats) > 30)
    pulse.stop()
    jobs.stop_long()
    home(jobs, qtbot)
    assert isinstance(receiver.errors[0], Cancelled)


def test_writing_goes_on_while_long_work_is_under_way(jobs: Jobs, receiver: Receiver, qtbot: QtBot) -> None:
    jobs.long(until_stopped, receiver.take, title="Xuất", failed=receiver.fail)
    jobs.write(lambda: "written", receiver.take)
    qtbot.waitUntil(lambda: receiver.got == ["written"])
    jobs.stop_long()
    home(jobs, qtbot)


def test_esc_stops_long_work_before_it_leaves_the_page(seat: Seat) -> None:
    seat.hands.press("F9")
    seat.settle()
    window, waiting = seat.window, Receiver()
    window.jobs.long(until_stopped, waiting.take, title="Xuất danh sách")
    seat.wait(lambda: "33 %" in window.long.text, "the share is not shown")
    assert window.long.text == "Xuất danh sách 33 % tờ 1"
    assert window.long.isVisible()
    seat.hands.press("Esc")
    seat.settle()
    assert "Đã dừng: Xuất danh sách." in seat.said
    assert not window.long.isVisible()
    assert seat.workspace.place[0] == "queue"
