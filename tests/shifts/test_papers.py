"""The papers of a roster, read back as people and programs would."""

import subprocess
from datetime import date, datetime, time
from io import BytesIO

import docx
import pytest

from desk_app.kernel.errors import NotFound, Refused
from desk_app.kernel.time_source import VIETNAM
from desk_app.printing.blocks import Paper
from desk_app.printing.official.files import document_pdf, document_word
from desk_app.printing.pdf import paper_pdf
from desk_app.printing.pdf_wall_sheet import wall_sheet_pdf
from desk_app.printing.slip import slip_picture
from desk_app.printing.tables.jobs import list_jobs, paper_of_job
from desk_app.shifts import attendance, changes, keeping
from desk_app.shifts.book import Pattern, Place
from desk_app.shifts.notice import written_number
from desk_app.shifts.office_papers import notice_of, thanks_of_whom, wall_of
from desk_app.shifts.papers_print import Whose, print_change, print_sign_in, print_slips
from desk_app.shifts.seen import SeatSeen
from tests.desks import RehearsalDesk
from tests.shifts.rota import DECEMBER, NAMES, act, drafted, entered, issued, on, roster, seats

FRIDAYS = ("04/12", "11/12", "18/12", "25/12")


def text_of(pdf: bytes, *options: str) -> str:
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().replace("\u00a0", " ")


def in_one_line(pdf: bytes) -> str:
    return " ".join(text_of(pdf).split())


def queued(desk: RehearsalDesk, kind: str) -> list[Paper]:
    db = desk.journal.reading()
    papers = [paper_of_job(db, job.id) for job in list_jobs(db)]
    return [paper for paper in papers if paper.kind == kind]


def held(desk: RehearsalDesk) -> list[SeatSeen]:
    return [seat for seat in seats(roster(desk)) if seat.state == "held"]


def swappable(desk: RehearsalDesk) -> tuple[SeatSeen, SeatSeen]:
    first = held(desk)[0]
    other = next(seat for seat in held(desk) if seat.organisation != first.organisation and seat.on != first.on)
    return first, other


def test_the_notice_tells_days_places_organisations_and_what_to_do(desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)
    text = in_one_line(document_pdf(notice_of(desk.shifts, DECEMBER)))

    assert "Số: 15/TB-UBND" in text
    assert "Hòa Mẫu, ngày 23 tháng 11 năm 2026" in text
    assert "Bàn viết hộ: từ 07 giờ 30 phút đến 11 giờ 30 phút, các ngày 04, 11, 18 và 25/12/2026 (thứ sáu)" in text
    assert all(name in text for name in NAMES)
    assert "trước giờ trực ít nhất 48 giờ" in text
    assert "0293 3999999" in text
    assert "(Kèm theo Thông báo số 15/TB-UBND ngày 23 tháng 11 năm 2026 của Ủy ban nhân dân xã Hòa Mẫu)" in text


def test_every_person_of_the_roster_stands_in_the_annex_of_pdf_and_word(desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)
    document = notice_of(desk.shifts, DECEMBER)
    names = [seat.member_name for seat in seats(roster(desk))]
    table = docx.Document(BytesIO(document_word(document))).tables[-1]
    column = [row.cells[5].text for row in table.rows[1:]]

    assert column == names
    pages = text_of(document_pdf(document), "-layout").split("\f")
    annex = "\n".join(pages[next(place for place, page in enumerate(pages) if "Phụ lục\n" in page) :])
    assert all(annex.count(name) >= names.count(name) for name in names)


def test_the_notice_counts_the_turns_of_each_organisation(desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)
    tables = docx.Document(BytesIO(document_word(notice_of(desk.shifts, DECEMBER)))).tables
    rows = [[cell.text for cell in row.cells] for row in tables[1].rows]

    assert {row[1]: row[2] for row in rows[1:-1]} == dict.fromkeys(NAMES, "2")
    assert rows[-1][2] == "8"


def test_a_draft_leaves_room_for_number_and_date(desk: RehearsalDesk) -> None:
    entered(desk)
    drafted(desk)
    document = notice_of(desk.shifts, DECEMBER)

    assert document.head.number == f"Số: {chr(0xA0) * 8}/TB-UBND"
    assert document.head.place_and_date == f"Hòa Mẫu, ngày{chr(0xA0) * 6}tháng{chr(0xA0) * 6}năm 2026"


@pytest.mark.parametrize(
    ("typed", "line"),
    [("5", "Số: 05/TB-UBND"), ("15/TB-UBND", "Số: 15/TB-UBND"), ("7/TB", "Số: 07/TB"), ("A7", "Số: A7")],
)
def test_a_number_is_written_as_the_decree_wants_however_it_was_typed(typed: str, line: str) -> None:
    assert written_number(typed, "TB-UBND") == line


def test_a_day_that_a_holiday_moved_is_told_in_the_notice(desk: RehearsalDesk) -> None:
    may = date(2026, 5, 1)
    desk.time.put(datetime(2026, 4, 20, 8, 0, tzinfo=VIETNAM))
    entered(desk)
    issued(desk, may)
    text = in_one_line(document_pdf(notice_of(desk.shifts, may)))

    assert roster(desk, may).moved
    assert "3. Ngày trực thay đổi do nghỉ lễ" in text
    assert "Bàn viết hộ, thứ sáu, ngày 01/05/2026: chuyển sang thứ hai, ngày 04/05/2026" in text
    assert "4. Tổ chức thực hiện" in text


def test_a_shift_called_off_is_said_to_be_off_in_notice_and_wall_sheet(desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)
    shift = roster(desk).shifts[1]
    act(desk, changes.call_off_shift, shift=shift.shift, reason="Sửa trụ sở")

    assert "Sửa trụ sở" in in_one_line(document_pdf(notice_of(desk.shifts, DECEMBER)))
    assert "các ngày 04, 18 và 25/12/2026" in in_one_line(document_pdf(notice_of(desk.shifts, DECEMBER)))
    assert "Không trực" in in_one_line(wall_sheet_pdf(wall_of(desk.shifts, DECEMBER)))


def test_a_month_without_a_plan_has_no_notice(desk: RehearsalDesk) -> None:
    with pytest.raises(NotFound, match="chưa xếp lịch trực"):
        notice_of(desk.shifts, DECEMBER)


@pytest.mark.parametrize("size", ["A4", "A3"])
def test_the_wall_sheet_is_read_from_two_metres(desk: RehearsalDesk, size: str) -> None:
    entered(desk)
    issued(desk)
    pdf = wall_sheet_pdf(wall_of(desk.shifts, DECEMBER, size="A3" if size == "A3" else "A4"))
    text = in_one_line(pdf)
    drawn = text_of(pdf, "-bbox")
    heights = [_height(line) for line in drawn.splitlines() if ">Thử<" in line]

    assert all(day in text for day in FRIDAYS)
    assert all(name in text for name in NAMES)
    # A line of Noto Sans is 1.36 of its size, its capitals 0.71: 7 mm of capitals are 38 points of line.
    assert heights
    assert min(heights) >= 38


def _height(line: str) -> float:
    top, bottom = (float(line.split(f'{name}="')[1].split('"')[0]) for name in ("yMin", "yMax"))
    return bottom - top


def test_each_place_has_a_wall_sheet_of_its_own(desk: RehearsalDesk) -> None:
    entered(desk)
    city = act(desk, keeping.put_place, place=Place(id="", name="Bộ phận Một cửa thành phố")).subject
    tuesday = Pattern(
        id="", place=city, name="Thứ ba", weekdays=(1,), starts=time(13), ends=time(17), valid_from=date(2026, 1, 1)
    )
    act(desk, keeping.put_pattern, pattern=tuesday)
    issued(desk)
    first, second = text_of(wall_sheet_pdf(wall_of(desk.shifts, DECEMBER))).split("\f")[:2]

    assert "Bàn viết hộ" in first
    assert "04/12" in first
    assert "01/12" not in first
    assert "Bộ phận Một cửa thành phố" in second
    assert "01/12" in second
    assert len(wall_of(desk.shifts, DECEMBER, place=city)) == 1


def test_the_wall_sheet_tells_nobodys_telephone_number(desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)
    text = in_one_line(wall_sheet_pdf(wall_of(desk.shifts, DECEMBER)))

    assert not any(seat.phone in text for seat in seats(roster(desk)))


def test_everybody_gets_a_pocket_slip_with_their_own_days(desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)
    act(desk, print_slips, month=DECEMBER, whose=Whose())
    slips = queued(desk, "shift_slip")
    people = {seat.member for seat in seats(roster(desk))}

    assert len(slips) == len(people)
    for slip in slips:
        text = in_one_line(paper_pdf(slip))
        own = [seat for seat in seats(roster(desk)) if f"{seat.member_name} " in f"{text} "]
        assert {seat.member for seat in own} == {own[0].member}
        assert all(f"{seat.on:%d/%m/%Y}" in text for seat in own)
        assert slip_picture(slip, 576).height < 900


def test_the_slips_of_one_organisation_are_those_of_its_people(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    issued(desk)
    act(desk, print_slips, month=DECEMBER, whose=Whose(organisation=rota.organisations[1]))

    assert queued(desk, "shift_slip")
    assert all("Hội Nông dân" in in_one_line(paper_pdf(slip)) for slip in queued(desk, "shift_slip"))


def test_slips_wait_until_the_roster_is_issued(desk: RehearsalDesk) -> None:
    entered(desk)
    drafted(desk)

    with pytest.raises(Refused, match="chưa ban hành"):
        act(desk, print_slips, month=DECEMBER, whose=Whose())


def test_the_slip_of_a_swap_names_both_before_and_after(desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)
    first, other = swappable(desk)
    act(desk, changes.swap_seats, first=first.seat, second=other.seat, reason="Bận họp")
    act(desk, print_change, seat=first.seat)
    text = in_one_line(paper_pdf(queued(desk, "shift_swap")[0]))

    assert "PHIẾU ĐỔI CA TRỰC" in text
    assert f"Người trực trước: {first.who} Người trực mới: {other.who}" in text
    assert f"Người trực trước: {other.who} Người trực mới: {first.who}" in text
    assert "Bận họp" in text


def test_the_slip_of_a_cover_names_who_could_not_come(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    issued(desk)
    seat = held(desk)[0]
    act(desk, changes.cancel_seat, seat=seat.seat, reason="Ốm")
    free = next(each for each in rota.members[seat.organisation] if each != seat.member)
    act(desk, changes.cover_seat, seat=seat.seat, organisation=seat.organisation, member=free)
    act(desk, print_change, seat=seat.seat)
    text = in_one_line(paper_pdf(queued(desk, "shift_swap")[0]))

    assert "PHIẾU TRỰC THAY" in text
    assert f"Người trực trước: {seat.member_name}" in text
    assert desk.shifts.present().get_member(free).name in text


def test_a_seat_that_nobody_else_took_has_no_slip(desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)

    with pytest.raises(Refused, match="chưa đổi"):
        act(desk, print_change, seat=held(desk)[0].seat)


def test_the_sheet_to_sign_names_who_comes_and_leaves_two_lines(desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)
    first = held(desk)[0]
    act(desk, print_sign_in, on=first.on)
    text = in_one_line(paper_pdf(queued(desk, "shift_sign_in")[0]))

    assert "Thứ sáu, ngày 04/12/2026" in text
    assert all(seat.member_name in text for seat in held(desk) if seat.on == first.on)


def test_a_day_without_duty_has_no_sheet_to_sign(desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)

    with pytest.raises(Refused, match="05/12/2026 không có ca trực"):
        act(desk, print_sign_in, on=date(2026, 12, 5))


def test_a_letter_of_thanks_tells_turns_and_hours_of_each_person(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    issued(desk)
    desk.time.put(on(31))
    for seat in held(desk):
        act(desk, attendance.note_attendance, seat=seat.seat, attended="came")
    first, last = date(2026, 12, 1), date(2026, 12, 31)
    letter = thanks_of_whom(desk.shifts, first, last, organisation=rota.organisations[0], signer="Bùi Văn Mẫu")
    text = in_one_line(document_pdf(letter))

    assert "THƯ CẢM ƠN" in text
    assert "đã trực 2 lượt với tổng thời gian 8 giờ" in text
    assert "từ ngày 01/12/2026 đến ngày 31/12/2026" in text
    assert "Bùi Văn Mẫu" in text
    assert all(seat.member_name in text for seat in seats(roster(desk)) if seat.organisation == rota.organisations[0])


def test_nobody_is_thanked_for_a_time_in_which_they_did_nothing(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    issued(desk)

    with pytest.raises(NotFound, match="chưa ghi nhận"):
        thanks_of_whom(desk.shifts, date(2026, 1, 1), date(2026, 1, 31), organisation=rota.organisations[0])
