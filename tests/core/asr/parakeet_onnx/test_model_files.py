"""Folders that hold something else, and parts that do not fit together."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import onnx
import pytest

from desktop_app.core.asr.parakeet_onnx.model_files import read_settings, transducer_files
from desktop_app.core.asr.parakeet_onnx.onnx_transducer import OnnxTransducer
from desktop_app.core.models.errors import ModelUnavailable

Change = Callable[[Path], object]


def load(folder: Path) -> OnnxTransducer:
    files = transducer_files(folder.iterdir(), "Tiny")
    return OnnxTransducer(files, read_settings(files, "Tiny"), label="Tiny")


def said(**changed: object) -> Change:
    def change(folder: Path) -> None:
        path = folder / "config.json"
        found = json.loads(path.read_text()) | changed
        path.write_text(json.dumps({key: value for key, value in found.items() if value is not None}))

    return change


def written(name: str, content: bytes) -> Change:
    return lambda folder: (folder / name).write_bytes(content)


def without(name: str) -> Change:
    return lambda folder: (folder / name).unlink()


def cut(name: str) -> Change:
    return lambda folder: (folder / name).write_bytes((folder / name).read_bytes()[:100_000])


def weights_beside_and_cut(folder: Path) -> None:
    path = folder / "encoder-model.onnx"
    model = onnx.load(path)
    path.unlink()
    onnx.save(model, path, save_as_external_data=True, location="encoder-model.onnx.data", size_threshold=0)
    cut("encoder-model.onnx.data")(folder)


def swapped(folder: Path) -> None:
    encoder, decoder = folder / "encoder-model.onnx", folder / "decoder_joint-model.onnx"
    encoder.rename(folder / "other")
    decoder.rename(encoder)
    (folder / "other").rename(decoder)


def with_one_piece_less(folder: Path) -> None:
    path = folder / "vocab.txt"
    pieces = [line.rpartition(" ")[0] for line in path.read_text(encoding="utf-8").splitlines()]
    del pieces[3]
    path.write_text("".join(f"{piece} {number}\n" for number, piece in enumerate(pieces)), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (without("encoder-model.onnx"), "encoder-model.onnx is missing"),
        (without("decoder_joint-model.onnx"), "decoder_joint-model.onnx is missing"),
        (without("vocab.txt"), "vocab.txt is missing"),
        (without("config.json"), "config.json is missing"),
        (written("config.json", b""), "config.json holds no settings"),
        (written("config.json", b"[1, 2]"), "config.json holds no settings"),
        (written("config.json", b"\xff\xfe"), "config.json is no text"),
        (said(features_size=None), "config.json makes no sense"),
        (said(features_size="many"), "config.json makes no sense"),
        (said(model_type="whisper"), r"the folder holds another model \(whisper\)"),
        (said(features_size=80), "its encoder takes 40 bands, not 80"),
        (said(durations=[0, 1, 2]), "its decoder tells 126 scores, and 124 belong to its vocabulary of 120 pieces"),
        (written("vocab.txt", b"<unk> 0\nthe 2\n<blk> 3\n"), "vocab.txt is no vocabulary of a transducer"),
        (written("vocab.txt", b"<unk> 0\nthe 1\n"), "vocab.txt is no vocabulary of a transducer"),
        (written("vocab.txt", b""), "vocab.txt is no vocabulary of a transducer"),
        (with_one_piece_less, "its decoder tells 126 scores, and 125 belong to its vocabulary of 119 pieces"),
        (written("encoder-model.onnx", b"no model at all"), "onnxruntime refuses the model"),
        (cut("encoder-model.onnx"), "onnxruntime refuses the model"),
        (weights_beside_and_cut, "onnxruntime refuses the model"),
        (swapped, "its parts are those of another model"),
    ],
)
def test_what_is_no_such_model_is_refused_with_a_reason(
    tiny_onnx: Path, tmp_path: Path, change: Change, reason: str
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tiny_onnx, folder)
    change(folder)
    with pytest.raises(ModelUnavailable, match=reason):
        load(folder)


def test_the_encoder_as_published_comes_before_one_of_eight_bits(tmp_path: Path) -> None:
    names = [
        "encoder-model.int8.onnx",
        "encoder-model.onnx",
        "decoder_joint-model.int8.onnx",
        "vocab.txt",
        "config.json",
    ]
    found = transducer_files([tmp_path / name for name in names], "Tiny")
    assert (found.encoder.name, found.decoder.name) == ("encoder-model.onnx", "decoder_joint-model.int8.onnx")
