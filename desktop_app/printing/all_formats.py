"""Every format that a transcript can be exported in: those of the core, and pages."""

from desktop_app.core.export.registry import FORMATS
from desktop_app.printing.pdf import PDF_FORMAT

ALL_FORMATS = (*FORMATS, PDF_FORMAT)
