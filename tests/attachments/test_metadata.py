"""What cameras and programs write into a picture is left out; what draws it stays to the byte."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.attachments import jpeg as jpeg_file
from desk_app.attachments import png as png_file
from desk_app.kernel.errors import InvalidInput
from tests.attachments.papers import JFIF, PLACE, PROFILE, SCAN, exif, jpeg, png, segment


def kept(raw: bytes) -> bytes:
    return b"".join(jpeg_file.without_metadata(BytesIO(raw)))


def kept_png(raw: bytes) -> bytes:
    return b"".join(png_file.without_metadata(BytesIO(raw)))


def test_a_picture_without_metadata_stays_to_the_byte() -> None:
    plain = jpeg(JFIF, PROFILE, segment(0xEE, b"Adobe\0d\0\0\0\0\1"))
    assert kept(plain) == plain


@pytest.mark.parametrize(
    "spying",
    [
        segment(0xE1, exif()),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + PLACE),
        segment(0xED, b"Photoshop 3.0\0" + PLACE),
        segment(0xE2, b"MPF\0" + PLACE),
        segment(0xE4, b"SAMSUNG" + PLACE),
        segment(0xFE, PLACE),
    ],
    ids=["exif", "xmp", "iptc", "further pictures", "maker", "comment"],
)
def test_every_kind_of_metadata_is_left_out(spying: bytes) -> None:
    assert kept(jpeg(JFIF, spying, PROFILE)) == jpeg(JFIF, PROFILE)


def test_a_second_picture_behind_the_first_is_left_out() -> None:
    assert kept(jpeg(JFIF, after=jpeg(segment(0xE1, exif())))) == jpeg(JFIF)


def test_metadata_between_two_scans_is_left_out_too() -> None:
    progressive = b"\xff\xd8" + JFIF + SCAN + segment(0xE1, exif()) + SCAN + b"\xff\xd9"
    assert kept(progressive) == b"\xff\xd8" + JFIF + SCAN + SCAN + b"\xff\xd9"


@pytest.mark.parametrize("orientation", range(2, 9))
@pytest.mark.parametrize("order", ["<", ">"])
def test_the_way_a_camera_was_held_is_all_that_stays_of_exif(orientation: int, order: str) -> None:
    once = kept(jpeg(segment(0xE1, exif(orientation, order))))
    assert PLACE not in once
    body = once[once.index(b"Exif\0\0") :]
    assert jpeg_file._orientation(body) == orientation
    assert kept(once) == once


@pytest.mark.parametrize(
    "broken", [b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0XX*\0" + bytes(30), exif(9)]
)
def test_broken_exif_data_is_left_out_and_the_picture_stays(broken: bytes) -> None:
    assert kept(jpeg(segment(0xE1, broken))) == jpeg()


@given(st.data())
def test_a_picture_that_breaks_off_anywhere_is_refused(data: st.DataObject) -> None:
    raw = jpeg(JFIF, segment(0xE1, exif(6)))
    with pytest.raises(InvalidInput):
        kept(raw[: data.draw(st.integers(0, len(raw) - 1))])


@given(st.binary(max_size=400))
def test_garbage_is_refused_or_kept_but_never_an_error_of_ours(garbage: bytes) -> None:
    for read in (kept, kept_png):
        with suppress(InvalidInput):
            read(garbage)


def test_a_png_loses_texts_and_times_and_keeps_the_rest() -> None:
    spied = png((b"eXIf", exif()), (b"tEXt", b"Location\0" + PLACE), (b"gAMA", bytes(4)), (b"tIME", bytes(7)))
    assert kept_png(spied + PLACE) == png((b"gAMA", bytes(4)))


@given(st.data())
def test_a_png_that_breaks_off_anywhere_is_refused(data: st.DataObject) -> None:
    raw = png()
    with pytest.raises(InvalidInput):
        kept_png(raw[: data.draw(st.integers(0, len(raw) - 1))])
