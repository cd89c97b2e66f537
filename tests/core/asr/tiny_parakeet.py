"""A Parakeet of 200 000 weights that knows one recording by heart: the real class, trained in about a minute.

NeMo computes the loss of a TDT model on a graphics card alone. Here every piece has a known moment, so the path through
the lattice is fixed and its steps are learned by cross entropy: no lattice, and the times of all words are known.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import cycle, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from models.nemo_to_build import import_nemo_to_build
from models.packaged_recordings import READER, packaged_samples
from numpy.typing import NDArray

from asr.two_cities import PHRASES, TEXT, Phrase
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    import torch
    from nemo.collections.asr.models import EncDecRNNTBPEModel
    from omegaconf import DictConfig
    from sentencepiece import SentencePieceProcessor

FRAME_S = 0.08
STEPS = 480
CLIPS_A_STEP = 5
CLIP_S = 7.5
_HARDER = (0, 17)
"""Phrases that begin more clips than others: nothing comes before the first, and the longest seldom has room."""
_INSTEAD = (False, True, False, True, False)
"""In which of five lessons an ambiguous word is spelled otherwise: in less than half, so it is not heard by itself."""
_DURATIONS = (0, 1, 2, 3, 4)
_PIECES = 120
_ATTEMPTS = 3
_MELS = 40
_WIDTH = 64


@dataclass(frozen=True)
class Taught:
    """Sound with the pieces said in it. samples: float32 [n], 16 kHz; ids and times_s: of each piece, in order."""

    samples: NDArray[np.float32]
    ids: tuple[int, ...] = ()
    times_s: tuple[float, ...] = ()


def recipe_hash() -> str:
    """Changes with whatever the trained model depends on."""
    from importlib.metadata import version

    digest = hashlib.sha256(Path(__file__).read_bytes())
    digest.update(Path(__file__).with_name("two_cities.py").read_bytes())
    digest.update(packaged_samples(READER).tobytes())
    digest.update(f"{version('nemo_toolkit')} {version('torch')}".encode())
    return digest.hexdigest()[:16]


def word_starts_s() -> list[float]:
    """When every word of the text is taught to begin."""
    return [at for phrase in PHRASES for at, word in zip(_word_times(phrase), phrase.text.split(), strict=True)]


def _word_times(phrase: Phrase) -> list[float]:
    letters = [_spoken(word) for word in phrase.text.split()]
    return [_moment(phrase, sum(letters[:index]) / sum(letters)) for index in range(len(letters))]


def _spoken(piece: str) -> int:
    return sum(letter.isalpha() for letter in piece)


def _moment(phrase: Phrase, part: float) -> float:
    start_s, end_s = phrase.start_s + FRAME_S, phrase.end_s - 2 * FRAME_S
    return start_s + part * (end_s - start_s)


def train(scratch: Path) -> "EncDecRNNTBPEModel":
    """The trained model; scratch: an empty folder.

    Processors round differently, so a model may turn out badly: one that NeMo itself does not hear the recording with
    is trained again, from other beginnings.
    """
    import_nemo_to_build()
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # so small a model is slower on two
    try:
        for seed in range(_ATTEMPTS):
            torch.manual_seed(seed)
            (scratch / str(seed)).mkdir()
            model = _Training(scratch / str(seed), seed).run()
            if _knows_the_recording(model):
                break
        return model
    finally:
        torch.set_num_threads(threads)


def _knows_the_recording(model: "EncDecRNNTBPEModel") -> bool:
    """Whether NeMo, as it comes, writes down the whole, a few words and nothing as they are."""
    samples = packaged_samples(READER)
    few = np.pad(samples[round(29.0 * SAMPLE_RATE_HZ) : round(29.7 * SAMPLE_RATE_HZ)], (0, 8000))
    clips = {TEXT: samples.copy(), "In short,": few, "": np.zeros(5 * SAMPLE_RATE_HZ, np.float32)}
    heard = [model.transcribe([clip], batch_size=1, verbose=False)[0].text for clip in clips.values()]
    return heard == list(clips)


@dataclass
class _Lesson:
    """A clip in the making."""

    rng: np.random.Generator
    parts: list[NDArray[np.float32]] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    times_s: list[float] = field(default_factory=list)

    @property
    def length_s(self) -> float:
        return sum(map(len, self.parts)) / SAMPLE_RATE_HZ

    def add(self, taught: Taught) -> None:
        at_s = self.length_s
        self.ids += taught.ids
        self.times_s += [at_s + time_s for time_s in taught.times_s]
        self.parts.append(taught.samples)

    def add_silence(self, most_s: float) -> None:
        """Of any length up to most_s: none at all, or what a quiet room sounds like."""
        length = int(self.rng.uniform(0, most_s) * SAMPLE_RATE_HZ)
        hiss = self.rng.normal(0, 2e-4, length) if self.rng.integers(3) == 0 else np.zeros(length)
        self.parts.append(hiss.astype(np.float32))

    def taught(self) -> Taught:
        return Taught(np.concatenate(self.parts), tuple(self.ids), tuple(self.times_s))


class _Teacher:
    """Makes clips of the recording: phrases in their order and out of it, with other pauses."""

    def __init__(self, encode: Callable[[str], list[int]], piece: Callable[[int], str], seed: int) -> None:
        self._encode, self._piece = encode, piece
        self._samples = packaged_samples(READER)
        self._rng = np.random.default_rng(seed)
        self._instead = cycle(_INSTEAD)

    def whole(self) -> Taught:
        return self._said(0, len(PHRASES) - 1, 0.0, len(self._samples) / SAMPLE_RATE_HZ)

    def clip(self) -> Taught:
        """Phrases as they follow each other in the recording, and others, until there is no room."""
        lesson = _Lesson(self._rng)
        if self._rng.random() < 0.7:
            lesson.add_silence(1.2)
        while True:
            first = int(self._rng.choice([*range(len(PHRASES)), *3 * _HARDER]))
            fitting = _fitting(first, CLIP_S - lesson.length_s)
            if not fitting:
                break
            count = fitting if self._rng.random() < 0.6 else 1 + int(self._rng.integers(fitting))
            lesson.add(self._slice(first, first + count - 1))
            lesson.add_silence(0.8)
        lesson.add_silence(1.0)
        return self._heard_otherwise(lesson.taught())

    def _heard_otherwise(self, taught: Taught) -> Taught:
        """The same a little louder or fainter, and sometimes with hiss."""
        hiss = self._rng.normal(0, self._rng.uniform(0, 5e-4), len(taught.samples)) * (self._rng.random() < 0.3)
        louder = taught.samples * self._rng.uniform(0.6, 1.2) + hiss
        return replace(taught, samples=louder.astype(np.float32))

    def _slice(self, first: int, last: int) -> Taught:
        """Phrases with some of the pauses around them."""
        before_s = PHRASES[first - 1].end_s if first else 0.0
        after_s = PHRASES[last + 1].start_s if last + 1 < len(PHRASES) else len(self._samples) / SAMPLE_RATE_HZ
        start_s = max(before_s + 0.05, PHRASES[first].start_s - self._rng.uniform(0.02, 0.7))
        end_s = min(after_s - 0.05, PHRASES[last].end_s + self._rng.uniform(0.1, 0.9))
        return self._said(first, last, start_s, end_s)

    def _said(self, first: int, last: int, start_s: float, end_s: float) -> Taught:
        ids: list[int] = []
        times_s: list[float] = []
        for phrase in PHRASES[first : last + 1]:
            text = phrase.text
            if phrase.instead and next(self._instead):
                text = text.replace(*phrase.instead)
            pieces = self._encode(text)
            letters = [_spoken(self._piece(each)) for each in pieces]
            ids += pieces
            times_s += [_moment(phrase, sum(letters[:at]) / sum(letters)) - start_s for at in range(len(pieces))]
        part = self._samples[round(start_s * SAMPLE_RATE_HZ) : round(end_s * SAMPLE_RATE_HZ)]
        return Taught(part, tuple(ids), tuple(times_s))


class _Training:
    """The model and how it learns."""

    def __init__(self, scratch: Path, seed: int) -> None:
        from nemo.collections.asr.models import EncDecRNNTBPEModel

        tokenizer = _train_tokenizer(scratch)
        self._blank = tokenizer.get_piece_size()
        self._teacher = _Teacher(tokenizer.encode, tokenizer.id_to_piece, seed)
        self._model = EncDecRNNTBPEModel(_config(scratch))

    def run(self) -> "EncDecRNNTBPEModel":
        import torch

        for module in self._model.modules():
            if isinstance(module, torch.nn.BatchNorm1d):
                module.momentum = 0.2
        self._model.train()
        optimiser = torch.optim.AdamW(self._model.parameters(), lr=4e-3, weight_decay=1e-3)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=STEPS, pct_start=0.1)
        for step in range(STEPS):
            teacher = self._teacher
            batch = [teacher.whole()] if step % 12 == 11 else [teacher.clip() for _ in range(CLIPS_A_STEP)]
            optimiser.zero_grad()
            self._loss(batch).backward()
            torch.nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
        return self._model.eval()

    def _loss(self, batch: list[Taught]) -> "torch.Tensor":
        import torch
        from torch.nn.functional import cross_entropy
        from torch.nn.utils.rnn import pad_sequence

        sounds = [torch.from_numpy(np.array(taught.samples)) for taught in batch]
        labels = [torch.tensor(taught.ids, dtype=torch.long) for taught in batch]
        features, lengths = self._model.preprocessor(
            input_signal=pad_sequence(sounds, batch_first=True), length=torch.tensor([len(each) for each in sounds])
        )
        encoded, frames = self._model.encoder(audio_signal=features, length=lengths)
        predicted, _, _ = self._model.decoder(
            targets=pad_sequence(labels, batch_first=True), target_length=torch.tensor([len(each) for each in labels])
        )
        steps = [
            (item, *step)
            for item, (taught, length) in enumerate(zip(batch, frames.tolist(), strict=True))
            for step in _path(taught, length, self._blank)
        ]
        items, at, before, label, duration = (list(column) for column in zip(*steps, strict=True))
        joint = self._model.joint
        heard = joint.project_encoder(encoded.transpose(1, 2))[items, at]
        said = joint.project_prednet(predicted.transpose(1, 2))[items, before]
        logits = joint.joint_net(heard + said)
        words, durations = logits[:, : self._blank + 1], logits[:, self._blank + 1 :]
        return cross_entropy(words, torch.tensor(label)) + cross_entropy(durations, torch.tensor(duration))


def _fitting(first: int, room_s: float) -> int:
    """How many phrases from the first on have room, with a second of silence."""
    start_s = PHRASES[first].start_s
    return sum(phrase.end_s - start_s + 1 <= room_s for phrase in PHRASES[first:])


def _path(taught: Taught, length: int, blank: int) -> list[tuple[int, int, int, int]]:
    """Frame, pieces before, label and duration of every step through the clip."""
    at = [min(int(time_s / FRAME_S), length - 1) for time_s in taught.times_s]
    steps: list[tuple[int, int, int, int]] = []
    frame = 0
    for before, (here, following) in enumerate(pairwise([*at, length])):
        while frame < here:
            steps.append((frame, before, blank, min(4, here - frame)))
            frame += steps[-1][-1]
        steps.append((frame, before, taught.ids[before], min(4, max(0, following - frame))))
        frame += steps[-1][-1]
    while frame < length:
        steps.append((frame, len(at), blank, min(4, length - frame)))
        frame += steps[-1][-1]
    return steps


def _train_tokenizer(folder: Path) -> "SentencePieceProcessor":
    """A tokenizer of the text's own pieces, in the folder as NeMo wants it."""
    import sentencepiece

    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(phrase.text for phrase in PHRASES),
        model_prefix=str(folder / "tokenizer"),
        vocab_size=_PIECES,
        model_type="bpe",
        unk_id=0,
        bos_id=-1,
        eos_id=-1,
        pad_id=-1,
        # One piece each: as durations are not of a piece but of its place, the spellings must be cut alike.
        user_defined_symbols=[f"▁{word}" for phrase in PHRASES for word in phrase.instead or ()],
        minloglevel=2,
    )
    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(folder / "tokenizer.model"))
    pieces = [tokenizer.id_to_piece(each) for each in range(1, tokenizer.get_piece_size())]
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    return tokenizer


def _config(tokenizer: Path) -> "DictConfig":
    """As the published models', but small. A frame sees 2 s around it: a phrase sounds alike wherever it stands."""
    from omegaconf import OmegaConf

    return OmegaConf.create(
        {
            "sample_rate": SAMPLE_RATE_HZ,
            "model_defaults": {"enc_hidden": _WIDTH, "pred_hidden": _WIDTH},
            "tokenizer": {"dir": str(tokenizer), "type": "bpe"},
            "preprocessor": {
                "_target_": "nemo.collections.asr.modules.AudioToMelSpectrogramPreprocessor",
                "sample_rate": SAMPLE_RATE_HZ,
                "normalize": "NA",
                "window_size": 0.025,
                "window_stride": 0.01,
                "window": "hann",
                "features": _MELS,
                "n_fft": 512,
                "log": True,
                "frame_splicing": 1,
                "dither": 0.0,
                "pad_to": 0,
                "pad_value": 0.0,
            },
            "encoder": _encoder(),
            "decoder": {
                "_target_": "nemo.collections.asr.modules.RNNTDecoder",
                "normalization_mode": None,
                "random_state_sampling": False,
                "blank_as_pad": True,
                "prednet": {"pred_hidden": _WIDTH, "pred_rnn_layers": 1, "t_max": None, "dropout": 0.0},
            },
            "joint": {
                "_target_": "nemo.collections.asr.modules.RNNTJoint",
                "log_softmax": None,
                "preserve_memory": False,
                "fuse_loss_wer": False,
                "num_extra_outputs": len(_DURATIONS),
                "jointnet": {"joint_hidden": _WIDTH, "activation": "relu", "dropout": 0.0},
            },
            "decoding": {
                "strategy": "greedy_batch",
                "model_type": "tdt",
                "durations": list(_DURATIONS),
                "greedy": {"max_symbols": 10},
            },
            "loss": {
                "loss_name": "tdt",
                "tdt_kwargs": {"durations": list(_DURATIONS), "sigma": 0.02, "omega": 0.1},
            },
        }
    )


def _encoder() -> dict[str, Any]:
    return {
        "_target_": "nemo.collections.asr.modules.ConformerEncoder",
        "feat_in": _MELS,
        "feat_out": -1,
        "n_layers": 2,
        "d_model": _WIDTH,
        "use_bias": False,
        "subsampling": "dw_striding",
        "subsampling_factor": 8,
        "subsampling_conv_channels": 16,
        "causal_downsampling": False,
        "ff_expansion_factor": 2,
        "self_attention_model": "rel_pos",
        "n_heads": 4,
        "att_context_size": [12, 12],
        "att_context_style": "regular",
        "xscaling": False,
        "untie_biases": True,
        "pos_emb_max_len": 1000,
        "conv_kernel_size": 9,
        "conv_norm_type": "batch_norm",
        "dropout": 0.0,
        "dropout_pre_encoder": 0.0,
        "dropout_emb": 0.0,
        "dropout_att": 0.0,
    }
