"""Figures of what reached people, and the data they rest on."""

from datetime import date, timedelta

import pytest

from desk_app.kernel.texts import is_nfc
from desk_app.returns.addresses import NO_HAMLET, hamlet_of
from desk_app.returns.commands import close_round, deliver, fail_attempt
from desk_app.returns.figures import Share, figures
from desk_app.returns.kits import kit_of, shipped
from desk_app.returns.post import prepare_parcel, prove_delivered, record_posted
from tests.desks import RehearsalDesk
from tests.returns.going import DAY, LINKED, act, out, pass_hours, ready


@pytest.mark.parametrize(
    ("address", "hamlet"),
    [
        ("Ấp 1, Hòa Mỹ, Phụng Hiệp, Hậu Giang", "Ấp 1"),
        ("Số 12, ấp Mỹ Lợi, xã Hòa Mỹ", "Ấp Mỹ Lợi"),
        ("12 Trần Hưng Đạo, KV 3, Hiệp Thành", "Khu vực 3"),
        ("Khóm 4, phường 5", "Khóm 4"),
        ("Đầu Vàm, xã Hòa Mỹ", "Đầu Vàm"),
        ("xã Hòa Mỹ", NO_HAMLET),
        ("", NO_HAMLET),
    ],
)
def test_the_hamlet_is_the_part_of_the_address_that_names_one(address: str, hamlet: str) -> None:
    assert hamlet_of(address) == hamlet


def test_what_was_given_and_what_failed_is_counted_by_hamlet_and_helper(desk: RehearsalDesk) -> None:
    given, failed, sent = ready(desk), ready(desk, "Trần Thử"), ready(desk, return_by="post", return_to="12 Phố Thử")
    act(desk, prepare_parcel, dossiers=(sent,))
    act(desk, record_posted, dossier=sent, tracking="RR1", cost=28500)
    pass_hours(desk, 72)
    round_ = out(desk, given, failed)
    act(desk, deliver, dossier=given)
    act(desk, fail_attempt, dossier=failed, reason="absent")
    act(desk, close_round, round_=round_)
    act(desk, prove_delivered, dossier=sent)
    found = figures(desk.returns, first_on=DAY, last_on=DAY + timedelta(days=3))
    assert (found.rounds, found.delivered_home, found.delivered_post, found.failed) == (1, 1, 1, 1)
    assert (found.posted, found.postage, found.median_days_tenths) == (1, 28500, 30)
    assert found.hamlets == (Share(name="Ấp 2", delivered=1, failed=1),)
    assert found.helpers == (Share(name="Lê Thị Thử (Hội Phụ nữ)", delivered=1, failed=1),)


def test_a_parcel_of_several_results_is_one_parcel_and_its_cost_is_counted_once(desk: RehearsalDesk) -> None:
    household = tuple(ready(desk, return_by="post", return_to="12 Phố Thử") for _place in range(3))
    act(desk, prepare_parcel, dossiers=household)
    act(desk, record_posted, dossier=household[2], tracking="RR1", cost=28500)
    pass_hours(desk, 24)
    act(desk, prove_delivered, dossier=household[0])
    found = figures(desk.returns, first_on=DAY, last_on=DAY + timedelta(days=3))
    assert (found.posted, found.postage, found.delivered_post) == (1, 28500, 3)


def test_a_period_bounds_what_is_counted(desk: RehearsalDesk) -> None:
    out(desk, dossier := ready(desk))
    act(desk, deliver, dossier=dossier)
    after = DAY + timedelta(days=1)
    found = figures(desk.returns, first_on=after, last_on=after)
    assert (found.delivered_home, found.rounds, found.median_days_tenths) == (0, 0, None)


def test_kits_are_dated() -> None:
    assert kit_of(LINKED, date(2020, 7, 31)) is None
    kit = kit_of(LINKED, date(2020, 8, 1))
    assert kit is not None
    assert kit.letter is not None


def test_the_shipped_texts_are_composed_and_have_no_placeholder_that_nobody_fills() -> None:
    for kit in shipped().kits:
        assert kit.letter is not None
        texts = (kit.letter.title, kit.letter.greeting, *kit.letter.lines, *kit.items)
        for text in texts:
            assert is_nfc(text)
            text.format(child="", family="", agency="")
