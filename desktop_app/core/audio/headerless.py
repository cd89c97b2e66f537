"""Files of bare samples, known by their endings only: telephone sound is read, the others are refused."""

from pathlib import Path

from desktop_app.core.audio.errors import AudioError
from desktop_app.translation import tr

_MU_LAW = frozenset({".ul", ".ulaw", ".mulaw", ".mu", ".pcmu"})
_A_LAW = frozenset({".al", ".alaw", ".pcma"})
_EITHER_LAW = frozenset({".g711"})
_BARE = frozenset(
    {".pcm", ".raw", ".sw", ".uw", ".sb", ".ub", ".sl", ".s8", ".u8", ".s16", ".u16", ".s24", ".s32", ".f32", ".f64"}
    | {f".{kind}{width}{order}" for kind in "su" for width in (16, 24, 32) for order in ("le", "be")}
    | {f".f{width}{order}" for width in (32, 64) for order in ("le", "be")}
)


def telephone_law(path: Path) -> str | None:
    """The decoder's name for a file of G.711 sound, which is 8 kHz mono; None if its ending says nothing of the kind.

    AudioError for bare samples of which nobody can know the rate, or which law they follow.
    """
    ending = path.suffix.lower()
    if ending in _EITHER_LAW:
        raise AudioError(
            path,
            tr(
                "it has no header, and its ending does not say which law of G.711 its sound follows: rename it to .ul"
                " (mu-law: North America, Japan) or .al (A-law: everywhere else)"
            ),
        )
    if ending in _BARE:
        raise AudioError(
            path,
            tr(
                "it is bare samples without a header, so that nobody can know its rate and number format: turn it into"
                " a WAV file first (in Audacity: File, Import, Raw Data)"
            ),
        )
    return "mulaw" if ending in _MU_LAW else "alaw" if ending in _A_LAW else None
