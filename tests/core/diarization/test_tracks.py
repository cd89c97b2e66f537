import numpy as np

from desktop_app.core.diarization.segmentation import LOCAL_SPEAKERS, WINDOW_FRAMES, Windows
from desktop_app.core.diarization.tracks import follow, speaker_counts, stitch

HOP_FRAMES = 148


def heard(windows: int, *spoken: tuple[int, int], columns: list[list[int]] | None = None) -> Windows:
    """Windows over speech on the common grid, one (start, end) in frames for each speaker; columns: for each window,
    the column of each speaker."""
    starts = np.arange(windows) * HOP_FRAMES
    grid = np.zeros((windows * HOP_FRAMES + WINDOW_FRAMES, LOCAL_SPEAKERS), np.bool_)
    for speaker, (start, end) in enumerate(spoken):
        grid[start:end, speaker] = True
    result = np.zeros((windows, WINDOW_FRAMES, LOCAL_SPEAKERS), np.bool_)
    for index in range(windows):
        order = columns[index] if columns else list(range(LOCAL_SPEAKERS))
        result[index][:, order] = grid[starts[index] : starts[index] + WINDOW_FRAMES]
    return Windows(result, starts)


def test_a_speaker_keeps_its_track_though_windows_permute_their_columns() -> None:
    columns = [[0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]]
    numbers = stitch(heard(4, (0, 800), (420, 1030), columns=columns))
    first, second = (
        [int(row[order[speaker]]) for row, order in zip(numbers, columns, strict=True)] for speaker in (0, 1)
    )
    assert len(set(first)) == len(set(second)) == 1
    assert first[0] != second[0]


def test_a_new_voice_opens_a_track() -> None:
    numbers = stitch(heard(3, (0, 885), (640, 885)))
    assert [row.tolist() for row in numbers] == [[0, -1, -1], [0, 1, -1], [0, 1, -1]]


def test_a_voice_that_comes_back_in_the_same_column_much_later_opens_a_track() -> None:
    activations = heard(8, (0, 300))
    activations.active[7, 100:300, 0] = True
    numbers = stitch(activations)
    assert numbers[7][0] not in {-1, numbers[0][0]}


def test_a_few_shared_frames_do_not_make_one_voice_of_two() -> None:
    activations = heard(2)
    activations.active[0, :153, 0] = True
    activations.active[1, :200, 0] = True
    assert [row[0] for row in stitch(activations)] == [0, 1]
    activations.active[0, :154, 0] = True
    assert [row[0] for row in stitch(activations)] == [0, 0]


def test_no_windows_have_no_tracks_and_no_speakers() -> None:
    none = heard(0)
    assert stitch(none) == []
    assert follow(none) == []
    assert len(speaker_counts(none)) == 0


def test_those_who_speak_are_counted_in_every_frame() -> None:
    counts = speaker_counts(heard(4, (100, 800), (500, 900)))
    expected = np.zeros(3 * HOP_FRAMES + WINDOW_FRAMES, np.int64)
    expected[100:800] += 1
    expected[500:900] += 1
    assert np.array_equal(counts, expected)


def test_a_voice_that_only_some_of_the_windows_hear_does_not_count() -> None:
    activations = heard(4, (450, 580))
    assert speaker_counts(activations)[500] == 1
    activations.active[0] = False
    assert speaker_counts(activations)[500] == 0


def test_followed_tracks_hold_the_speech_that_was_there() -> None:
    columns = [[0, 1, 2], [2, 0, 1], [1, 2, 0], [0, 2, 1]]
    tracks = follow(heard(4, (50, 700), (400, 1000), columns=columns))
    spans = [np.flatnonzero(track.active)[[0, -1]] + track.start for track in tracks]
    assert [span.tolist() for span in spans] == [[50, 699], [400, 999]]
    assert [int(track.active.sum()) for track in tracks] == [650, 600]


def test_a_frame_goes_to_the_track_that_most_windows_agree_on() -> None:
    activations = heard(4, (0, 1000))
    activations.active[3, :130, 1] = True
    tracks = follow(activations)
    assert len(tracks) == 1
    assert tracks[0].active.sum() == 1000
