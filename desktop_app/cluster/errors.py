"""Why a cluster cannot be used."""


class ClusterError(Exception):
    """The cluster is not there, or cannot be used; the message is one sentence for the person who asked for it."""
