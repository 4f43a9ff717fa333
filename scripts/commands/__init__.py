"""One module per command; the files of the same name in scripts/ call them."""
