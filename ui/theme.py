"""The one look of the program: its letters, its palette, and sizes that grow with the text size."""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desk_app.kernel.paths import resource
from ui.widgets.colours import COLOURS

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
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, COLOURS.ground),
        (roles.WindowText, COLOURS.ink),
        (roles.Base, COLOURS.paper),
        (roles.AlternateBase, COLOURS.ground),
        (roles.Text, COLOURS.ink),
        (roles.Button, COLOURS.paper),
        (roles.ButtonText, COLOURS.ink),
        (roles.Highlight, COLOURS.accent),
        (roles.HighlightedText, COLOURS.paper),
        (roles.PlaceholderText, COLOURS.faint_ink),
        (roles.ToolTipBase, COLOURS.ink),
        (roles.ToolTipText, COLOURS.paper),
        (roles.Link, COLOURS.accent),
    ):
        made.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(disabled, role, QColor("#85918b"))
    return made
