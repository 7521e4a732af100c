"""Rehearse a visit without a screen: ``python -m ui.rehearsal --to DIR`` draws every step into DIR."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desk_app.demonstration.demo import Demo, demo_home
from desk_app.desk import open_desk
from desk_app.kernel.paths import HOME_VARIABLE
from ui.app import application
from ui.rehearsal.hands import Waited, rest
from ui.rehearsal.visit import Visit
from ui.shell.main_window import MainWindow
from ui.shell.opened import Opened
from ui.shell.opening import opened

_SIZE = (1366, 768)


def main(arguments: Sequence[str] | None = None) -> int:
    """Play the visit and print where its pictures are; returns 1 when a step did not come true."""
    asked = _asked(sys.argv[1:] if arguments is None else arguments)
    folder = Path(asked.to)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.p[nd][gf]"):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="mot-cua-") as made:
        named = os.environ.get(HOME_VARIABLE)
        return _play(demo_home(Path(named) if named else Path(made) / "home"), folder, asked.text)


def _play(demo: Demo, folder: Path, text_percent: int) -> int:
    def open_home(_: str) -> Opened:
        return opened(open_desk(demo.home), login=demo.login)

    application(text_percent)
    window = MainWindow(open_home)
    window.resize(*_SIZE)
    window.show()
    try:
        for picture in Visit(window, demo, folder).play():
            print(picture)
    except Waited as error:
        print(f"Diễn tập dừng lại: {error}. {window.messages.text}", file=sys.stderr)
        return 1
    finally:
        window.close()
        window.deleteLater()
        rest(0)
    return 0


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ui.rehearsal", description="Diễn một lượt tiếp nhận và vẽ ra từng bước")
    parser.add_argument("--to", required=True, help="thư mục để ảnh")
    parser.add_argument("--text", type=int, default=100, help="cỡ chữ, 100 đến 200 phần trăm")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
