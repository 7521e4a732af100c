from datetime import date

import pytest

from desk_app.dossiers.listing.asked import wanted_of
from ui.dossiers.list.asked import about_of, name_of, own_name_of
from ui.dossiers.list.state import Window, count_words, place_words
from ui.dossiers.list.words import Offered, filter_words

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("about", "name", "own"),
    [
        ("view:overdue", "overdue", ""),
        ("due=overdue", "overdue", ""),
        ("due=overdue&sort=-name", "overdue", ""),
        ("due=overdue&status=2", "", ""),
        ("view:Của xã", "waiting", "Của xã"),
        ("view:all", "all", ""),
    ],
)
def test_a_list_is_called_by_its_name(about: str, name: str, own: str) -> None:
    wanted = (
        wanted_of("due=waiting")
        if own
        else wanted_of(about if "=" in about else f"due={name}" if name != "all" else "")
    )
    assert (name_of(about, wanted), own_name_of(about)) == (name, own)
    assert about_of(wanted_of("")) == "view:all"


@pytest.mark.parametrize(
    ("total", "words"),
    [(None, "đang đếm…"), (0, "không có hồ sơ nào"), (1285, "1.285 hồ sơ"), (100_001, "hơn 100.000 hồ sơ")],
)
def test_a_count_is_said_as_far_as_it_is_known(total: int | None, words: str) -> None:
    assert count_words(total) == words


def test_a_place_is_said_only_where_it_is_known() -> None:
    window = Window(lines=(None,) * 3, first=1200)  # type: ignore[arg-type]
    assert place_words(window, 0) == "· đang ở thứ 1.201"
    assert place_words(Window(lines=window.lines, first=None, at_start=False), 0) == ""


def test_a_filter_is_said_in_one_line() -> None:
    wanted = wanted_of(
        "due=overdue&procedure=p&officer=a&unit=Công an xã&return_by=home&received=2026-11-01..2026-11-30"
    )
    offered = Offered(procedures=(("p", "Khai sinh"),), people=(("a", "Trần Thị Thử"),))
    assert filter_words(wanted, offered, TODAY) == (
        "Quá hạn · Khai sinh · Trần Thị Thử (tiếp nhận) · Công an xã · Trả tại nhà · Ngày nhận 01/11/2026 – 30/11/2026"
    )
    assert filter_words(wanted_of("received=today"), offered, TODAY) == "Ngày nhận 23/11/2026"
