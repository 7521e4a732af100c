"""An official document as PDF: page numbers top centre, annexes on pages and numbers of their own."""

from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate

from desk_app.printing.official import look
from desk_app.printing.official.document import Document
from desk_app.printing.official.pdf_body import body_flowables, ending
from desk_app.printing.official.pdf_head import annex_title, head, opening
from desk_app.printing.pdf_alone import alone
from desk_app.printing.pdf_look import font_name, register_fonts

_PRODUCT = "Một cửa"


@alone
def drawn_pdf(document: Document) -> bytes:
    """Return the document as PDF; equal documents give equal bytes. Raise ``InvalidInput`` for what cannot be printed."""
    register_fonts()
    out = BytesIO()
    _Pages(out, document).build(_story(document))
    return out.getvalue()


class _Pages(BaseDocTemplate):
    """Counts pages anew from each template called ``first…``; the first page of a run bears no number."""

    def __init__(self, out: BytesIO, document: Document) -> None:
        super().__init__(
            out,
            title=document.name,
            subject=document.code,
            author=document.head.agency,
            creator=_PRODUCT,
            invariant=1,
            lang="vi-VN",
            pageCompression=1,
            initialFontName=font_name(),
        )
        self._document = document
        self._begins = 1
        for name, across in (("upright", False), ("across", True)):
            later = self._template(f"later-{name}", across, self._later_page)
            first = self._template(f"first-{name}", across, self._first_page, autoNextPageTemplate=later.id)
            self.addPageTemplates([first, later])

    def _template(self, name: str, across: bool, on_page: Any, **more: Any) -> PageTemplate:
        margins, size = self._document.margins, look.page_size(across)
        height = size[1] - (margins.top + margins.bottom) * mm
        width = look.text_width(margins, across)
        frame = Frame(margins.left * mm, margins.bottom * mm, width, height, 0, 0, 0, 0)
        return PageTemplate(name, [frame], onPage=on_page, pagesize=size, **more)

    def _first_page(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        self._begins = canvas.getPageNumber()

    def _later_page(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        margins, size = self._document.margins, self.pageTemplate.pagesize
        middle = (margins.left * mm + size[0] - margins.right * mm) / 2
        canvas.setFont(font_name(), look.PAGE_NUMBER)
        number = str(canvas.getPageNumber() - self._begins + 1)
        canvas.drawCentredString(middle, size[1] - margins.top * mm * 0.62, number)


def _story(document: Document) -> list[Flowable]:
    width = look.text_width(document.margins, across=False)
    story: list[Flowable] = [*head(document.head, width), *opening(document, width)]
    body = body_flowables(document.body, width)
    story += ending(body, document, width)
    for annex in document.annexes:
        name = "first-across" if annex.across else "first-upright"
        own = look.text_width(document.margins, annex.across)
        story += [NextPageTemplate(name), PageBreak(), *annex_title(annex, own)]
        story += [flowable for part in body_flowables(annex.body, own) for flowable in part]
    return story
