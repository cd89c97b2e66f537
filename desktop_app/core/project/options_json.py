"""What a job is asked for, as a project holds it."""

from dataclasses import asdict

from desktop_app.core.diarization.options import Hop
from desktop_app.core.export.json_fields import Field
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.spoken_languages import AUTO


def options_document(options: JobOptions) -> dict[str, object]:
    """The options as JSON has them."""
    return asdict(options)


def read_options(options: Field) -> JobOptions:
    """The options of options_document; ValueError where they are none."""
    return JobOptions(
        min_speakers=options.member("min_speakers").or_null(Field.whole),
        max_speakers=options.member("max_speakers").or_null(Field.whole),
        sensitivity=options.member("sensitivity").number(),
        hop=Hop(options.member("hop").text()),
        keep_voices=options.member("keep_voices").flag(),
        track=options.member("track").or_null(Field.whole),
        channel=options.member("channel").or_null(Field.whole),
        language=options.member("language").or_null(Field.text) or AUTO,
        per_channel=options.member("per_channel").or_null(Field.flag) or False,
    )
