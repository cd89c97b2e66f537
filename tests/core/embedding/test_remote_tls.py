"""Encrypted hosts: whom the remote embedder believes."""

import shutil
import ssl
import subprocess
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.embedding.remote import RemoteEmbedder
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.store.settings import RemoteSettings
from embedding.scripted_host import Reply, ScriptedHost

CLIP = Clip(np.full(16_000, 0.1, np.float32), ((0, 16_000),))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For 127.0.0.1, signed by itself, its key in the same file."""
    return _certificate(tmp_path_factory.mktemp("tls") / "host.pem", "IP:127.0.0.1")


def _certificate(path: Path, name: str) -> Path:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl here to make a certificate with")
    made = path.with_suffix(".crt")
    command = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    files = ["-keyout", str(path), "-out", str(made), "-days", "2", "-subj", "/CN=host"]
    subprocess.run([*command, *files, "-addext", f"subjectAltName={name}"], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + made.read_bytes())
    return path


def served(certificate: Path, *replies: Reply) -> ScriptedHost:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return ScriptedHost(*replies, tls=context)


def why(url: str, ca_file: str = "") -> str:
    embedder = RemoteEmbedder(RemoteSettings(url, allowed=True, ca_file=ca_file), sleep=lambda _: None)
    with pytest.raises(EmbeddingFailed) as failed:
        embedder.embed([CLIP])
    embedder.close()
    return failed.value.reason.partition(": ")[2]


def test_a_certificate_that_the_user_trusts_is_believed(certificate: Path) -> None:
    with served(certificate) as host:
        settings = RemoteSettings(host.url, allowed=True, token="secret", ca_file=str(certificate))
        embedder = RemoteEmbedder(settings)
        assert np.isfinite(embedder.embed([CLIP])).all()
        embedder.close()


def test_a_certificate_that_nobody_vouches_for_is_refused_and_nothing_is_sent(certificate: Path) -> None:
    with served(certificate) as host:
        assert why(host.url) == "has a certificate that is not valid here"
        assert host.asked == []


def test_a_certificate_of_another_host_is_refused(certificate: Path, tmp_path: Path) -> None:
    other = _certificate(tmp_path / "other.pem", "DNS:diarizer.example")
    with served(other) as host:
        assert why(host.url, str(other)) == "has a certificate that is not valid here"


def test_a_host_that_does_not_encrypt_is_told_from_one_with_a_bad_certificate() -> None:
    with ScriptedHost() as host:
        assert why(host.url.replace("http:", "https:")) == "does not speak TLS as it should"


@pytest.mark.parametrize("content", [None, "not a certificate"])
def test_a_file_without_certificates_is_named(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    with pytest.raises(ModelUnavailable, match=r"ca\.pem holds no certificates that can be read"):
        RemoteEmbedder(RemoteSettings("https://diarizer.example", allowed=True, ca_file=str(file)))
