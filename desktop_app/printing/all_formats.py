"""Every format that a transcript can be exported in: those of the core, and pages."""

from desktop_app.core.export.registry import FORMATS
from desktop_app.printing.pdf import PDF_FORMAT

_BEFORE = next(place for place, each in enumerate(FORMATS) if each.extension == "html")
ALL_FORMATS = (*FORMATS[:_BEFORE], PDF_FORMAT, *FORMATS[_BEFORE:])
"""Pages stand beside the other documents."""
