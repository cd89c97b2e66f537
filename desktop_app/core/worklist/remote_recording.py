"""A recording that lies in a store on the network, read as a stream into a file that is gone afterwards."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path, PurePosixPath

from desktop_app.core.store.piped_input import in_file
from desktop_app.translation import tr

SCHEMES = ("s3", "gs")
"""Of the addresses that can be read: a bucket of S3, or of what answers like it, and one of Google's."""
_AT_ONCE_BYTES = 1 << 22


class RemoteRecordingError(Exception):
    """It cannot be read from there; one sentence that names it and the cause."""

    def __init__(self, address: str, cause: str) -> None:
        super().__init__(f"{address}: {cause}")


def name_in(address: str) -> PurePosixPath:
    """The path of the file in its store, without the scheme."""
    return PurePosixPath(address.partition("://")[2])


def fetched(address: str) -> AbstractContextManager[Path]:
    """A file of what lies at the address. RemoteRecordingError where that cannot be read, AudioError where it cannot
    be kept."""
    return in_file(_parts(address), Path(name_in(address).name))


def _parts(address: str) -> Iterator[bytes]:
    try:
        import fsspec

        with fsspec.open(address, "rb") as stream:
            while part := stream.read(_AT_ONCE_BYTES):
                yield part
    except ImportError as error:
        cause = tr("addresses of this kind need the extra `cluster` of Diarist ({error})", error=error)
        raise RemoteRecordingError(address, cause) from error
    except FileNotFoundError as error:
        raise RemoteRecordingError(address, tr("there is no such file")) from error
    except Exception as error:  # each store has errors of its own
        cause = tr("it cannot be read from there: {error}", error=str(error).strip() or type(error).__name__)
        raise RemoteRecordingError(address, cause) from error
