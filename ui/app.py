"""Start the window: ``python -m ui.app --home DIR`` on a desk's data, ``--demo [--to DIR]`` on an invented office."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desk_app.kernel import translations
from desk_app.kernel.paths import HOME_VARIABLE, Home, home
from desk_app.kernel.translations import _
from ui import theme
from ui.shell.dress import dress
from ui.shell.entrance import OpenPack, RestoreCopy
from ui.shell.opened import Opened
from ui.shell.opening import open_by_paper, open_home, open_pack_into, restore_into
from ui.shell.translations import QtWords

_SIZE = (1366, 728)


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window until it is closed; returns the exit code."""
    asked = _asked(sys.argv[1:] if arguments is None else arguments)
    settings = QSettings("mot-cua", "mot-cua")
    translations.choose(asked.language or str(settings.value("language", translations.SOURCE)))
    # Imported only now: what a page says is made of words of the language just chosen.
    from ui.shell.main_window import CONTRAST, TEXT_SIZE, MainWindow

    size = asked.text or int(str(settings.value(TEXT_SIZE, theme.SMALLEST_TEXT)))
    app = application(size, high_contrast=asked.contrast or str(settings.value(CONTRAST, 0)) == "1")
    window = MainWindow(
        _opener(asked),
        lambda name, value: settings.setValue(name, value),
        _pack_opener(asked),
        _recoverer(asked),
        _restorer(asked),
    )
    window.resize(*_SIZE)
    window.show()
    return app.exec()


def application(text_percent: int, *, high_contrast: bool = False) -> QApplication:
    """Return the Qt application in the program's look and language."""
    present = QApplication.instance()
    app = present if isinstance(present, QApplication) else QApplication(["mot-cua"])
    app.setApplicationName(_("Một cửa"))
    app.setStyle("Fusion")
    app.installTranslator(QtWords(app))
    theme.load_fonts()
    dress(app, text_percent, high_contrast=high_contrast)
    return app


def open_demo(folder: Path) -> Opened:
    """Open the demonstration in ``folder``, made now if nothing is there."""
    from desk_app.demonstration.demo import demo_home
    from desk_app.desk import open_desk
    from ui.shell.opening import opened

    if Home(folder).card.exists():
        return opened(
            open_desk(Home(folder)), hint=_("Dữ liệu mẫu đã có trong thư mục này: hãy dùng mật khẩu được cho khi tạo.")
        )
    demo = demo_home(folder)
    hint = _("Dữ liệu mẫu, không có người thật.  Tên: {login}   Mật khẩu: {password}")
    hint = hint.format(login=demo.login, password=demo.password)
    return opened(open_desk(demo.home), login=demo.login, hint=hint)


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mot-cua", description="Một cửa: tiếp nhận và trả kết quả")
    parser.add_argument("--home", help="thư mục dữ liệu của quầy")
    parser.add_argument("--demo", action="store_true", help="mở một cơ quan tưởng tượng để tập dượt")
    parser.add_argument("--to", help="thư mục trống cho dữ liệu tập dượt (mặc định: thư mục tạm)")
    parser.add_argument(
        "--text", type=int, default=0, help="cỡ chữ, 100 đến 200 phần trăm; không ghi thì như lần trước"
    )
    parser.add_argument(
        "--language",
        choices=translations.LANGUAGES,
        default="",
        help="ngôn ngữ của cửa sổ; không ghi thì như lần trước",
    )
    parser.add_argument("--contrast", action="store_true", help="tương phản cao")
    return parser.parse_args(arguments)


def _opener(asked: argparse.Namespace) -> Callable[[str], Opened]:
    if not asked.demo:
        return lambda password: open_home(home(asked.home), password)
    named = asked.to or asked.home or os.environ.get(HOME_VARIABLE)
    folder = Path(named) if named else Path(tempfile.mkdtemp(prefix="mot-cua-")) / "home"
    return lambda _password: open_demo(folder)


def _pack_opener(asked: argparse.Namespace) -> OpenPack | None:
    if asked.demo:
        return None
    return lambda file, passphrase, progress: open_pack_into(home(asked.home), file, passphrase, progress)


def _recoverer(asked: argparse.Namespace) -> Callable[[str, str], Opened] | None:
    if asked.demo:
        return None
    return lambda paper, password: open_by_paper(home(asked.home), paper, password)


def _restorer(asked: argparse.Namespace) -> RestoreCopy | None:
    if asked.demo:
        return None
    return lambda answer, progress: restore_into(home(asked.home), answer, progress)


if __name__ == "__main__":
    sys.exit(main())
