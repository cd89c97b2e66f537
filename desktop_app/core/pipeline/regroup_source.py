"""The transcript in which other speakers are looked for."""

from desktop_app.core.pipeline.edits import FullPass, Regroup
from desktop_app.core.transcript.edits import History, MergeSpeakers, RenameSpeaker
from desktop_app.core.transcript.values import Transcript

_OF_SPEAKERS = (RenameSpeaker, MergeSpeakers, Regroup, FullPass)


def regroup_source(original: Transcript, transcript: Transcript, history: History) -> Transcript:
    """What a machine made, while nobody has touched a word or a turn: going back gives exactly what there was then.

    Else what a person has made of it, without the clusterings that were tried since. original: what a machine made
    last; history: the edits that led to the transcript.
    """
    if all(isinstance(edit, _OF_SPEAKERS) for edit in history.done):
        return original
    for edit in reversed(history.done):
        if not isinstance(edit, Regroup):
            break
        transcript = edit.revert(transcript)
    return transcript
