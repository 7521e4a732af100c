"""What stands in an empty list: all of it where there is room, and never one part over the other."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.shell.dress import dress
from ui.widgets.empty import Empty


def shown_in(qapp: QApplication, width: int, height: int) -> list[QRect]:
    """Lay an empty list's words over a list of that size; return where the shown parts stand, from above."""
    around = QWidget()
    empty = Empty("find", "Chưa chọn thủ tục", "Gõ ba chữ của thủ tục; giấy tờ phải hỏi đứng ở đây.", key="F6")
    empty.setParent(around)
    around.show()
    # As a child it is given its size, whatever it would like.
    empty.setGeometry(0, 0, width, height)
    empty.show()
    qapp.processEvents()
    found = [part.geometry() for part in empty.findChildren(QLabel) if part.isVisible()]
    around.close()
    return sorted(found, key=lambda at: at.top())


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("height", [40, 60, 90, 120, 160, 220, 400])
def test_no_part_of_an_empty_list_lies_over_another(qapp: QApplication, percent: int, height: int) -> None:
    dress(qapp, percent)
    shown = shown_in(qapp, 420 * percent // 100, height * percent // 100)
    dress(qapp, 100)
    assert all(above.bottom() < below.top() for above, below in pairwise(shown))


def test_a_low_list_says_its_sentence_and_a_high_one_all_four_parts(qapp: QApplication) -> None:
    assert [len(shown_in(qapp, 420, height)) for height in (50, 300)] == [1, 4]
