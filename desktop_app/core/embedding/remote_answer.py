"""What a remote diarizer answered: an embedding, or a clause that says why it is none."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.embedding.remote_errors import NoAnswer, TooShort
from desktop_app.translation import tr

DIMENSION = 256
_TO_TRY_AGAIN = (429, 502, 503, 504)
_SHORTEST = 1e-9
_ERROR_NAME = 40


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. location, retry_after: those headers, '' where there are none."""

    status: int
    body: bytes
    location: str = ""
    retry_after: str = ""


def embedding_in(answer: Answer, *, host: str, has_token: bool) -> NDArray[np.float32]:
    """The embedding float32 [256], scaled to length 1; NoAnswer if there is none, TooShort where that is why."""
    if answer.status != 200:
        raise _refusal(answer, host, has_token=has_token)
    return _checked(_numbers(json_in(answer)))


def json_in(answer: Answer) -> object:
    """The body as JSON; NoAnswer if it is none."""
    try:
        found: object = json.loads(answer.body)
    except (ValueError, RecursionError) as error:
        is_html = answer.body.lstrip()[:1] == b"<"
        other = tr("answered with something that is not JSON")
        raise NoAnswer(tr("answered with HTML instead of JSON") if is_html else other) from error
    return found


def _numbers(found: object) -> list[float]:
    if isinstance(found, dict):
        if "embedding" not in found:
            raise NoAnswer(tr("answered without an embedding"))
        found = found["embedding"]
    if isinstance(found, list) and len(found) == 1 and isinstance(found[0], list):
        (found,) = found
    if not isinstance(found, list) or not all(type(each) in (int, float) for each in found):
        raise NoAnswer(tr("answered with something other than a list of numbers"))
    return found


def _checked(numbers: list[float]) -> NDArray[np.float32]:
    if len(numbers) != DIMENSION:
        clause = tr("answered with {found} numbers instead of {wanted}", found=len(numbers), wanted=DIMENSION)
        raise NoAnswer(clause)
    try:
        vector = np.array(numbers, np.float64)
    except OverflowError:  # a whole number beyond any float
        vector = np.full(DIMENSION, np.inf)
    with np.errstate(over="ignore", invalid="ignore"):
        length = np.linalg.norm(vector)
    if not np.isfinite(length):
        raise NoAnswer(tr("answered with numbers that are not finite"))
    if length < _SHORTEST:
        raise NoAnswer(tr("answered with an embedding that has no length"))
    return np.asarray(vector / length, np.float32)


def _refusal(answer: Answer, host: str, *, has_token: bool) -> NoAnswer:
    status, error = answer.status, _error_name(answer.body)
    if status == 422 and error == "audio_too_short":
        return TooShort()
    plainly = tr("answered {status}", status=status)
    told = tr("answered {status} ({error})", status=status, error=error) if error else plainly
    if status in _TO_TRY_AGAIN:
        return NoAnswer(told, again=True, wait_s=_wait_s(answer.retry_after))
    if 300 <= status < 400:
        return _redirected(answer.location, host)
    if status in (401, 403):
        without = tr("asks for a token ({status})", status=status)
        return NoAnswer(tr("does not accept the token ({status})", status=status) if has_token else without)
    return NoAnswer(told, hosts_fault=status not in (400, 413, 415, 422))


def _redirected(location: str, host: str) -> NoAnswer:
    try:
        target = urlsplit(location).netloc.rpartition("@")[2].lower()
    except ValueError:
        target = ""
    if target and target != host:
        return NoAnswer(tr("sends us to another host, {host}, which is not followed", host=target))
    return NoAnswer(tr("sends us to another address, which is not followed"))


def _error_name(body: bytes) -> str:
    """The name of the error where the body is {"detail": {"error": NAME}}; else ''."""
    try:
        name = json.loads(body)["detail"]["error"]
    except (ValueError, RecursionError, LookupError, TypeError):
        return ""
    return name if isinstance(name, str) and name.isidentifier() and len(name) <= _ERROR_NAME else ""


def _wait_s(retry_after: str) -> float:
    """Seconds that a Retry-After header asks for, given as seconds or as a date; 0 where it says neither."""
    if retry_after.isdecimal() and retry_after.isascii():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return 0.0
    return max(0.0, (until.astimezone(UTC) - datetime.now(UTC)).total_seconds())
