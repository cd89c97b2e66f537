import pytest

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.first_usable import first_that_loads
from desktop_app.core.models.lazy_engine import LazyEngine


def broken(name: str) -> LazyEngine[str]:
    def load() -> str:
        raise ModelUnavailable(name, f"{name} is missing", f"Get {name}")

    return LazyEngine(load)


def test_a_failed_load_is_tried_again_when_what_it_depends_on_has_changed() -> None:
    files: list[str] = []
    loads: list[int] = []

    def load() -> str:
        loads.append(len(files))
        if not files:
            raise ModelUnavailable("Ears", "they are missing", "")
        return files[0]

    slot = LazyEngine(load, circumstances=lambda: tuple(files))
    for _ in range(2):
        with pytest.raises(ModelUnavailable):
            slot.get()
    files.append("ears")
    assert (slot.get(), slot.get()) == ("ears", "ears")
    assert loads == [0, 1]


def test_what_is_not_loaded_yet_can_be_asked_for_without_loading_it() -> None:
    slot = LazyEngine(lambda: "ears")
    assert slot.loaded is None
    slot.get()
    assert slot.loaded == "ears"


def test_the_first_that_loads_is_preferred_and_says_what_was_passed_over() -> None:
    preferred = first_that_loads(
        [broken("torch").get, LazyEngine(lambda: "onnx").get, LazyEngine(lambda: pytest.fail("not needed")).get]
    )
    assert preferred.engine == "onnx"
    assert [failure.reason for failure in preferred.passed_over] == ["torch is missing"]


def test_where_one_alone_does_not_load_its_failure_comes_out_as_it_is() -> None:
    with pytest.raises(ModelUnavailable) as refused:
        first_that_loads([broken("torch").get])
    assert (refused.value.model, refused.value.reason, refused.value.hint) == (
        "torch",
        "torch is missing",
        "Get torch",
    )
