"""A report as CSV: one line for each figure, for other programs."""

import csv
import io

from desk_app.kernel.texts import no_formula
from desk_app.reports.figure import Report, figures_of, spoken

HEAD = ("bang", "dong", "cot", "ten_con_so", "loai", "gia_tri", "tren_tong", "doc_la", "mo")


def report_csv(report: Report) -> bytes:
    """Return the report as UTF-8 with a mark by which Excel knows it; figures as whole numbers, tenths as tenths."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for table, row, column, figure in figures_of(report):
        value = "" if figure.value is None else figure.value
        whole = "" if figure.whole is None else figure.whole
        read_as = spoken(figure, report.rounding)
        writer.writerow(
            (
                table,
                no_formula(row),
                column,
                no_formula(figure.label),
                figure.kind,
                value,
                whole,
                read_as,
                no_formula(figure.opens),
            )
        )
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")
