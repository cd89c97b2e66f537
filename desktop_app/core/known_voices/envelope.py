"""The bytes of the file: a line that says what it is, then its contents, encrypted or not.

The line: `diarist-known-voices/1 encrypted SHA256`, or `plain`; the SHA-256 is that of all that follows. Encrypted is
AES-256-GCM: 12 random bytes, then the ciphertext with its tag; the line up to the digest is authenticated with it.
"""

import hashlib
import re
import secrets

from desktop_app.translation import tr

NAME, VERSION = "diarist-known-voices", 1
_LINE = re.compile(rb"diarist-known-voices/(\d+) (plain|encrypted) ([0-9a-f]{64})\n")
_TOO_NEW = re.compile(rb"diarist-known-voices/(\d+) ")
_NONCE_BYTES = 12


class BadEnvelope(ValueError):
    """Bytes that are no file of known voices, or not a whole one; the message is a clause about them."""


class WrongKey(BadEnvelope):
    """A key that is not the one it was encrypted with."""

    def __init__(self) -> None:
        super().__init__(tr("were encrypted with another key than the one in this computer's key ring"))


def sealed(contents: bytes, key: bytes | None) -> bytes:
    """The file's bytes. key: 32 bytes; None leaves the contents plain."""
    if key is None:
        return _with_line(b"plain", contents)
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _with_line(b"encrypted", nonce + AESGCM(key).encrypt(nonce, contents, _kind(b"encrypted")))


def is_encrypted(data: bytes) -> bool:
    """Whether it takes a key to open it. BadEnvelope where it is damaged, of a newer version, or something else."""
    return _parts(data)[0] == b"encrypted"


def opened(data: bytes, key: bytes | None) -> bytes:
    """The contents. key: as it was sealed with; of no account for plain ones. BadEnvelope, WrongKey."""
    kind, body = _parts(data)
    if kind == b"plain":
        return body
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if key is None:
        raise WrongKey
    try:
        return AESGCM(key).decrypt(body[:_NONCE_BYTES], body[_NONCE_BYTES:], _kind(kind))
    except (InvalidTag, ValueError):
        raise WrongKey from None


def _kind(kind: bytes) -> bytes:
    return b"%s/%d %s" % (NAME.encode(), VERSION, kind)


def _with_line(kind: bytes, body: bytes) -> bytes:
    return b"%s %s\n" % (_kind(kind), hashlib.sha256(body).hexdigest().encode()) + body


def _parts(data: bytes) -> tuple[bytes, bytes]:
    if not data:
        raise BadEnvelope(tr("are empty, as if writing them had been cut short"))
    version = _TOO_NEW.match(data)
    if version and int(version[1]) > VERSION:
        raise BadEnvelope(tr("were written by a newer version of Diarist"))
    line = _LINE.match(data)
    if line is None:
        began = data.startswith(NAME.encode()) or NAME.encode().startswith(data)
        raise BadEnvelope(tr("are damaged") if began else tr("are something else: it is not a file of Diarist's"))
    body = data[line.end() :]
    if int(line[1]) != VERSION or hashlib.sha256(body).hexdigest().encode() != line[3]:
        raise BadEnvelope(tr("are damaged: they are not what was written"))
    return line[2], body
