"""What somebody lacks, out of the words of a cell or the crosses of several columns."""

import re

from desk_app.kernel.texts import folded
from desk_app.mobile_sessions.excel.cells import Cell, Repairs, text_of
from desk_app.mobile_sessions.lists import OTHER, paper_named

_APART = re.compile(r"[,;/+&\n]|\s-\s|\bvà\b", re.IGNORECASE)
_WITHOUT = re.compile(
    r"^(?:chưa có|chưa làm|chưa đăng ký|chưa|không có|thiếu|mất|cần làm|làm lại|hết hạn)\s+", re.IGNORECASE
)
_NO = frozenset({"", "0", "k", "khong", "co", "co roi", "da co", "da lam", "du"})
"""What says in a paper's own column that it is there; a dash is nothing at all."""


def lacks_in_words(cell: Cell, repairs: Repairs) -> tuple[tuple[str, ...], str]:
    """Return the keys of the papers that a cell names, and the words of those that no list knows."""
    keys, others = [], []
    for part in _APART.split(str(cell).replace("_x000D_", "\n") if cell is not None else ""):
        words = _WITHOUT.sub("", text_of(part).strip(" .*-")).strip()
        if not words:
            continue
        paper = paper_named(words)
        if paper is None or paper.key == OTHER:
            others.append(words)
        elif paper.key not in keys:
            keys.append(paper.key)
    if others:
        repairs.append(f"giấy tờ ngoài danh mục, ghi là giấy tờ khác: {', '.join(others)}")
        keys.append(OTHER)
    return tuple(keys), ", ".join(others)


def is_crossed(cell: Cell) -> bool:
    """Tell whether a cell in a paper's own column says that the paper lacks: a cross, a 1, «thiếu», «chưa»."""
    return folded(text_of(cell)) not in _NO
