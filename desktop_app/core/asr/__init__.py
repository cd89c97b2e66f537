"""Speech recognition: one Protocol, one file per engine."""
