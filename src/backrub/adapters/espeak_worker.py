"""The voice's own process: reads what to say from standard input, writes WAV files to standard output.

Run as a file, never imported by backrub: espeak-ng is GPL-3 and is loaded only here, at the far end of a pipe.

*Protocol*: one JSON object a line in, `{"text", "voices", "wpm", "pitch", "range"}`; out, one JSON line
`{"bytes": n}` or `{"error": why}`, then n bytes of WAV. espeak-ng carries state from one text to the next, so each
clip is made in a copy of this process that has said nothing before: equal requests give equal bytes. Where a process
cannot be copied (Windows) it ends after one clip, and its owner starts it again.

*Based on* espeak-ng's `speak_lib.h`, version 1.52.
"""

from __future__ import annotations

import ctypes
import io
import json
import math
import os
import signal
import sys
import wave
from array import array
from itertools import accumulate
from operator import mul
from typing import Any, BinaryIO

SYNCHRONOUS_RETRIEVAL = 2
CHARACTERS, UTF8 = 1, 1
WPM, VOLUME, PITCH, PITCH_RANGE, WORD_GAP = 1, 2, 3, 4, 7
SAMPLE_HZ = 22_050

LOUDNESS_DBFS = -20.0
"""Loudness of what is voiced, so that no line is louder than another [dBFS, RMS]."""

PEAK = 0.89
"""Highest sample, as a share of full scale: about -1 dBFS."""

VOICED = 300
"""Samples below this count as silence when the loudness is measured, of 32767."""

SOFTEN_SHARE, SOFTEN_HZ = 0.55, 1800.0
"""How much of the sound is taken from below this frequency: it takes the buzz off. Certainty: ENG."""

FADE_IN_S, FADE_OUT_S, LEAD_S, TAIL_S = 0.006, 0.03, 0.02, 0.08


def synthesise(library: str, data: str, request: dict[str, Any]) -> bytes:
    """Say one text with the first of the voices there is, as a WAV file.

    Raises:
        LookupError: None of the voices is there.
        OSError: The library or its data cannot be loaded.
    """
    samples, hz = _spoken(ctypes.CDLL(library), data, request)
    return _wav(_shaped(samples, hz), hz)


def _spoken(espeak: ctypes.CDLL, data: str, request: dict[str, Any]) -> tuple[array[int], int]:
    samples: array[int] = array("h")

    def collect(chunk: Any, count: int, _events: Any) -> int:  # noqa: ANN401 - what ctypes hands over
        if chunk and count > 0:
            samples.frombytes(ctypes.string_at(chunk, count * 2))
        return 0

    callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(collect)
    hz = espeak.espeak_Initialize(SYNCHRONOUS_RETRIEVAL, 0, data.encode(), 0)
    if hz <= 0:
        raise OSError(f"espeak-ng found no voice data in {data}")
    espeak.espeak_ng_SetRandSeed(ctypes.c_long(1))  # else the breath in a voice is another one each second
    espeak.espeak_SetSynthCallback(callback)
    if not any(espeak.espeak_SetVoiceByName(name.encode()) == 0 for name in request["voices"]):
        raise LookupError("no voice for " + ", ".join(request["voices"]))
    settings = {WPM: request["wpm"], VOLUME: 70, PITCH: request["pitch"], PITCH_RANGE: request["range"], WORD_GAP: 1}
    for parameter, value in settings.items():
        espeak.espeak_SetParameter(parameter, int(value), 0)
    text = request["text"].encode() + b"\0"
    espeak.espeak_Synth(text, ctypes.c_size_t(len(text)), 0, CHARACTERS, 0, UTF8, None, None)
    espeak.espeak_Synchronize()
    return samples, hz


def _shaped(samples: array[int], hz: int) -> array[int]:
    """Soften, bring to one loudness, fade both ends and put silence round it."""
    if not samples:
        return array("h", bytes(2 * int(hz * TAIL_S)))
    keep = 1 - math.exp(-2 * math.pi * SOFTEN_HZ / hz)
    low = accumulate(samples, lambda held, sample: held + (sample - held) * keep, initial=0.0)
    next(low)
    soft = [sample + (below - sample) * SOFTEN_SHARE for sample, below in zip(samples, low, strict=True)]
    voiced = [sample for sample in soft if sample > VOICED or sample < -VOICED] or soft
    rms = math.sqrt(sum(map(mul, voiced, voiced)) / len(voiced)) or 1.0
    highest = max(map(abs, soft)) or 1.0
    gain = min(32767 * 10 ** (LOUDNESS_DBFS / 20) / rms, 32767 * PEAK / highest)
    _fade(soft, round(hz * FADE_IN_S), round(hz * FADE_OUT_S))
    scaled = array("h", [round(sample * gain) for sample in soft])
    return array("h", bytes(2 * int(hz * LEAD_S))) + scaled + array("h", bytes(2 * int(hz * TAIL_S)))


def _fade(soft: list[float], rising: int, falling: int) -> None:
    rising, falling = min(rising, len(soft)), min(falling, len(soft))
    for index in range(rising):
        soft[index] *= index / rising
    for index in range(falling):
        soft[-1 - index] *= index / falling


def _wav(samples: array[int], hz: int) -> bytes:
    if sys.byteorder == "big":
        samples.byteswap()
    held = io.BytesIO()
    with wave.open(held, "wb") as clip:
        clip.setnchannels(1)
        clip.setsampwidth(2)
        clip.setframerate(hz)
        clip.writeframes(samples.tobytes())
    return held.getvalue()


def _answer(out: BinaryIO, library: str, data: str, line: bytes) -> None:
    try:
        clip = synthesise(library, data, json.loads(line))
        head = json.dumps({"bytes": len(clip)})
    except (LookupError, OSError, ValueError) as why:
        clip, head = b"", json.dumps({"error": str(why)})
    out.write(head.encode() + b"\n" + clip)
    out.flush()


def serve(library: str, data: str) -> int:
    """Answer requests until standard input ends; Ctrl-C is for its owner, who then closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, out = sys.stdin.buffer, sys.stdout.buffer
    for line in iter(requests.readline, b""):
        if not hasattr(os, "fork"):
            _answer(out, library, data, line)
            return 0
        child = os.fork()
        if child == 0:
            _answer(out, library, data, line)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status != 0:
            out.write(json.dumps({"error": f"the voice ended with status {status}"}).encode() + b"\n")
            out.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(serve(*sys.argv[1:3]))
