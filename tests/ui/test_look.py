from dataclasses import asdict
from datetime import date, datetime
from itertools import product

import pytest

from desk_app.dossiers.status import Status
from desk_app.kernel.time_source import VIETNAM
from desk_app.working_time.half_days import Half
from desk_app.working_time.why import WhyStep
from ui import theme
from ui.shell.dress import style_sheet
from ui.widgets import colours, glyphs
from ui.widgets.colours import COLOURS, HIGH_CONTRAST, Colours
from ui.widgets.status_words import status_words
from ui.widgets.table import Column, Look, RowsModel, Table
from ui.widgets.why_lines import why_lines

NOW = datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM)
PAST, AHEAD = NOW.replace(day=20), NOW.replace(day=30)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


INKS = ("ink", "soft_ink", "accent", "accent_deep", "good", "warning", "danger", "calm")
# Which words stand on which ground somewhere in the style sheet, a list or a page.
ON_GROUND = [
    *product(INKS, ("paper", "second_paper", "ground")),
    *product(("ink", "soft_ink", "accent_deep", "danger", "warning"), ("accent_pale",)),
    *product(("ink", "soft_ink", "warning"), ("warning_pale",)),
    *product(("ink", "soft_ink", "danger"), ("danger_pale",)),
    ("faint_ink", "paper"),
    ("ink", "accent_soft"),
    *product(("paper", "rail_ink"), ("rail", "accent", "accent_deep")),
    ("paper", "ink"),
]
SETS = [(COLOURS, 4.5), (HIGH_CONTRAST, 7.0)]


@pytest.mark.parametrize(("drawn", "least"), SETS, ids=["everyday", "high contrast"])
@pytest.mark.parametrize(("ink", "ground"), ON_GROUND)
def test_words_can_be_read_on_their_ground(drawn: Colours, least: float, ink: str, ground: str) -> None:
    assert contrast(getattr(drawn, ink), getattr(drawn, ground)) >= least


@pytest.mark.parametrize(("drawn", "least"), SETS, ids=["everyday", "high contrast"])
@pytest.mark.parametrize("ground", ["paper", "ground", "accent_pale"])
def test_borders_of_fields_and_the_focus_can_be_seen(drawn: Colours, least: float, ground: str) -> None:
    assert contrast(drawn.focus, getattr(drawn, ground)) >= least
    if ground != "accent_pale":
        assert contrast(drawn.edge, getattr(drawn, ground)) >= 3


def test_words_that_cannot_be_used_now_can_still_be_read_in_high_contrast() -> None:
    assert contrast(HIGH_CONTRAST.off_ink, HIGH_CONTRAST.ground) >= 7


def test_every_name_is_a_colour_of_its_own_so_that_high_contrast_finds_it() -> None:
    values = list(asdict(COLOURS).values())
    assert len(set(values)) == len(values)


def test_what_was_kept_in_everyday_colours_is_drawn_in_high_contrast() -> None:
    colours.choose(high_contrast=True)
    try:
        assert colours.drawn(COLOURS.danger) == HIGH_CONTRAST.danger
        assert colours.drawn("#123456") == "#123456"
        assert COLOURS.accent_pale not in style_sheet(100)
        assert theme.palette().text().color().name() == HIGH_CONTRAST.ink
        assert glyphs.pixmap("disc", COLOURS.good, 16).toImage().pixelColor(8, 8).name() == HIGH_CONTRAST.good
    finally:
        colours.choose(high_contrast=False)
    assert colours.drawn(COLOURS.danger) == COLOURS.danger
    assert glyphs.pixmap("disc", COLOURS.good, 16).toImage().pixelColor(8, 8).name() == COLOURS.good


def test_an_empty_list_says_what_that_means_and_what_to_do_and_is_gone_with_the_first_row() -> None:
    table = Table(RowsModel((Column[str](title="Tên", look=lambda row: Look(words=row)),)), "Danh sách")
    empty = table.when_empty("list", "Chưa có gì.", "F2 để bắt đầu.", key="F2")
    assert not empty.isVisibleTo(table)
    table.put(())
    assert empty.isVisibleTo(table)
    assert table.accessibleDescription() == "Chưa có gì. F2 để bắt đầu."
    table.put(("một",))
    assert not empty.isVisibleTo(table)
    assert table.accessibleDescription() == ""


def test_states_differ_by_shape_or_word_never_by_colour_alone() -> None:
    shown = [status_words(status, due, NOW) for status, due in product(Status, (PAST, AHEAD))]
    by_words: dict[str, set[str]] = {}
    for each in shown:
        by_words.setdefault(each.words, set()).add(each.shape)
    assert all(len(shapes) == 1 for shapes in by_words.values())
    assert len({words for words in by_words if not words.startswith("Quá hạn")}) == len(Status)


def test_an_overdue_dossier_says_so_and_one_that_waits_for_papers_is_never_late() -> None:
    assert status_words(Status.IN_PROCESS, PAST, NOW).words == "Quá hạn – đang xử lý"
    assert status_words(Status.SUPPLEMENT_REQUESTED, PAST, NOW).words == "Yêu cầu bổ sung"
    assert status_words(Status.SETTLED, PAST, NOW).shape == "done"


def test_every_shape_that_a_state_names_can_be_drawn() -> None:
    for status, due in product(Status, (PAST, AHEAD)):
        words = status_words(status, due, NOW)
        assert not glyphs.pixmap(words.shape, words.colour, 16).isNull()


def test_a_way_to_a_date_has_one_line_a_day() -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    steps = (
        WhyStep(on=monday, half=None, counted=False, reason="Ngày nhận hồ sơ, không tính"),
        WhyStep(on=tuesday, half=Half.MORNING, counted=True, reason="tính nửa ngày thứ 1/3"),
        WhyStep(on=tuesday, half=Half.AFTERNOON, counted=True, reason="tính nửa ngày thứ 2/3"),
        WhyStep(on=date(2026, 11, 25), half=Half.MORNING, counted=True, reason="tính nửa ngày thứ 3/3"),
    )
    lines = why_lines(steps)
    assert [(line.day, line.counted) for line in lines] == [("T2 23/11", False), ("T3 24/11", True), ("T4 25/11", True)]
    assert [line.reason for line in lines[1:]] == ["nửa ngày 1–2/3", "sáng: tính nửa ngày thứ 3/3"]


@pytest.mark.parametrize(("percent", "pixels"), [(100, "20px"), (150, "30px"), (200, "40px")])
def test_the_style_sheet_grows_with_the_text(percent: int, pixels: str) -> None:
    sheet = style_sheet(percent)
    assert f"font-size: {pixels}" in sheet
    assert "_px" not in sheet
    assert "$" not in sheet


def test_the_text_size_stays_between_plain_and_twice_as_large() -> None:
    assert [theme.text_percent(wanted) for wanted in (0, 100, 130, 500)] == [100, 100, 130, 200]
