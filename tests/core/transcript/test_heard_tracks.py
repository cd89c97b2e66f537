import pytest

from desktop_app.core.transcript.heard_tracks import heard_in_words
from desktop_app.core.transcript.values import AudioSource, HeardTrack

BOTH = (1, 2)


@pytest.mark.parametrize(
    ("tracks", "heard", "words"),
    [
        (None, (), None),
        (1, (HeardTrack(1, BOTH, 2),), None),
        (1, (HeardTrack(1, (2,), 2),), "channel 2 of 2"),
        (1, (HeardTrack(1, (1, 3, 4), 6),), "channels 1, 3 and 4 of 6"),
        (2, (HeardTrack(1, (1,), 1), HeardTrack(2, (1,), 1)), "sound tracks 1 and 2 of 2"),
        (3, (HeardTrack(2, BOTH, 2),), "sound track 2 of 3"),
        (2, (HeardTrack(2, (1,), 2),), "sound track 2 of 2, channel 1 of 2"),
        (
            3,
            (HeardTrack(1, (1,), 2), HeardTrack(3, BOTH, 2)),
            "sound tracks 1 and 3 of 3, channel 1 of 2 of track 1",
        ),
    ],
)
def test_what_was_heard_is_told_where_it_is_not_everything(
    tracks: int | None, heard: tuple[HeardTrack, ...], words: str | None
) -> None:
    assert heard_in_words(AudioSource("/talk.mkv", 1000, tracks=tracks, heard=heard)) == words
