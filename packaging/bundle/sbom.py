"""The application's bill of materials: CycloneDX 1.6, as JSON."""

from collections.abc import Iterable
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Listed
from cyclonedx.model.component import ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from bundle.component import Component, Kind, Part

_TYPES = {Kind.MODEL: ComponentType.MACHINE_LEARNING_MODEL, Kind.RECORDING: ComponentType.DATA}


class Invalid(Exception):
    """The bill is not what the schema of CycloneDX asks for."""


def write(components: Iterable[Component], version: str, path: Path) -> None:
    """Write the bill of the application of this version; Invalid unless it is one by the schema."""
    text = bill(components, version)
    if (fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)) is not None:
        raise Invalid(str(fault))
    path.write_text(text, "utf-8")


def bill(components: Iterable[Component], version: str) -> str:
    """The bill as text."""
    whole = Listed(
        name="diarist",
        version=version,
        type=ComponentType.APPLICATION,
        licenses=[LicenseFactory().make_from_string("MIT")],
        bom_ref="diarist",
    )
    bom = Bom(components=[_listed(each) for each in components])
    bom.metadata.component = whole
    bom.register_dependency(whole, bom.components)
    return JsonV1Dot6(bom).output_as_string(indent=1)


def _listed(component: Component) -> Listed:
    told = {"brought by": component.within, "credit": component.credit, "note": component.note}
    reference = f"{component.kind.name.lower()}:{component.within}/{component.name}"
    return Listed(
        name=component.name,
        version=component.version or None,
        type=_TYPES.get(component.kind, ComponentType.LIBRARY),
        bom_ref=reference,
        licenses=[LicenseFactory().make_from_string(component.licence)],
        purl=_purl(component),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=component.sha256)] if component.sha256 else (),
        external_references=_sources(component),
        properties=[
            *(Property(name=f"diarist:{name}", value=value) for name, value in told.items() if value),
            *(Property(name="diarist:file", value=file) for file in component.files if _is_native(file)),
        ],
        components=[_part(part, reference) for part in component.parts],
    )


def _part(part: Part, within: str) -> Listed:
    return Listed(
        name=part.name,
        version=part.version or None,
        bom_ref=f"{within}/{part.name}@{part.version}",
        licenses=[LicenseFactory().make_from_string(part.licence)] if part.licence else (),
        purl=PackageURL.from_string(part.purl) if part.purl else None,
    )


def _purl(component: Component) -> PackageURL:
    if component.kind is Kind.PACKAGE:
        return PackageURL("pypi", name=component.name.lower(), version=component.version)
    if component.source.startswith(("https://snapshot.debian.org/", "https://launchpad.net/ubuntu/")):
        *_, source, version = component.source.rstrip("/").split("/")
        owner = "ubuntu" if "ubuntu" in component.source else "debian"
        return PackageURL("deb", owner, source, version, {"arch": "source"})
    return PackageURL("generic", name=component.name, version=component.version or None)


def _sources(component: Component) -> list[ExternalReference]:
    if not component.source:
        return []
    return [ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(component.source))]


def _is_native(file: str) -> bool:
    return not file.endswith((".pyc", ".py", ".pyi"))
