"""A tiny voice for piper: it hums while its phonemes last, and has the inputs and outputs of real voices."""

from __future__ import annotations

import json
from pathlib import Path

from onnx import TensorProto, checker, helper, save
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP

RATE_HZ = 16_000
HOP = 256
FRAMES_PER_ID = 3
"""A phoneme is two ids, it and the blank after it: 96 ms."""


def make(folder: Path, name: str, *, speakers: tuple[str, ...] = (), espeak_voice: str = "en-us") -> Path:
    """Write `name.onnx` and `name.onnx.json`; with speakers, each hums at a pitch of its own.

    As in real voices, noise is added to the sound (noise_scale) and to the lengths (noise_w), and the lengths
    pass a single Ceil, by which piper finds them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    model = helper.make_model(
        _graph(bool(speakers)), opset_imports=[helper.make_opsetid("", 17)], ir_version=8
    )
    checker.check_model(model)
    path = folder / f"{name}.onnx"
    save(model, str(path))
    config = {
        "audio": {"sample_rate": RATE_HZ},
        "espeak": {"voice": espeak_voice},
        "inference": {"noise_scale": 0.1, "length_scale": 1, "noise_w": 0.1},
        "num_symbols": len(DEFAULT_PHONEME_ID_MAP),
        "num_speakers": max(1, len(speakers)),
        "speaker_id_map": {speaker: number for number, speaker in enumerate(speakers)},
        "phoneme_id_map": DEFAULT_PHONEME_ID_MAP,
        "hop_length": HOP,
    }
    path.with_name(path.name + ".json").write_text(json.dumps(config), encoding="utf-8")
    return path


def _graph(has_speakers: bool) -> helper.GraphProto:  # type: ignore[name-defined]
    constants: dict[str, tuple[int, list[int], list[float]]] = {
        "frames_per_id": (TensorProto.FLOAT, [], [float(FRAMES_PER_ID)]),
        "hop": (TensorProto.FLOAT, [], [float(HOP)]),
        "zero": (TensorProto.FLOAT, [], [0.0]),
        "one": (TensorProto.FLOAT, [], [1.0]),
        "hum": (TensorProto.FLOAT, [], [0.07]),
        "sizes": (TensorProto.INT64, [3], [1, 1, 1]),
        "audio_shape": (TensorProto.INT64, [4], [1, 1, 1, -1]),
    }
    node = helper.make_node
    nodes = [
        node("Split", ["scales", "sizes"], ["noise_scale", "length_scale", "noise_w"]),
        # how many frames each id lasts
        node("Cast", ["input"], ["ids"], to=TensorProto.FLOAT),
        node("RandomNormalLike", ["ids"], ["length_noise"]),
        node("Mul", ["length_noise", "noise_w"], ["scaled_length_noise"]),
        node("Add", ["scaled_length_noise", "frames_per_id"], ["frames"]),
        node("Mul", ["frames", "length_scale"], ["scaled_frames"]),
        node("Ceil", ["scaled_frames"], ["w_ceil"]),
        # a hum over all of them
        node("ReduceSum", ["w_ceil"], ["all_frames"], keepdims=0),
        node("Mul", ["all_frames", "hop"], ["samples"]),
        node("Range", ["zero", "samples", "one"], ["time"]),
        node("Mul", ["time", "step"], ["phase"]),
        node("Sin", ["phase"], ["tone"]),
        node("RandomNormalLike", ["tone"], ["hiss"]),
        node("Mul", ["hiss", "noise_scale"], ["scaled_hiss"]),
        node("Add", ["tone", "scaled_hiss"], ["sound"]),
        node("Reshape", ["sound", "audio_shape"], ["output"]),
    ]
    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, [1, "phonemes"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    if has_speakers:
        inputs.append(helper.make_tensor_value_info("sid", TensorProto.INT64, [1]))
        nodes[:0] = [
            node("Cast", ["sid"], ["speaker"], to=TensorProto.FLOAT),
            node("Add", ["speaker", "one"], ["higher"]),
            node("Mul", ["higher", "hum"], ["step"]),
        ]
    else:
        nodes.insert(0, node("Identity", ["hum"], ["step"]))
    return helper.make_graph(
        nodes,
        "hum",
        inputs,
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, 1, "samples"])],
        [helper.make_tensor(name, *constant) for name, constant in constants.items()],
    )
