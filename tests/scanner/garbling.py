"""What stands between a scanner and the program, played by code that shares nothing with the repair."""

import unicodedata
from collections.abc import Callable

_VN_ROW = {"1": "ă", "2": "â", "3": "ê", "4": "ô", "5": "\u0300", "6": "\u0309", "7": "\u0303", "8": "\u0301"}
_VN_ROW |= {"9": "\u0323", "0": "đ", "=": "₫", "[": "ư", "]": "ơ"}
_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_TELEX_SHAPES = {"aa": "â", "ee": "ê", "oo": "ô", "aw": "ă", "ow": "ơ", "uw": "ư", "dd": "đ"}
_VNI_SHAPES = {"a6": "â", "e6": "ê", "o6": "ô", "a8": "ă", "o7": "ơ", "u7": "ư", "d9": "đ"}
_VOWELS = "aăâeêioôơuưy"


def ascii_only(text: str) -> str:
    """A scanner that knows no Vietnamese letters."""
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in apart if ord(letter) < 128)


def caps_lock(text: str) -> str:
    return ascii_only(text).swapcase()


def layout_vn(text: str) -> str:
    """The Vietnamese layout, key by key; letters the scanner cannot press come as they are."""
    return "".join(_VN_ROW.get(letter, letter) for letter in text)


def layout_german(text: str) -> str:
    swaps = {"y": "z", "z": "y", "Y": "Z", "Z": "Y", "-": "ß", "|": "'", "[": "ü", "]": "+"}
    return "".join(swaps.get(letter, letter) for letter in text)


def mojibake(code_page: str) -> Callable[[str], str]:
    def garble(text: str) -> str:
        return "".join(_western(byte, code_page) for byte in text.encode())

    return garble


def telex(text: str) -> str:
    return _input_method(text, _TELEX_SHAPES, _TELEX_TONES, lone={"w": "ư"})


def vni(text: str) -> str:
    return _input_method(text, _VNI_SHAPES, _VNI_TONES, lone={})


def _western(byte: int, code_page: str) -> str:
    try:
        return bytes([byte]).decode(code_page)
    except UnicodeDecodeError:
        return chr(byte)


def _input_method(text: str, shapes: dict[str, str], tones: dict[str, str], lone: dict[str, str]) -> str:
    """Play an input method that looks at the letter before: enough to garble, not enough to write with."""
    out = ""
    for letter in text:
        last, low = out[-1:], letter.lower()
        pair = shapes.get(last.lower() + low)
        if pair is not None:
            out = out[:-1] + (pair.upper() if last.isupper() else pair)
        elif low in tones and last and _bare(last) in _VOWELS:
            out = unicodedata.normalize("NFC", out + tones[low])
        elif low in lone:
            out += lone[low].upper() if letter.isupper() else lone[low]
        else:
            out += letter
    return out


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.lower())[0]
