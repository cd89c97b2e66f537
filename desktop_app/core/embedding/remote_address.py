"""Where a remote diarizer is, and whether it may be asked there."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.store.settings import RemoteSettings
from desktop_app.translation import tr

LABEL = tr("Remote diarizer")


@dataclass(frozen=True, slots=True)
class Address:
    """A checked address. url: without a slash at its end; host: its name, with the port where the URL gives one."""

    url: str
    host: str
    is_encrypted: bool


def address_of(settings: RemoteSettings) -> Address:
    """The address in the settings; ModelUnavailable if nothing may be sent there, or it is no address."""
    if not settings.url:
        raise ModelUnavailable(LABEL, tr("no address is set"), tr("Give its address in the settings."))
    if not settings.allowed:
        hint = tr("Allow it in the settings: it is sent the voices.")
        raise ModelUnavailable(LABEL, tr("it is not allowed"), hint)
    parts = checked_url(settings.url)
    if settings.token:
        _check_token(settings.token)
    host = parts.netloc.lower()
    return Address(f"{parts.scheme}://{host}{parts.path.rstrip('/')}", host, parts.scheme == "https")


def checked_url(url: str) -> SplitResult:
    """The parts of an address that voices could be sent to; ModelUnavailable if it is none, or would not hide them."""
    hint = tr("Give an address such as https://diarizer.example:8080 in the settings.")
    try:
        parts = urlsplit(url)
        is_address = bool(parts.hostname) and parts.port != 0 and url.isprintable() and " " not in url
    except ValueError:
        is_address = False
    if not is_address:
        raise ModelUnavailable(LABEL, tr("its address is not a URL"), hint)
    if parts.scheme not in ("http", "https"):
        reason = tr("its address begins with {scheme}: instead of https: or http:", scheme=parts.scheme)
        raise ModelUnavailable(LABEL, reason, hint)
    if "@" in parts.netloc:
        reason = tr("its address contains a user name or password")
        raise ModelUnavailable(LABEL, reason, tr("Set a token instead."))
    if parts.query or parts.fragment:
        raise ModelUnavailable(LABEL, tr("its address goes on after the path, with ? or #"), hint)
    # Voices tell who somebody is: whoever listens on the way could keep them.
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise ModelUnavailable(
            LABEL,
            tr(
                "voices would cross the network to {host} unencrypted, for anybody on the way to hear",
                host=parts.hostname,
            ),
            tr("Use an https address, or a tunnel that ends at 127.0.0.1."),
        )
    return parts


def _check_token(token: str) -> None:
    if not (token.isascii() and token.isprintable() and " " not in token):
        reason = tr("its token has characters that no token has")
        raise ModelUnavailable(LABEL, reason, tr("Set the token again."))


def is_loopback(host: str) -> bool:
    """Whether a host's name or IP address is this computer's own."""
    if host == "localhost":  # names below it may be asked for on the network
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
