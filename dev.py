"""Run, test and build Một cửa from a fresh checkout: ``python3 dev.py run``, on Windows ``py dev.py run``.

Nothing but Python 3.11 is needed. ``.venv`` is made here and kept in step with ``uv.lock``. On Debian and its relatives
the system libraries that Qt needs are installed where that is allowed; elsewhere the exact line to run is said.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "in-step-with.txt"
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
PYTHON = VENV.joinpath("Scripts", "python.exe") if WINDOWS else VENV.joinpath("bin", "python")
# The lock file's own tool in one version, so that a checkout gives the same environment everywhere.
UV = "0.13.9"
OLDEST_PYTHON = (3, 11)

# Debian package → the library or program that shows it is there.
OFFSCREEN = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
}
SCREEN = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}
FOR_TESTS = {"libzbar0": "libzbar.so.0", "poppler-utils": "pdftotext", "xvfb": "Xvfb", "xauth": "xauth"}
FOR_BUILD = {"binutils": "objcopy"}

CHECKS: Mapping[str, Sequence[str]] = {
    "ruff check": ("python", "-m", "ruff", "check", "."),
    "ruff format": ("python", "-m", "ruff", "format", "--check", "."),
    "mypy": ("python", "-m", "mypy"),
    "lint-imports": ("lint-imports", "--no-logo"),
}
# Without conftest, so that the text rules judge a tree whose program does not start, too.
TEXT_RULES: Mapping[str, Sequence[str]] = {
    "text rules": ("python", "-m", "pytest", "-q", "--noconftest", "tests/contracts"),
}
TESTS: Mapping[str, Sequence[str]] = {"pytest": ("python", "-m", "pytest", "-n", "2")}
OFFSCREEN_WINDOWS = {"QT_QPA_PLATFORM": "offscreen"}


class Stop(Exception):
    """What the person must do first, in Vietnamese and in English."""

    def __init__(self, vietnamese: str, english: str, line: str = "") -> None:
        super().__init__(english)
        self.words = (vietnamese, english, f"    {line}" if line else "")


def run(arguments: Sequence[str]) -> int:
    """Open the program with an invented office; without a screen, rehearse a visit and draw it into build/rehearsal."""
    return _open_window(arguments, {})


def demo(arguments: Sequence[str]) -> int:
    """Do what ``run`` does in a data folder of its own, made anew under build/."""
    home = ROOT / "build" / time.strftime("demo-%Y%m%d-%H%M%S")
    return _open_window(arguments, {"DESK_HOME": str(home)})


def test(arguments: Sequence[str]) -> int:
    """Run every check and every test; with arguments, only pytest with those arguments."""
    provide(OFFSCREEN | SCREEN | FOR_TESTS)
    keep_in_step()
    if arguments:
        return module("pytest", *arguments, **OFFSCREEN_WINDOWS)
    return _all_of({**CHECKS, **TESTS})


def check(arguments: Sequence[str]) -> int:
    """Run ruff, mypy, the import contracts and the text rules; no other test."""
    if arguments:
        raise Stop("Lệnh check không nhận thêm gì.", "The command check takes no arguments.")
    provide(OFFSCREEN)
    keep_in_step()
    return _all_of({**CHECKS, **TEXT_RULES})


def bench(arguments: Sequence[str]) -> int:
    """Measure the program against its budgets."""
    provide(OFFSCREEN | FOR_TESTS)
    keep_in_step()
    return module("tests.bench", *arguments, **OFFSCREEN_WINDOWS)


def build(arguments: Sequence[str]) -> int:
    """Build the program as one folder, dist/mot-cua, that needs no Python."""
    provide(OFFSCREEN | SCREEN | FOR_BUILD)
    keep_in_step("build")
    return module("PyInstaller", "--noconfirm", "--workpath", "build/pyinstaller", *arguments, "build.spec")


def lock(arguments: Sequence[str]) -> int:
    """Write uv.lock anew after pyproject.toml was changed; ``lock --upgrade`` takes newer versions."""
    make_environment()
    if _uv("lock", *arguments):
        return 1
    keep_in_step()
    return 0


COMMANDS = {command.__name__: command for command in (run, demo, test, check, bench, build, lock)}


def _open_window(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    screen = not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    provide(OFFSCREEN | SCREEN if screen else OFFSCREEN)
    keep_in_step()
    if screen:
        return module("ui.app", "--demo", *arguments, **environment)
    _say(
        "Không có màn hình: chương trình tự diễn một lượt tiếp nhận và vẽ ra build/rehearsal.",
        "No screen: a visit at the counter is rehearsed and drawn into build/rehearsal.",
    )
    return module("ui.rehearsal", "--to", "build/rehearsal", *arguments, **OFFSCREEN_WINDOWS, **environment)


def _all_of(steps: Mapping[str, Sequence[str]]) -> int:
    failed = []
    for name, (program, *arguments) in steps.items():
        print(f"── {name}", flush=True)
        if installed(program, *arguments, **OFFSCREEN_WINDOWS):
            failed.append(name)
    if failed:
        _say(f"Chưa đạt: {', '.join(failed)}.", f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def installed(program: str, *arguments: str, **environment: str) -> int:
    """Run a ``program`` of the environment from the checkout's root; returns its exit code."""
    path = PYTHON.with_name(f"{program}.exe" if WINDOWS else program)
    return subprocess.call([str(path), *arguments], cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1", **environment})


def module(name: str, *arguments: str, **environment: str) -> int:
    """Run a Python module in the environment; returns its exit code."""
    return installed("python", "-m", name, *arguments, **environment)


# --- The environment ---


def keep_in_step(*groups: str) -> None:
    """Make ``.venv`` hold what uv.lock says, with the dependency ``groups``; quick while neither file has changed."""
    content = b"".join((ROOT / name).read_bytes() for name in ("pyproject.toml", "uv.lock"))
    wanted = f"{hashlib.sha256(content).hexdigest()} uv {UV} {' '.join(groups)}"
    if _environment_works() and STAMP.is_file() and STAMP.read_text() == wanted:
        return
    make_environment()
    if _uv("sync", "--locked", *(f"--group={group}" for group in groups)):
        raise Stop(
            "Chưa cài được các gói. Lần đầu cần có mạng. Nếu vừa sửa pyproject.toml, hãy chạy:",
            "The packages could not be installed. The first time needs a network. If pyproject.toml was changed, run:",
            "python3 dev.py lock",
        )
    STAMP.write_text(wanted)


def make_environment() -> None:
    """Make ``.venv`` with pip and uv in it, where it is missing, broken or of a Python too old."""
    if not _environment_works():
        _provide_venv()
        _say("Đang tạo môi trường .venv …", "Making the environment .venv …")
        if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
            raise Stop("Không tạo được .venv.", "The environment .venv could not be made.")
    if not _answers("-m", "uv", "--version", words=f"uv {UV}") and module("pip", "install", "--quiet", f"uv=={UV}"):
        raise Stop("Chưa tải được uv. Lần đầu cần có mạng.", "uv could not be fetched: the first time needs a network.")


def _environment_works() -> bool:
    return _answers("-c", f"import sys, pip; print(sys.version_info >= {OLDEST_PYTHON})", words="True")


def _answers(*question: str, words: str) -> bool:
    """Tell whether the environment's Python exists, runs the question without an error and answers with ``words``."""
    if not PYTHON.exists():
        return False
    asked = subprocess.run([str(PYTHON), *question], cwd=ROOT, capture_output=True, text=True, check=False)
    return asked.returncode == 0 and asked.stdout.startswith(words)


def _uv(command: str, *arguments: str) -> int:
    STAMP.unlink(missing_ok=True)
    own = {"UV_PROJECT_ENVIRONMENT": str(VENV), "UV_PYTHON": str(PYTHON), "UV_PYTHON_DOWNLOADS": "never"}
    return module("uv", command, *arguments, **own)


# --- What the system must bring ---


def provide(packages: Mapping[str, str]) -> None:
    """Install the Debian ``packages`` whose library or program is missing; raise ``Stop`` where that is not allowed."""
    missing = [package for package, sign in packages.items() if not is_there(sign)] if LINUX else []
    if missing:
        _install(missing)
    lacking = [packages[package] for package in missing if not is_there(packages[package])]
    if lacking:
        raise Stop(f"Vẫn thiếu {', '.join(lacking)}.", f"Still missing: {', '.join(lacking)}.")


def _provide_venv() -> None:
    """Install ``ensurepip``, which Debian keeps in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None:
        _install([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])


def is_there(sign: str) -> bool:
    """Tell whether a library (``libGL.so.1``) loads or a program is on the path."""
    if ".so." not in sign:
        return shutil.which(sign) is not None
    try:
        ctypes.CDLL(sign)
    except OSError:
        return False
    return True


def _install(packages: Sequence[str]) -> None:
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    by_hand = Stop(
        "Máy còn thiếu gói hệ thống. Hãy chạy dòng sau (hoặc gói tương đương của hệ điều hành), rồi chạy lại lệnh này:",
        "System packages are missing. Run this line (or your system's equivalent), then this command again:",
        f"sudo apt-get update && sudo {line}",
    )
    allowed = _as_root()
    if allowed is None or shutil.which("apt-get") is None:
        raise by_hand
    _say(f"Đang cài: {' '.join(packages)} …", "Installing the system packages above …")
    apt = (*allowed, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120")
    subprocess.call([*apt, "update"], stdout=subprocess.DEVNULL)
    if subprocess.call([*apt, *line.split()[1:]], stdout=subprocess.DEVNULL):
        raise by_hand


def _as_root() -> tuple[str, ...] | None:
    """Return what to put before a command so that root runs it, or None where that would need a password."""
    if getattr(os, "geteuid", lambda: 1)() == 0:
        return ()
    without_password = ("sudo", "-n")
    if shutil.which("sudo") and subprocess.call([*without_password, "true"], stderr=subprocess.DEVNULL) == 0:
        return without_password
    return None


# --- The terminal ---


def _say(*words: str) -> None:
    print(*filter(None, words), sep="\n", file=sys.stderr, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if sys.version_info < OLDEST_PYTHON:
        _say("Cần Python 3.11 trở lên.", "Python 3.11 or newer is needed.")
        return 1
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__, *(f"  {name:6} {command.__doc__}" for name, command in COMMANDS.items()), sep="\n")
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Stop as stop:
        _say(*stop.words)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
