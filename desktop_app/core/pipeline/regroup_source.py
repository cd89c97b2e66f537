"""The transcript in which other speakers are looked for."""

from desktop_app.core.pipeline.edits import Regroup, is_of_speakers
from desktop_app.core.transcript.edits import History
from desktop_app.core.transcript.values import Transcript


def regroup_source(original: Transcript, transcript: Transcript, history: History) -> Transcript:
    """What a machine made, while nobody has touched a word or a turn: going back gives exactly what there was then.

    Else what a person has made of it, without the clusterings that were tried since. original: what a machine made
    last; history: the edits that led to the transcript.
    """
    if all(map(is_of_speakers, history.done)):
        return original
    for edit in reversed(history.done):
        if not isinstance(edit, Regroup):
            break
        transcript = edit.revert(transcript)
    return transcript
