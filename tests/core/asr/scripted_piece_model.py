"""A PieceModel that hears what it is told to, and fails when it is told to."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.tokens import Piece

Clips = Sequence[NDArray[np.float32]]


class ScriptedPieceModel:
    """Hears the pieces that `said` gives for a clip; before that, `fails` may raise.

    heard: the lengths in samples of the clips of every call; preferred: every vocabulary it was given.
    """

    frame_ms = 80.0

    def __init__(
        self,
        said: Callable[[NDArray[np.float32]], tuple[Piece, ...]] = lambda clip: (Piece("▁word", 1, 1, 0.9),),
        *,
        graphs: bool = True,
        fails: Callable[[Clips, bool], None] = lambda clips, graphs: None,
    ) -> None:
        self._said, self._fails = said, fails
        self.graphs = graphs
        self.heard: list[list[int]] = []
        self.preferred: list[tuple[str, ...]] = []

    def hear(self, clips: Clips) -> list[tuple[Piece, ...]]:
        self.heard.append([len(clip) for clip in clips])
        self._fails(clips, self.graphs)
        return [self._said(clip) for clip in clips]

    def prefer(self, vocabulary: Sequence[str]) -> None:
        self.preferred.append(tuple(vocabulary))

    def turn_graphs_off(self) -> None:
        self.graphs = False
