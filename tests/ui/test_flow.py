from PySide6.QtWidgets import QApplication, QPushButton

from ui.widgets.flow import Flow


def test_what_does_not_fit_on_one_line_goes_on_in_the_next_and_nothing_is_cut(qapp: QApplication) -> None:
    buttons = [QPushButton(f"Nút số {number}") for number in range(4)]
    flow = Flow((*buttons[:3], None, buttons[3]))
    flow.show()
    for width, lines in ((900, 1), (sum(each.sizeHint().width() for each in buttons[:3]) + 30, 2)):
        flow.resize(width, 200)
        qapp.processEvents()
        assert len({each.y() for each in buttons}) == lines
        assert all(each.width() >= each.sizeHint().width() for each in buttons)
    buttons[1].hide()
    flow.resize(900, 200)
    qapp.processEvents()
    assert len({each.y() for each in buttons if each.isVisible()}) == 1
    flow.close()
