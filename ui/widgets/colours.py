"""Every colour of the program, in one small table."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Colours:
    """Colours by what they are for; text on its ground has a contrast of 4.5 to 1 or more."""

    ink: str = "#17231f"
    soft_ink: str = "#51605a"
    faint_ink: str = "#6b7973"
    line: str = "#cfd9d4"
    edge: str = "#8f9d96"
    paper: str = "#ffffff"
    ground: str = "#f2f5f3"
    accent: str = "#0c664d"
    accent_deep: str = "#084636"
    accent_pale: str = "#e0f0e9"
    accent_soft: str = "#c9e4d8"
    rail: str = "#0a3b2e"
    rail_ink: str = "#d5e6df"
    good: str = "#1b6e3c"
    warning: str = "#8a5200"
    warning_pale: str = "#fff3dc"
    danger: str = "#a4262c"
    danger_pale: str = "#fcebea"
    calm: str = "#2c5c9a"


COLOURS = Colours()
