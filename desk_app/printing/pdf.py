"""Papers as A5 and A4 PDF: embedded fonts, text that can be searched and copied, the same bytes for the same paper."""

from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from desk_app.kernel.records import changed
from desk_app.printing import pdf_parts
from desk_app.printing.blocks import Paper, Title, blocks_on
from desk_app.printing.page_ink import Ink, InkCanvas
from desk_app.printing.pdf_alone import alone
from desk_app.printing.pdf_look import LOOKS, Look, font_name, register_fonts
from desk_app.printing.pdf_text import checked

_PRODUCT = "Một cửa"
# The last one brings the body on A5 to the 13 points of A4, reduced as the page is.
_TIGHTENED = (1, 0.95, 0.9, 0.87)


@alone
def paper_pdf(paper: Paper) -> bytes:
    """Return ``paper`` as PDF, all its copies (liên) one after the other, each beginning on a page of its own.

    Raise ``InvalidInput`` when a character cannot be printed. Equal papers give equal bytes.
    """
    register_fonts()
    return _built(paper, _fitting(paper, LOOKS[paper.page]))[0]


@alone
def paper_ink(paper: Paper) -> tuple[tuple[Ink, ...], ...]:
    """Return what stands on each page of ``paper``: the very pages of ``paper_pdf``, for showing them."""
    register_fonts()
    look = _fitting(paper, LOOKS[paper.page])
    made: list[InkCanvas] = []

    def canvas(*given: Any, **named: Any) -> InkCanvas:
        made.append(InkCanvas(*given, **named))
        return made[-1]

    _Document(BytesIO(), paper, look).build(_story(paper, look), canvasmaker=canvas)
    return tuple(page for each in made for page in each.pages)


class _Document(BaseDocTemplate):
    """Counts pages anew for each copy; the number stands top centre from the second page on (Nghị định 30/2020)."""

    def __init__(self, out: BytesIO, paper: Paper, look: Look) -> None:
        super().__init__(
            out,
            pagesize=look.page,
            title=paper.title,
            subject=paper.code,
            author=_PRODUCT,
            creator=_PRODUCT,
            invariant=1,
            lang="vi-VN",
            pageCompression=1,
            initialFontName=font_name(),
        )
        self._paper = paper
        self._look = look
        self._copy_starts = 1
        self.addPageTemplates(
            [
                PageTemplate("first", [_frame(look)], onPage=self._first_page, autoNextPageTemplate="later"),
                PageTemplate("later", [_frame(look)], onPage=self._later_page),
            ]
        )

    def _first_page(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        self._copy_starts = canvas.getPageNumber()
        self._mark(canvas)

    def _later_page(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        look = self._look
        height = look.page[1] - look.top * 0.72
        canvas.setFont(font_name(), look.body)
        canvas.drawCentredString(look.page[0] / 2, height, str(canvas.getPageNumber() - self._copy_starts + 1))
        canvas.setFont(font_name(italic=True), look.small)
        canvas.drawRightString(look.page[0] - look.right, height, checked(self._paper.code))
        self._mark(canvas)

    def _mark(self, canvas: Canvas) -> None:
        """Write ``BẢN SAO …`` into the top left corner, above the text, on every page."""
        if not self._paper.mark:
            return
        look = self._look
        text = checked(self._paper.mark)
        height = look.page[1] - look.top * 0.72
        canvas.setFont(font_name(bold=True), look.small)
        width = canvas.stringWidth(text, font_name(bold=True), look.small)
        canvas.drawString(look.left + 4, height, text)
        canvas.rect(look.left, height - 3.5, width + 8, look.small + 4, stroke=1, fill=0)


def _frame(look: Look) -> Frame:
    height = look.page[1] - look.top - look.bottom
    return Frame(look.left, look.bottom, look.width, height, 0, 0, 0, 0)


def _fitting(paper: Paper, look: Look) -> Look:
    """Return the roomiest look that puts a copy on one page; the plain look when even the tightest needs two."""
    one_copy = changed(paper, copies=paper.copies[:1])
    tried = (look.tightened(by) for by in _TIGHTENED)
    return next((tight for tight in tried if _built(one_copy, tight)[1] == 1), look)


def _built(paper: Paper, look: Look) -> tuple[bytes, int]:
    """Return the PDF and how many pages it has."""
    out = BytesIO()
    document = _Document(out, paper, look)
    document.build(_story(paper, look))
    return out.getvalue(), document.page


def _story(paper: Paper, look: Look) -> list[Flowable]:
    story: list[Flowable] = []
    for copy in paper.copies or ("",):
        if story:
            story += [NextPageTemplate("first"), PageBreak()]
        story += _copy(paper, look, copy)
    return story


def _copy(paper: Paper, look: Look, copy: str) -> list[Flowable]:
    titled = any(isinstance(block, Title) for block in paper.blocks)
    flowables = pdf_parts.copy_name(look, copy) if copy and not titled else []
    for block in blocks_on("page", paper.blocks):
        flowables += pdf_parts.drawn(look, block)
        if copy and isinstance(block, Title):
            flowables += pdf_parts.copy_name(look, copy)
    return flowables
