"""Start the window: ``python -m ui.app --home DIR`` on a desk's data, ``--demo [--to DIR]`` on an invented office."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desk_app.kernel.paths import HOME_VARIABLE, Home, home
from ui import theme
from ui.shell.dress import dress
from ui.shell.main_window import MainWindow
from ui.shell.opened import Opened
from ui.shell.opening import open_home
from ui.shell.translations import VietnameseWords

_DEMO_HINT = "Dữ liệu mẫu, không có người thật.  Tên: {login}   Mật khẩu: {password}"
_OLD_DEMO = "Dữ liệu mẫu đã có trong thư mục này: hãy dùng mật khẩu được cho khi tạo."
_SIZE = (1366, 728)
_TEXT = "text_percent"


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window until it is closed; returns the exit code."""
    asked = _asked(sys.argv[1:] if arguments is None else arguments)
    settings = QSettings("mot-cua", "mot-cua")
    app = application(asked.text or int(str(settings.value(_TEXT, theme.SMALLEST_TEXT))))
    window = MainWindow(_opener(asked), lambda percent: settings.setValue(_TEXT, percent))
    window.resize(*_SIZE)
    window.show()
    return app.exec()


def application(text_percent: int) -> QApplication:
    """Return the Qt application in the program's look."""
    present = QApplication.instance()
    app = present if isinstance(present, QApplication) else QApplication(["mot-cua"])
    app.setApplicationName("Một cửa")
    app.setStyle("Fusion")
    app.installTranslator(VietnameseWords(app))
    theme.load_fonts()
    dress(app, text_percent)
    return app


def open_demo(folder: Path) -> Opened:
    """Open the demonstration in ``folder``, made now if nothing is there."""
    from desk_app.demonstration.demo import demo_home
    from desk_app.desk import open_desk
    from ui.shell.opening import opened

    if Home(folder).card.exists():
        return opened(open_desk(Home(folder)), hint=_OLD_DEMO)
    demo = demo_home(folder)
    hint = _DEMO_HINT.format(login=demo.login, password=demo.password)
    return opened(open_desk(demo.home), login=demo.login, hint=hint)


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mot-cua", description="Một cửa: tiếp nhận và trả kết quả")
    parser.add_argument("--home", help="thư mục dữ liệu của quầy")
    parser.add_argument("--demo", action="store_true", help="mở một cơ quan tưởng tượng để tập dượt")
    parser.add_argument("--to", help="thư mục trống cho dữ liệu tập dượt (mặc định: thư mục tạm)")
    parser.add_argument(
        "--text", type=int, default=0, help="cỡ chữ, 100 đến 200 phần trăm; không ghi thì như lần trước"
    )
    return parser.parse_args(arguments)


def _opener(asked: argparse.Namespace) -> Callable[[str], Opened]:
    if not asked.demo:
        return lambda password: open_home(home(asked.home), password)
    named = asked.to or asked.home or os.environ.get(HOME_VARIABLE)
    folder = Path(named) if named else Path(tempfile.mkdtemp(prefix="mot-cua-")) / "home"
    return lambda _: open_demo(folder)


if __name__ == "__main__":
    sys.exit(main())
