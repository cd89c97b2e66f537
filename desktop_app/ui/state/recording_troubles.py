"""What is wrong with a recording's project or its sound, in sentences."""

from desktop_app.core.project.sound import SoundState
from desktop_app.translation import tr
from desktop_app.ui.state.recording import Recording


def project_troubles(recording: Recording) -> tuple[str, ...]:
    """What its reader must know of its project; () where all is well."""
    said = []
    if recording.losses:
        said.append(tr("The project is damaged. What is lost: {losses}.", losses=", ".join(recording.losses)))
    if recording.read_only:
        said.append(f"{recording.project} {recording.read_only}.")
    if recording.trouble:
        said.append(tr("What you do is not on the disk. {why}.", why=recording.trouble))
    return tuple(said)


def lost_sound(recording: Recording) -> str:
    """That its sound is not where it was; '' where it is."""
    match recording.sound_state:
        case SoundState.MISSING if _never_had_sound(recording):
            name = recording.sound.name
            return tr("No recording “{name}” was found. Everything but hearing it works.", name=name)
        case SoundState.MISSING:
            return tr("Its sound is not at {path} any more. Everything but hearing it works.", path=recording.sound)
        case SoundState.REPLACED:
            return tr("Another sound lies at {path} now. Everything but hearing it works.", path=recording.path)
    return ""


def _never_had_sound(recording: Recording) -> bool:
    made = recording.document.original
    return made.audio.sha256 is None and not made.engines
