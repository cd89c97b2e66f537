"""Prints how fast a Parakeet of the real size, with weights by chance, writes down by clips at once and precision."""

import json
from time import perf_counter
from types import SimpleNamespace

from bench import card_setting, real_size_parakeet
from bench.card_watch import watched
from desktop_app.core.asr.transducer import Transducer
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.torch.torch_device import chosen_precision
from desktop_app.core.store.settings import Precision

MINUTES = 30.0
CLIP_S = 20
CLIPS_AT_ONCE = (1, 8, 32, 64, 128)
_SMALL_LAYERS = 2


def main() -> None:
    """Half precision as it is used on a card, then float32 in the largest batch but one."""
    small, device = card_setting.is_small(), card_setting.device()
    samples, clip_s = card_setting.speech(MINUTES), 2 if small else CLIP_S
    clip = clip_s * SAMPLE_RATE_HZ
    clips = [samples[at : at + clip] for at in range(0, len(samples) - clip + 1, clip)][: 2 if small else None]
    runs = []
    for precision in (Precision.AUTO, Precision.FLOAT32)[: 1 if small else 2]:
        dtype = chosen_precision(precision, device)
        model = real_size_parakeet.build(layers=_SMALL_LAYERS if small else real_size_parakeet.LAYERS)
        model.tokenizer = SimpleNamespace(vocab_size=real_size_parakeet.PIECES, ids_to_tokens=_words)
        transducer = Transducer(model, device=device, dtype=dtype)
        for count in (1, 2) if small else CLIPS_AT_ONCE if precision is Precision.AUTO else CLIPS_AT_ONCE[-2:-1]:
            transducer.hear(clips[:count])  # graphs are made for each size
            card_setting.finish()
            with watched() as watch:
                started_s = perf_counter()
                for at in range(0, len(clips), count):
                    transducer.hear(clips[at : at + count])
                took_s = perf_counter() - started_s
            runs.append(
                {
                    "precision": str(dtype).removeprefix("torch."),
                    "clips": count,
                    "speed": len(clips) * clip_s / took_s,
                    "busy_percent": watch.busy_percent,
                    "peak_gb": watch.peak_gb,
                    "graphs": transducer.graphs,
                }
            )
        del model, transducer
    print(json.dumps({"runs": runs, "layers": _SMALL_LAYERS if small else real_size_parakeet.LAYERS}))


def _words(pieces: list[int]) -> list[str]:
    return ["w"] * len(pieces)


if __name__ == "__main__":
    main()
