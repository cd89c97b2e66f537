"""An engine that says what its script says of every file, and corpora whose truth it may know."""

from collections.abc import Mapping
from pathlib import Path

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.evaluation.values import Outcome, SpokenSpan, SpokenText
from desktop_app.core.pipeline.stages import JobListener, Stage
from desktop_app.core.transcript.values import Speaker, Turn

STAGE_S = {"decoding": 1.0, "segmentation": 2.0, "embedding": 2.0, "transcription": 5.0}


def spans(*spoken: tuple[str, float, float]) -> tuple[SpokenSpan, ...]:
    """Speaker, start and end in seconds of every span."""
    return tuple(SpokenSpan(speaker, round(a * 1000), round(b * 1000)) for speaker, a, b in spoken)


def texts(*spoken: tuple[str | None, float, str]) -> tuple[SpokenText, ...]:
    """Speaker, start in seconds and words of every text."""
    return tuple(SpokenText(text, round(a * 1000), speaker) for speaker, a, text in spoken)


def outcome(
    *spoken: tuple[str, float, float], words: tuple[SpokenText, ...] | None = None, duration_s: float = 10.0
) -> Outcome:
    """What an engine says after ten seconds of work."""
    return Outcome(spans(*spoken), words, duration_s, STAGE_S)


class ScriptedSystem:
    """Knows files by their stem; one that is not in the script cannot be read."""

    def __init__(self, script: Mapping[str, Outcome]) -> None:
        self._script = script

    def run(self, path: Path, listener: JobListener) -> Outcome:
        listener.progress(Stage.DECODING, 0.5)
        if path.stem not in self._script:
            raise AudioError(path, "it is not in the script")
        return self._script[path.stem]


class Notes:
    """Keeps what an evaluation's listener is told."""

    def __init__(self) -> None:
        self.begun: list[tuple[str, str, int, int]] = []
        self.told: list[Stage] = []
        self.failures: list[str] = []

    def begin(self, engine: str, recording: Path, *, number: int, of: int) -> None:
        self.begun.append((engine, recording.name, number, of))

    def progress(self, stage: Stage, fraction: float) -> None:
        self.told.append(stage)

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None: ...

    def failed(self, message: str) -> None:
        self.failures.append(message)


def add_recording(folder: Path, stem: str, rttm: str, **words: str) -> Path:
    """An empty sound file with its truth: lines of RTTM, and `stm` or `txt` if given."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{stem}.wav"
    path.touch()
    path.with_suffix(".rttm").write_text(rttm, encoding="utf-8")
    for ending, text in words.items():
        path.with_suffix(f".{ending}").write_text(text, encoding="utf-8")
    return path


def rttm_line(speaker: str, start_s: float, end_s: float) -> str:
    """A SPEAKER line."""
    return f"SPEAKER talk 1 {start_s:.3f} {end_s - start_s:.3f} <NA> <NA> {speaker} <NA> <NA>\n"
