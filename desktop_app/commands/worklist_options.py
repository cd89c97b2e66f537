"""What `diarist transcribe` can be asked about many recordings."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.commands.options import positive
from desktop_app.core.worklist.shard import Shard

if TYPE_CHECKING:
    from desktop_app.core.worklist.items import Item


def add_worklist_options(parser: argparse.ArgumentParser) -> None:
    """Which recordings, how many at a time, and what is left out."""
    many = parser.add_argument_group("many recordings", "how each ended is written down in diarist-done.jsonl")
    many.add_argument("--recursive", action="store_true", help="look into the folders of a folder, too")
    many.add_argument("--jobs", type=positive, metavar="N", default=1, help="so many at a time, each with its engines")
    many.add_argument("--resume", action="store_true", help="leave out what diarist-done.jsonl says is done")
    many.add_argument(
        "--manifest",
        type=Path,
        metavar="JSONL",
        help="the recordings of a NeMo manifest: audio_filepath, offset, duration; needs --out",
    )
    many.add_argument(
        "--shard",
        type=_shard,
        default=Shard(),
        metavar="I/N",
        help="only the I-th of N shares, the same on every machine: 2/4",
    )


def add_cluster_options(parser: argparse.ArgumentParser) -> None:
    """Whether a cluster does it, and by how many workers."""
    cluster = parser.add_argument_group("a cluster", "many recordings by the computers of a Ray cluster; needs --out")
    cluster.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="ray://HOST:PORT; auto is the one that this computer belongs to, or else this computer alone",
    )
    cluster.add_argument("--workers", type=positive, metavar="N", help="as many as fit if left out")
    cluster.add_argument(
        "--gpus-per-worker", type=_gpus, metavar="F", default=0.0, help="share of a graphics card of each: 0.5"
    )


def is_worklist(asked: argparse.Namespace) -> bool:
    """Whether many recordings are meant, and not just the files that are named."""
    asked_more = (
        asked.recursive or asked.resume or asked.jobs > 1 or asked.manifest or asked.shard.of > 1 or asked.cluster
    )
    return bool(asked_more) or any(path.is_dir() for path in asked.files)


def worklist_of(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> "tuple[list[Item], Path]":
    """What is to be done, and the folder of the record of it. WorklistError where a list cannot be used."""
    from desktop_app.core.worklist.items import items_of, require_any
    from desktop_app.core.worklist.manifest import read_manifest

    _require_one_way(parser, asked)
    if asked.manifest:
        if asked.files or not asked.out:
            parser.error("--manifest needs --out, and takes no files")
        return read_manifest(asked.manifest, lambda repeated: print(f"diarist: {repeated}", file=sys.stderr)), asked.out
    if not asked.files:
        parser.error("name a folder, or recordings")
    if asked.out is None and (len(asked.files) > 1 or not asked.files[0].is_dir()):
        parser.error("--out says where the record of what is done is to lie; for one folder that is the folder itself")
    items = items_of(asked.files, recursive=asked.recursive)
    require_any(items, asked.files)
    return items, asked.out or asked.files[0]


def _require_one_way(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> None:
    if asked.cluster and not asked.out:
        parser.error("--cluster needs --out, a folder that all its computers see")
    if asked.cluster and asked.jobs > 1:
        parser.error("--jobs are on this computer; how many a cluster does at a time is --workers")
    if not asked.cluster and (asked.workers or asked.gpus_per_worker):
        parser.error("--workers and --gpus-per-worker are those of a --cluster")


def _shard(text: str) -> Shard:
    try:
        return Shard.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _gpus(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not (0 < share < 1 or share in range(1, 17)):
        raise argparse.ArgumentTypeError(f"{text!r} is no share of a graphics card: 0.25, 0.5, 1, 2")
    return share
