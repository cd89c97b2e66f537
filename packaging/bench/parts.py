"""The list of parts, in the order of the page. To add one: a module beside this one, and a line here."""

from collections.abc import Mapping

from bench import (
    captions,
    channels,
    clustering,
    correction,
    doubt,
    editing,
    hours,
    known_voices,
    library,
    live_labels,
    nobody,
    parakeet,
    player,
    recorder,
    serving,
    sources,
    speakers,
    stages,
    waveform,
    window,
    word_times,
    words,
)
from bench.measurement import Part

PARTS: Mapping[str, Part] = {
    "speakers": speakers,
    "channels": channels,
    "sources": sources,
    "serving": serving,
    "stages": stages,
    "hours": hours,
    "clustering": clustering,
    "captions": captions,
    "live": live_labels,
    "recorder": recorder,
    "player": player,
    "known-voices": known_voices,
    "words": words,
    "times": word_times,
    "parakeet": parakeet,
    "nobody": nobody,
    "doubt": doubt,
    "library": library,
    "window": window,
    "waveform": waveform,
    "editing": editing,
    "correction": correction,
}
