"""Removing a model from the store."""

from desktop_app.core.models.errors import ModelStoreError, ModelUnavailable
from desktop_app.core.models.locate_model import search_model
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.model_store import clear, read_record, record_path, store_folder, writing
from desktop_app.translation import tr


def remove_model(spec: ModelSpec, *, even_own: bool = False) -> None:
    """Remove the model from the store, and what of it was fetched in part; other places are never touched.

    even_own: also if it is the user's own, or nobody can tell. ModelStoreError if it is not there, or has to stay.
    """
    if not (store_folder() / spec.name).exists():
        raise ModelStoreError(_elsewhere(spec))
    with writing(spec.name) as folder:
        if not even_own and _may_be_own(spec):
            raise ModelStoreError(
                tr(
                    "the model in {folder} may be your own, which cannot be fetched again: to remove it all the same, "
                    "add --yes",
                    folder=folder,
                )
            )
        record_path(spec.name).unlink(missing_ok=True)  # first: without it, nothing is there
        clear(folder, keep=set())


def _may_be_own(spec: ModelSpec) -> bool:
    try:
        record = read_record(spec.name)
    except ValueError:
        return True
    return record is not None and record.own


def _elsewhere(spec: ModelSpec) -> str:
    """Why there is nothing to remove."""
    try:
        found = search_model(spec)
    except ModelUnavailable:
        found = None
    if found is None:
        return tr("{name} is not in {folder}", name=spec.name, folder=store_folder())
    return tr(
        "{name} is not in {folder}, and what is not ({file}) is not Diarist's to remove",
        name=spec.name,
        folder=store_folder(),
        file=found.files[0][0],
    )
