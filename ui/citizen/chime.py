"""The chime before a call: two soft tones, synthesised here; ``resources/sounds/chime.wav`` holds just these bytes."""

import io
import math
import struct
import wave

RATE_HZ = 16_000
_LENGTH_S = 1.4
_LOUDNESS = 0.42
_RISE_S = 0.012
# When each tone begins, its pitch, how fast it dies away: a falling third, as bells of waiting halls have it.
_TONES = ((0.0, 659.255, 4.2), (0.42, 523.251, 3.4))
# What gives a tone its colour: multiples of its pitch and how strong each is.
_PARTIALS = ((1.0, 1.0), (2.0, 0.28), (3.01, 0.1))


def chime_wave() -> bytes:
    """Return the chime as a WAV file: mono, 16 bits, 16 kHz, under a second and a half."""
    samples = [round(32_767 * _LOUDNESS * _strength(place / RATE_HZ)) for place in range(round(RATE_HZ * _LENGTH_S))]
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return made.getvalue()


def _strength(at_s: float) -> float:
    """Return how far the air is moved at a moment, from -1 to 1; the last tenth fades to silence, so nothing clicks."""
    fade = min(1.0, (_LENGTH_S - at_s) / 0.1)
    return fade * sum(_tone(at_s - begins_s, pitch, decay) for begins_s, pitch, decay in _TONES) / 1.6


def _tone(since_s: float, pitch_hz: float, decay: float) -> float:
    if since_s < 0:
        return 0.0
    envelope = min(1.0, since_s / _RISE_S) * math.exp(-decay * since_s)
    return envelope * sum(part * math.sin(2 * math.pi * pitch_hz * times * since_s) for times, part in _PARTIALS)
