"""Pages as pictures: what a paper will look like, for a screen and for PNG files."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from desk_app.printing.blocks import Paper
from desk_app.printing.fonts import SERIF, SERIF_BOLD, SERIF_BOLD_ITALIC, SERIF_ITALIC, font_file
from desk_app.printing.page_ink import Ink
from desk_app.printing.pdf import paper_ink
from desk_app.printing.pdf_look import LOOKS, font_name

_POINTS_AN_INCH = 72
# Drawn so many times larger first: small letters then get soft edges, and dotted lines keep their dots.
_FINER = 2


def page_pictures(paper: Paper, dpi: int = 96) -> tuple[bytes, ...]:
    """Return each page of ``paper`` as PNG with ``dpi`` dots an inch; raise what ``paper_pdf`` raises."""
    wide, high = LOOKS[paper.page].page
    return tuple(_png(page, wide, high, dpi) for page in paper_ink(paper))


def _png(page: tuple[Ink, ...], wide: float, high: float, dpi: int) -> bytes:
    scale = dpi / _POINTS_AN_INCH * _FINER
    picture = Image.new("L", (round(wide * scale), round(high * scale)), 255)
    drawing = ImageDraw.Draw(picture)
    for ink in page:
        _draw(drawing, ink, high, scale)
    small = picture.resize((picture.width // _FINER, picture.height // _FINER), Image.Resampling.BOX)
    out = BytesIO()
    small.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()


def _draw(drawing: ImageDraw.ImageDraw, ink: Ink, high: float, scale: float) -> None:
    x, y = ink.x * scale, (high - ink.y) * scale
    right, top = ink.x2 * scale, (high - ink.y2) * scale
    width = max(round(ink.width * scale), 1)
    if ink.kind == "text":
        drawing.text((x, y), ink.text, fill=0, font=_face(ink.font, round(ink.points * scale)), anchor="ls")
    elif ink.kind == "rect" and ink.filled:
        drawing.rectangle((x, top, right, y), fill=0)
    elif ink.kind == "rect":
        drawing.rectangle((x, top, right, y), outline=0, width=width)
    elif ink.dash and sum(ink.dash):
        _dashes(drawing, (x, y, right), tuple(each * scale for each in ink.dash), width)
    else:
        drawing.line((x, y, right, top), fill=0, width=width)


def _dashes(
    drawing: ImageDraw.ImageDraw, line: tuple[float, float, float], dash: tuple[float, ...], width: int
) -> None:
    """Draw a level line in dashes: all that papers have."""
    x, y, right = line
    on, off = dash[0], dash[-1]
    while x < right:
        drawing.line((x, y, min(x + on, right), y), fill=0, width=width)
        x += on + off


@cache
def _face(name: str, pixels: int) -> ImageFont.FreeTypeFont:
    faces = {
        font_name(): SERIF,
        font_name(bold=True): SERIF_BOLD,
        font_name(italic=True): SERIF_ITALIC,
        font_name(bold=True, italic=True): SERIF_BOLD_ITALIC,
    }
    return ImageFont.truetype(font_file(faces.get(name, SERIF)), pixels)
