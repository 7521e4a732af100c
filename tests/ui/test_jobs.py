import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk_app.kernel import fault_log
from desk_app.kernel.errors import Cancelled, DeskError, NotFound
from ui.shell.jobs import Fault, Jobs


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
