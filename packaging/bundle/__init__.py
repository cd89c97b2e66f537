"""How the application that people install is made: `make package`."""
