"""What a remote diarizer says of itself."""

from typing import Any

from desktop_app.core.embedding.remote_answer import Answer, json_in
from desktop_app.core.embedding.remote_errors import NoAnswer
from desktop_app.core.models.link import Link

NAME = "remote"
_WELL = ("ok", "healthy")
_MOST_LETTERS = 200


def told(host: str, answer: Answer) -> Link:
    """The link to a host that answered /health so."""
    if answer.status not in (200, 503):
        return broken(host, NoAnswer(f"answered {answer.status} when it was asked how it is"))
    try:
        health = json_in(answer)
    except NoAnswer as failure:
        return broken(host, failure)
    if answer.status == 200 and isinstance(health, dict) and health.get("status") in _WELL:
        return Link(NAME, True, f"{host} is well; {_engine(health)}")
    return Link(NAME, False, f"{host} says that it cannot embed: {_why(health)}", "See to it on that computer.")


def broken(host: str, failure: NoAnswer) -> Link:
    """The link to a host that did not answer as it should."""
    return Link(NAME, False, f"{host} {failure.clause}", "See that it runs, and that address and token are right.")


def _engine(health: dict[str, Any]) -> str:
    embedding = health.get("embedding")
    if not isinstance(embedding, dict):
        return "whether it can embed, it does not say"
    return _line(f"it embeds with {embedding.get('model')} on {embedding.get('device')}")


def _why(health: object) -> str:
    embedding = health.get("embedding") if isinstance(health, dict) else None
    test = embedding.get("self_test") if isinstance(embedding, dict) else None
    return _line(str(test or "it does not say why"))


def _line(text: str) -> str:
    """As much of what another computer wrote as may stand in a line of ours."""
    return "".join(letter if letter.isprintable() else " " for letter in text[:_MOST_LETTERS])
