"""`diarist transcribe`: recordings into transcripts, in the terminal."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.commands.engine_options import add_engine_options, settings_as_asked
from desktop_app.commands.export_choice import add_export_choice, export_choice, options_in_words
from desktop_app.commands.help_form import HelpForm
from desktop_app.commands.options import add_format, add_hop, add_speaker_options, job_options, positive
from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers
from desktop_app.commands.worklist_options import add_cluster_options, add_worklist_options, is_worklist, worklist_of
from desktop_app.core.diarization.options import Hop
from desktop_app.core.export.registry import usual_names
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.export_format import PROJECT_FORMAT
from desktop_app.core.store.settings import Settings
from desktop_app.printing.all_formats import ALL_FORMATS

if TYPE_CHECKING:
    from desktop_app.core.worklist.items import Item
    from desktop_app.terminal.worklist_item import Plan
    from desktop_app.terminal.worklist_reporter import WorklistReporter
    from desktop_app.terminal.writing import Writing

_EXAMPLES = """\
examples:
  diarist transcribe interview.m4a               the exports go beside the recording
  diarist transcribe *.mp3 --out texts --format txt,srt
  diarist transcribe panel.wav --speakers 4      exactly four people speak
  diarist transcribe *.wav --skip-done           go on with what is not done yet
  diarist transcribe rede.wav --language de      German is spoken
  diarist transcribe film.mkv --track 2          only its second sound track
  diarist transcribe podcast.wav --per-channel   everybody has a microphone, and a channel
  diarist transcribe --together anna.wav ben.wav everybody has a recorder
  diarist transcribe talk.wav --format diarist   a project, which `diarist open` opens
  diarist transcribe talk.wav --format srt --option srt.line_chars=37
  diarist transcribe talk.wav --format docx --pauses seconds --pseudonyms "Speaker 1=P01"
  cat talk.mp3 | diarist transcribe -            what another program hands on
  diarist transcribe ARCHIVE --recursive --jobs 2 --resume
                                                 a folder with its folders, again and again until all is done
"""


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "transcribe",
        help="transcribe recordings in the terminal",
        description="Transcribe recordings, sound or video. The transcript goes to standard output, progress to "
        "standard error, and exports beside each recording or into the folder of --out.",
        epilog=_EXAMPLES,
        formatter_class=HelpForm,
    )
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="a recording, or a folder of some; - is standard input"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder for the exports")
    parser.add_argument(
        "--together",
        action="store_true",
        help="the files are of one meeting, a recorder for each person: one transcript, with the first one's times",
    )
    add_worklist_options(parser)
    add_cluster_options(parser)
    add_transcription_options(parser)


def run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    if asked.list_options:
        print(options_in_words(ALL_FORMATS))
        return OK
    if asked.together:
        _require_meeting(parser, asked)
        return transcribe_files(parser, asked, asked.files[:1], together=asked.files[1:])
    if is_worklist(asked):
        return transcribe_worklist_of(parser, asked)
    if not asked.files:
        parser.error("name a recording")
    return transcribe_files(parser, asked, asked.files)


def _require_meeting(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> None:
    if len(asked.files) < 2:
        parser.error("--together needs two recordings at least")
    if is_worklist(asked):
        parser.error("--together is one meeting: name its recordings, and no folder")
    if asked.per_channel:
        parser.error("--together hears everybody in their own file: leave out --per-channel")


def add_transcription_options(parser: argparse.ArgumentParser) -> None:
    """All that a transcription can be asked, but for its files."""
    add_format(parser, (*ALL_FORMATS, PROJECT_FORMAT), usually=f"{usual_names()} if not said")
    add_speaker_options(parser)
    add_hop(parser)
    parser.add_argument(
        "--track", type=positive, metavar="N", help="hear one sound track only; all that carry voices if not said"
    )
    parser.add_argument(
        "--channel", type=positive, metavar="N", help="hear one channel only; all that carry voices if not said"
    )
    parser.add_argument(
        "--per-channel",
        action="store_true",
        help="whoever speaks in a channel is one speaker, as where everybody has a microphone; where there are several "
        "sound tracks, whoever speaks in a track",
    )
    add_engine_options(parser)
    parser.add_argument(
        "--meeting",
        action="store_true",
        help="several people sit around one microphone: find who speaks by the model for meetings, the file that "
        "`diarist settings` names as diarization.model",
    )
    parser.add_argument(
        "--forget-voices",
        action="store_true",
        help="keep no voices in your cache folder, nor in a project; see `diarist recluster`",
    )
    parser.add_argument("--replace", action="store_true", help="replace files that are there, also those of others")
    parser.add_argument(
        "--skip-done",
        action="store_true",
        help="leave out recordings whose exports are there: complete, unchanged and made with the same options",
    )
    add_export_choice(parser, of_new=True)
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--quiet", action="store_true", help="print errors only")
    output.add_argument("--json-progress", action="store_true", help="print events as lines of JSON")


def writing_as_asked(asked: argparse.Namespace) -> "Writing":
    """What is asked of the exports. SettingsError where there is no such thing."""
    from desktop_app.terminal.writing import Writing

    choice = export_choice(asked, asked.format, (*ALL_FORMATS, PROJECT_FORMAT))
    return Writing(choice.formats, replace=asked.replace, skip_done=asked.skip_done, adaptation=choice.adaptation)


def work_as_asked(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> tuple[JobOptions, Settings]:
    """What is asked of each job, and of the engines."""
    settings = settings_as_asked(asked)
    if asked.meeting:
        settings = replace(settings, diarization=replace(settings.diarization, meeting=True))
    options = replace(job_options(parser, asked), hop=Hop(asked.hop), keep_voices=not asked.forget_voices)
    if asked.per_channel and asked.channel:
        parser.error("--per-channel hears every channel: leave out --channel")
    options = replace(options, track=asked.track, channel=asked.channel, per_channel=asked.per_channel)
    return replace(options, language=settings.asr.language), settings


def transcribe_files(
    parser: argparse.ArgumentParser,
    asked: argparse.Namespace,
    files: Sequence[Path],
    *,
    together: Sequence[Path] = (),
) -> int:
    """Transcribe these files as asked; the exit status. together: more recordings of the only one's meeting."""
    from desktop_app.terminal.batch import transcribe_batch
    from desktop_app.terminal.reporter import reporter_for

    reporter = reporter_for(quiet=asked.quiet, json_lines=asked.json_progress)
    options, settings = work_as_asked(parser, asked)
    writing = writing_as_asked(asked)
    done = transcribe_batch(files, asked.out, writing, options, reporter, settings=settings, together=together)
    return OK if done else SOME_FAILED


def transcribe_worklist_of(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """Transcribe a worklist as asked; the exit status."""
    from desktop_app.cluster.errors import ClusterError
    from desktop_app.core.export.errors import ExportError
    from desktop_app.core.worklist.errors import WorklistError
    from desktop_app.terminal.worklist_item import Plan
    from desktop_app.terminal.worklist_reporter import worklist_reporter

    options, settings = work_as_asked(parser, asked)
    writing = writing_as_asked(asked)
    reporter = worklist_reporter(quiet=asked.quiet, json_lines=asked.json_progress)
    try:
        items, record = worklist_of(parser, asked)
        resume = asked.resume or asked.skip_done
        plan = Plan(asked.out, record, writing, options, settings, asked.shard, resume=resume, jobs=asked.jobs)
        done = _by_whom(asked)(items, plan, reporter)
    except (WorklistError, ExportError, ClusterError) as error:
        print(f"diarist: {error}", file=sys.stderr)
        return SOME_FAILED
    return OK if done else SOME_FAILED


def _by_whom(asked: argparse.Namespace) -> "Callable[[Sequence[Item], Plan, WorklistReporter], bool]":
    """What transcribes a worklist."""
    if not asked.cluster:
        from desktop_app.terminal.worklist import transcribe_worklist

        return transcribe_worklist
    from desktop_app.cluster.transcribe import transcribe_on_cluster
    from desktop_app.cluster.worker_pool import Workers

    workers = Workers(asked.workers, asked.gpus_per_worker)
    return partial(transcribe_on_cluster, address=asked.cluster, workers=workers)
