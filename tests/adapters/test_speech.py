"""The voice: real clips from the real espeak-ng, and what happens when its process does not live."""

from __future__ import annotations

import io
import math
import shutil
import sys
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from backrub.adapters import speech as module
from backrub.adapters.speech import EspeakSpeech, SpeechFailed

SENTENCE = "When this stroke ends, knead the far shoulder, their right."


@pytest.fixture
def voice() -> Iterator[EspeakSpeech]:
    """Give a voice that is ended after the test."""
    voice = EspeakSpeech()
    yield voice
    voice.close()


def samples_of(clip: bytes) -> tuple[array[int], int]:
    """Read a clip's samples and their rate."""
    with wave.open(io.BytesIO(clip)) as file:
        assert (1, 2) == (file.getnchannels(), file.getsampwidth())
        return array("h", file.readframes(file.getnframes())), file.getframerate()


def dbfs(samples: array[int]) -> float:
    """Give the loudness of what is voiced [dBFS, RMS]."""
    voiced = [sample for sample in samples if abs(sample) > 300]
    return 20 * math.log10(math.sqrt(sum(sample * sample for sample in voiced) / len(voiced)) / 32767)


def worker_that(does: str, folder: Path) -> Path:
    """Write a stand-in for the voice process that counts its starts in a file beside it."""
    path = folder / "worker.py"
    count = f"open({str(folder / 'starts')!r}, 'a').write('.')"
    path.write_text(f"import json, signal, sys\n{count}\n{does}\n")
    return path


def starts(folder: Path) -> int:
    """Tell how often the stand-in was started."""
    return len((folder / "starts").read_text())


def test_a_sentence_is_heard(voice: EspeakSpeech) -> None:
    """A clip is 22.05 kHz, as long as a calm voice takes for eleven words, and neither silent nor too loud."""
    samples, hz = samples_of(voice.render(SENTENCE, "en"))

    assert hz == 22_050
    assert 3.5 < len(samples) / hz < 6.0
    assert dbfs(samples) == pytest.approx(-20, abs=1.5)


def test_no_clip_is_cut_or_overdriven(voice: EspeakSpeech) -> None:
    """A clip starts and ends in silence, and no sample is at full scale."""
    samples, hz = samples_of(voice.render("Stop. Weight off.", "en"))

    assert [0] * 200 == list(samples[:200])
    assert [0] * int(hz * 0.07) == list(samples[-int(hz * 0.07) :])
    assert max(map(abs, samples)) <= 32767 * 0.9


def test_equal_text_gives_equal_bytes(voice: EspeakSpeech) -> None:
    """What was said before changes nothing, nor does the clock: the same line is the same file, then and there."""
    clips = set()
    for _ in range(16):  # which takes more than a second: espeak-ng's own chance begins anew with each
        voice.render("Softer, firmer, stay, stop.", "en")
        clips.add(voice.render(SENTENCE, "en"))
    voice.close()
    clips.add(voice.render(SENTENCE, "en"))

    assert len(clips) == 1


def test_short_and_long_lines_are_equally_loud(voice: EspeakSpeech) -> None:
    """Two words are as loud as ten."""
    short, _ = samples_of(voice.render("Half off.", "en"))
    long, _ = samples_of(voice.render(SENTENCE, "en"))

    assert dbfs(long) == pytest.approx(dbfs(short), abs=2)


def test_a_language_without_a_region_is_found(voice: EspeakSpeech) -> None:
    """A region nobody has a voice for is spoken in its language."""
    assert voice.render("hallo", "de-AT") == voice.render("hallo", "de")


def test_an_unknown_language_is_refused_and_harms_nothing(voice: EspeakSpeech) -> None:
    """A language without a voice is a failure of that line only."""
    with pytest.raises(SpeechFailed, match="no voice for"):
        voice.render("x", "xx")

    assert voice.available()


def test_identity_names_what_shapes_the_bytes(voice: EspeakSpeech) -> None:
    """Another speed is another identity."""
    slower = EspeakSpeech(voice=module.Voice("f2", wpm=120, pitch=36, pitch_range=32))

    assert voice.identity() == EspeakSpeech().identity()
    assert voice.identity() != slower.identity()


def test_a_missing_library_says_why() -> None:
    """Without the library there is no voice, and the reason names the file."""
    voice = EspeakSpeech(library="/nowhere/libespeak-ng.so")

    assert not voice.available()
    assert "libespeak-ng.so" in str(voice.why_not())
    voice.close()


def test_a_dead_process_is_started_once_more(
    voice: EspeakSpeech, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that dies on its first start and speaks on its second is not noticed."""
    spare = shutil.copy(module._WORKER, tmp_path / "spare.py")
    does = f"""
sys.stdin.readline() if len(open({str(tmp_path / "starts")!r}).read()) < 2 else None
if len(open({str(tmp_path / "starts")!r}).read()) < 2: sys.exit(3)
import runpy
runpy.run_path({str(spare)!r}, run_name="__main__")
"""
    monkeypatch.setattr(module, "_WORKER", worker_that(does, tmp_path))

    assert voice.render("yes", "en").startswith(b"RIFF")
    assert starts(tmp_path) == 2


def test_a_process_that_dies_twice_is_given_up(
    voice: EspeakSpeech, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After two deaths the voice is unavailable with a reason, and no third process is started."""
    monkeypatch.setattr(module, "_WORKER", worker_that("sys.stdin.readline()", tmp_path))

    with pytest.raises(SpeechFailed, match="ended or took too long"):
        voice.render("yes", "en")
    with pytest.raises(SpeechFailed):
        voice.render("yes", "en")

    assert not voice.available()
    assert starts(tmp_path) == 2


def test_a_process_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A voice that never answers is ended when its time is over."""
    monkeypatch.setattr(module, "_WORKER", worker_that("sys.stdin.read()", tmp_path))
    voice = EspeakSpeech(timeout_s=0.3)

    with pytest.raises(SpeechFailed, match="took too long"):
        voice.render("yes", "en")

    voice.close()


def test_the_voice_is_never_loaded_here(voice: EspeakSpeech) -> None:
    """The library lives in another process: nothing of the worker is imported by backrub."""
    voice.render("yes", "en")

    assert "backrub.adapters.espeak_worker" not in sys.modules
