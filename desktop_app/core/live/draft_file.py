"""The first draft beside the sound, so that words outlive whatever happens to the program."""

import logging
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.capture.recordings_folder import first_draft
from desktop_app.core.export.formats import json_format
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.transcript.values import AudioSource, Transcript

_EVERY_S = 30.0
_NAMED_S = 3.0
"""How long the diarizer may take to come to its next step, from which on a speaker has the name."""
_log = logging.getLogger(__name__)


class DraftFile:
    """Writes a recording's draft into its folder, now and then and at the end."""

    def __init__(self, folder: Path, captioner: Captioner, *, clock: Callable[[], float] = time.monotonic) -> None:
        """clock: in seconds."""
        self.path = first_draft(folder)
        self._sound = folder / f"{folder.name}.wav"
        self._captioner = captioner
        self._clock = clock
        self._due_s = clock() + _EVERY_S

    def write_if_due(self) -> None:
        """Write what there is if that was not done for half a minute."""
        if self._clock() >= self._due_s:
            self.write()
            self._due_s = self._clock() + _EVERY_S

    def write_soon(self) -> None:
        """Have it due as soon as a name that was just given is in the draft: unlike words, nobody can find it again."""
        self._due_s = min(self._due_s, self._clock() + _NAMED_S)

    def write(self) -> tuple[Transcript, Path | None]:
        """The draft, and its file; None if it cannot be written, which the log says: the sound matters more."""
        audio = AudioSource(str(self._sound), self._captioner.heard_ms, SAMPLE_RATE_HZ, 1)
        draft = self._captioner.draft(audio)
        try:
            write_atomically(self.path, json_format.render(draft).encode())
        except OSError as error:
            _log.warning("the first draft cannot be written (%s)", error)
            return draft, None
        return draft, self.path
