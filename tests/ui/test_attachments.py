"""The page of a dossier's images, worked by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from desk_app.accounts.access_log import access_about
from desk_app.accounts.facts import about_dossier
from desk_app.attachments.attachment import Kept
from desk_app.dossiers.register import register
from tests.attachments.papers import BIRTH, DECLARATION, added, dossier_of, files_here, listed, pdf
from tests.desks import RehearsalDesk, form
from tests.ui.windows import Seat, focused
from ui.dossiers.attachments.page import AttachmentsPage
from ui.shell.dress import dress


class Images:
    """The page in front, and hands to work it."""

    def __init__(self, seat: Seat, desk: RehearsalDesk, folder: Path) -> None:
        self.seat, self.desk, self.folder = seat, desk, folder
        self.dossier = dossier_of(desk)
        self.open()

    @property
    def page(self) -> AttachmentsPage:
        return self.seat.front(AttachmentsPage)

    @property
    def kept(self) -> tuple[Kept, ...]:
        return listed(self.desk, self.dossier)

    def open(self) -> None:
        self.seat.workspace.go("attachments", self.dossier)
        self.seat.settle()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.seat.hands.press(key)
            self.seat.settle()

    def file(self, raw: bytes, name: str = "scan.pdf") -> Path:
        file = self.folder / name
        file.write_bytes(raw)
        return file

    def picture(self, name: str = "anh.jpg", width: int = 900, height: int = 1200) -> Path:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        file = self.folder / name
        assert image.save(str(file))
        return file

    def on_disk(self) -> list[Path]:
        """Return every file of the data folder; the print queue's lock comes and goes by itself."""
        home = self.desk.home
        return sorted(each for each in home.folder.rglob("*") if each.is_file() and each != home.print_lock)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press("Ctrl+V")


@pytest.fixture
def images(seat: Seat, desk: RehearsalDesk, tmp_path: Path) -> Images:
    return Images(seat, desk, tmp_path)


def test_an_empty_page_says_what_to_do_and_the_keyboard_stands_in_the_list(images: Images) -> None:
    assert focused() is images.page.table
    assert "F6" in {words for words, _ in images.page.key_map}
    assert images.page.add_button.isEnabled()
    assert not images.page.out_button.isEnabled()


def test_a_file_is_added_by_keys_alone(images: Images) -> None:
    file = images.file(pdf())
    images.press("F6", "Down", "Tab")
    images.seat.hands.type(str(file))
    images.press("Return")
    (kept,) = images.kept
    assert kept.attachment.paper == BIRTH
    assert [row.paper for row in images.page.table.rows] == [BIRTH]
    assert "đã mã hóa" in images.seat.said
    assert focused() is images.page.table


def test_a_copied_path_opens_the_form_with_the_file_in_it(images: Images) -> None:
    file = images.file(pdf(), "bản quét.pdf")
    images.paste(f'"{file}"')
    assert images.page.adding.form.path == file
    images.press("Return")
    assert images.kept[0].attachment.paper == DECLARATION


def test_another_file_takes_the_place_of_the_first_and_the_chosen_paper_stays(images: Images) -> None:
    one, two = images.file(pdf(1), "1.pdf"), images.file(pdf(2), "2.pdf")
    images.paste(str(one))
    images.press("Down")
    images.paste(str(two))
    assert (images.page.adding.form.path, images.page.adding.form.paper) == (two, BIRTH)


def test_pasting_anything_else_opens_nothing(images: Images) -> None:
    for text in ("", "093085001234", "Nguyễn Văn Mẫu\nẤp 1.pdf"):
        images.paste(text)
        assert not images.page.adding.form.isVisible()


def test_a_dropped_file_is_asked_about(images: Images) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(images.file(pdf())))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, none)
    images.page.dropEvent(event)
    images.seat.settle()
    assert images.page.adding.form.isVisible()
    images.press("Return")
    assert len(images.kept) == 1


def test_a_file_of_another_kind_is_refused_beside_the_field_and_typing_stays(images: Images) -> None:
    images.paste(str(images.file(b"MZ", "giấy.pdf")))
    images.press("Return")
    assert "không phải PDF, JPEG hay PNG" in images.page.adding.form.trouble
    assert focused() is images.page.adding.form.file.edit
    assert images.kept == ()
    images.press("Escape")
    assert not images.page.adding.form.isVisible()


def test_enter_without_a_file_asks_for_one(images: Images) -> None:
    images.press("F6", "Return")
    assert "Chưa có tệp nào" in images.page.adding.form.trouble


def test_the_same_content_is_pointed_out_and_a_second_enter_takes_it(images: Images) -> None:
    file = images.file(pdf())
    added(images.desk, images.dossier, file)
    images.paste(str(file))
    images.press("Return")
    assert f"«{BIRTH}»" in images.page.adding.form.trouble
    assert len(images.kept) == 1
    images.press("Return")
    assert len(images.kept) == 2


def test_papers_without_an_image_come_first_and_identity_papers_are_not_offered(images: Images) -> None:
    added(images.desk, images.dossier, images.file(pdf()), DECLARATION)
    images.press("F5", "F6")
    box = images.page.adding.form.box
    names = [box.itemText(place) for place in range(box.count())]
    assert names[0] == BIRTH
    assert names[-1] == DECLARATION
    assert not any("tùy thân" in name for name in names)


def test_a_picture_opens_in_the_window_and_nothing_of_it_touches_the_disk(images: Images) -> None:
    added(images.desk, images.dossier, images.picture())
    before = images.on_disk()
    images.press("F5", "Return")
    assert images.page.is_viewing
    assert images.page.viewer.has_picture
    assert images.on_disk() == before
    lines = access_about(images.desk.accounts, by=images.desk.admin, abouts=[about_dossier(images.dossier)])
    assert [line.reason for line in lines] == [f"Mở bản chụp: {BIRTH}"]
    images.press("Escape")
    assert not images.page.is_viewing
    assert not images.page.viewer.has_picture
    assert focused() is images.page.table


def test_a_picture_is_enlarged_turned_and_fitted_by_keys(images: Images) -> None:
    added(images.desk, images.dossier, images.picture(width=400, height=800))
    images.press("F5", "Return")
    viewer = images.page.viewer
    assert viewer.shown_width == 400
    images.press("+")
    assert viewer.shown_width == 500
    images.press("0", "R")
    assert viewer.shown_width == 800
    images.press("-")
    assert viewer.shown_width == 640


def test_leaving_the_page_forgets_the_picture(images: Images) -> None:
    added(images.desk, images.dossier, images.picture())
    images.press("F5", "Return")
    page = images.page
    images.press("F4")
    assert not page.viewer.has_picture
    images.open()
    assert not images.page.is_viewing


def test_a_pdf_says_that_it_is_opened_elsewhere(images: Images) -> None:
    added(images.desk, images.dossier, images.file(pdf()))
    images.press("F5", "Return")
    assert not images.page.is_viewing
    assert "F7" in images.seat.said


def test_an_image_is_saved_out_with_a_warning(images: Images) -> None:
    added(images.desk, images.dossier, images.file(pdf()))
    out = images.folder / "ra.pdf"
    images.press("F5", "F7")
    strip = images.page.moves.out
    assert "không còn được bảo vệ" in strip.title.text()
    assert strip.text("file").endswith(f"{BIRTH}.pdf")
    images.press("Ctrl+A")
    images.seat.hands.type(str(out))
    images.press("Return")
    assert out.read_bytes() == pdf()
    assert "không được mã hóa" in images.seat.said


def test_a_place_that_is_taken_is_told_and_the_strip_stays(images: Images) -> None:
    added(images.desk, images.dossier, images.file(pdf()))
    images.press("F5", "F7", "Ctrl+A")
    images.seat.hands.type(str(images.folder / "scan.pdf"))
    images.press("Return")
    assert "Đã có tệp" in images.seat.said
    assert images.page.moves.out.do_button.isEnabled()


def test_an_image_is_removed_with_a_reason_only_and_its_line_stays(images: Images) -> None:
    added(images.desk, images.dossier, images.file(pdf()))
    images.press("F5", "F8", "Return")
    assert "Lý do gỡ" in images.page.moves.removal.fields["reason"].trouble
    images.seat.hands.type("Chụp nhầm tờ")
    images.press("Return")
    assert files_here(images.desk) == []
    (row,) = images.page.table.rows
    assert (row.ended, row.may_open) == (True, False)
    assert "Chụp nhầm tờ" in row.place
    assert not images.page.remove_button.isEnabled()


def test_a_damaged_image_is_told_and_not_shown(images: Images) -> None:
    added(images.desk, images.dossier, images.picture())
    sealed = images.desk.home.attachments / files_here(images.desk)[0]
    sealed.write_bytes(sealed.read_bytes()[:-3])
    images.press("F5", "Return")
    assert not images.page.is_viewing
    assert "bản chụp" in images.seat.said.lower()


def test_a_leader_looks_and_adds_nothing(desk: RehearsalDesk, tmp_path: Path) -> None:
    officer = desk.accounts_by_role["officer"]
    dossier = register(desk.dossiers, by=officer, form=form(), command_id=desk.journal.new_id()).subject
    file = tmp_path / "scan.pdf"
    file.write_bytes(pdf())
    added(desk, dossier, file)
    with Seat(desk) as seat:
        seat.sign_in("leader")
        seat.workspace.go("attachments", dossier)
        seat.settle()
        page = seat.front(AttachmentsPage)
        assert page.out_button.isEnabled()
        for made, key in ((page.add_button, "F6"), (page.remove_button, "F8")):
            assert not made.isEnabled()
            seat.hands.press(key)
            seat.settle()
        assert not page.adding.form.isVisible()
        assert not page.moves.removal.isVisible()


def test_at_twice_the_text_size_nothing_needs_a_wider_window(images: Images) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress(application, 200)
    page = AttachmentsPage(images.page.context)
    page.arrive(images.dossier)
    images.seat.settle()
    assert page.seen is not None
    page.adding.open(page.seen, "")
    assert page.minimumSizeHint().width() <= 1366 - 100
    page.deleteLater()
