"""The registry of engines that can be evaluated. To add one: a file beside this one, and a line here."""

from collections.abc import Mapping, Sequence
from functools import partial

from desktop_app.core.evaluation.diarist_system import DiaristSystem
from desktop_app.core.evaluation.moonshine_system import MoonshineSystem
from desktop_app.core.evaluation.system import LoadSystem
from desktop_app.core.store.settings import AsrEngine, EmbeddingSource

SYSTEMS: Mapping[str, LoadSystem] = {
    "diarist": DiaristSystem,
    "moonshine": MoonshineSystem,
}


def by_source(sources: Sequence[EmbeddingSource]) -> Mapping[str, LoadSystem]:
    """Diarist with each of these embedding alone, by the source's name: to measure them against each other."""
    return {str(source): partial(DiaristSystem, source=source) for source in sources}


def by_recogniser(recognisers: Sequence[AsrEngine]) -> Mapping[str, LoadSystem]:
    """Diarist with each of these writing down the words, by its name: to measure them against each other."""
    return {str(each): partial(DiaristSystem, recogniser=each) for each in recognisers}
