"""Work away from the window, each kind on threads of its own; one signal brings results home.

The window's own thread never opens the database, a file, a printer or a key: it hands a function to a lane and goes on.
"""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from desk_app.kernel.errors import Cancelled, DeskError
from ui.shell.fault import told
from ui.shell.progress import LongWork, Progress

T = TypeVar("T")

# The window takes its turn some twenty times while it draws, and waits this long for it whenever a lane is busy.
_TURN_S = 0.0001
_LANES = {"writer": 1, "reader": 2, "printer": 1, "exchange": 1, "long": 1}


@dataclass(frozen=True, kw_only=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[DeskError], None] | None
    receiver: QObject
    topic: tuple[int, str] | None
    turn: int
    progress: Progress | None = None


@dataclass(frozen=True, kw_only=True)
class _Outcome:
    job: _Job
    value: Any = None
    error: DeskError | None = None
    skipped: bool = False


class Jobs(QObject):
    """The threads of the program and the way home from them.

    ``done`` and ``failed`` are methods of a widget or another QObject, called in the window's thread; when that object is
    gone, the result is dropped. Errors go to ``failed``, else to ``on_error``; a person's cancel is silent.
    ``long_changed`` tells how far long work is (``LongWork``), and None when no more is under way.
    """

    long_changed = Signal(object)
    _came_home = Signal(object)
    _progressed = Signal(object)

    def __init__(self, on_error: Callable[[DeskError], None]) -> None:
        super().__init__()
        sys.setswitchinterval(_TURN_S)
        self._on_error = on_error
        self._newest: dict[tuple[int, str], int] = {}
        self._turn = 0
        self._under_way = 0
        self._is_closed = False
        self._long: list[Progress] = []
        self._lanes = {
            name: ThreadPoolExecutor(max_workers=size, thread_name_prefix=f"desk-{name}")
            for name, size in _LANES.items()
        }
        self._came_home.connect(self._on_came_home, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def under_way(self) -> int:
        """Return how many jobs have not come home yet."""
        return self._under_way

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[DeskError], None] | None = None,
        latest: str = "",
    ) -> None:
        """Do ``work`` on a reader; of several with the same ``latest`` topic only the newest one's result comes home."""
        self._start("reader", work, done, failed, latest)

    def write(
        self, work: Callable[[], T], done: Callable[[T], None], *, failed: Callable[[DeskError], None] | None = None
    ) -> None:
        """Do ``work`` on the one writer, after everything that was handed to it before."""
        self._start("writer", work, done, failed, "")

    def printing(
        self, work: Callable[[], T], done: Callable[[T], None], *, failed: Callable[[DeskError], None] | None = None
    ) -> None:
        """Do ``work`` on the printer thread."""
        self._start("printer", work, done, failed, "")

    def exchanging(
        self, work: Callable[[], T], done: Callable[[T], None], *, failed: Callable[[DeskError], None] | None = None
    ) -> None:
        """Do ``work`` on the thread of the exchange folder: a network that hangs keeps nobody else waiting."""
        self._start("exchange", work, done, failed, "")

    def long(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        title: str,
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Do ``work`` on a thread of its own, one at a time, while the window shows ``title`` and how far it is.

        A person may stop it at any ``progress.say``: then ``failed``, else the message bar, gets the ``Cancelled``.
        """
        progress = Progress(title, self._progressed.emit)
        self._start("long", lambda: work(progress), done, failed, "", progress)

    def stop_long(self) -> bool:
        """Let the long work that is shown end at its next ``say``; False when there is none."""
        if not self._long:
            return False
        self._long[0].stop()
        self._show_long()
        return True

    def stop_all_long(self) -> None:
        """Let all long work end at its next ``say``, what has not begun at its first."""
        for progress in self._long:
            progress.stop()

    def waited_for(self, work: Callable[[], bool], *, patience_s: float) -> bool:
        """Ask ``work`` on the thread of the exchange folder while the window stands still: for the moment of closing alone.

        False where it fails, and where it has not answered after ``patience_s``.
        """
        answer = self._lanes["exchange"].submit(work)
        try:
            return answer.result(timeout=patience_s)
        except TimeoutError:
            answer.cancel()
        except DeskError:
            return False
        except Exception as error:
            told("closing", error)
        return False

    def close(self, last: Callable[[], None] | None = None) -> None:
        """End all threads: reading that has not begun is dropped, long work stopped, writing finished; then ``last``.

        No result comes home any more, and no further job is begun.
        """
        self._is_closed = True
        self.stop_all_long()
        for name in ("reader", "printer", "exchange", "long"):
            self._lanes[name].shutdown(wait=True, cancel_futures=True)
        writer = self._lanes["writer"]
        final = writer.submit(last) if last is not None else None
        writer.shutdown(wait=True)
        if final is not None:
            final.result()

    def _start(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[DeskError], None] | None,
        latest: str,
        progress: Progress | None = None,
    ) -> None:
        receiver = getattr(done, "__self__", None)
        if not isinstance(receiver, QObject):
            raise TypeError("done must be a method of the QObject that waits for the result")
        if self._is_closed:
            return
        self._turn += 1
        self._under_way += 1
        topic = (id(receiver), latest) if latest else None
        if topic is not None:
            self._newest[topic] = self._turn
        job = _Job(
            work=work, done=done, failed=failed, receiver=receiver, topic=topic, turn=self._turn, progress=progress
        )
        if progress is not None:
            self._long.append(progress)
            self._show_long()
        self._lanes[lane].submit(self._run, job)

    def _run(self, job: _Job) -> None:
        """Do one job on its lane's thread and send its outcome home."""
        if self._is_outdated(job):
            outcome = _Outcome(job=job, skipped=True)
        else:
            try:
                outcome = _Outcome(job=job, value=job.work())
            except DeskError as error:
                outcome = _Outcome(job=job, error=error)
            except Exception as error:
                outcome = _Outcome(job=job, error=told(type(job.receiver).__name__, error))
        self._came_home.emit(outcome)

    def _is_outdated(self, job: _Job) -> bool:
        return job.topic is not None and self._newest.get(job.topic) != job.turn

    def _on_came_home(self, outcome: _Outcome) -> None:
        if self._is_closed:
            return
        self._under_way -= 1
        job = outcome.job
        if job.progress is not None:
            self._long.remove(job.progress)
            self._show_long()
        if outcome.skipped or self._is_outdated(job) or not shiboken6.isValid(job.receiver):
            return
        if job.topic is not None:
            del self._newest[job.topic]
        if outcome.error is None:
            job.done(outcome.value)
        elif job.progress is not None or not isinstance(outcome.error, Cancelled):
            (job.failed or self._on_error)(outcome.error)

    def _on_progressed(self, stand: LongWork) -> None:
        if self._long and not self._is_closed:
            self._long[0].stand = stand
            self._show_long()

    def _show_long(self) -> None:
        first = self._long[0] if self._long else None
        self.long_changed.emit(replace(first.stand, stopping=first.is_stopping) if first is not None else None)
