"""The one look of the program: its letters, its palette, and sizes that grow with the text size."""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desk_app.kernel.paths import resource
from ui.widgets import colours

FONT = "Noto Sans"
SMALLEST_TEXT, LARGEST_TEXT = 100, 200
BASE_PX = 14


def text_percent(wanted: int) -> int:
    """Return the text size nearest to ``wanted`` that the windows are made for, in percent."""
    return max(SMALLEST_TEXT, min(LARGEST_TEXT, wanted))


def px(size: float, percent: int) -> int:
    """Return ``size`` pixels of the plain look at a text size of ``percent``."""
    return round(size * percent / 100)


def load_fonts() -> None:
    """Make the program's own letters known to Qt: every machine shows the same Vietnamese."""
    for style in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"NotoSans-{style}.ttf")))


def present_percent() -> int:
    """Return the text size of the running program, in percent."""
    app = QApplication.instance()
    return int((app.property("textPercent") if app else None) or SMALLEST_TEXT)


def font(size: float = BASE_PX, *, bold: bool = False) -> QFont:
    """Return the program's font at ``size`` pixels of the plain look, grown with the text size."""
    made = QFont(FONT)
    made.setPixelSize(px(size, present_percent()))
    made.setBold(bold)
    return made


def palette() -> QPalette:
    """Return the colours by which Qt draws what the style sheet leaves alone."""
    made, shown = QPalette(), colours.present()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, shown.ground),
        (roles.WindowText, shown.ink),
        (roles.Base, shown.paper),
        (roles.AlternateBase, shown.ground),
        (roles.Text, shown.ink),
        (roles.Button, shown.paper),
        (roles.ButtonText, shown.ink),
        (roles.Highlight, shown.accent),
        (roles.HighlightedText, shown.paper),
        (roles.PlaceholderText, shown.faint_ink),
        (roles.ToolTipBase, shown.ink),
        (roles.ToolTipText, shown.paper),
        (roles.Link, shown.accent),
    ):
        made.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(disabled, role, QColor(shown.off_ink))
    return made
