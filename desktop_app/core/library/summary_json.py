"""A summary as the index holds it."""

import json
from datetime import datetime
from pathlib import Path

from desktop_app.core.library.values import Summary
from desktop_app.core.project.values import WorkState


def summary_text(summary: Summary) -> str:
    """The summary as JSON, in plain ASCII: names of files may be no text."""
    return json.dumps(
        {
            "id": summary.id,
            "name": summary.name,
            "made_at": summary.made_at.isoformat(),
            "changed_at": summary.changed_at.isoformat(),
            "duration_ms": summary.duration_ms,
            "speakers": summary.speakers,
            "state": summary.state,
            "note": summary.note,
            "tags": summary.tags,
            "sound": None if summary.sound is None else str(summary.sound),
            "sha256": summary.sha256,
            "recorded_here": summary.recorded_here,
        }
    )


def read_summary_text(text: str) -> Summary:
    """The summary of summary_text."""
    fields = json.loads(text)
    return Summary(
        id=fields["id"],
        name=fields["name"],
        made_at=datetime.fromisoformat(fields["made_at"]),
        changed_at=datetime.fromisoformat(fields["changed_at"]),
        duration_ms=fields["duration_ms"],
        speakers=tuple(fields["speakers"]),
        state=WorkState(fields["state"]),
        note=fields["note"],
        tags=tuple(fields["tags"]),
        sound=None if fields["sound"] is None else Path(fields["sound"]),
        sha256=fields["sha256"],
        recorded_here=fields["recorded_here"],
    )
