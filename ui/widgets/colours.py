"""Every colour of the program, in one small table: the everyday set, and the one of high contrast.

Code names a colour by its place in the everyday set (``COLOURS.danger``) and draws ``drawn(COLOURS.danger)``: what a
table, a state or a page keeps stays right when a person changes the contrast.
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True, kw_only=True)
class Colours:
    """Colours by what they are for. Words on their ground: 4.5 to 1 or more, in high contrast 7 to 1 or more."""

    ink: str = "#17231f"
    soft_ink: str = "#51605a"
    faint_ink: str = "#6b7973"
    off_ink: str = "#85918b"
    line: str = "#cfd9d4"
    thin_line: str = "#e3eae6"
    edge: str = "#7f8d86"
    paper: str = "#ffffff"
    second_paper: str = "#f8faf9"
    ground: str = "#f2f5f3"
    accent: str = "#0c664d"
    accent_deep: str = "#084636"
    accent_pale: str = "#e0f0e9"
    accent_soft: str = "#c9e4d8"
    accent_off: str = "#9fb8ae"
    # One shade off the accent: every name must be another colour, for ``drawn`` to tell them apart.
    focus: str = "#0c664e"
    rail: str = "#0a3b2e"
    rail_ink: str = "#d5e6df"
    rail_line: str = "#2a5a4c"
    handle: str = "#b5c2bc"
    good: str = "#1b6e3c"
    warning: str = "#8a5200"
    warning_pale: str = "#fff3dc"
    danger: str = "#a4262c"
    danger_pale: str = "#fcebea"
    calm: str = "#2c5c9a"


COLOURS = Colours()
HIGH_CONTRAST = Colours(
    ink="#000000",
    soft_ink="#242424",
    faint_ink="#3d3d3d",
    off_ink="#595959",
    line="#333333",
    thin_line="#595959",
    edge="#000000",
    paper="#ffffff",
    second_paper="#ffffff",
    ground="#ffffff",
    accent="#003d2c",
    accent_deep="#00261b",
    accent_pale="#fff6c7",
    accent_soft="#ffe680",
    accent_off="#595959",
    focus="#0033cc",
    rail="#000000",
    rail_ink="#ffffff",
    rail_line="#ffffff",
    handle="#333333",
    good="#00401c",
    warning="#523000",
    warning_pale="#fff6c7",
    danger="#800010",
    danger_pale="#fff0f0",
    calm="#0a2f66",
)

_in_high_contrast = {getattr(COLOURS, each.name): getattr(HIGH_CONTRAST, each.name) for each in fields(Colours)}
_is_high = False


def choose(*, high_contrast: bool) -> None:
    """Draw everything in the set of high contrast from now on, or in the everyday one."""
    global _is_high
    _is_high = high_contrast


def is_high_contrast() -> bool:
    """Tell whether the set of high contrast is drawn."""
    return _is_high


def present() -> Colours:
    """Return the set that is drawn now."""
    return HIGH_CONTRAST if _is_high else COLOURS


def drawn(colour: str) -> str:
    """Return the colour to draw for one of ``COLOURS``; any other colour stays as it is."""
    return _in_high_contrast.get(colour, colour) if _is_high else colour
