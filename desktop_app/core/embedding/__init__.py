"""Speaker embeddings: one Protocol, one file per engine."""
