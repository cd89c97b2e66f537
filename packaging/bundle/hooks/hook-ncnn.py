"""ncnn's package imports torch for its converter where torch is installed; the runtime needs none of it."""

excludedimports = ["torch", "torchvision", "tqdm", "requests"]
