"""What a person reads who asks why the date is that date."""

import json

from desk_app.kernel.records import canonical, from_json
from desk_app.working_time.due import due
from desk_app.working_time.supplement import due_after_supplements
from desk_app.working_time.why import Due
from tests.working_time.office import CALENDAR, READINGS, at, readings, supplements, term


def _told(found: Due) -> list[str]:
    """Return the steps as lines: day, half or whole day, ``+`` where it counts, reason."""
    return [
        f"{step.on:%d/%m} {step.half.spoken if step.half else 'cả ngày'} {'+' if step.counted else '-'} {step.reason}"
        for step in found.why
    ]


def test_the_way_from_receipt_to_due_date_names_every_day() -> None:
    assert _told(due(term("3"), at("2025-12-31T10:00"), CALENDAR, READINGS)) == [
        "31/12 cả ngày - Ngày nhận hồ sơ, không tính",
        "01/01 cả ngày - Nghỉ Tết Dương lịch 1/1",
        "02/01 cả ngày - Nghỉ hoán đổi, làm bù vào thứ bảy 10/1",
        "03/01 cả ngày - Thứ bảy",
        "04/01 cả ngày - Chủ nhật",
        "05/01 sáng + tính nửa ngày thứ 1/3",
        "05/01 chiều + tính nửa ngày thứ 2/3",
        "06/01 sáng + tính nửa ngày thứ 3/3",
    ]


def test_a_make_up_saturday_says_what_it_makes_up_for() -> None:
    assert _told(due(term("1"), at("2026-01-09T10:00"), CALENDAR, READINGS))[-1] == (
        "10/01 sáng + Làm bù cho ngày 2/1, tính nửa ngày thứ 1/1"
    )


def test_a_receipt_after_the_cutoff_says_so_and_which_day_stands_for_it() -> None:
    found = due(term("1", "yes"), at("2026-11-23T15:01"), CALENDAR, READINGS)

    assert _told(found) == [
        "23/11 cả ngày - Nhận sau 15:00: tính là nhận vào ngày làm việc tiếp theo",
        "24/11 cả ngày - Nghỉ Ngày Văn hóa Việt Nam 24/11",
        "25/11 cả ngày - Ngày được tính là ngày nhận, không tính",
        "26/11 sáng + tính nửa ngày thứ 1/1",
    ]
    assert found.received_on.isoformat() == "2026-11-25"


def test_a_receipt_on_a_day_off_names_the_day_off() -> None:
    found = due(term("1"), at("2026-11-22T10:00"), CALENDAR, READINGS)

    assert _told(found)[0] == "22/11 cả ngày - Nhận vào ngày nghỉ (Chủ nhật), không tính"
    assert found.received_on.isoformat() == "2026-11-22"


def test_a_result_given_at_once_says_on_which_day_and_why() -> None:
    assert _told(due(term("0", "yes"), at("2026-11-23T09:00"), CALENDAR, READINGS)) == [
        "23/11 cả ngày - Ngày nhận hồ sơ: giải quyết ngay, trả trong ngày"
    ]
    assert _told(due(term("0"), at("2026-11-23T17:01"), CALENDAR, READINGS)) == [
        "23/11 cả ngày - Nhận sau giờ làm việc: trả vào ngày làm việc tiếp theo",
        "24/11 cả ngày - Nghỉ Ngày Văn hóa Việt Nam 24/11",
        "25/11 cả ngày - Ngày làm việc tiếp theo: giải quyết ngay, trả trong ngày",
    ]


def test_hours_are_told_half_day_by_half_day() -> None:
    assert _told(due(term("8h"), at("2026-11-23T15:30"), CALENDAR, READINGS)) == [
        "23/11 sáng - Trước lúc nhận hồ sơ, không tính",
        "23/11 chiều + tính 1 giờ 30 phút, còn 6 giờ 30 phút",
        "24/11 cả ngày - Nghỉ Ngày Văn hóa Việt Nam 24/11",
        "25/11 sáng + tính 4 giờ 30 phút, còn 2 giờ",
        "25/11 chiều + tính 2 giờ, hết thời hạn",
    ]


def test_a_pause_tells_what_was_used_and_how_long_was_waited() -> None:
    asked = supplements("2026-11-26T10:00 > 2026-12-01T09:00")
    found = due_after_supplements(term("4"), at("2026-11-25T09:00"), asked, CALENDAR, readings(supplement="pause"))

    assert _told(found) == [
        "25/11 cả ngày - Ngày nhận hồ sơ, không tính",
        "26/11 sáng + tính nửa ngày thứ 1/4",
        "26/11 chiều - Chờ bổ sung hồ sơ, không tính",
        "27/11 cả ngày - Chờ bổ sung hồ sơ, không tính",
        "28/11 cả ngày - Thứ bảy",
        "29/11 cả ngày - Chủ nhật",
        "30/11 cả ngày - Chờ bổ sung hồ sơ, không tính",
        "01/12 cả ngày - Ngày hoàn thiện hồ sơ, không tính",
        "02/12 sáng + tính nửa ngày thứ 2/4",
        "02/12 chiều + tính nửa ngày thứ 3/4",
        "03/12 sáng + tính nửa ngày thứ 4/4",
    ]


def test_a_pause_that_leaves_nothing_ends_with_the_rest_of_the_day_of_completion() -> None:
    asked = supplements("2026-11-26T10:00 > 2026-11-26T14:00")
    found = due_after_supplements(term("1"), at("2026-11-25T09:00"), asked, CALENDAR, readings(supplement="pause"))

    assert _told(found)[1:] == [
        "26/11 sáng + tính nửa ngày thứ 1/1",
        "26/11 chiều - Không còn nửa ngày nào: trả trong ngày",
    ]


def test_a_restart_tells_why_the_first_days_no_longer_count() -> None:
    asked = supplements("2026-11-26T10:00 > 2026-11-30T09:00")
    found = due_after_supplements(term("1"), at("2026-11-24T09:00"), asked, CALENDAR, READINGS)

    assert _told(found) == [
        "24/11 cả ngày - Ngày nhận hồ sơ lần đầu, không tính",
        "25/11 cả ngày - Thời hạn tính lại từ đầu, không tính",
        "26/11 cả ngày - Yêu cầu bổ sung hồ sơ: hoàn thiện xong thì tính lại từ đầu",
        "27/11 cả ngày - Chờ bổ sung hồ sơ, không tính",
        "28/11 cả ngày - Thứ bảy",
        "29/11 cả ngày - Chủ nhật",
        "30/11 cả ngày - Hoàn thiện hồ sơ, tính như nhận mới; ngày nhận hồ sơ, không tính",
        "01/12 sáng + tính nửa ngày thứ 1/1",
    ]


def test_a_year_without_a_notice_is_warned_of_once_where_it_begins() -> None:
    found = due(term("4"), at("2026-12-31T09:00"), CALENDAR, READINGS)
    warning = (
        "Chưa có lịch nghỉ năm 2027: chỉ trừ thứ bảy, chủ nhật và 1/1, 30/4, 1/5, 2/9, chưa trừ Tết và ngày nghỉ khác"
    )

    assert found.warnings == (warning,)
    holiday = "Nghỉ Tết Dương lịch 1/1: ngày lễ theo luật, chưa có thông báo năm 2027"
    assert _told(found)[1] == f"01/01 cả ngày - {holiday} ({warning})"
    assert sum(warning in line for line in _told(found)) == 1
    assert due(term("4"), at("2026-12-28T09:00"), CALENDAR, READINGS).warnings == ()


def test_the_date_and_its_why_are_json_as_scripts_expect_it() -> None:
    found = due(term("1"), at("2026-11-20T09:00"), CALENDAR, READINGS)
    plain = json.loads(canonical(found))

    assert plain["due_at"] == "2026-11-23T11:30:00+07:00"
    assert (plain["due_on"], plain["half"]) == ("2026-11-23", "morning")
    assert plain["why"][0] == {
        "on": "2026-11-20",
        "half": None,
        "counted": False,
        "reason": "Ngày nhận hồ sơ, không tính",
    }
    assert plain["why"][-1]["half"] == "morning"
    assert plain["why"][-1]["counted"] is True
    assert from_json(canonical(found), Due) == found
