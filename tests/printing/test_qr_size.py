"""However much a code holds, a module never becomes too small to be read from paper."""

import pytest
from reportlab.lib.units import mm

from desk_app.printing.blocks import Paper, QrCode
from desk_app.printing.pdf_shapes import QrShape
from desk_app.printing.qr import QUIET_ZONE, modules
from desk_app.printing.slip import DOTS_58_MM, DOTS_80_MM, slip_picture

SHORT, LONG = "000.16.32.H49-261123-1001", "Tờ khai đăng ký khai sinh, Giấy chứng sinh. " * 6


@pytest.mark.parametrize("payload", [SHORT, LONG])
def test_a_module_on_a_page_is_half_a_millimetre_at_least(payload: str) -> None:
    shape = QrShape(payload, 20 * mm, least_module=0.5 * mm, level="M")
    across = len(modules(payload)) + 2 * QUIET_ZONE
    assert shape.width / across >= 0.5 * mm - 0.001
    assert shape.width >= 20 * mm - 0.001


def test_the_same_text_has_fewer_modules_where_less_is_kept_for_repair() -> None:
    assert len(modules(LONG, "L")) < len(modules(LONG))


@pytest.mark.parametrize("dots", [DOTS_80_MM, DOTS_58_MM])
def test_a_large_code_is_as_wide_as_its_slip_has_room_for(dots: int) -> None:
    def width(code: QrCode) -> int:
        picture = slip_picture(Paper(kind="leaflet", code="x", title="x", blocks=(code,)), dots, "").convert("L")
        left, _top, right, _bottom = picture.point(lambda dot: 255 - dot).getbbox() or (0, 0, 0, 0)
        return int(right - left)

    plain, large = width(QrCode(payload=SHORT)), width(QrCode(payload=SHORT, size="large"))
    assert plain < large <= dots
    # Its quiet zone, a quarter of so small a code, is white.
    assert large > dots * 0.65
