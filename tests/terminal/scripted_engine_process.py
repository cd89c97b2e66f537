"""What a process with scripted engines does; it imports little, as many are started."""

import os
from multiprocessing.connection import Connection
from time import sleep

from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word
from desktop_app.jobs.messages import Done, Failed, Message, TranscribeRequest

LONG_BYTES = 200_000


def serve(connection: Connection) -> None:
    """Writes down the name of a recording, and notes beside it that it was asked; does what that name asks for."""
    while True:
        try:
            request = connection.recv()
        except EOFError:
            return
        with request.path.with_suffix(".asked").open("a") as asked:
            asked.write("x")
        connection.send(_answer(request))


def _answer(request: TranscribeRequest) -> Message:
    name = request.path.stem
    if "dying" in name:
        os._exit(3)
    if "slow" in name:
        sleep(60)
    if "broken" in name or not request.path.exists():
        return Failed("It is broken.", "Mend it.")
    span = request.stretch or Span(0, 900)
    word = Word(name.ljust(LONG_BYTES, "x") if "long" in name else name, span.start_ms, span.end_ms)
    turn = Turn("S1", span.start_ms, span.end_ms, (word,), (span,))
    audio = AudioSource(str(request.path), 900, sha256=None)
    anna = Speaker("S1", "Anna", 0)
    return Done(Transcript(audio, (anna,), (turn,), language="en", warnings=("it is faint",)), b"")
