"""Where the cells of a table stand, once merged cells have taken their room."""

from dataclasses import dataclass, replace

from desk_app.kernel.errors import InvalidInput
from desk_app.printing.official.document import Align, Cell, Row, Table

_DEEPEST = 12


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A cell in its place; rows count from the first head row."""

    row: int
    column: int
    across: int
    down: int
    text: str
    bold: bool
    align: Align


def head_rows(table: Table) -> tuple[Row, ...]:
    """Return the rows that every page repeats."""
    return table.heads or (tuple(column.title for column in table.columns),)


def placed_cells(table: Table) -> tuple[Placed, ...]:
    """Return every cell in its place; raise ``InvalidInput`` when cells overlap or leave the table."""
    heads = head_rows(table)
    taken: set[tuple[int, int]] = set()
    placed: list[Placed] = []
    for row, cells in enumerate((*heads, *table.rows)):
        free = (column for column in range(len(table.columns)) if (row, column) not in taken)
        for cell in cells:
            column = next((each for each in free if (row, each) not in taken), None)
            if column is None:
                raise _crooked(row)
            own = _placed(table, cell if isinstance(cell, Cell) else Cell(text=cell), row, column, row < len(heads))
            placed += _pieces(own)
            taken |= _covered(own, table, len(heads), taken)
    _require_full(taken, len(heads) + len(table.rows), len(table.columns))
    return tuple(placed)


def _pieces(cell: Placed) -> list[Placed]:
    """Return a cell in pieces that a page holds, each with its text: no merged cell can be broken by a page."""
    starts = range(cell.row, cell.row + cell.down, _DEEPEST)
    return [replace(cell, row=row, down=min(_DEEPEST, cell.row + cell.down - row)) for row in starts]


def _placed(table: Table, cell: Cell, row: int, column: int, head: bool) -> Placed:
    own: Align = "center" if head else table.columns[column].align
    return Placed(
        row=row,
        column=column,
        across=cell.across,
        down=cell.down,
        text=cell.text,
        bold=cell.bold or head,
        align=cell.align or own,
    )


def _covered(cell: Placed, table: Table, heads: int, taken: set[tuple[int, int]]) -> set[tuple[int, int]]:
    rows = range(cell.row, cell.row + cell.down)
    columns = range(cell.column, cell.column + cell.across)
    places = {(row, column) for row in rows for column in columns}
    last = heads if cell.row < heads else heads + len(table.rows)
    if places & taken or rows.stop > last or columns.stop > len(table.columns):
        raise _crooked(cell.row)
    return places


def _require_full(taken: set[tuple[int, int]], rows: int, columns: int) -> None:
    gap = next(((row, column) for row in range(rows) for column in range(columns) if (row, column) not in taken), None)
    if gap is not None:
        raise _crooked(gap[0])


def _crooked(row: int) -> InvalidInput:
    return InvalidInput(
        "printing.table", f"Bảng có hàng {row + 1} thừa hoặc thiếu ô.", "Xem lại các ô gộp: mỗi chỗ đúng một ô."
    )
