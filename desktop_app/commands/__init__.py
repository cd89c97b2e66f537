"""The commands of `diarist`: one file each, with what it is asked on the command line and where its work begins."""
