"""Why a remote diarizer gave no embedding."""

from desktop_app.translation import tr


class NoAnswer(Exception):
    """One try that gave no embedding.

    clause: what the host did, without the host's name: 'refused the connection'. again: another try may go better, and
    does no harm. wait_s: what the host asks to wait before it. hosts_fault: another clip would fare no better.
    """

    def __init__(self, clause: str, *, again: bool = False, wait_s: float = 0.0, hosts_fault: bool = True) -> None:
        self.clause = clause
        self.again = again
        self.wait_s = wait_s
        self.hosts_fault = hosts_fault
        super().__init__(clause)


class TooShort(NoAnswer):
    """The host works, and calls the clip too short to tell its voice."""

    def __init__(self) -> None:
        super().__init__(tr("calls the clip too short"), hosts_fault=False)
