"""Sound whose content is known, and files of every kind made of it."""

import struct
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream
from numpy.typing import NDArray

_BURST_S = 0.005


def clicks(rate_hz: int, duration_s: float, at_s: tuple[float, ...], *, level: float = 0.8) -> NDArray[np.float32]:
    """Silence with a short 1 kHz burst at each of the times, float32 of shape [samples]."""
    samples = np.zeros(round(duration_s * rate_hz), np.float32)
    burst = level * np.sin(2 * np.pi * 1000 * np.arange(round(_BURST_S * rate_hz)) / rate_hz)
    for time_s in at_s:
        start = round(time_s * rate_hz)
        samples[start : start + len(burst)] = burst
    return samples


def tone(rate_hz: int, duration_s: float, *, level: float = 0.5, frequency_hz: float = 440) -> NDArray[np.float32]:
    """A steady tone, float32 of shape [samples]."""
    times_s = np.arange(round(duration_s * rate_hz)) / rate_hz
    return (level * np.sin(2 * np.pi * frequency_hz * times_s)).astype(np.float32)


def onsets_s(samples: NDArray[np.float32], rate_hz: int = 16_000) -> list[float]:
    """When the bursts in a sound begin."""
    loud = np.flatnonzero(np.abs(samples) > 0.3 * np.abs(samples).max())
    first = np.insert(np.diff(loud) > 0.1 * rate_hz, 0, True)
    return [start / rate_hz for start in loud[first].tolist()]


def encode(
    path: Path,
    samples: NDArray[np.float32],
    rate_hz: int,
    codec: str,
    *,
    layout: str = "mono",
    video: str | None = None,
    picture_s: float | None = None,
    start_s: float = 0.0,
    jump: tuple[float, float] = (0.0, 0.0),
    options: dict[str, str] | None = None,
    quality: int | None = None,
) -> Path:
    """Write the mono samples, in every channel of the layout, with PyAV.

    video: a codec for a black picture beside the sound, as long as that or picture_s. start_s: when the sound starts.
    jump: from this time on (of the sound) all timestamps are later by so many seconds. options: of the container.
    quality: encode at a varying bit rate, the better the smaller.
    """
    with av.open(str(path), "w", container_options=options) as container:
        picture = _picture_track(container, video)
        track = container.add_stream(codec, rate=rate_hz, layout=layout)
        if quality is None:
            track.bit_rate = 128_000
        else:
            track.options = {"global_quality": str(118 * quality), "flags": "+qscale"}
        packets = _encoded_pictures(picture, picture_s or len(samples) / rate_hz) if picture else []
        for packet in _encoded_sound(track, samples, rate_hz, layout):
            time_s = float(packet.pts * packet.time_base)
            shift = round((start_s + (jump[1] if time_s >= jump[0] else 0)) / packet.time_base)
            packet.pts, packet.dts = packet.pts + shift, packet.dts + shift
            packets.append(packet)
        for packet in sorted(packets, key=lambda packet: packet.dts * packet.time_base):
            container.mux(packet)
    return path


def _picture_track(container: OutputContainer, codec: str | None) -> VideoStream | None:
    if codec is None:
        return None
    track = container.add_stream(codec, rate=25)
    track.width = track.height = 64
    track.pix_fmt = "yuv420p"
    return track


def _encoded_pictures(track: VideoStream, duration_s: float) -> list[av.Packet]:
    packets: list[av.Packet] = []
    for index in range(round(25 * duration_s)):
        frame = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
        frame.pts = index
        packets += track.encode(frame)
    return packets + track.encode(None)


def _encoded_sound(track: AudioStream, samples: NDArray[np.float32], rate_hz: int, layout: str) -> list[av.Packet]:
    channels = av.AudioLayout(layout).nb_channels
    packed = np.repeat(samples[:, np.newaxis], channels, axis=1).reshape(1, -1)
    frame = av.AudioFrame.from_ndarray(packed, format="flt", layout=layout)
    frame.rate, frame.pts = rate_hz, 0
    sample_format = track.codec_context.format or "s16"
    resampler = av.AudioResampler(format=sample_format, layout=layout, rate=rate_hz, frame_size=1024)
    frames = resampler.resample(frame) + resampler.resample(None)
    return [packet for part in [*frames, None] for packet in track.encode(part)]


def wav_bytes(
    pcm: bytes,
    *,
    claimed: int | None = None,
    tag: int = 1,
    channels: int = 1,
    rate_hz: int = 16_000,
    bits: int = 16,
    extension: bytes = b"",
    before: bytes = b"",
    after: bytes = b"",
) -> bytes:
    """A WAV file by hand: any claim about its length, any chunks before and after the sound."""
    frame_bytes = channels * bits // 8
    fmt = struct.pack("<HHIIHH", tag, channels, rate_hz, rate_hz * frame_bytes, frame_bytes, bits) + extension
    size = len(pcm) if claimed is None else claimed
    body = chunk(b"fmt ", fmt) + before + struct.pack("<4sI", b"data", size) + pcm + after
    return struct.pack("<4sI4s", b"RIFF", (4 + len(body)) & 0xFFFFFFFF, b"WAVE") + body


def chunk(name: bytes, body: bytes) -> bytes:
    """One RIFF chunk, padded to an even length."""
    return struct.pack("<4sI", name, len(body)) + body + bytes(len(body) % 2)


def s16(samples: NDArray[np.float32]) -> bytes:
    """Samples as 16-bit PCM."""
    return (samples * 32767).astype("<i2").tobytes()


def voice(duration_s: float, *, seed: int, level: float = 0.3) -> NDArray[np.float32]:
    """Something like speech at 16 kHz: syllables of two to six in a second, each of another pitch and loudness."""
    random = np.random.default_rng(seed)
    sound = np.zeros(round(duration_s * 16_000), np.float32)
    at = 0
    while at < len(sound):
        length = int(random.integers(2500, 5000))
        pitch_hz = random.uniform(100, 220)
        buzz = _harmonics(2 * np.pi * pitch_hz / 16_000 * np.arange(length) + 1)
        syllable = buzz * np.hanning(length) * random.uniform(0.2, 1) / 2
        end = min(len(sound), at + length)
        sound[at:end] = syllable[: end - at]
        at += length + int(random.integers(500, 3000))
    return (level * sound).astype(np.float32)


def _harmonics(angles: NDArray[np.float64], count: int = 15) -> NDArray[np.float64]:
    """sin(angle) + sin(2 angle) / 2 + sin(3 angle) / 3 …, by Clenshaw's rule: a sine for each would take long."""
    turn = 2 * np.cos(angles)
    this, last = np.zeros_like(angles), np.zeros_like(angles)
    for k in range(count, 0, -1):
        this, last = turn * this - last + 1 / k, this
    return np.asarray(this * np.sin(angles))
