"""Live captions: sound in as it comes, events out."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.quiet_points import quietest_ms
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.live_timeline import LiveTimeline
from desktop_app.core.diarization.online.diarizer import OnlineDiarizer
from desktop_app.core.live.caption_doubt import CaptionDoubt
from desktop_app.core.live.diarization_feed import DiarizationFeed
from desktop_app.core.live.draft import draft_of
from desktop_app.core.live.engines import LiveEngines
from desktop_app.core.live.events import CaptionEvent, Final, LanguageDoubted, Partial, RecogniserChanged, SpeakerFound
from desktop_app.core.live.final_turns import FinalTurns
from desktop_app.core.live.lag_watch import LagWatch
from desktop_app.core.live.stream_sound import StreamSound, ms_to_place, place_to_ms
from desktop_app.core.live.transcription_pace import TranscriptionPace
from desktop_app.core.live.utterance_speaker import Part, heard_from_ms, parts_of, segments_between
from desktop_app.core.live.utterance_transcriber import UtteranceTranscriber, Writing
from desktop_app.core.live.utterances import Utterance, UtteranceCutter
from desktop_app.core.live.voice_news import VoiceNews
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.transcript.values import AudioSource, Transcript, Word

BEYOND_MS = 150
"""An utterance is cut by speakers when the diarizer has heard so much more."""
FLOOR_TAKEN_MS = 900
"""Somebody else who has spoken for so long has the floor: what was said before is a turn, pause or no pause."""
NEAR_MS = 200
"""So far from where speakers change it is looked for a quiet place to cut."""
SURE_WITHIN_MS = 1000
"""Where it is not sure who speaks, so long is waited for more of the voice."""


class Captioner:
    """Writes one recording's captions. Who is told hangs on the sound alone in the end; when, and where utterances are
    cut between speakers, on how fast the machine is too.

    It belongs to one thread.
    """

    def __init__(
        self,
        engines: LiveEngines,
        *,
        executor: Executor | None = None,
        recorded_ms: Callable[[], int] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """executor: two threads, one for the diarizer, so that it and the recogniser use two cores, one for what hears
        which language it is, once; None: one after the other.

        recorded_ms: how much there is, heard or not, by which events are dated; what was heard if None. clock: in
        seconds.
        """
        self._engines = engines
        self._sound = StreamSound()
        self._cutter = UtteranceCutter(engines.detector, longest_s=engines.recogniser.max_utterance_s)
        self._writer = UtteranceTranscriber(engines.recogniser, self._sound, engines.believe)
        self._feed = DiarizationFeed(OnlineDiarizer(engines.segmenter, engines.embedders), executor)
        self._pace = TranscriptionPace(clock)
        self._lag = LagWatch(clock)
        self._clock = clock
        self._recorded_ms = recorded_ms
        self._book = FinalTurns()
        self._executor = executor
        self._doubt = CaptionDoubt(engines, executor)
        self._ended: deque[Writing] = deque()
        self._growing: Writing | None = None
        self._timeline = LiveTimeline()
        self._voice_news = VoiceNews()
        self._at_ms = 0

    @property
    def heard_ms(self) -> int:
        """How much sound was given to it."""
        return self._sound.end * 1000 // SAMPLE_RATE_HZ

    @property
    def kept_s(self) -> float:
        """How much sound it still keeps."""
        return self._sound.kept / SAMPLE_RATE_HZ

    def hear(self, samples: NDArray[np.float32]) -> list[CaptionEvent]:
        """What there is to say after samples, float32 [n], 16 kHz mono: at most some seconds at once."""
        self._sound.add(samples)
        self._feed.give(samples)
        ended = list(self._cutter.hear(samples, self._sound))
        events = [event for utterance in ended for event in self._on_end(utterance)]
        events += self._news(self._feed.timeline)
        events += self._keep_up()
        self._cut_at_speakers()
        events += self._finals(over=False)
        events += self._doubts()
        events += self._grow()
        self._forget()
        return events

    def rest(self) -> list[CaptionEvent]:
        """What there is to say when nothing comes for a while, as in a pause: everything shown is settled, by what is
        known of the voices so far."""
        return self._all_settled(lambda: self._feed.timeline)

    def finish(self) -> list[CaptionEvent]:
        """What there is to say when nothing follows: everything shown is settled, and every turn looked at again."""
        events = self._all_settled(self._feed.finish)
        events += self._book.revisions(self._timeline, self._now_ms(), everything=True)
        return events

    def name(self, speaker_id: str, name: str) -> None:
        """The person who records knows this voice: from the next step on it is kept apart from all others."""
        self._feed.name(speaker_id, name)

    def draft(self, audio: AudioSource) -> Transcript:
        """The transcript as the captions have it so far."""
        return draft_of(self._book.turns, self._timeline, audio, self._engines, self._doubt.warnings())

    # One thing after the other.

    def _on_end(self, utterance: Utterance) -> Iterator[CaptionEvent]:
        """An utterance is over: all its words are shown at once, whoever may turn out to have said them."""
        writing, self._growing = self._growing or Writing(utterance), None
        writing.utterance = utterance
        self._ended.append(writing)
        yield from self._shown(writing)

    def _keep_up(self) -> Iterator[CaptionEvent]:
        """Go on with a quicker recogniser where there is one, and this one is too slow."""
        if self._engines.quicker is None or not self._lag.is_hopeless(self._now_ms() - self.heard_ms):
            return
        try:
            self._engines = self._engines.with_quicker()
        except ModelUnavailable:
            self._engines = replace(self._engines, quicker=None)
            return
        self._writer = UtteranceTranscriber(self._engines.recogniser, self._sound, self._engines.believe)
        self._pace = TranscriptionPace(self._clock)
        if not self._doubt.has_told:
            self._doubt = CaptionDoubt(self._engines, self._executor)
        yield RecogniserChanged(self._now_ms(), self._engines.warnings[-1])

    def _cut_at_speakers(self) -> None:
        """End the utterance that goes on where somebody else has taken the floor."""
        current = self._cutter.current
        if current is None:
            return
        heard_ms = min(place_to_ms(current.speech_end), self._timeline.heard_ms)
        first, *others = parts_of(self._timeline, place_to_ms(current.speech_start), heard_ms)
        if not others or heard_ms - first.end_ms < FLOOR_TAKEN_MS:
            return
        near = self._sound.between(ms_to_place(first.end_ms - NEAR_MS), ms_to_place(first.end_ms + NEAR_MS))
        cut_ms = first.end_ms - NEAR_MS + quietest_ms(near, 0, 2 * NEAR_MS)
        ended = self._cutter.cut_at(ms_to_place(max(cut_ms, place_to_ms(current.speech_start) + 1)))
        writing, self._growing = self._growing or Writing(ended), None
        writing.utterance, writing.heard = ended, -1  # the last pass went beyond its end
        self._ended.append(writing)

    def _grow(self) -> Iterator[CaptionEvent]:
        """The utterance that goes on, if it is time for another pass over it."""
        current = self._cutter.current
        if current is None:
            yield from self._withdrawn()
            return
        if self._growing is None:
            self._growing = Writing(current)
        self._growing.utterance = current
        if self._pace.is_due(current.speech_end, self._now_ms() - self.heard_ms):
            yield from self._shown(self._growing)

    def _shown(self, writing: Writing) -> Iterator[CaptionEvent]:
        before = writing.agreement.words, writing.agreement.settled
        with self._pace.measured(writing.utterance.speech_end):
            self._writer.pass_over(writing)
        words, settled = now = writing.agreement.words, writing.agreement.settled
        if now == before or not (words or writing.turn):
            return
        writing.turn = writing.turn or self._book.next_number()
        start_ms, end_ms = place_to_ms(writing.utterance.speech_start), place_to_ms(writing.utterance.speech_end)
        yield Partial(
            self._now_ms(),
            writing.turn,
            self._last_speaker(start_ms, end_ms),
            start_ms,
            end_ms,
            " ".join(words),
            settled,
        )

    def _last_speaker(self, start_ms: int, end_ms: int) -> str | None:
        """Who has spoken last in an utterance, as far as that is known already."""
        heard = segments_between(self._timeline, start_ms, end_ms)
        return heard[-1].speaker if heard else None

    def _withdrawn(self) -> Iterator[CaptionEvent]:
        """What was taken for speech and is none."""
        growing, self._growing = self._growing, None
        if growing is not None and growing.turn:
            at_ms = place_to_ms(growing.utterance.speech_start)
            yield Final(self._now_ms(), growing.turn, None, at_ms, at_ms, ())

    def _news(self, timeline: LiveTimeline) -> Iterator[CaptionEvent]:
        """What a new timeline tells: voices not known before, past turns that are somebody else's, how voices sound."""
        if timeline is self._timeline:
            return
        known, self._timeline = len(self._timeline.speakers), timeline
        for speaker in timeline.speakers[known:]:
            yield SpeakerFound(self._now_ms(), speaker)
        yield from self._book.revisions(timeline, self._now_ms())
        if news := self._voice_news.of(timeline.voices, self._engines.embedders.uses(), self._now_ms()):
            yield news

    def _all_settled(self, timeline: Callable[[], LiveTimeline]) -> list[CaptionEvent]:
        ended = list(self._cutter.finish())
        events = [event for utterance in ended for event in self._on_end(utterance)]
        events += self._withdrawn()
        events += self._news(timeline())
        events += self._finals(over=True)
        events += self._doubts()
        return events

    def _finals(self, *, over: bool) -> Iterator[CaptionEvent]:
        """The utterances that can be settled, in order. over: all of them, as nothing follows."""
        while self._ended:
            utterance = self._ended[0].utterance
            parts = parts_of(self._timeline, place_to_ms(utterance.speech_start), place_to_ms(utterance.speech_end))
            if not over and not self._is_told(utterance, parts):
                return
            yield from self._settled(self._ended.popleft(), parts)

    def _is_told(self, utterance: Utterance, parts: list[Part]) -> bool:
        beyond_ms = self._timeline.heard_ms - place_to_ms(utterance.speech_end)
        sure = all(part.speaker is not None for part in parts)
        return beyond_ms >= (BEYOND_MS if sure else SURE_WITHIN_MS)

    def _settled(self, writing: Writing, parts: list[Part]) -> Iterator[CaptionEvent]:
        by_part = self._writer.words_by_part(writing, parts)
        self._doubt.take(writing, self._sound)
        for part, words in zip(parts, by_part, strict=True):
            if words:
                turn, writing.turn = writing.turn or self._book.next_number(), None
                yield self._final(turn, part, words)
        if writing.turn:
            yield self._final(writing.turn, replace(parts[0], speaker=None), ())

    def _final(self, turn: int, part: Part, words: tuple[Word, ...]) -> Final:
        final = Final(self._now_ms(), turn, part.speaker, part.start_ms, part.end_ms, words)
        self._book.add(final)
        return replace(final, start_ms=heard_from_ms(self._timeline, part))

    def _doubts(self) -> Iterator[LanguageDoubted]:
        if text := self._doubt.news():
            yield LanguageDoubted(self._now_ms(), text)

    def _forget(self) -> None:
        starts = [writing.utterance.start for writing in self._ended]
        if self._growing is not None:
            starts.append(self._growing.utterance.start)
        before_now = self._sound.end - 5 * SAMPLE_RATE_HZ
        self._sound.forget_before(min([before_now, self._writer.keep_from(), *starts]))

    def _now_ms(self) -> int:
        now_ms = self.heard_ms if self._recorded_ms is None else self._recorded_ms()
        self._at_ms = max(self._at_ms, now_ms)
        return self._at_ms
