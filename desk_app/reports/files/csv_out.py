"""A report as CSV: one line for each figure, for other programs."""

import csv
import io

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
            (table, _plain(row), column, _plain(figure.label), figure.kind, value, whole, read_as, _plain(figure.opens))
        )
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _plain(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
