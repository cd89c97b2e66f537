"""The commands of `diarist`: one file each, with what it is asked and where its work begins; program.py
lists them."""
