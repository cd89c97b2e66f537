"""A Whisper model for CTranslate2, looked at before anything is loaded from it, and loaded.

model.bin                             the weights
config.json                           what the model is never to say, its languages, what tells when words are said
vocabulary.json or vocabulary.txt     what it can say, by number
tokenizer.json                        the same, for the tokenizer
preprocessor_config.json              how it hears; where it is missing, in 80 bands

With numbers in these files that the model does not have, CTranslate2 ends the process.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.models.errors import ModelUnavailable, first_line
from desktop_app.core.models.no_telemetry import silence
from desktop_app.installation import how_to_add
from desktop_app.translation import tr

if TYPE_CHECKING:
    from faster_whisper import WhisperModel

_WEIGHTS, _CONFIGURATION, _TOKENIZER = "model.bin", "config.json", "tokenizer.json"
_VOCABULARIES = ("vocabulary.json", "vocabulary.txt")
_LEADING = ("<|endoftext|>", "<|startoftranscript|>", "<|transcribe|>", "<|notimestamps|>")
"""What no Whisper is without, and what must have the same number everywhere."""
_MOST_LAYERS = 64
_FETCH = tr("Fetch or import the model anew")
_TAKE_ANOTHER = tr("Use a Whisper model that was converted for CTranslate2")
WHISPER_EXTRA = "whisper"
"""Its packages, as pyproject.toml names them."""


def load_whisper_folder(folder: Path, *, label: str, callers: int, threads: int) -> "WhisperModel":
    """The model on the processor, with 8-bit weights. ModelUnavailable, under this label, if it does not load.

    callers: how many may ask at once; threads: that each of them uses.
    """
    whisper = whisper_library(label)
    _check_files(folder, label)
    try:
        model = whisper.WhisperModel(
            str(folder),
            device="cpu",
            compute_type="int8",
            cpu_threads=threads,
            num_workers=callers,
            local_files_only=True,
        )
    except Exception as error:
        reason = tr("{file} does not load ({error})", file=folder, error=first_line(error))
        raise ModelUnavailable(label, reason, _FETCH) from error
    _check_together(model, _vocabulary(folder, label), folder, label)
    return model


def whisper_library(label: str) -> Any:  # noqa: ANN401  a module
    """faster-whisper. ModelUnavailable, under this label, if it or what it needs is not installed, or is broken."""
    silence()
    try:
        import faster_whisper
        from tqdm import tqdm
    except (ImportError, OSError) as error:
        reason = tr("its library does not load ({error})", error=first_line(error))
        raise ModelUnavailable(label, reason, how_to_add(WHISPER_EXTRA)) from error
    tqdm.monitor_interval = 0  # it would leave a thread behind, for bars that nobody sees
    return faster_whisper


def _check_files(folder: Path, label: str) -> None:
    for name in (_WEIGHTS, _TOKENIZER):
        if not (folder / name).is_file():
            raise ModelUnavailable(label, tr("{file} is missing", file=folder / name), _FETCH)
    count = len(_vocabulary(folder, label))
    settings = _settings(folder, label)
    wrong = next((name for name in ("suppress_ids", "suppress_ids_begin") if not _numbers(settings, name, count)), None)
    if not settings.get("alignment_heads") or not _heads(settings):
        wrong = "alignment_heads"
    if "lang_ids" in settings and not (settings["lang_ids"] and _numbers(settings, "lang_ids", count)):
        wrong = "lang_ids"
    if wrong is not None:
        raise ModelUnavailable(label, _senseless(folder / _CONFIGURATION, wrong), _TAKE_ANOTHER)


def _numbers(settings: dict[str, Any], name: str, count: int) -> bool:
    """Whether that is a list of numbers of the vocabulary."""
    found = settings.get(name)
    return isinstance(found, list) and all(isinstance(each, int) and 0 <= each < count for each in found)


def _heads(settings: dict[str, Any]) -> bool:
    """Whether these are pairs of a layer and a head of it."""
    found = settings["alignment_heads"]
    return isinstance(found, list) and all(
        isinstance(pair, list)
        and len(pair) == 2
        and all(isinstance(each, int) and 0 <= each < _MOST_LAYERS for each in pair)
        for pair in found
    )


def _check_together(model: "WhisperModel", vocabulary: Sequence[str], folder: Path, label: str) -> None:
    """ModelUnavailable unless the files belong to each other."""
    numbers = {token: number for number, token in enumerate(vocabulary)}
    for token in _LEADING:
        if token not in numbers or model.hf_tokenizer.token_to_id(token) != numbers[token]:
            reason = tr("{file} belongs to another model", file=folder / _TOKENIZER)
            raise ModelUnavailable(label, reason, _FETCH)
    bands = len(model.feature_extractor.mel_filters)
    if bands != model.model.n_mels:
        reason = tr("the model hears {found} bands of sound, not {told}", found=model.model.n_mels, told=bands)
        raise ModelUnavailable(label, reason, _FETCH)


def _settings(folder: Path, label: str) -> dict[str, Any]:
    file = folder / _CONFIGURATION
    try:
        return dict(json.loads(_text(file, label)))
    except (TypeError, ValueError) as error:
        raise ModelUnavailable(label, _senseless(file, first_line(error)), _TAKE_ANOTHER) from error


def _vocabulary(folder: Path, label: str) -> list[str]:
    """What the model can say, by number."""
    file = next((path for name in _VOCABULARIES if (path := folder / name).is_file()), folder / _VOCABULARIES[0])
    text = _text(file, label)
    if file.suffix == ".txt":
        return text.removesuffix("\n").split("\n")
    try:
        tokens = json.loads(text)
    except ValueError as error:
        raise ModelUnavailable(label, _senseless(file, first_line(error)), _TAKE_ANOTHER) from error
    if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
        raise ModelUnavailable(label, _senseless(file, tr("it is no list of texts")), _TAKE_ANOTHER)
    return tokens


def _senseless(file: Path, error: str) -> str:
    return tr("{file} makes no sense ({error})", file=file, error=error)


def _text(file: Path, label: str) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ModelUnavailable(label, tr("{file} is missing", file=file), _FETCH) from error
    except OSError as error:
        reason = tr("{file} cannot be read ({error})", file=file, error=error.strerror)
        raise ModelUnavailable(label, reason, _FETCH) from error
    except UnicodeDecodeError as error:
        raise ModelUnavailable(label, _senseless(file, first_line(error)), _TAKE_ANOTHER) from error
