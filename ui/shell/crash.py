"""What happens when the program itself is wrong: the fault is logged without anybody's data, and the day goes on."""

import faulthandler
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO


class CrashHook:
    """Catches what nothing else caught, in any thread; ``tell`` is called in the thread of the window."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._window_thread = threading.get_ident()
        self._dump: TextIO | None = None
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_thread_uncaught

    def dump_to(self, file: Path) -> None:
        """Let a crash of the process itself write the threads' places in the code (no data) into ``file``."""
        self._dump = file.open("a", encoding="utf-8")
        faulthandler.enable(self._dump)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before
        if self._dump is not None:
            faulthandler.disable()
            self._dump.close()
            self._dump = None

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        try:
            _log("window", error.with_traceback(trace))
            if threading.get_ident() == self._window_thread:
                self._tell()
        except Exception:
            # Nothing is left to tell it to but the plain hook.
            self._before[0](kind, error, trace)

    def _on_thread_uncaught(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None and not issubclass(caught.exc_type, SystemExit):
            self._on_uncaught(caught.exc_type, caught.exc_value, caught.exc_traceback)


def _log(where: str, error: BaseException) -> None:
    from desk_app.kernel import fault_log

    fault_log.fault(where, error)
