"""What the citizens of an invented office say, what its screens showed, and how it marks itself."""

from datetime import datetime, timedelta
from random import Random

from desk_app.desk import Desk
from desk_app.kernel.time_source import FixedTime
from desk_app.printing.commands import cancel_job
from desk_app.printing.tables import list_jobs
from desk_app.signage.commands import NewSlogan, enter_played, note_playing, put_slogan
from desk_app.signage.facts import Played, Shown
from desk_app.signage.schedule import schedule_on, windows_on
from desk_app.signage.slogans import shown_on
from desk_app.surveys import complaints
from desk_app.surveys.campaigns import Form, Plan, enter_forms, plan_campaign
from desk_app.surveys.complaint_facts import How, Topic
from desk_app.surveys.complaints import NewComplaint
from desk_app.surveys.friendly import NewEvidence, add_evidence, assess
from desk_app.surveys.indices import Entered, enter_index
from desk_app.surveys.rules import Level

_FORMS = 60
_QUESTIONS = ("Thái độ của cán bộ", "Hướng dẫn đầy đủ, dễ hiểu", "Thời gian chờ", "Nơi ngồi chờ, chỗ viết")
# Days ago, topic, how it came, what it says, whether somebody answered by now.
_COMPLAINTS: tuple[tuple[int, Topic, How, str, bool], ...] = (
    (25, "complaint", "hotline", "Gọi đường dây nóng buổi trưa ba lần không có người nghe máy.", False),
    (12, "suggestion", "box", "Đề nghị đặt thêm ghế và quạt ở khu vực chờ.", True),
    (6, "complaint", "counter", "Sáng thứ hai chờ chứng thực gần một giờ mới đến lượt.", False),
    (3, "praise", "letter", "Cảm ơn cán bộ đã đến tận nhà trao thẻ bảo hiểm cho mẹ tôi.", False),
)
_EVIDENCE = (
    ("procedures", "Rút hồ sơ liên thông khai sinh từ 17 xuống 10 ngày làm việc", "Công văn của Ủy ban nhân dân"),
    ("procedures", "Trả kết quả tại nhà cho người có công, bảo trợ xã hội", ""),
    ("smile", "Tập huấn quy tắc ứng xử cho cán bộ một cửa", "Kế hoạch văn hóa công sở"),
    ("technology", "Khẩu hiệu trên màn hình 10 phút mỗi giờ, tất cả các ngày trong tuần", "Nhật ký chiếu"),
)


def people_speak(desk: Desk, clock: FixedTime, rng: Random, *, by: str, end: datetime) -> int:
    """Let an invented office gather a survey, complaints, evidence and its screens' proof; return how many forms came."""
    _survey(desk, clock, rng, by, end)
    _complain(desk, clock, by, end)
    clock.put(end)
    _mark(desk, by, end)
    _play(desk, by, end)
    return _FORMS


def _survey(desk: Desk, clock: FixedTime, rng: Random, by: str, end: datetime) -> None:
    clock.put(end - timedelta(days=20))
    plan = Plan(
        title="Khảo sát mô hình Chính quyền thân thiện",
        questions=_QUESTIONS,
        first_on=(end - timedelta(days=20)).date(),
        last_on=(end + timedelta(days=30)).date(),
        target=100,
    )
    new_id, levels = desk.journal.new_id, (Level.VERY_SATISFIED, Level.SATISFIED, Level.DISSATISFIED)
    campaign = plan_campaign(desk.surveys, by=by, plan=plan, command_id=new_id()).subject
    forms = tuple(
        Form(number=number, answers=tuple(rng.choices(levels, weights=(64, 33, 3))[0] for _question in _QUESTIONS))
        for number in range(1, _FORMS + 1)
    )
    clock.put(end - timedelta(days=2))
    enter_forms(desk.surveys, by=by, campaign=campaign, forms=forms, command_id=new_id())


def _complain(desk: Desk, clock: FixedTime, by: str, end: datetime) -> None:
    new_id = desk.journal.new_id
    for ago, topic, how, text, is_answered in _COMPLAINTS:
        clock.put(end - timedelta(days=ago))
        new = NewComplaint(text=text, topic=topic, how=how)
        id_ = complaints.receive(desk.surveys, by=by, new=new, slip=False, command_id=new_id()).subject
        if is_answered:
            clock.put(end - timedelta(days=ago - 4))
            words = "Đã đặt thêm mười ghế và hai quạt ở khu vực chờ."
            complaints.answer(desk.surveys, by=by, complaint=id_, text=words, command_id=new_id())
            job = list_jobs(desk.journal.reading(), limit=1)[0]
            why = "Dữ liệu tập dượt: không in giấy của những ngày trước"
            cancel_job(desk.printing, by=by, job_id=job.id, reason=why, command_id=new_id())


def _mark(desk: Desk, by: str, end: datetime) -> None:
    new_id, period = desk.journal.new_id, f"{end.year}-Q{(end.month - 1) // 3 + 1}"
    for criterion, text, source in _EVIDENCE:
        proof = NewEvidence(text=text, source=source)
        add_evidence(desk.surveys, by=by, period=period, criterion=criterion, evidence=proof, command_id=new_id())
    assess(desk.surveys, by=by, period=period, criterion="smile", mark="good", command_id=new_id())
    first_on, last_on = end.date().replace(month=1, day=1), end.date().replace(month=12, day=31)
    entered = Entered(count=40, of=40, evidence="Đối chiếu niêm yết với quyết định công bố")
    enter_index(
        desk.surveys,
        by=by,
        key="published",
        first_on=first_on,
        last_on=last_on,
        entered=entered,
        command_id=new_id(),
    )


def _play(desk: Desk, by: str, end: datetime) -> None:
    room, today = desk.signage, end.date()
    # The office's own take the place of the shipped ones, so it puts up those that it wants to keep as well.
    for text in (*shown_on(room, today)[:4], "Ngày thứ sáu: viết hộ hồ sơ miễn phí tại bàn viết"):
        put_slogan(room, by=by, slogan=NewSlogan(text=text, valid_from=today), command_id=desk.journal.new_id())
    book, calendar = desk.office.present_book(), desk.working_time.present_calendar()
    for ago in range(1, 8):
        day = today - timedelta(days=ago)
        texts = shown_on(room, day)
        for each in windows_on(schedule_on(book, day), calendar, day):
            times = max(1, each.seconds // 12 // len(texts))
            shown = tuple(Shown(text=text, times=times, seconds=12 * times) for text in texts)
            played = Played(screen="Màn hình gọi số", from_at=each.from_at, to_at=each.to_at, shown=shown)
            note_playing(room, f"{each.from_at:%y%m%d%H}", played)
    enter_played(room, by=by, command_id=desk.journal.new_id())
