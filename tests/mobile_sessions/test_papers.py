"""What is printed for a session: nobody's child on anything, whole slips, codes that open their line."""

from datetime import date, timedelta

import pytest
import zxingcpp

from desk_app.kernel.errors import Refused
from desk_app.mobile_sessions import following, invitations, running
from desk_app.mobile_sessions.invitation_code import invitation_text
from desk_app.mobile_sessions.printing import PaperKind, made_out, print_papers
from desk_app.printing.blocks import Paper, QrCode, paper_json
from desk_app.printing.pdf import paper_pdf
from desk_app.printing.slip import DOTS_58_MM, DOTS_80_MM, slip_picture
from desk_app.printing.tables.jobs import list_jobs
from tests.desks import RehearsalDesk
from tests.mobile_sessions.outing import (
    COPY,
    FRIDAY,
    MARRIAGE,
    STAFF,
    a_line,
    a_session,
    act,
    named,
    progress_now,
    received,
    session_now,
)

CHILD = named("Bé Tí Hon", birth_on="2020-10-01")


def of(desk: RehearsalDesk, session: str, kind: PaperKind) -> tuple[Paper, ...]:
    return made_out(desk.mobile_sessions, desk.journal.reading(), by=desk.admin, session=session, kind=kind)


@pytest.fixture
def session(desk: RehearsalDesk) -> str:
    """Give a session to which a woman and two children are asked, one of them with a guardian on the list."""
    made = a_session(desk, staff=STAFF, procedures=(MARRIAGE, COPY), kit=("Máy tính", "Con dấu"))
    a_line(desk)
    a_line(desk, CHILD, lacks=("birth",))
    a_line(desk, named("Bé Tí Nị", birth_on="2021-10-01"), lacks=("birth",), guardian="Nguyễn Văn Mẫu")
    act(desk, following.invite, session=made)
    return made


def text(*made: Paper) -> str:
    return "\n".join(paper_json(each).decode() for each in made)


def test_the_public_notice_says_where_when_and_what_to_bring_and_names_no_citizen(
    desk: RehearsalDesk, session: str
) -> None:
    for kind in ("notice", "notice_small"):
        [made] = of(desk, session, kind)
        words = text(made)
        for part in ("Nhà văn hóa khu vực 3", "07:30 – 11:00", "27/11/2026", "Công an xã", "Đăng ký kết hôn"):
            assert part in words
        assert not any(name in words for name in ("Bình", "Tí", "Nguyễn Văn Mẫu", "Lê Thị Thử"))


def test_no_paper_that_leaves_the_desk_names_a_child(desk: RehearsalDesk, session: str) -> None:
    for kind in ("notice", "invitations", "invitation_slips", "kit", "record"):
        assert "Tí" not in text(*of(desk, session, kind))
    words = text(*of(desk, session, "invitations"))
    assert "Ông/Bà Nguyễn Văn Mẫu" in words
    assert "người giám hộ của trẻ" in words
    assert "Ông/Bà Trần Thị Bình" in words


def test_the_desks_own_list_bears_no_identity_number(desk: RehearsalDesk, session: str) -> None:
    words = text(*of(desk, session, "list"))
    assert "Trần Thị Bình" in words
    assert "093195004321" not in words
    assert "không niêm yết" in words


@pytest.mark.parametrize("dots", [DOTS_80_MM, DOTS_58_MM])
def test_an_invitation_slips_code_is_read_back_at_either_width(desk: RehearsalDesk, session: str, dots: int) -> None:
    made = of(desk, session, "invitation_slips")
    assert len(made) == 3
    read = [zxingcpp.read_barcodes(slip_picture(each, dots).convert("L"))[0].text for each in made]
    lines = [next(block.payload for block in each.blocks if isinstance(block, QrCode)) for each in made]
    assert read == lines


def test_invitations_stand_several_on_a_page_and_none_is_torn(desk: RehearsalDesk, session: str) -> None:
    [made] = of(desk, session, "invitations")
    assert made.page == "A4"
    pdf = paper_pdf(made)
    assert pdf.count(b"/Type /Page\n") == 1


def test_the_record_shows_what_adds_up(desk: RehearsalDesk, session: str) -> None:
    desk.time.put(FRIDAY)
    act(desk, running.open_session, session=session)
    desk.time.advance(timedelta(minutes=1))
    received(desk)
    act(desk, running.close_session, session=session, cash=5_000, note="mưa lúc 9 giờ")
    words = text(*of(desk, session, "record"))
    for part in ("261127-1001", "mưa lúc 9 giờ", "5.000 đ", "lệch 5.000"):
        assert part in words


def test_papers_are_queued_and_nobody_to_invite_is_refused(desk: RehearsalDesk, session: str) -> None:
    act(desk, print_papers, session=session, kind="invitation_slips")
    assert [job.title for job in list_jobs(desk.journal.reading())] == [invitations.INVITATION_TITLE] * 3
    other = a_session(desk, session_now(desk, session).plan.place, at=FRIDAY + timedelta(days=7))
    with pytest.raises(Refused):
        act(desk, print_papers, session=other, kind="invitations")


def test_an_invitation_names_what_still_lacks_only(desk: RehearsalDesk) -> None:
    line = a_line(desk, lacks=("marriage", "identity"))
    act(desk, following.settle_lack, line=line, lack="identity", how="elsewhere")
    assert invitations.addressed_to(progress_now(desk, line), date(2026, 11, 27)) == "Ông/Bà Trần Thị Bình"
    session = a_session(desk)
    act(desk, following.invite, session=session)
    words = text(*of(desk, session, "invitation_slips"))
    assert "kết hôn" in words
    assert "căn cước;" not in words
    assert invitation_text(line) in words
