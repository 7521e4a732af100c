"""Invented procedures for the tests, and the strategies that make any procedure that may be published."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from desk_app.catalogue.fees import Fee, Fixed, Free, NotStated, PerPage
from desk_app.catalogue.procedure import PaperAsked, Procedure
from desk_app.catalogue.steps import Step
from desk_app.kernel.texts import lowered, one_line

_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ áàảãạằẵặốộờựịẹ0123456789-–=+@#/.,;:()«»'\"_"


def step(id_: str = "giai-quyet", half_days: int | None = 6, *after: str, **other: Any) -> Step:
    """Return a step of an invented agency."""
    values = {"agency": "UBND xã Mẫu", "name": f"Bước {id_}"} | other
    return Step(id=id_, half_days=half_days, after=after, **values)


def procedure(**values: Any) -> Procedure:
    """Return an ordinary procedure of three working days, with ``values`` in place of its own."""
    own: dict[str, Any] = {
        "code": "1.000001",
        "name": "Đăng ký mẫu",
        "field": "Hộ tịch",
        "valid_from": date(2026, 1, 1),
        "steps": (step(),),
    }
    return Procedure(**(own | values))


PAPERS = (PaperAsked(name="Tờ khai", originals=1), PaperAsked(name="Giấy chứng sinh", originals=1))
SAMPLE = (
    procedure(papers=PAPERS, fee=Fixed(amount=8_000, per="copy")),
    procedure(code="1.000002", papers=PAPERS, steps=(step("a", 3), step("b", 3, "a"))),
)


def texts(longest: int = 30, *, shortest: int = 0) -> st.SearchStrategy[str]:
    """Return lines as people type them, signs that spreadsheets take for formulas or lists included."""
    return (
        st.text(_LETTERS, min_size=shortest, max_size=longest).map(one_line).filter(lambda text: len(text) >= shortest)
    )


_FEES: st.SearchStrategy[Fee] = st.one_of(
    st.just(NotStated()),
    st.builds(Free, condition=texts()),
    st.builds(Fixed, amount=st.integers(1, 10**9), per=st.sampled_from(("dossier", "copy"))),
    st.builds(
        PerPage,
        amount=st.integers(1000, 5000),
        reduced_amount=st.integers(1, 1000),
        reduced_from_page=st.integers(2, 99),
        at_most=st.integers(5000, 10**6),
    ),
)

_PAPERS = st.lists(
    st.builds(
        PaperAsked,
        name=texts(60, shortest=1),
        originals=st.integers(0, 9),
        copies=st.integers(0, 9),
        required=st.booleans(),
        note=texts(),
        condition=texts(),
        keep_image=st.booleans(),
    ),
    max_size=4,
    unique_by=lambda paper: lowered(paper.name),
).map(tuple)


@st.composite
def chains(draw: st.DrawFn, *, stated: bool = True) -> tuple[Step, ...]:
    """Return steps that wait only for earlier ones, in a drawn order of rows."""
    steps: list[Step] = []
    for place in range(draw(st.integers(1, 4))):
        after = tuple(draw(st.lists(st.sampled_from(steps), max_size=2, unique=True))) if steps else ()
        term = st.integers(0, 60) if stated else st.none()
        waited = tuple(each.id for each in after)
        steps.append(step(f"b{place}", draw(term), *waited, hands_over=draw(texts()), condition=draw(texts())))
    return tuple(draw(st.permutations(steps)))


@st.composite
def procedures(draw: st.DrawFn) -> Procedure:
    """Return any procedure that may be published."""
    valid_from = draw(st.dates(date(1990, 1, 1), date(2099, 1, 1)))
    return procedure(
        code=draw(st.from_regex(r"[0-9]\.[0-9]{6}", fullmatch=True).filter(str.isascii)),
        name=draw(texts(80, shortest=1)),
        field=draw(texts(shortest=1)),
        short=draw(texts(10)),
        version=draw(texts()),
        valid_from=valid_from,
        valid_to=draw(st.none() | st.dates(valid_from, date(2100, 1, 1))),
        legal_basis=draw(texts()),
        note=draw(texts()),
        papers=draw(_PAPERS),
        fee=draw(_FEES),
        forms=tuple(draw(st.lists(texts(shortest=1), max_size=3, unique=True))),
        keep_images_months=draw(st.none() | st.integers(0, 1_200)),
        **draw(_terms()),
    )


@st.composite
def _terms(draw: st.DrawFn) -> dict[str, Any]:
    """Return the fields that must fit each other: steps, term, extension, register."""
    kind = draw(st.sampled_from(("stated", "not stated", "hours")))
    steps = draw(chains(stated=kind == "stated")) if kind != "hours" else (step(half_days=None),)
    extension = draw(st.integers(0, 30)) if kind == "stated" else 0
    signs = draw(st.booleans())
    return {
        "steps": steps,
        "hours": draw(st.integers(1, 200)) if kind == "hours" else None,
        "cutoff_rule": draw(st.sampled_from(("usual", "on", "off"))),
        "extension_half_days": extension,
        "extension_condition": draw(texts(shortest=1)) if extension else "",
        "signs_register": signs,
        "register_step": draw(st.sampled_from(("", steps[0].id))) if signs else "",
        "register_reason": draw(texts()) if signs else "",
    }
