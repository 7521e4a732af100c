"""``desk sync keys``: this desk's own keys."""

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.kernel.records import Record
from desk_app.sync.enrolment import own_request
from desk_app.sync.keys import own_keys, rotate_keys

family = Group(
    "keys",
    help="Khóa của máy này.",
    members={"show": "desk_app.cli.sync_keys:show_keys", "rotate": "desk_app.cli.sync_keys:rotate"},
)


class KeysShown(Record):
    """The public halves; ``allowed_signers`` is a line for ``ssh-keygen -Y verify -f``."""

    desk: str
    generation: int
    sign: str
    seal: str
    fingerprint: str
    allowed_signers: str


@command("show", "Xem nửa công khai của khóa.")
@asks
def show_keys(asked: Asked) -> None:
    """Show this desk's public keys."""
    with acting(asked) as act:
        shown = keys_shown(act)
    answer(asked, shown, keys_words(shown))


@command("rotate", "Đổi khóa; khóa cũ ký cho khóa mới, gói đang trên đường vẫn mở được.")
@asks
def rotate(asked: Asked) -> None:
    """Take new keys."""
    with acting(asked) as act:
        rotate_keys(act.desk.sync, by=act.by, command_id=act.new_id())
        shown = keys_shown(act)
    answer(asked, shown, f"Đã đổi khóa.\n{keys_words(shown)}")


def keys_shown(act: Acting) -> KeysShown:
    """Return the public halves of this desk's present keys."""
    room = act.desk.sync
    asking, keys = own_request(room, by=act.by), own_keys(room, by=act.by)
    return KeysShown(
        desk=asking.desk,
        generation=keys.generation,
        sign=keys.public.sign,
        seal=keys.public.seal,
        fingerprint=asking.fingerprint,
        allowed_signers=f"{asking.desk} {keys.public.sign}",
    )


def keys_words(of: KeysShown) -> str:
    """Return the public halves as people read them."""
    return f"Máy {of.desk}, khóa đời {of.generation}\nNhận diện: {of.fingerprint}\n{of.sign}\n{of.seal}"
