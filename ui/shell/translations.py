"""Vietnamese words for the few texts that Qt itself shows: the menus of text fields and the standard buttons."""

from PySide6.QtCore import QObject, QTranslator

_WORDS = {
    "&Undo": "Hoàn tác",
    "&Redo": "Làm lại",
    "Cu&t": "Cắt",
    "&Copy": "Sao chép",
    "&Paste": "Dán",
    "Delete": "Xóa",
    "Clear": "Xóa",
    "Select All": "Chọn tất cả",
    "&Step up": "Tăng",
    "Step &down": "Giảm",
    "OK": "Đồng ý",
    "&OK": "Đồng ý",
    "Cancel": "Bỏ",
    "&Yes": "Có",
    "&No": "Không",
    "Close": "Đóng",
    "Open": "Mở",
    "Scroll here": "Cuộn đến đây",
}


class VietnameseWords(QTranslator):
    """Answers Qt's own English with Vietnamese; what it does not know stays as it is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        """Say that there is something to look up."""
        return False

    def translate(
        self, context: bytes | str, source: bytes | str, disambiguation: bytes | str | None = None, n: int = -1
    ) -> str:
        """Return the Vietnamese word for one of Qt's texts; an unknown text stays as it is."""
        text = source.decode() if isinstance(source, bytes) else source
        return _WORDS.get(text, text)
