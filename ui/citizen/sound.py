"""What is heard at a call: the chime, and where somebody switched it on, the number spoken.

Tried here: that the right program is started with the right words, one after the other, without waiting for it, and that
its absence harms nothing. Not tried, for want of the machines: loudspeakers, ``winsound``, and the voices of Windows.
Everything runs as a process of its own beside the window (``QProcess``): no thread of the program waits for a sound.
"""

import importlib
import logging
import shutil
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QApplication

from desk_app.kernel.paths import resource
from ui.citizen.words import _

_LONGEST_MS = 15_000
_MOST_WAITING = 6
_PLAYERS = (("paplay",), ("pw-play",), ("afplay",), ("aplay", "-q"))
_SPEAKERS = (("spd-say", "-l", "vi", "-w", "--"), ("espeak-ng", "-v", "vi", "--"))
_WINDOWS_VOICE = (
    "Add-Type -AssemblyName System.Speech; [Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)
_log = logging.getLogger("desk.sound")

Which = Callable[[str], str | None]


@dataclass(frozen=True, kw_only=True)
class Start:
    """One program to run: its command line, and what it reads on its standard input."""

    command: tuple[str, ...]
    reads: str = ""


@dataclass(frozen=True, kw_only=True)
class Tools:
    """The programs of this computer that play a file and speak words; empty where there is none."""

    player: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()


def tools_of(platform: str, which: Which = shutil.which) -> Tools:
    """Return what ``platform`` (as ``sys.platform``) offers, the best first."""
    if platform == "win32":
        shell = which("powershell")
        return Tools(speaker=(shell, "-NoProfile", "-Command", _WINDOWS_VOICE) if shell else ())
    return Tools(player=_first(_PLAYERS, which), speaker=_first(_SPEAKERS, which))


def speech(tools: Tools, words: str, platform: str) -> Start | None:
    """Return how ``words`` are spoken, None where nothing speaks."""
    if not tools.speaker:
        return None
    if platform == "win32":
        return Start(command=tools.speaker, reads=words)
    return Start(command=(*tools.speaker, words))


def chime_file() -> Path:
    """Return the chime that ships with the program."""
    return resource("sounds", "chime.wav")


class Announcer(QObject):
    """Plays and speaks one thing after the other; a failure is a line in the log and nothing else."""

    def __init__(self, tools: Tools, parent: QObject | None = None, *, platform: str = sys.platform) -> None:
        super().__init__(parent)
        self.tools = tools
        self._platform = platform
        self._waiting: deque[Start] = deque()
        self._running: QProcess | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(_LONGEST_MS)
        self._limit.timeout.connect(self._on_too_long)

    @property
    def is_busy(self) -> bool:
        """Tell whether something is being played or spoken."""
        return self._running is not None

    def call(self, spoken: str, counter: str, *, chime: bool, voice: bool) -> None:
        """Announce one call, after what is being announced; in a rush the oldest that still wait are left out."""
        if chime:
            self._chime()
        said = speech(
            self.tools, _("Mời số {number} đến {counter}").format(number=spoken, counter=counter), self._platform
        )
        if voice and said is not None:
            self._waiting.append(said)
        while len(self._waiting) > _MOST_WAITING:
            self._waiting.popleft()
        self._go_on()

    def stop(self) -> None:
        """Be silent: the program is closing."""
        self._waiting.clear()
        self._limit.stop()
        running, self._running = self._running, None
        if running is not None:
            running.blockSignals(True)
            running.kill()
            running.waitForFinished(1_000)

    def _chime(self) -> None:
        if self.tools.player:
            self._waiting.append(Start(command=(*self.tools.player, str(chime_file()))))
        elif not (self._platform == "win32" and _chime_on_windows()):
            QApplication.beep()

    def _go_on(self) -> None:
        if self._running is not None or not self._waiting:
            return
        start = self._waiting.popleft()
        made = QProcess(self)
        made.setStandardOutputFile(QProcess.nullDevice())
        made.setStandardErrorFile(QProcess.nullDevice())
        made.finished.connect(self._on_ended)
        made.errorOccurred.connect(self._on_error)
        self._running = made
        self._limit.start()
        made.start(start.command[0], [*start.command[1:]])
        if start.reads and self._running is made:
            made.write(start.reads.encode())
            made.closeWriteChannel()

    def _on_ended(self) -> None:
        self._limit.stop()
        if self._running is not None:
            if self._running.exitCode():
                _log.warning("%s ended with %d", Path(self._running.program()).name, self._running.exitCode())
            self._running.deleteLater()
            self._running = None
        self._go_on()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._running is not None:
            _log.warning("%s did not start", Path(self._running.program()).name)
            self._on_ended()

    def _on_too_long(self) -> None:
        if self._running is not None:
            self._running.kill()


def _first(choice: tuple[tuple[str, ...], ...], which: Which) -> tuple[str, ...]:
    for program, *options in choice:
        found = which(program)
        if found:
            return (found, *options)
    return ()


def _chime_on_windows() -> bool:
    """Play the chime by Windows itself, which goes on at once; False where it cannot."""
    try:
        winsound = importlib.import_module("winsound")
        winsound.PlaySound(str(chime_file()), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
    except (ImportError, RuntimeError) as error:
        _log.warning("winsound: %s", type(error).__name__)
        return False
    return True
