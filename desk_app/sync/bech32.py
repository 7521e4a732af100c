"""Bech32 (BIP 173), the writing of age keys, without its limit of 90 letters."""

from collections.abc import Iterable

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK = 6


def encoded(prefix: str, raw: bytes) -> str:
    """Return ``raw`` behind a lower-case ``prefix``."""
    values = _regrouped(raw, 8, 5, pad=True)
    check = _polymod([*_expanded(prefix), *values, *[0] * _CHECK]) ^ 1
    values += [check >> 5 * (_CHECK - 1 - place) & 31 for place in range(_CHECK)]
    return f"{prefix}1{''.join(_LETTERS[value] for value in values)}"


def decoded(prefix: str, text: str) -> bytes:
    """Return the bytes behind ``prefix``; raise ``ValueError`` for anything that ``encoded`` did not write."""
    if text not in (text.lower(), text.upper()):
        raise ValueError("capitals and small letters are mixed")
    found, _, data = text.lower().rpartition("1")
    values = [_LETTERS.index(letter) for letter in data]
    if found != prefix or len(values) < _CHECK or _polymod([*_expanded(prefix), *values]) != 1:
        raise ValueError("not of this kind, or misspelled")
    return bytes(_regrouped(values[:-_CHECK], 5, 8, pad=False))


def _expanded(prefix: str) -> list[int]:
    return [*(ord(letter) >> 5 for letter in prefix), 0, *(ord(letter) & 31 for letter in prefix)]


def _polymod(values: Iterable[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, term in enumerate(_GENERATOR):
            if top >> place & 1:
                check ^= term
    return check


def _regrouped(values: Iterable[int], from_bits: int, to_bits: int, *, pad: bool) -> list[int]:
    held, bits, out = 0, 0, []
    for value in values:
        held, bits = held << from_bits | value, bits + from_bits
        while bits >= to_bits:
            bits -= to_bits
            out.append(held >> bits & (1 << to_bits) - 1)
        held &= (1 << bits) - 1
    if pad and bits:
        out.append(held << (to_bits - bits) & (1 << to_bits) - 1)
    elif held or bits >= from_bits:
        raise ValueError("left-over bits")
    return out
