import pytest
from PySide6.QtCore import QAbstractItemModel
from pytestqt.modeltest import ModelTester

from ui.dossiers.registration.papers_table import PapersModel
from ui.dossiers.registration.typed import TypedPaper
from ui.home.state import Line
from ui.widgets.status_words import StatusWords
from ui.widgets.table import Column, Index, Look, RowsModel, Table

STATUS = StatusWords(words="Đang xử lý", shape="half", colour="#000000")
LINE = Line(id="1", code="261123-1001", name="Đặng", procedure="Khai sinh", where="", due="", status=STATUS)


def check(tester: ModelTester, model: QAbstractItemModel) -> None:
    tester.check(model)  # type: ignore[no-untyped-call]


@pytest.fixture
def rows() -> RowsModel[Line]:
    return RowsModel(
        (
            Column(title="Mã", look=lambda line: Look(words=line.code, bold=True)),
            Column(title="Trạng thái", look=lambda line: Look(words=line.status.words, shape=line.status.shape)),
        )
    )


def test_a_list_of_rows_keeps_the_rules_of_models(rows: RowsModel[Line], qtmodeltester: ModelTester) -> None:
    check(qtmodeltester, rows)
    rows.put((LINE, LINE))
    check(qtmodeltester, rows)
    rows.put(())
    assert rows.rowCount() == 0


def test_a_cell_is_drawn_by_asking_once(rows: RowsModel[Line]) -> None:
    asked: list[tuple[int, int]] = []

    class Counted(RowsModel[Line]):
        def data(self, index: Index, role: int = 0) -> object:
            asked.append((index.row(), role))
            return super().data(index, role)

    counted = Counted(rows.columns)
    table = Table(counted, "Danh sách")
    table.resize(600, 300)
    table.put([LINE] * 5)
    table.show()
    asked.clear()
    picture = table.viewport().grab().toImage()
    assert asked == []
    status = table.visualRect(counted.index(0, 1)).center()
    column = [picture.pixelColor(status.x(), y).name() for y in range(picture.height())]
    assert len(set(column)) > 1


def numbered(*codes: str) -> list[Line]:
    return [Line(**{**vars(LINE), "id": str(place), "code": code}) for place, code in enumerate(codes)]


def test_rows_that_stay_as_they_were_are_not_drawn_anew(rows: RowsModel[Line]) -> None:
    table = Table(rows, "Danh sách")
    table.put(numbered("a", "b", "c", "d"))
    table.selectRow(1)
    told: list[object] = []
    rows.modelReset.connect(lambda: told.append("all"))
    rows.dataChanged.connect(lambda first, last: told.append((first.row(), last.row(), last.column())))
    table.put(numbered("new", "b", "new", "new"), keep=lambda line: line.id)
    assert told == [(0, 0, 1), (2, 3, 1)]
    assert table.current is not None
    assert table.current.code == "b"
    assert [rows.index(place, 0).data() for place in range(4)] == ["new", "b", "new", "new"]


def test_a_changed_row_in_hand_is_told_to_whatever_shows_it(rows: RowsModel[Line]) -> None:
    table = Table(rows, "Danh sách")
    table.put(numbered("a", "b"))
    shown: list[str] = []
    table.selectionModel().currentRowChanged.connect(lambda now, _: shown.append(now.data()))
    table.put(numbered("new", "b"))
    assert shown == ["new"]


def test_the_checklist_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = PapersModel()
    check(qtmodeltester, model)
    model.put((TypedPaper(name="Tờ khai", originals=1), TypedPaper(name="Giấy tờ tùy thân", required=True)))
    check(qtmodeltester, model)
    model.tick(0)
    model.count(1, 2, 3)
    assert [(paper.ticked, paper.copies) for paper in model.papers] == [(True, 0), (True, 3)]


def test_a_line_of_the_checklist_says_what_was_brought() -> None:
    model = PapersModel()
    told: list[object] = []
    model.edited.connect(told.append)
    model.put((TypedPaper(name="Tờ khai", originals=1), TypedPaper(name="Giấy tờ tùy thân", remark="xuất trình")))
    assert [model.index(1, column).data() for column in range(3)] == ["Giấy tờ tùy thân (xuất trình)", "xem", "–"]
    assert told == []
    model.tick(1)
    assert len(told) == 1
