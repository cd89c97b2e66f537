"""Recordings in buckets: read as a stream into a file that is gone afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.worklist import remote_recording
from desktop_app.core.worklist.remote_recording import RemoteRecordingError, fetched

TAPE = b"sound" * 3_000_000


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket of S3 on this machine, with one tape in it."""
    moto = pytest.importorskip("moto.server")
    s3fs = pytest.importorskip("s3fs")
    server = moto.ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "reader")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    s3fs.S3FileSystem.clear_instance_cache()
    store = s3fs.S3FileSystem()
    store.makedirs("tapes", exist_ok=True)
    store.pipe("tapes/1987/a b.wav", TAPE)
    yield "s3://tapes/1987"
    s3fs.S3FileSystem.clear_instance_cache()
    server.stop()


@pytest.mark.slow
def test_it_comes_as_a_stream_and_nothing_of_it_stays(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once: list[int] = []
    parts = remote_recording.in_file

    def watched(taken: Iterator[bytes], known: Path) -> object:
        return parts((at_once.append(len(part)) or part for part in taken), known)

    monkeypatch.setattr(remote_recording, "in_file", watched)
    with fetched(f"{bucket}/a b.wav") as file:
        assert file.name == "a b.wav"
        assert file.read_bytes() == TAPE
    assert not file.parent.exists()
    assert len(at_once) > 1
    assert max(at_once) < len(TAPE) / 2


@pytest.mark.slow
def test_what_is_not_there_is_told_by_its_address(bucket: str) -> None:
    with pytest.raises(RemoteRecordingError, match=r"^s3://tapes/1987/none\.wav: there is no such file$"):
        with fetched(f"{bucket}/none.wav"):
            pass


@pytest.mark.slow
def test_a_store_that_does_not_answer_is_told_by_its_address(
    bucket: str, monkeypatch: pytest.MonkeyPatch, refused_port: int
) -> None:
    import s3fs

    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{refused_port}")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    s3fs.S3FileSystem.clear_instance_cache()
    with pytest.raises(RemoteRecordingError, match=r"^s3://tapes/1987/a b\.wav: it cannot be read from there: "):
        with fetched(f"{bucket}/a b.wav"):
            pass
