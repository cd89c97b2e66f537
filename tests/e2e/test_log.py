"""What a real job leaves in the log: nothing of what was said, by whom, in which file."""

import json
from itertools import pairwise
from pathlib import Path

import soundfile
from command_line import diarist

from desktop_app.core.models.packaged_models import sample_recording

_NAME = "Annegret Mustermann"


def test_the_log_of_a_real_job_holds_no_words_no_names_and_no_file_names(tmp_path: Path) -> None:
    sound, rate_hz = soundfile.read(sample_recording(), stop=24_000 * 6, dtype="int16")
    recording = tmp_path / f"{_NAME}.wav"
    soundfile.write(recording, sound, rate_hz)
    (tmp_path / "Broken Peter.wav").write_bytes(b"no sound")
    state = tmp_path / "home" / ".local" / "state" / "diarist"
    (state / "last-job.json").mkdir(parents=True)  # so that there is something to log
    (state / "exports.sqlite3").write_bytes(b"no database, whatever its name")
    done = diarist("transcribe", recording.name, "Broken Peter.wav", "--format", "json,txt", cwd=tmp_path)
    words = [
        word["text"]
        for turn in json.loads((tmp_path / f"{_NAME}.json").read_text(encoding="utf-8"))["turns"]
        for word in turn["words"]
    ]
    assert len(words) > 5
    assert "the last job's counts cannot be kept (" in done.stderr  # said in full to whoever sits there
    log = (state / "log" / "diarist.log").read_text(encoding="utf-8")
    assert "the last job's counts cannot be kept (IsADirectoryError (EISDIR))" in log
    for forbidden in (*_NAME.split(), "Peter", "Broken", ".wav", str(tmp_path), *map(" ".join, pairwise(words))):
        assert forbidden.lower() not in log.lower(), forbidden
    assert sorted(path.name for path in (state / "log").iterdir()) == [".diarist.log.lock", "diarist.log", "running"]
    assert list((state / "log" / "running").iterdir()) == []
