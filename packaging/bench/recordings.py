"""The recordings that the bench runs on: those of the data folder, and those made from its utterances for one run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from bench.errors import LeftOut
from bench.made_hours import make_hour

MADE_SEEDS = (101, 102)
LONG_SEED = 5
NO_DATA = "Left out: this machine has no recordings with their truth; `DIARIST_EVAL_DATA` names their folder."
NO_MAKER = "Left out: the script that makes conversations, `tools/make_conversations.py` beside the data, is not here."
MAKER_FAILED = "The script that makes conversations failed; the terminal says why."
NO_TELEPHONE = (
    "Left out: pyannote's telephone sample is not here. Get it by `pip download --no-deps pyannote.audio`, unpack the "
    "wheel and set `DIARIST_TELEPHONE` to its folder `pyannote/audio/sample`."
)


class Recordings:
    """Folders of recordings with an .rttm beside each; every method raises LeftOut where there is none.

    Made ones lie in the scratch folder, and are made at the first call.
    """

    def __init__(self, data: Path, scratch: Path) -> None:
        self._data = data
        self._scratch = scratch

    def all(self) -> Path:
        """The folder of all data."""
        return self._of_data("")

    def utterances(self) -> Path:
        """A folder of single utterances for each speaker, with their stretches of speech in spans.tsv."""
        return self._of_data("librispeech")

    def conversations(self) -> Path:
        """Seven made conversations: five shapes and two harder ones."""
        return self._of_data("conversations")

    def meetings(self) -> Path:
        """Clips of AMI meetings."""
        return self._of_data("ami")

    def headsets(self) -> Path:
        """Clips of an AMI meeting, a headset on each of two channels, with a .json of words and stretches each."""
        return self._of_data("ami-two-channel")

    def telephone(self) -> Path:
        """The sample that comes with pyannote.audio, half a minute of a telephone call."""
        named = os.environ.get("DIARIST_TELEPHONE")
        folders = [Path(named).resolve()] if named else [Path(at) / "sample" for at in _package_folders()]
        for folder in folders:
            if folder.is_dir() and any(folder.rglob("*.rttm")):
                return folder
        raise LeftOut(NO_TELEPHONE)

    def more_conversations(self) -> Path:
        """The seven conversations again, with other speakers, turns and gaps, for each of MADE_SEEDS."""
        folder = self._scratch / "more"
        if not folder.is_dir():
            for seed in MADE_SEEDS:
                self._make(folder / f"seed-{seed}", seed)
        return folder

    def long(self, minutes: float) -> Path:
        """One made conversation of about so many minutes, alone in its folder."""
        folder = self._scratch / f"long-{minutes:g}"
        if not folder.is_dir():
            everything = self._scratch / "making"
            self._make(everything, LONG_SEED, "--long", f"{minutes:g}")
            folder.mkdir()
            for path in everything.glob("long-*"):
                path.rename(folder / path.name)
            shutil.rmtree(everything)
        return folder

    def repeated(self, minutes: float, times: int) -> Path:
        """The long conversation so many times in a row, alone in its folder."""
        folder = self._scratch / f"long-{minutes:g}-{times}-times"
        if not folder.is_dir():
            recording = sound_of(self.long(minutes))
            folder.mkdir()
            duration_s = _repeat_sound(recording, folder / recording.name, times)
            _repeat_truth(recording.with_suffix(".rttm"), folder, duration_s, times)
        return folder

    def again_and_again(self, sets: Sequence[str], minutes: float, *, seed: int) -> Path:
        """About so many minutes of the clips of these folders of the data, alone in its folder; see make_hour."""
        name = f"{'-'.join(sets)}-{minutes:g}"
        folder = self._scratch / name
        if not folder.is_dir():
            sounds = sorted(path for each in sets for path in self._of_data(each).glob("*.wav"))
            clips = [path for path in sounds if path.with_suffix(".rttm").is_file()]
            make_hour(clips, folder, name, minutes, seed=seed)
        return folder

    def _of_data(self, name: str) -> Path:
        if not (self._data / name).is_dir():
            raise LeftOut(NO_DATA)
        return self._data / name

    def _make(self, folder: Path, seed: int, *options: str) -> None:
        utterances = self.utterances()
        script = self._data.parent / "tools" / "make_conversations.py"
        if not script.is_file():
            raise LeftOut(NO_MAKER)
        command = [sys.executable, script, utterances, folder, "--seed", str(seed), *options]
        if subprocess.run(command, check=False).returncode:
            raise LeftOut(MAKER_FAILED)


def sound_of(folder: Path) -> Path:
    """The one .wav in the folder."""
    (recording,) = folder.glob("*.wav")
    return recording


def _package_folders() -> list[str]:
    try:
        spec = find_spec("pyannote.audio")
    except ModuleNotFoundError:  # not even the package around it
        return []
    return list(spec.submodule_search_locations or []) if spec else []


def _repeat_sound(source: Path, target: Path, times: int) -> float:
    """Write the sound `times` times in a row, and say how many seconds it takes once."""
    import soundfile

    samples, rate_hz = soundfile.read(source, dtype="int16")
    with soundfile.SoundFile(target, "w", rate_hz, channels=1, subtype="PCM_16") as repeated:
        for _ in range(times):
            repeated.write(samples)
    return len(samples) / rate_hz


def _repeat_truth(rttm: Path, folder: Path, duration_s: float, times: int) -> None:
    lines = [line.split() for line in rttm.read_text(encoding="utf-8").splitlines()]
    shifted = (
        " ".join([*line[:3], f"{float(line[3]) + time * duration_s:.3f}", *line[4:]])
        for time in range(times)
        for line in lines
    )
    (folder / rttm.name).write_text("\n".join(shifted) + "\n", encoding="utf-8")
