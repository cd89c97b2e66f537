"""The encoder of a transducer, exported to ONNX, with its large weights put into 8 bits."""
