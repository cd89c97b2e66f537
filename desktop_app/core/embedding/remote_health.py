"""What a remote diarizer says of itself."""

from typing import Any

from desktop_app.core.embedding.remote_answer import Answer, json_in
from desktop_app.core.embedding.remote_errors import NoAnswer
from desktop_app.core.models.link import Link
from desktop_app.translation import tr

NAME = "remote"
_WELL = ("ok", "healthy")
_MOST_LETTERS = 200


def told(host: str, answer: Answer) -> Link:
    """The link to a host that answered /health so."""
    if answer.status not in (200, 503):
        return broken(host, NoAnswer(tr("answered {status} when it was asked how it is", status=answer.status)))
    try:
        health = json_in(answer)
    except NoAnswer as failure:
        return broken(host, failure)
    if answer.status == 200 and isinstance(health, dict) and health.get("status") in _WELL:
        return Link(NAME, True, tr("{host} is well; {engine}", host=host, engine=_engine(health)))
    detail = tr("{host} says that it cannot embed: {why}", host=host, why=_why(health))
    return Link(NAME, False, detail, tr("See to it on that computer."))


def broken(host: str, failure: NoAnswer) -> Link:
    """The link to a host that did not answer as it should."""
    detail = tr("{host} {clause}", "what a server did").format(host=host, clause=failure.clause)
    return Link(NAME, False, detail, tr("See that it runs, and that address and token are right."))


def _engine(health: dict[str, Any]) -> str:
    embedding = health.get("embedding")
    if not isinstance(embedding, dict):
        return tr("whether it can embed, it does not say")
    model, device = embedding.get("model"), embedding.get("device")
    return _line(tr("it embeds with {model} on {device}", model=model, device=device))


def _why(health: object) -> str:
    embedding = health.get("embedding") if isinstance(health, dict) else None
    test = embedding.get("self_test") if isinstance(embedding, dict) else None
    return _line(str(test or tr("it does not say why")))


def _line(text: str) -> str:
    """As much of what another computer wrote as may stand in a line of ours."""
    return "".join(letter if letter.isprintable() else " " for letter in text[:_MOST_LETTERS])
