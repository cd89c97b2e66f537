"""The models and recordings that a package of the bundle carries, with whom their licences ask to name."""

from collections.abc import Iterator
from pathlib import Path

from bundle.component import TEXTS, Component, Kind
from desktop_app.core.models.manifest import CARRIED
from desktop_app.core.models.packaged_models import PACKAGE

_ADDRESSES = {
    "pyannote-segmentation-community-1": "https://huggingface.co/pyannote/speaker-diarization-community-1",
    "wespeaker-voxceleb-resnet34-LM-int8": "https://huggingface.co/pyannote/speaker-diarization-community-1",
    "moonshine-tiny-en": "https://github.com/moonshine-ai/moonshine",
    "silero-vad": "https://github.com/snakers4/silero-vad",
}
_TEXTS = {"silero-vad": ("silero-vad",), "moonshine-tiny-en": ("moonshine",)}
_LICENCES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/legalcode"}
_CHANGED = "Changed by Moonshine AI: put into ONNX Runtime's own format{}."
_RECORDINGS = {
    "endgame_nagg_nell.wav": "Words of Samuel Beckett's 'Endgame', which are under copyright.",
    "beckett.wav": "Words of Samuel Beckett's 'Worstward Ho', which are under copyright.",
    "two_cities.wav": "The beginning of 'A Tale of Two Cities' by Charles Dickens, in the public domain.",
}


def carried_models() -> Iterator[Component]:
    """The models that the moonshine-voice package carries."""
    for model in CARRIED:
        rounded = " and 8-bit numbers" if model.name.endswith("int8") else ""
        more = f" Its licence: {_LICENCES[model.licence]}." if model.licence in _LICENCES else ""
        yield Component(
            Kind.MODEL,
            model.name,
            "",
            model.licence,
            _ADDRESSES[model.name],
            tuple(file.name for file in model.files),
            tuple(TEXTS / f"{each}.txt" for each in _TEXTS.get(model.name, ())),
            within="moonshine-voice",
            credit=model.attribution,
            note=_CHANGED.format(rounded) + more,
            sha256=model.files[0].sha256 if len(model.files) == 1 else "",
        )


def carried_recordings(inner: Path) -> Iterator[Component]:
    """The recordings of the moonshine-voice package that are in the bundle. inner: where its files lie."""
    for path in sorted((inner / PACKAGE / "assets").glob("*.wav")):
        yield Component(
            Kind.RECORDING,
            path.name,
            "",
            "MIT",
            "https://github.com/moonshine-ai/moonshine",
            (path.relative_to(inner).as_posix(),),
            within="moonshine-voice",
            credit="Moonshine AI",
            note=_RECORDINGS.get(path.name, ""),
        )
