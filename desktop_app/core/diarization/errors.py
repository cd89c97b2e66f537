"""What can go wrong while speakers are told apart."""

from desktop_app.core.models.errors import ModelUnavailable


class DiarizationError(Exception):
    """Speakers that cannot be told apart; the message is one sentence for people."""


class SegmentationFailed(ModelUnavailable):
    """An engine that finds who speaks in windows, and could not on the way: another one may stand in."""
