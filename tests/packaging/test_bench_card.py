"""The bench of a card: goes on where a part fails, ends in time, and brings nothing of torch."""

import argparse
import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from bench import card, card_wheels
from bench.errors import LeftOut

MACHINE = {"card": "no CUDA device", "small": True}
LOADS = {"loads": [{"clients": 1, "per_s": 2.0, "p50_ms": 400.0, "p95_ms": 612.0}]}


def asked(out: Path, *, limit: float = 480.0) -> argparse.Namespace:
    return argparse.Namespace(out=out, limit=limit, small=True)


def test_a_part_that_fails_is_told_and_the_others_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls: list[tuple[object, ...]] = []

    def probe(name: str, *arguments: object, limit_s: float) -> dict[str, object]:
        calls.append((name, *arguments))
        assert 0 < limit_s <= 110
        if name not in {"card_machine", "serving"}:
            raise LeftOut("It failed with exit status 1; the terminal says why.")
        return dict(MACHINE if name == "card_machine" else LOADS)

    monkeypatch.setattr(card, "probe", probe)
    card._measure(asked(tmp_path))
    assert [name for name, *_ in calls] == [part.probe for part in card.PARTS]
    assert ("card_machine", "small") in calls
    assert ("serving", "0", "1", "8", "32") in calls
    told = json.loads((tmp_path / "card.json").read_text())
    assert sum(bool(each["left_out"]) for each in told.values()) == len(card.PARTS) - 2
    page = capsys.readouterr().out
    assert "| 1 | 2.0 | 400 ms | 612 ms |" in page
    assert page.count("It failed with exit status 1") == 2 * (len(card.PARTS) - 2)


def test_what_does_not_fit_into_the_time_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card, "probe", lambda *_, **__: pytest.fail("it is measured"))
    card._measure(asked(tmp_path, limit=5.0))
    assert (tmp_path / "card.md").read_text().count("Left out: the time was over.") == len(card.PARTS)


@pytest.mark.skipif(find_spec("torch") is None, reason="torch's world is not installed")
def test_nothing_is_brought_that_torch_brings_or_that_is_there() -> None:
    found = card_wheels._closure(["pyannote.audio", "av"], {"einops"})
    names = {each.partition("==")[0].lower().replace("_", "-").replace(".", "-") for each in found}
    assert names >= {"av", "pyannote-audio", "pyannote-core", "torch-audiomentations"}
    assert not names & {"torch", "torchaudio", "torchcodec", "triton", "einops"}
    assert not [name for name in names if name.startswith("nvidia")]
