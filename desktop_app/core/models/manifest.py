"""The models Diarist knows: their files and hashes, where they are published, their licences."""

from desktop_app.core.models.model_spec import EXPANDED, FileSpec, HubSource, ModelSpec, Variant

SEGMENTATION = ModelSpec(
    name="pyannote-segmentation-community-1",
    role="segmentation",
    label="pyannote segmentation",
    licence="CC-BY-4.0",
    attribution="pyannote community-1 by Hervé Bredin and the pyannote contributors",
    files=(
        FileSpec(
            name="segmentation.ort",
            size=1_594_080,
            sha256="9715e3996ef181252aa1cc0c9398060f42b2c984c2fb65e3604262555e2efb1a",
        ),
    ),
)

WESPEAKER = ModelSpec(
    name="wespeaker-voxceleb-resnet34-LM-int8",
    role="embedding",
    label="WeSpeaker",
    licence="CC-BY-4.0",
    attribution="WeSpeaker ResNet34-LM by the WeSpeaker authors, as packaged for pyannote community-1",
    files=(
        FileSpec(
            name="embedding.ort",
            size=6_975_920,
            sha256="6e4af7d49562e6e7042672e444d6394935cb2c23c3a7dd4919da45922b91735b",
        ),
    ),
)

MOONSHINE_TINY_EN = ModelSpec(
    name="moonshine-tiny-en",
    role="asr",
    label="Moonshine tiny (English)",
    licence="MIT",
    attribution="Moonshine by Moonshine AI",
    files=(
        FileSpec(
            name="encoder_model.ort",
            size=13_281_600,
            sha256="94e90a4654fc45cdfedb77c4c08e1739f48862998e58fada384b25118134f221",
        ),
        FileSpec(
            name="decoder_model_merged.ort",
            size=30_412_256,
            sha256="cf524c4862d36e9e5ab032eddc73637efd822d70e868ac575cf1a46e1e4708a0",
        ),
        FileSpec(
            name="tokenizer.bin",
            size=249_974,
            sha256="6884b35fd6377d4c4d32336a0bc152f36b64d1e45b6503683cdc238250a8472d",
        ),
    ),
)

SILERO_VAD = ModelSpec(
    name="silero-vad",
    role="activity",
    label="Silero VAD",
    licence="MIT",
    attribution="Silero VAD by the Silero team",
    files=(
        FileSpec(
            name="silero_vad.ort",
            size=2_421_272,
            sha256="a620103ef77fbdae23c7798b9271506a48a883997e55f851d2884551e0947437",
        ),
    ),
)

WESPEAKER_CHECKPOINT = ModelSpec(
    name="wespeaker-voxceleb-resnet34-LM",
    role="embedding",
    label="WeSpeaker checkpoint",
    licence="CC-BY-4.0",
    attribution="WeSpeaker ResNet34-LM by the WeSpeaker authors, as packaged by pyannote",
    files=(
        FileSpec(
            name="pytorch_model.bin",
            size=26_645_418,
            sha256="366edf44f4c80889a3eb7a9d7bdf02c4aede3127f7dd15e274dcdb826b143c56",
        ),
    ),
    hub=HubSource("pyannote/wespeaker-voxceleb-resnet34-LM", "837717ddb9ff5507820346191109dc79c958d614"),
    also=(
        Variant(
            note=EXPANDED,
            files=(
                FileSpec(
                    name="pytorch_model.bin",
                    size=26_640_011,
                    sha256="23b57734346a0ac8598f85d89132bfc904f24cb9475456a8a1394f92151daaef",
                ),
            ),
        ),
    ),
)

PARAKEET = ModelSpec(
    name="parakeet-tdt-0.6b-v3",
    role="asr",
    label="Parakeet",
    licence="CC-BY-4.0",
    attribution="Parakeet TDT 0.6B v3 by NVIDIA",
    files=(
        FileSpec(
            name="parakeet-tdt-0.6b-v3.nemo",
            size=2_509_332_480,
            sha256="3cbdc85877e668ca7b82d0d56770eb1fac76691f55d6b97545e8d61ca588d10d",
        ),
    ),
    hub=HubSource("nvidia/parakeet-tdt-0.6b-v3", "541d1f99c6b0c3cd0b11a95167540bb8edefd82b"),
)

_V3_VOCABULARY = (
    FileSpec(
        name="vocab.txt",
        size=93_939,
        sha256="d58544679ea4bc6ac563d1f545eb7d474bd6cfa467f0a6e2c1dc1c7d37e3c35d",
    ),
    FileSpec(
        name="config.json",
        size=97,
        sha256="666903c76b9798caf2c210afd4f6cd60b08a8dbf9800ec8d7a3bc0d2148ac466",
    ),
)

PARAKEET_ULTRA = ModelSpec(
    name="parakeet-ultra-onnx",
    role="asr",
    label="Parakeet Ultra",
    licence="CC-BY-4.0",
    attribution="Parakeet TDT 0.6B v3 by NVIDIA, post-trained as Parakeet Ultra by Moondream; "
    "ONNX export by Olicorne (changed: 8-bit weights)",
    files=(
        FileSpec(
            name="encoder-model.int8.onnx",
            size=649_537_325,
            sha256="8a2b47169cf3f1b114010e12c0221bc6f07203289477a65a44847b9e3f1e01ed",
        ),
        FileSpec(
            name="decoder_joint-model.int8.onnx",
            size=18_203_490,
            sha256="f7e2db395a3b738cb2893cfb853d25863cebcc5282583a2e86b5762559e0bd32",
        ),
        *_V3_VOCABULARY,
    ),
    hub=HubSource(
        "Olicorne/parakeet-tdt-0.6b-v3-ultra-onnx",
        "3fd3b4d9772b2e595a9162f91f929f16bb4ab4cd",
        below=("int8/encoder-model.int8.onnx", "int8/decoder_joint-model.int8.onnx"),
    ),
)

# The 8-bit files beside these are not to be used: one scale for a whole matrix costs a word in a hundred.
PARAKEET_V3_ONNX = ModelSpec(
    name="parakeet-tdt-0.6b-v3-onnx",
    role="asr",
    label="Parakeet v3 (ONNX)",
    licence="CC-BY-4.0",
    attribution="Parakeet TDT 0.6B v3 by NVIDIA; ONNX export by Ilya Stupakov",
    files=(
        FileSpec(
            name="encoder-model.onnx",
            size=41_770_866,
            sha256="98a74b21b4cc0017c1e7030319a4a96f4a9506e50f0708f3a516d02a77c96bb1",
        ),
        FileSpec(
            name="encoder-model.onnx.data",
            size=2_435_420_160,
            sha256="9a22d372c51455c34f13405da2520baefb7125bd16981397561423ed32d24f36",
        ),
        FileSpec(
            name="decoder_joint-model.onnx",
            size=72_520_893,
            sha256="e978ddf6688527182c10fde2eb4b83068421648985ef23f7a86be732be8706c1",
        ),
        *_V3_VOCABULARY,
    ),
    hub=HubSource("istupakov/parakeet-tdt-0.6b-v3-onnx", "8f23f0c03c8761650bdb5b40aaf3e40d2c15f1ce"),
)

RECOMMENDED = PARAKEET_ULTRA
"""For whoever has no graphics card, and wants better words."""

_WHISPER_TOKENS = (
    FileSpec(
        name="tokenizer.json",
        size=2_203_239,
        sha256="fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
    ),
    FileSpec(
        name="vocabulary.txt",
        size=459_861,
        sha256="34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
    ),
)

WHISPER_TURBO = ModelSpec(
    name="whisper-large-v3-turbo",
    role="asr",
    label="Whisper large-v3-turbo",
    licence="MIT",
    attribution="Whisper large-v3-turbo by OpenAI, converted for CTranslate2 by Mobius Labs",
    files=(
        FileSpec(
            name="model.bin",
            size=1_617_884_929,
            sha256="e76620f83d5f5b69efd3d87e3dc180c1bd21df9fbebacfd4335e5e1efcc018da",
        ),
        FileSpec(
            name="config.json",
            size=2_263,
            sha256="b0253ea6c0d3bea6b1e19e91a02acfd3b53f4467362efcb5a3e6b16c9b3a9b7e",
        ),
        FileSpec(
            name="preprocessor_config.json",
            size=340,
            sha256="7ccc62c6f2765af1f3b46c00c9b5894426835a05021c8b9c01eecb6dfb542711",
        ),
        FileSpec(
            name="tokenizer.json",
            size=2_710_337,
            sha256="297b13372ac43916285644fb9687add3cc62ee2a1adb60da3dc25cc94c1871fd",
        ),
        FileSpec(
            name="vocabulary.json",
            size=1_068_114,
            sha256="c69260f2ab26d659b7c398f9a2b2b48ed0df16c3b47d7326782fd9cba71690c1",
        ),
    ),
    hub=HubSource("mobiuslabsgmbh/faster-whisper-large-v3-turbo", "0a363e9161cbc7ed1431c9597a8ceaf0c4f78fcf"),
)

WHISPER_SMALL = ModelSpec(
    name="whisper-small",
    role="asr",
    label="Whisper small",
    licence="MIT",
    attribution="Whisper small by OpenAI, converted for CTranslate2 by SYSTRAN",
    files=(
        FileSpec(
            name="model.bin",
            size=483_546_902,
            sha256="3e305921506d8872816023e4c273e75d2419fb89b24da97b4fe7bce14170d671",
        ),
        FileSpec(
            name="config.json",
            size=2_370,
            sha256="b55496ac7940a7ae47d2c01eab40edfd8701feec1229d9cce3b40014383fb828",
        ),
        *_WHISPER_TOKENS,
    ),
    hub=HubSource("Systran/faster-whisper-small", "536b0662742c02347bc0e980a01041f333bce120"),
)

WHISPER_BASE = ModelSpec(
    name="whisper-base",
    role="asr",
    label="Whisper base",
    licence="MIT",
    attribution="Whisper base by OpenAI, converted for CTranslate2 by SYSTRAN",
    files=(
        FileSpec(
            name="model.bin",
            size=145_217_532,
            sha256="d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
        ),
        FileSpec(
            name="config.json",
            size=2_309,
            sha256="56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
        ),
        *_WHISPER_TOKENS,
    ),
    hub=HubSource("Systran/faster-whisper-base", "ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66"),
)

WHISPERS = (WHISPER_TURBO, WHISPER_SMALL, WHISPER_BASE)
"""From the largest to the smallest: the more exact, the slower."""

CARRIED = (SEGMENTATION, WESPEAKER, MOONSHINE_TINY_EN, SILERO_VAD)
"""Those that arrive inside an installed package."""
FETCHED = (PARAKEET_ULTRA, PARAKEET_V3_ONNX, *WHISPERS, PARAKEET, WESPEAKER_CHECKPOINT)
"""Those that the user fetches, or takes in from a file."""
MODELS = CARRIED + FETCHED


def model_named(name: str) -> ModelSpec:
    """The model of this name; ValueError, which lists them, if there is none."""
    for spec in MODELS:
        if spec.name == name:
            return spec
    raise ValueError(f"there is no model {name!r}: there are {', '.join(each.name for each in MODELS)}")
