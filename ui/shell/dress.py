"""Giving the program its look: one style sheet made from one small table of colours."""

import re
from dataclasses import asdict
from string import Template

from PySide6.QtWidgets import QApplication

from ui import theme
from ui.widgets import colours

# Sizes are written as «14_px»; they grow with the text size. Names with a dollar are colours.
_SHEET = """
QWidget { color: $ink; }
QMainWindow, QWidget#ground { background: $ground; }
QToolTip { background: $ink; color: $paper; border: none; padding: 4_px 6_px; }

QWidget#header { background: $paper; border-bottom: 1px solid $line; }
QLabel#office { font-size: 15_px; font-weight: bold; }
QLabel#clock { font-size: 15_px; font-weight: bold; color: $accent_deep; }

QWidget#rail { background: $rail; }
QWidget#rail QLabel { color: $rail_ink; }
QWidget#rail QLabel[look="cover"] { font-size: 44_px; font-weight: bold; color: $paper; }
QWidget#rail QLabel[look="cover-line"] { font-size: 17_px; color: $rail_ink; }
QPushButton[kind="rail"] { background: transparent; color: $rail_ink; border: none; border-left: 4px solid transparent;
  border-radius: 0; text-align: left; min-height: 0; padding: 0 10_px; }
QFrame#rail-line { background: $rail_line; border: none; margin: 3_px 14_px; }
QPushButton[kind="rail"]:hover { background: $accent_deep; }
QPushButton[kind="rail"]:checked { background: $accent; color: $paper; font-weight: bold; border-left-color: $paper; }
QPushButton[kind="rail"]:focus { border: 2px solid $paper; }

QLabel[look="title"] { font-size: 20_px; font-weight: bold; }
QLabel[look="section"] { font-size: 13_px; font-weight: bold; color: $accent_deep; }
QLabel[look="label"] { font-size: 13_px; color: $soft_ink; }
QLabel[look="soft"] { color: $soft_ink; }
QLabel[look="small"] { font-size: 12_px; color: $soft_ink; }
QLabel[look="strong"] { font-weight: bold; }
QLabel[look="large"] { font-size: 17_px; font-weight: bold; }
QLabel[look="due"] { font-size: 26_px; font-weight: bold; color: $accent_deep; }
QLabel[look="code"] { font-size: 40_px; font-weight: bold; color: $accent_deep; }
QLabel[look="card-code"] { font-size: 32_px; font-weight: bold; color: $accent_deep; }
QLabel[look="figure"] { font-size: 30_px; font-weight: bold; }
QLabel[look="error"] { font-size: 13_px; color: $danger; }
QLabel[look="warning"] { font-size: 13_px; color: $warning; }
QLabel[look="keycap"] { font-size: 12_px; font-weight: bold; color: $accent_deep; background: $ground;
  border: 1px solid $line; border-bottom: 2px solid $line; border-radius: 4px; padding: 1_px 6_px; }

QFrame[look="panel"] { background: $paper; border: 1px solid $line; border-radius: 6px; }
QFrame[look="notice"] { background: $warning_pale; border: 1px solid $warning; border-radius: 6px; }
QFrame[look="alarm"] { background: $danger_pale; border: 1px solid $danger; border-radius: 6px; }
QFrame[look="strip"] { background: $accent_pale; border: 2px solid $accent; border-radius: 6px; }

QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox { background: $paper; border: 1px solid $edge; border-radius: 4px;
  padding: 4_px 7_px; min-height: 20_px; selection-background-color: $accent; selection-color: $paper; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $focus;
  padding: 3_px 6_px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid $danger; padding: 3_px 6_px; background: $danger_pale; }
QLineEdit:disabled, QComboBox:disabled { background: $ground; color: $off_ink; }
QLineEdit#search { font-size: 15_px; min-width: 150_px; }

QComboBox::drop-down { border: none; width: 24_px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $paper; border: 1px solid $edge; selection-background-color: $accent_soft;
  selection-color: $ink; outline: none; }

QPushButton { background: $paper; border: 1px solid $edge; border-radius: 5px; padding: 5_px 14_px; min-height: 20_px; }
QPushButton:hover { background: $accent_pale; border-color: $accent; }
QPushButton:focus { border: 2px solid $focus; padding: 4_px 13_px; }
QPushButton:disabled { color: $off_ink; background: $ground; border-color: $line; }
QPushButton[kind="main"] { background: $accent; color: $paper; border-color: $accent; font-weight: bold; }
QPushButton[kind="main"]:hover { background: $accent_deep; }
QPushButton[kind="main"]:focus { border: 2px solid $ink; }
QPushButton[kind="main"]:disabled { background: $accent_off; border-color: $accent_off; color: $paper; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="quiet"]:focus { border: 1px solid $focus; }
QPushButton[kind="tile"] { background: $paper; border: 1px solid $line; border-radius: 8px; text-align: left;
  min-height: 76_px; padding: 0; }
QPushButton[kind="tile"][low="true"] { min-height: 48_px; }
QPushButton[kind="person"] { text-align: left; border: 1px solid $line; padding: 6_px 10_px; }
QPushButton[kind="person"]:checked { background: $accent_soft; border: 2px solid $accent; padding: 5_px 9_px; }
QPushButton[kind="person"]:focus { border: 2px solid $focus; padding: 5_px 9_px; }
QPushButton[kind="tile"]:hover { border-color: $accent; }
QPushButton[kind="tile"]:focus { border: 2px solid $focus; padding: 0; }

QRadioButton, QCheckBox { spacing: 7_px; padding: 2_px 3_px; border: 1px solid transparent; border-radius: 4px; }
QRadioButton:focus, QCheckBox:focus { border: 1px solid $focus; background: $accent_pale; }
QRadioButton:disabled, QCheckBox:disabled { color: $off_ink; }
QRadioButton::indicator, QCheckBox::indicator { width: 15_px; height: 15_px; }

QTableView, QListView { background: $paper; border: 2px solid $thin_line; border-radius: 4px; outline: none;
  gridline-color: $thin_line; selection-background-color: $accent_pale; selection-color: $ink;
  alternate-background-color: $second_paper; }
QTableView:focus, QListView:focus { border: 2px solid $focus; }
QTableView::item { padding: 2_px 0; }
QTableView[roomy="true"]::item { padding: 2_px 6_px; }
QTableView[wrapped="true"] { padding: 0 5_px; }
QTableView[roomy="false"] QHeaderView::section:horizontal { padding: 5_px 3_px; }
QTableView::item:selected, QListView::item:selected { background: $accent_pale; color: $ink; }
QTableView::item:selected:active, QListView::item:selected:active { background: $accent_soft; color: $ink; }
QTableView[plain="true"], QListView[plain="true"] { border: 2px solid transparent; }
QTableView[plain="true"]:focus, QListView[plain="true"]:focus { border: 2px solid $focus; }
QHeaderView { background: $paper; border: none; }
QHeaderView::section:vertical { padding: 0; border: none; }
QHeaderView::section:horizontal { background: $paper; color: $soft_ink; font-size: 12_px; font-weight: bold; border: none;
  border-bottom: 1px solid $line; padding: 5_px 8_px; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 11_px; margin: 0; }
QScrollBar::handle:vertical { background: $handle; border-radius: 4px; min-height: 28_px; margin: 1px 2px; }
QScrollBar::handle:vertical:hover { background: $soft_ink; }
QScrollBar:horizontal { background: transparent; height: 11_px; margin: 0; }
QScrollBar::handle:horizontal { background: $handle; border-radius: 4px; min-width: 28_px; margin: 2px 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QWidget#long { background: $accent_pale; border-top: 2px solid $accent; }
QProgressBar { background: $paper; border: 1px solid $edge; border-radius: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QWidget#messages { background: $paper; border-top: 1px solid $line; }
QWidget#messages[tone="good"] { background: $accent_pale; border-top: 2px solid $good; }
QWidget#messages[tone="warning"] { background: $warning_pale; border-top: 2px solid $warning; }
QWidget#messages[tone="trouble"] { background: $danger_pale; border-top: 2px solid $danger; }
"""

# Thicker lines and fills that need no tint, for eyes or screens that cannot tell pale from white.
_HIGH_CONTRAST = """
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 3px solid $focus;
  padding: 2_px 5_px; }
QPushButton:focus, QPushButton[kind="main"]:focus, QPushButton[kind="quiet"]:focus { border: 3px solid $focus;
  padding: 3_px 12_px; }
QPushButton[kind="main"]:focus { background: $paper; color: $ink; }
QPushButton[kind="tile"]:focus { border: 3px solid $focus; padding: 0; }
QPushButton[kind="rail"]:checked { background: $rail; border: 2px solid $paper; border-left: 8px solid $paper; }
QPushButton[kind="rail"]:focus { border: 3px solid $accent_soft; padding: 0 10_px; }
QRadioButton:focus, QCheckBox:focus { border: 2px solid $focus; }
QFrame[look="notice"], QFrame[look="alarm"] { border-width: 2px; }
QTableView:focus, QListView:focus { border: 3px solid $focus; }
QTableView::item:selected:active, QListView::item:selected:active { background: $accent_soft; color: $ink;
  border-top: 1px solid $ink; border-bottom: 1px solid $ink; }
"""

_SIZES = re.compile(r"\b(\d+)_px")


def dress(app: QApplication, percent: int, *, high_contrast: bool | None = None) -> None:
    """Give ``app`` the look at a text size of ``percent``; windows that are open follow.

    ``high_contrast`` changes the set of colours; None leaves it as it is.
    """
    if high_contrast is not None:
        colours.choose(high_contrast=high_contrast)
    size = theme.text_percent(percent)
    app.setProperty("textPercent", size)
    app.setFont(theme.font())
    app.setPalette(theme.palette())
    app.setStyleSheet(style_sheet(size))


def style_sheet(percent: int) -> str:
    """Return the style sheet at a text size of ``percent``, in the present set of colours."""
    sheet = _SHEET + _HIGH_CONTRAST if colours.is_high_contrast() else _SHEET
    coloured = Template(sheet).substitute(asdict(colours.present()))
    return _SIZES.sub(lambda size: f"{theme.px(int(size[1]), percent)}px", coloured)
