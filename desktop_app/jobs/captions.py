"""The process that writes captions of a recording while it grows. No Qt here."""

import logging
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from desktop_app.core.capture.growing_sound import GrowingSound
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.draft_file import DraftFile
from desktop_app.core.live.engines import LiveEngineRoom
from desktop_app.core.live.follow_recording import follow_recording
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings import Settings
from desktop_app.core.store.settings_file import load_settings
from desktop_app.jobs.live_messages import Caption, CaptionRequest, Draft, NameSpeaker, Prepare
from desktop_app.jobs.messages import Failed
from desktop_app.jobs.parent_pipe import ParentPipe
from desktop_app.translation import tr

_AFTERWARDS = tr("The words come after the recording.")
_log = logging.getLogger(__name__)


def serve(connection: Connection) -> None:
    """Write captions of what is asked for, one recording after the other, until the other side is gone."""
    for name in ("SIGINT", "SIGHUP"):  # Ctrl+C in a terminal, and a terminal that is closed, are for the parent
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    parent = ParentPipe(connection)
    engines = Engines()
    room = LiveEngineRoom(engines)
    while True:
        if failed := _answered(parent.receive(), engines, room, parent):
            parent.send(failed)


def _answered(request: CaptionRequest, engines: Engines, room: LiveEngineRoom, parent: ParentPipe) -> Failed | None:
    """Do what is asked; why it cannot be done."""
    try:
        engines.follow(_settings_for(request))
        match request:
            case Prepare():
                with suppress(ModelUnavailable):  # said when there is something to caption
                    room.load()
            case Caption(folder, _):
                _caption(folder, room, parent)
            case NameSpeaker():
                pass  # of a recording that is over
    except SettingsError as error:
        return Failed(tr("The settings cannot be used: {error}.", error=error), tr("Mend that file, or delete it."))
    except ModelUnavailable as error:
        why = tr("There are no captions: {model}: {reason}.", model=error.model, reason=error.reason)
        return Failed(why, error.hint or _AFTERWARDS)
    except MemoryError:
        return Failed(tr("There is not enough memory for captions."), _AFTERWARDS)
    except Exception:  # noqa: BLE001  the process border: whatever it is, the window must hear of it
        _log.exception("captions failed")
        return Failed(tr("The captions failed: something went wrong inside Diarist."), _AFTERWARDS)
    return None


def _settings_for(request: CaptionRequest) -> Settings:
    """The user's, with the language that was chosen for the recording."""
    settings = load_settings()
    if isinstance(request, NameSpeaker):
        return settings
    return replace(settings, asr=replace(settings.asr, language=request.language))


def _caption(folder: Path, room: LiveEngineRoom, parent: ParentPipe) -> None:
    sound = GrowingSound(folder)
    with ThreadPoolExecutor(2, "diarist-captions") as executor:
        captioner = Captioner(room.load(), executor=executor, recorded_ms=lambda: sound.recorded_ms)
        file = DraftFile(folder, captioner)

        def between() -> None:
            if _take_names(parent, captioner):
                file.write_soon()
            file.write_if_due()

        try:
            follow_recording(sound, captioner, parent.send, between=between)
        except SystemExit:  # nobody listens any more: what was heard is kept
            _keep(parent, captioner, file)
            raise
        parent.send(Draft(*file.write()))


def _keep(parent: ParentPipe, captioner: Captioner, file: DraftFile) -> None:
    with suppress(SystemExit):  # names may wait that were given before the end
        _take_names(parent, captioner)
    captioner.finish()
    file.write()


def _take_names(parent: ParentPipe, captioner: Captioner) -> bool:
    """Pass on the names that were given since; whether there were any."""
    taken = False
    while parent.has_message():
        request = parent.receive()
        if isinstance(request, NameSpeaker):
            captioner.name(request.speaker_id, request.name)
            taken = True
    return taken
