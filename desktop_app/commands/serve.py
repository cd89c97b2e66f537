"""`diarist serve`: embeddings for other programs, the remote diarizer."""

import argparse
import sys
from pathlib import Path

from desktop_app import interruption
from desktop_app.commands.options import positive
from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers

_MEGABYTE = 1 << 20


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "serve",
        help="tell voices apart for other computers",
        description="Answer POST /v2/embedding, a sound file in the multipart field 'file', with the embedding of the "
        "voice in it, and GET /health. Only this computer can ask, unless --host says otherwise.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="name or address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=_port, default=8080, help="0 for any that is free (8080)")
    parser.add_argument(
        "--token-file", type=Path, metavar="FILE", help="what to ask for; DIARIST_SERVER_TOKEN if left out"
    )
    parser.add_argument("--insecure", action="store_true", help="serve other computers even without a token")
    parser.add_argument("--tls-cert", type=Path, metavar="FILE", help="certificates to encrypt with, PEM")
    parser.add_argument("--tls-key", type=Path, metavar="FILE", help="their key, PEM")
    parser.add_argument("--max-mb", type=positive, default=32, metavar="N", help="megabytes of a request (32)")
    parser.add_argument("--max-seconds", type=positive, default=120, metavar="N", help="seconds of sound (120)")
    parser.add_argument("--workers", type=positive, metavar="N", help="threads; what the model can use if left out")
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="embed on a cluster of Ray: auto for that of this computer, or ray://HOST:PORT; with it, --workers says "
        "how many replicas there are at most",
    )


def run(_parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    from desktop_app.cluster.errors import ClusterError
    from desktop_app.server.errors import CannotServe
    from desktop_app.server.requirements import require_packages

    interruption.respond_by(interruption.Response.RAISE)  # the server hands on what ended it
    try:
        require_packages()
        _serve(asked)
    except (CannotServe, ClusterError) as error:
        print(f"diarist: {error}", file=sys.stderr)
        return SOME_FAILED
    except KeyboardInterrupt:  # the usual end
        pass
    return OK


def _serve(asked: argparse.Namespace) -> None:
    from desktop_app.server.binding import Binding, token_from
    from desktop_app.server.limits import ServerLimits
    from desktop_app.server.run import built_in, serve
    from desktop_app.terminal.preparation_notice import tell_preparing

    token = token_from(asked.token_file)
    binding = Binding(asked.host, asked.port, token, asked.tls_cert, asked.tls_key, insecure=asked.insecure)
    limits = ServerLimits(max_bytes=asked.max_mb * _MEGABYTE, max_s=asked.max_seconds)
    if asked.cluster is None:
        serve(binding, limits, workers=asked.workers, make_embedder=lambda: built_in(tell_preparing))
    else:
        from desktop_app.cluster.serve import serve_on_cluster

        serve_on_cluster(asked.cluster, binding, limits, most=asked.workers)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: 0 to 65535")
    return int(text)
