"""The registry of engines that can be evaluated. To add one: a file beside this one, and a line here."""

from collections.abc import Mapping

from desktop_app.core.evaluation.diarist_system import DiaristSystem
from desktop_app.core.evaluation.moonshine_system import MoonshineSystem
from desktop_app.core.evaluation.system import LoadSystem

SYSTEMS: Mapping[str, LoadSystem] = {
    "diarist": DiaristSystem,
    "moonshine": MoonshineSystem,
}
