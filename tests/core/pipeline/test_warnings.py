from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.warnings import embedding_warnings, passed_over_warnings
from desktop_app.core.transcript.values import EmbeddingReport, Fallback, SourceCount


def test_where_all_went_as_chosen_there_is_nothing_to_say() -> None:
    assert embedding_warnings(EmbeddingReport((SourceCount("onnx", "cpu", 12),), too_short=4)) == ()
    assert passed_over_warnings("Moonshine", ()) == ()


def test_every_reason_is_told_with_its_count() -> None:
    report = EmbeddingReport(
        (SourceCount("onnx", "cpu", 12),),
        (Fallback("remote", "gpu:8080: timed out", 2), Fallback("torch", "there is no card", 13)),
        lost=1,
    )
    assert embedding_warnings(report) == (
        "2 of 13 segments were not told apart by the remote diarizer: gpu:8080: timed out.",
        "13 of 13 segments were not told apart by WeSpeaker on torch: there is no card.",
        "1 of 13 segments could not be told apart: their speakers are a guess.",
    )


def test_an_engine_that_stands_in_says_for_what_and_why() -> None:
    refused = ModelUnavailable("Parakeet", "the model is not installed", "Fetch it")
    assert passed_over_warnings("Moonshine", [refused]) == (
        "Moonshine was used instead of Parakeet: the model is not installed.",
    )
