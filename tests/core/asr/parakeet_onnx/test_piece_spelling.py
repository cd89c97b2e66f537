"""Phrases cut into pieces as SentencePiece cuts them, from the vocabulary alone."""

from pathlib import Path

import pytest

from asr.two_cities import PHRASES, TEXT
from desktop_app.core.asr.parakeet_onnx.piece_spelling import PieceSpelling


@pytest.fixture(scope="module", params=[90, 110])
def theirs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> "object":
    sentencepiece = pytest.importorskip("sentencepiece")
    prefix: Path = tmp_path_factory.mktemp("pieces") / "pieces"
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(phrase.text for phrase in PHRASES),
        model_prefix=str(prefix),
        vocab_size=request.param,
        model_type="bpe",
        minloglevel=2,
        unk_id=0,
        bos_id=-1,
        eos_id=-1,
        pad_id=-1,
    )
    return sentencepiece.SentencePieceProcessor(model_file=f"{prefix}.model")


def spelling(theirs: object) -> PieceSpelling:
    return PieceSpelling([theirs.id_to_piece(each) for each in range(theirs.get_piece_size())])  # type: ignore[attr-defined]


def test_every_word_and_phrase_is_spelled_as_sentencepiece_spells_it(theirs: object) -> None:
    ours = spelling(theirs)
    said = [*TEXT.split(), *(phrase.text for phrase in PHRASES), "wisdom of the spring", "it it it"]
    assert [list(ours.spell(each)) for each in said] == [theirs.encode(each) for each in said]  # type: ignore[attr-defined]


def test_spaces_do_not_matter(theirs: object) -> None:
    ours = spelling(theirs)
    assert ours.spell("  the   season ") == ours.spell("the season") != ()


@pytest.mark.parametrize("phrase", ["日本", "the 日本", "", "   "])
def test_what_cannot_be_spelled_has_no_pieces(theirs: object, phrase: str) -> None:
    assert spelling(theirs).spell(phrase) == ()
