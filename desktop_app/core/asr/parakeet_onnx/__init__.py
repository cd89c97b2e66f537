"""Parakeet on onnxruntime: without torch, on any computer."""
