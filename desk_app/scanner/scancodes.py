"""What a key would have typed on an American keyboard, which is what scanners believe to be plugged into.

The number of a key says where it lies and knows nothing of layouts, input methods or Caps Lock. Windows counts as the
first PC keyboards did ("set 1"), Linux (evdev) counts the same in the main block, and X11 and Wayland add eight.
"""

from typing import Literal

System = Literal["windows", "x11", "other"]

_X11_OFFSET = 8
_EXTENDED = 0x100
_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
_KEYPAD = "789-456+1230."
_FIRST_OF_KEYPAD = 71
_PLAIN = {first + place: letter for first, row, _ in _ROWS for place, letter in enumerate(row)}
_SHIFTED = {first + place: letter for first, _, row in _ROWS for place, letter in enumerate(row)}
_ON_KEYPAD = {_FIRST_OF_KEYPAD + place: letter for place, letter in enumerate(_KEYPAD)}


def us_letter(scan_code: int, *, shifted: bool, system: System) -> str:
    """Return what the key ``scan_code`` types on an American keyboard; empty for a key that types nothing there."""
    code = {"windows": scan_code, "x11": scan_code - _X11_OFFSET, "other": 0}[system]
    if code <= 0 or code >= _EXTENDED:
        return ""
    return (_SHIFTED if shifted else _PLAIN).get(code) or _ON_KEYPAD.get(code, "")
