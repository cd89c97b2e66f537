"""What can go wrong while speakers are told apart."""


class DiarizationError(Exception):
    """Speakers that cannot be told apart; the message is one sentence for people."""
