"""Official documents as the bytes of files; what draws them is loaded when the first one is asked for."""

from desk_app.printing.official.chart import Chart
from desk_app.printing.official.document import Document


def document_pdf(document: Document) -> bytes:
    """Return the document as PDF: fonts embedded, text searchable, equal documents giving equal bytes.

    Raise ``InvalidInput`` for a letter that the font lacks, a crooked table, a chart without figures.
    """
    from desk_app.printing.official.pdf_document import drawn_pdf

    return drawn_pdf(document)


def document_word(document: Document) -> bytes:
    """Return the document as a Word file (.docx) to be edited before it is signed. Raises what ``document_pdf`` does."""
    from desk_app.printing.official.word_document import written_word

    return written_word(document)


def chart_png(chart: Chart, *, width: float = 468) -> bytes:
    """Return a chart as a picture, drawn for a width of ``width`` points."""
    from desk_app.printing.official.png_chart import chart_picture

    return chart_picture(chart, width)
