"""Words for the few texts that Qt itself shows: the menus of text fields and the standard buttons."""

from PySide6.QtCore import QObject, QTranslator

from desk_app.kernel.translations import _


class QtWords(QTranslator):
    """Answers Qt's own English with the words of the chosen language; what it does not know stays as it is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = {
            "&Undo": _("Hoàn tác"),
            "&Redo": _("Làm lại"),
            "Cu&t": _("Cắt"),
            "&Copy": _("Sao chép"),
            "&Paste": _("Dán"),
            "Delete": _("Xóa"),
            "Clear": _("Xóa"),
            "Select All": _("Chọn tất cả"),
            "&Step up": _("Tăng"),
            "Step &down": _("Giảm"),
            "OK": _("Đồng ý"),
            "&OK": _("Đồng ý"),
            "Cancel": _("Bỏ"),
            "&Cancel": _("Bỏ"),
            "&Yes": _("Có"),
            "&No": _("Không"),
            "Close": _("Đóng"),
            "&Close": _("Đóng"),
            "Open": _("Mở"),
            "&Open": _("Mở"),
            "Save": _("Lưu"),
            "&Save": _("Lưu"),
            "Directory": _("Thư mục"),
            "File &name:": _("Tên tệp:"),
            "Files of type:": _("Loại tệp:"),
            "Look in:": _("Trong thư mục:"),
            "Scroll here": _("Cuộn đến đây"),
        }

    def isEmpty(self) -> bool:
        """Say that there is something to look up."""
        return False

    def translate(
        self, context: bytes | str, source: bytes | str, disambiguation: bytes | str | None = None, n: int = -1
    ) -> str:
        """Return the word for one of Qt's texts; an unknown text stays as it is."""
        text = source.decode() if isinstance(source, bytes) else source
        return self._words.get(text, text)
