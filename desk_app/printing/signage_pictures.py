"""Slogans as pictures for LED panels: a moving GIF or numbered PNG files at the panel's own pixels, and a preview.

A panel of few rows cannot hold a sentence: what does not fit in letters that can be read runs from right to left.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.printing.fonts import SANS_BOLD, font_file, printable

if TYPE_CHECKING:
    from PIL import Image, ImageFont

LEAST_PX, MOST_WIDE_PX, MOST_HIGH_PX = 16, 1920, 1080
"""The smallest side of a panel, and the largest width and height."""

_LEAST_LETTER_PX = 13
_THRESHOLD = 112
_DOT_PX = 5
_BAND = 0.86


@dataclass(frozen=True, kw_only=True)
class Panel:
    """A panel: its pixels, its two colours, how long a still slogan stands, how fast a long one runs."""

    width_px: int
    height_px: int
    ink: str = "#ffb000"
    ground: str = "#000000"
    hold_ms: int = 6000
    step_px: int = 2
    step_ms: int = 50


@dataclass(frozen=True, kw_only=True)
class Frame:
    """One picture, and for how many milliseconds it stands."""

    picture: "Image.Image"
    ms: int


Watch = Callable[[int, int], None]
"""Told after each slogan how many are drawn of how many; may raise to stop."""


def frames_of(text: str, panel: Panel) -> Iterator[Frame]:
    """Yield the pictures of one slogan: a single still one where it fits, else one for each step across the panel."""
    text = printable(text, SANS_BOLD)
    lines, font = _fitted(text, panel)
    if lines:
        yield Frame(picture=_coloured(_still(lines, font, panel), panel), ms=panel.hold_ms)
        return
    yield from _running(text, panel)


def write_gif(texts: Sequence[str], panel: Panel, to: Path, watch: Watch | None = None) -> int:
    """Write one endless GIF of all slogans; return its number of pictures."""
    frames = list(_every(texts, panel, watch))
    first, *rest = [each.picture.quantize(2) for each in frames]
    first.save(
        to, format="GIF", save_all=True, append_images=rest, duration=[each.ms for each in frames], loop=0, disposal=1
    )
    return len(frames)


def write_pngs(texts: Sequence[str], panel: Panel, folder: Path, watch: Watch | None = None) -> int:
    """Write numbered PNG files and ``thoi-gian.csv``, which says for how long each stands; return their number."""
    folder.mkdir(parents=True, exist_ok=True)
    times = ["tep,mili_giay"]
    for number, each in enumerate(_every(texts, panel, watch), start=1):
        name = f"{number:05d}.png"
        each.picture.save(folder / name, format="PNG", optimize=True)
        times.append(f"{name},{each.ms}")
    (folder / "thoi-gian.csv").write_text("\n".join(times) + "\n", encoding="utf-8")
    return len(times) - 1


def preview(text: str, panel: Panel, widest_px: int = 960) -> bytes:
    """Return a PNG of one slogan as its panel would show it, each of the panel's pixels a round lamp where there is room."""
    frames = list(frames_of(text, panel))
    # A running slogan is looked at when it fills the panel.
    picture = frames[min(len(frames) - 1, panel.width_px // panel.step_px)].picture
    dot = max(1, min(_DOT_PX, widest_px // panel.width_px))
    made = BytesIO()
    (_lamps(picture, dot) if dot > 2 else picture).save(made, format="PNG")
    return made.getvalue()


def _every(texts: Sequence[str], panel: Panel, watch: Watch | None) -> Iterator[Frame]:
    for number, text in enumerate(texts, start=1):
        yield from frames_of(text, panel)
        if watch is not None:
            watch(number, len(texts))


def _font(size_px: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(font_file(SANS_BOLD), size_px)


def _fitted(text: str, panel: Panel) -> tuple[list[str], "ImageFont.FreeTypeFont"]:
    """Return the lines of a slogan in the largest letters that fit; no lines where it must run."""
    size = round(panel.height_px * _BAND)
    while size >= _LEAST_LETTER_PX:
        font = _font(size)
        lines = _wrapped(text, font, panel.width_px)
        if lines and len(lines) * _line_px(font) <= panel.height_px:
            return _balanced(text, font, lines), font
        # Large letters are tried in larger steps: nobody sees the difference, and it takes a tenth of the time.
        size -= max(1, size // 24)
    return [], _font(_LEAST_LETTER_PX)


def _wrapped(text: str, font: "ImageFont.FreeTypeFont", width_px: int) -> list[str]:
    """Return the words in lines no wider than the panel; nothing when a word alone is too wide."""
    lines: list[str] = []
    for word in text.split():
        if font.getlength(word) > width_px:
            return []
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _balanced(text: str, font: "ImageFont.FreeTypeFont", lines: list[str]) -> list[str]:
    """Return as many lines of about the same length: no word stands alone below a full line."""
    narrow, wide = 0, round(max(map(font.getlength, lines))) + 1
    while narrow < wide - 1:
        width = (narrow + wide) // 2
        shorter = _wrapped(text, font, width)
        if shorter and len(shorter) == len(lines):
            lines, wide = shorter, width
        else:
            narrow = width
    return lines


def _line_px(font: "ImageFont.FreeTypeFont") -> int:
    ascent, descent = font.getmetrics()
    # The font leaves more air than a panel has: marks above capitals and tails below still fit in this.
    return round((ascent + descent) * _BAND)


def _still(lines: Sequence[str], font: "ImageFont.FreeTypeFont", panel: Panel) -> "Image.Image":
    from PIL import Image, ImageDraw

    step = _line_px(font)
    sheet = Image.new("L", (panel.width_px, step * (len(lines) + 2)))
    draw = ImageDraw.Draw(sheet)
    for place, line in enumerate(lines):
        draw.text((panel.width_px / 2, step * (place + 1.5)), line, fill=255, font=font, anchor="mm")
    # What is seen is put in the middle, and not the letters' boxes: marks reach higher than tails reach down.
    left, top, right, bottom = sheet.getbbox() or (0, 0, 1, 1)
    mask = Image.new("L", (panel.width_px, panel.height_px))
    mask.paste(sheet.crop((left, top, right, bottom)), (left, (panel.height_px - bottom + top) // 2))
    return mask


def _running(text: str, panel: Panel) -> Iterator[Frame]:
    from PIL import Image, ImageDraw

    font = _font(max(_LEAST_LETTER_PX, min(round(panel.height_px * 0.72), 64)))
    length = round(font.getlength(text)) + 1
    band = Image.new("L", (length + 2 * panel.width_px + panel.step_px, panel.height_px))
    ImageDraw.Draw(band).text((panel.width_px, panel.height_px / 2), text, fill=255, font=font, anchor="lm")
    for left in range(0, length + panel.width_px + panel.step_px, panel.step_px):
        window = band.crop((left, 0, left + panel.width_px, panel.height_px))
        yield Frame(picture=_coloured(window, panel), ms=panel.step_ms)


def _coloured(mask: "Image.Image", panel: Panel) -> "Image.Image":
    """Return the panel's picture: lamps are on or off, so grey edges become one or the other."""
    from PIL import Image

    on = mask.point([255 if value >= _THRESHOLD else 0 for value in range(256)])
    made = Image.new("RGB", mask.size, panel.ground)
    made.paste(panel.ink, (0, 0), on)
    return made


def _lamps(picture: "Image.Image", dot: int) -> "Image.Image":
    from PIL import Image, ImageDraw

    large = picture.resize((picture.width * dot, picture.height * dot), Image.Resampling.NEAREST)
    lamp = Image.new("L", (dot, dot))
    ImageDraw.Draw(lamp).ellipse((0, 0, dot - 1, dot - 1), fill=255)
    mask = Image.new("L", large.size)
    for left in range(0, large.width, dot):
        mask.paste(lamp, (left, 0))
    row = mask.crop((0, 0, large.width, dot))
    for top in range(dot, large.height, dot):
        mask.paste(row, (0, top))
    return Image.composite(large, Image.new("RGB", large.size, "#101010"), mask)
