import numpy as np

from desktop_app.core.models.forms.form_trial import MIN_CLIPS
from desktop_app.core.pipeline.check_speech import check_speech


def test_there_is_enough_speech_to_set_ranges_on_one_half_and_check_on_the_other() -> None:
    speech = check_speech()
    assert len(speech.checking) >= MIN_CLIPS
    assert len(speech.ranging) >= 2 * MIN_CLIPS
    assert {clip.shape for clip in (*speech.ranging, *speech.checking)} == {(198, 80)}
    assert speech.dialogue.dtype == np.float32
    assert 20 < len(speech.dialogue) / 16_000 < 40
