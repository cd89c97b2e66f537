import re

from desktop_app.core.models.manifest import MODELS


def test_every_part_of_the_work_has_one_model() -> None:
    assert [spec.role for spec in MODELS] == ["segmentation", "embedding", "asr"]
    assert len({spec.name for spec in MODELS}) == len(MODELS)


def test_every_file_has_a_size_and_a_hash_and_every_model_a_licence_and_an_author() -> None:
    for spec in MODELS:
        assert spec.licence
        assert spec.attribution
        assert spec.purpose
        assert spec.files
        assert all(file.size > 0 and re.fullmatch("[0-9a-f]{64}", file.sha256) for file in spec.files)
