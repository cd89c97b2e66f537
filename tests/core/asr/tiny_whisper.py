"""A Whisper for CTranslate2 that is tiny and untaught: it says a sentence that was put into its weights."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from ctranslate2.specs.common_spec import LayerNormSpec
    from ctranslate2.specs.whisper_spec import WhisperSpec
    from tokenizers import Tokenizer

LANGUAGES = ("en", "de", "ja")
SENTENCE = (" Hello", " world", ",", " and", " once", " again", ".")
_WIDTH, _LAYERS, _HEADS = 32, 2, 2
_MEL_BANDS, _FRAMES, _MOST_TOKENS = 80, 1500, 448
_WORD_FRAMES = 20
"""Of the encoder, 20 ms each."""
_SHARP = 12.0
_FIRST_TIME = 3
"""It is said after the start, the language and the task, and before the words."""
_TIMES = 1501
_KNOWS_LANGUAGES = ""
"""A token that published models have unless they know English alone: that is how CTranslate2 tells them apart."""


def write_tiny_whisper(
    folder: Path,
    *,
    sentence: Sequence[str] = SENTENCE,
    ends_s: float | None = 2.0,
    language: str = "de",
    noise: float = 0.0,
) -> Path:
    """The model's folder, with the files that a published one has.

    sentence: what it says of every clip, token by token. ends_s: when it says that the sentence ends, if at all.
    language: what it takes every clip to be in. noise: how far its weights are random, 0 for not at all.
    """
    import ctranslate2

    tokens = _tokens(sentence)
    spec = ctranslate2.specs.WhisperSpec(_LAYERS, _HEADS, _LAYERS, _HEADS)
    _fill(spec, len(tokens), np.random.default_rng(0), noise)
    _teach(spec, [tokens.index(token) for token in _said(sentence, ends_s, language)])
    # Words are aligned without the times among them.
    spec.decoder.embeddings.weight[tokens.index("<|notimestamps|>"), _FIRST_TIME] = 1
    _listen(spec)
    spec.register_vocabulary(tokens)
    spec.config.suppress_ids, spec.config.suppress_ids_begin = [], [tokens.index("<|endoftext|>")]
    spec.config.lang_ids = [tokens.index(f"<|{tag}|>") for tag in LANGUAGES]
    spec.config.alignment_heads = [(_LAYERS - 1, 0)]
    spec.validate()
    folder.mkdir(parents=True)
    spec.save(str(folder))
    _tokenizer(tokens).save(str(folder / "tokenizer.json"))
    (folder / "preprocessor_config.json").write_text(json.dumps({"feature_size": _MEL_BANDS}))
    return folder


def _said(sentence: Sequence[str], ends_s: float | None, language: str) -> list[str]:
    """Each token that makes the model say the next one."""
    words = [word.replace(" ", "Ġ") for word in sentence]
    start = ["<|startoftranscript|>", f"<|{language}|>", "<|transcribe|>", "<|0.00|>"]
    end = [] if ends_s is None else [f"<|{ends_s:.2f}|>"]
    return [*start, *words, *end, "<|endoftext|>"]


def _tokens(sentence: Sequence[str]) -> list[str]:
    from tokenizers.pre_tokenizers import ByteLevel

    letters = sorted(ByteLevel.alphabet())
    words = [token for each in sentence if (token := each.replace(" ", "Ġ")) not in letters]
    told = [*_special(), *(f"<|{number * 0.02:.2f}|>" for number in range(_TIMES))]
    return [*letters, *dict.fromkeys(words), _KNOWS_LANGUAGES, *told]


def _special() -> list[str]:
    tasks = ["<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>"]
    return ["<|endoftext|>", "<|startoftranscript|>", *(f"<|{tag}|>" for tag in LANGUAGES), *tasks]


def _tokenizer(tokens: Sequence[str]) -> "Tokenizer":
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

    tokenizer = Tokenizer(models.BPE(vocab={token: at for at, token in enumerate(tokens)}, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in _special()])
    tokenizer.add_tokens([AddedToken(token) for token in tokens[-_TIMES:]])
    return tokenizer


def _fill(spec: "WhisperSpec", tokens: int, random: np.random.Generator, noise: float) -> None:
    """Weights of the right shapes: random ones where there is noise, else such as pass on what comes in."""

    def some(*shape: int) -> NDArray[np.float32]:
        return (noise * random.standard_normal(shape)).astype(np.float32)

    encoder, decoder, wide = spec.encoder, spec.decoder, 4 * _WIDTH
    encoder.conv1.weight, encoder.conv1.bias = some(_WIDTH, _MEL_BANDS, 3), some(_WIDTH)
    encoder.conv2.weight, encoder.conv2.bias = some(_WIDTH, _WIDTH, 3), some(_WIDTH)
    encoder.position_encodings.encodings = some(_FRAMES, _WIDTH)
    decoder.position_encodings.encodings = some(_MOST_TOKENS, _WIDTH)
    decoder.embeddings.weight = some(tokens, _WIDTH)
    decoder.projection.weight, decoder.projection.bias = some(tokens, _WIDTH), some(tokens)
    for part in (encoder, decoder):
        _pass_on(part.layer_norm)
        for layer in part.layer:
            attentions = [layer.self_attention, *([layer.attention] if part is decoder else [])]
            for attention in attentions:
                _pass_on(attention.layer_norm)
                heights = (3, 1) if attention is layer.self_attention else (1, 2, 1)
                for linear, height in zip(attention.linear, heights, strict=True):
                    linear.weight, linear.bias = some(height * _WIDTH, _WIDTH), some(height * _WIDTH)
            _pass_on(layer.ffn.layer_norm)
            layer.ffn.linear_0.weight, layer.ffn.linear_0.bias = some(wide, _WIDTH), some(wide)
            layer.ffn.linear_1.weight, layer.ffn.linear_1.bias = some(_WIDTH, wide), some(_WIDTH)


def _pass_on(norm: "LayerNormSpec") -> None:
    norm.gamma, norm.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)


def _teach(spec: "WhisperSpec", said: Sequence[int]) -> None:
    """After each of these tokens the next one is by far the most probable."""
    for at, (token, following) in enumerate(zip(said, said[1:], strict=False)):
        spec.decoder.embeddings.weight[token] = 0
        spec.decoder.embeddings.weight[token, at] = 1
        spec.decoder.projection.weight[following, at] = _SHARP


def _listen(spec: "WhisperSpec") -> None:
    """Each token attends to its own stretch of the sound, one after the other."""
    frames = np.arange(_FRAMES)
    heard = np.minimum(_FIRST_TIME + frames // _WORD_FRAMES, _WIDTH // _HEADS - 1)
    spec.encoder.position_encodings.encodings[frames, heard] += 1
    for layer in spec.decoder.layer:
        queries, keys_and_values = layer.attention.linear[:2]
        queries.weight[:] += _SHARP * np.eye(_WIDTH, dtype=np.float32)
        keys_and_values.weight[:_WIDTH] += np.eye(_WIDTH, dtype=np.float32)
