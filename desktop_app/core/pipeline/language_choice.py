"""What is said where nothing that is here, or nothing that was chosen, knows the language that is spoken."""

from collections.abc import Container

from desktop_app.core.asr.recogniser import AnyRecogniser, languages_known
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.known_languages import languages_of, model_to_fetch
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.usable_cores import usable_cores
from desktop_app.core.transcript.spoken_languages import AUTO, language_name
from desktop_app.translation import tr


def require_chosen_knows(model: ModelSpec, language: str) -> None:
    """ModelUnavailable if the model that was chosen by name does not know the language. language: a tag, or AUTO."""
    if language != AUTO and language not in languages_of(model):
        raise _unknown(model.label, language)


def require_loaded_knows(recogniser: AnyRecogniser, language: str, place: ModelSpec) -> None:
    """ModelUnavailable if a recogniser turns out not to know the language, as somebody's own model in this place may
    not."""
    if language != AUTO and language not in languages_known(recogniser):
        raise _unknown(recogniser.use.name, language, but=(place.name,))


def nothing_here(language: str) -> ModelUnavailable:
    """That no model on this computer knows the language, and which one to fetch."""
    name = language_name(language)
    return ModelUnavailable(
        name, tr("no model on this computer writes down {language}", language=name), _cure(language)
    )


def _unknown(label: str, language: str, *, but: Container[str] = ()) -> ModelUnavailable:
    reason = tr("it does not know {language}", language=language_name(language))
    return ModelUnavailable(label, reason, _cure(language, but=but))


def _cure(language: str, *, but: Container[str] = ()) -> str:
    """but: names of models that cannot be fetched, as somebody's own has their place."""
    model = model_to_fetch(language, cores=usable_cores(), but=but)
    if model is None:
        return tr("Choose another language")
    return tr(
        "{model} knows it: fetch it on the page of models or with `diarist models fetch {name}`, and let the engine of "
        "words be chosen automatically",
        model=model.label,
        name=model.name,
    )
