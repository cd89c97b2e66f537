"""How the window looks: colours, fonts, light and dark."""
