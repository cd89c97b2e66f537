import re
from urllib.parse import urlsplit

import pytest

from desktop_app import translation
from desktop_app.core.models.known_languages import languages_of
from desktop_app.core.models.manifest import (
    CARRIED,
    FETCHED,
    MODELS,
    PARAKEET,
    WESPEAKER,
    WESPEAKER_CHECKPOINT,
    model_named,
)
from desktop_app.core.models.model_descriptions import purpose


def test_every_part_of_the_work_has_one_carried_model_and_names_are_unique() -> None:
    assert [spec.role for spec in CARRIED] == ["segmentation", "embedding", "asr", "activity"]
    assert len({spec.name for spec in MODELS}) == len(MODELS)


def test_every_file_has_a_size_and_a_hash_and_every_model_a_licence_and_an_author() -> None:
    for spec in MODELS:
        assert spec.licence
        assert spec.attribution
        assert purpose(spec)
        assert spec.size == sum(file.size for file in spec.files)
        for variant in spec.variants:
            assert variant.files
            assert all(file.size > 0 and re.fullmatch("[0-9a-f]{64}", file.sha256) for file in variant.files)


def test_what_a_model_is_for_is_said_in_the_language_that_was_chosen_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation._Spoken, "catalogue", {("tells voices apart", ""): ("unterscheidet Stimmen",)})
    assert (purpose(WESPEAKER), WESPEAKER.label) == ("unterscheidet Stimmen", "WeSpeaker")


def test_what_a_model_is_for_names_the_languages_that_it_writes_down() -> None:
    for spec in MODELS:
        known = len(languages_of(spec))
        assert re.findall(r"in (\d+) languages", purpose(spec)) == ([str(known)] if known > 1 else [])
        assert (spec.role == "asr") == (known > 0)


def test_no_two_models_have_the_same_weights() -> None:
    hashes = [variant.files[0].sha256 for spec in MODELS for variant in spec.variants]
    assert len(set(hashes)) == len(hashes)


def test_a_hash_is_of_one_file_whatever_models_it_belongs_to() -> None:
    files = {file for spec in MODELS for variant in spec.variants for file in variant.files}
    assert len({file.sha256 for file in files}) == len(files)


def test_what_lies_in_a_folder_of_the_hub_is_asked_for_there() -> None:
    below = {path: spec for spec in FETCHED if spec.hub for path in spec.hub.below}
    assert below
    for path, spec in below.items():
        assert spec.hub is not None
        assert [spec.hub.path_of(file) for file in spec.files].count(path) == 1


def test_what_is_fetched_is_pinned_to_a_commit_and_lies_in_the_store_under_plain_names() -> None:
    assert all(spec.hub is None for spec in CARRIED)
    for spec in FETCHED:
        assert spec.hub is not None
        assert re.fullmatch("[0-9a-f]{40}", spec.hub.revision)
        assert urlsplit(spec.hub.url).path == f"/{spec.hub.repo}"
        assert re.fullmatch("[A-Za-z0-9][A-Za-z0-9._-]*", spec.name)
        assert all("/" not in file.name for variant in spec.variants for file in variant.files)


def test_the_expanded_checkpoint_is_told_from_the_published_one() -> None:
    published, expanded = WESPEAKER_CHECKPOINT.variants
    assert (published.note, expanded.note) == ("", "expanded from the carried int8 copy")
    assert [variant.note for variant in PARAKEET.variants] == [""]


def test_a_model_is_found_by_its_name_and_an_unknown_name_lists_them() -> None:
    assert model_named("parakeet-tdt-0.6b-v3") is PARAKEET
    with pytest.raises(ValueError, match=r"no model 'parrot': there are .*moonshine-tiny-en.*parakeet-tdt-0.6b-v3"):
        model_named("parrot")
