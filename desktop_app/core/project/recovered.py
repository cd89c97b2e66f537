"""What is left of a damaged project, put in order again."""

from desktop_app.core.project.image import PEAKS, VOICES, ProjectImage
from desktop_app.core.project.rows import Rows, Table


def recovered(image: ProjectImage) -> ProjectImage:
    """A project that is whole, of what could be read of another: the same id, facts, text and edits."""
    found = image.rows
    rows = Rows()
    rows[Table.TRANSCRIPTS].update(found[Table.TRANSCRIPTS])
    rows[Table.PARTS].update({key: found[Table.PARTS][key] for key in (VOICES, PEAKS) if key in found[Table.PARTS]})
    whole = ProjectImage.new(image.facts, image.id, rows)
    if image.text is not None:
        whole.record_transcript(image.text.base)
        whole.record_history(image.text.history, image.text.transcript)
        whole.take_snapshot()
    return whole
