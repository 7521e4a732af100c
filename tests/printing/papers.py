"""Papers of any content, for properties."""

from typing import cast

from hypothesis import strategies as st

from desk_app.printing import blocks
from desk_app.printing.blocks import Block, Paper

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỹỵ ẦẤẬỆỘƯĐ0123456789.,;:()-–/ \n\u00a0"
words = st.text(LETTERS, max_size=60) | st.text("ƯWMỘẬ", min_size=1, max_size=90)
only = st.sampled_from(["", "page", "slip"])
sizes = st.sampled_from(["small", "normal", "large", "huge"])
aligns = st.sampled_from(["left", "center", "right", "justify"])
payloads = st.text(LETTERS, min_size=1, max_size=80)
columns = st.lists(
    st.builds(blocks.Column, title=words, width=st.integers(1, 12), align=st.sampled_from(["left", "center", "right"])),
    min_size=1,
    max_size=4,
).map(tuple)
tables = columns.flatmap(
    lambda chosen: st.builds(
        blocks.Table,
        columns=st.just(chosen),
        rows=st.lists(st.lists(words, max_size=len(chosen)).map(tuple), max_size=3).map(tuple),
    )
)
signers = st.builds(blocks.Signer, role=words, hint=words, name=words)
recipients = st.builds(blocks.Recipients, places=st.lists(words, max_size=3).map(tuple))
simple = st.one_of(
    st.builds(blocks.Letterhead, agency=words, parent=words, number=words, place_and_date=words, only=only),
    st.builds(blocks.Title, text=words, subtitle=words),
    st.builds(blocks.Text, text=words, size=sizes, bold=st.booleans(), italic=st.booleans(), align=aligns, only=only),
    st.builds(blocks.Field, label=words, value=words, bold=st.booleans(), only=only),
    tables,
    st.builds(blocks.CheckItem, text=words, checked=st.booleans()),
    st.builds(blocks.QrCode, payload=payloads, caption=words, note=words),
    st.builds(blocks.Highlight, label=words, value=words, note=words),
    st.builds(blocks.Signatures, left=st.none() | signers | recipients, right=st.none() | signers),
    st.builds(blocks.Rule, dashed=st.booleans()),
    st.builds(blocks.Space, size=sizes),
)
block = simple | st.builds(blocks.KeepTogether, blocks=st.lists(simple, max_size=3).map(tuple))


def papers(*, most_blocks: int = 6) -> st.SearchStrategy[Paper]:
    """Return papers of up to ``most_blocks`` blocks of every kind, empty and overlong texts among them."""
    some = st.lists(block, max_size=most_blocks).map(lambda chosen: cast(tuple[Block, ...], tuple(chosen)))
    copies = st.lists(st.sampled_from(["Liên 1: Lưu", "Liên 2: Giao khách hàng"]), max_size=2, unique=True).map(tuple)
    return st.builds(
        Paper,
        kind=st.just("sample"),
        code=words,
        title=words,
        blocks=some,
        page=st.sampled_from(["A5", "A4"]),
        copies=copies,
        mark=st.sampled_from(["", "BẢN SAO lần 2"]),
    )
