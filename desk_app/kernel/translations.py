"""The words of the window in the language a person chose: Vietnamese is the source, other languages are translations."""

import gettext

from desk_app.kernel.paths import resource

SOURCE = "vi"
LANGUAGES = (SOURCE, "en")

_chosen: gettext.NullTranslations = gettext.NullTranslations()


def choose(language: str) -> None:
    """Let ``_`` answer in ``language`` from now on; words made before keep theirs, so choose before windows are made.

    A language that this program does not speak is Vietnamese.
    """
    global _chosen
    _chosen = gettext.NullTranslations() if language == SOURCE or language not in LANGUAGES else _translations(language)


def _(words: str) -> str:
    """Return ``words`` in the chosen language, or as they are where nobody translated them."""
    return _chosen.gettext(words)


def _translations(language: str) -> gettext.NullTranslations:
    with resource("translations", f"{language}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)
