"""How fast the parts of Attested are, each beside a reference that is measured in the same run on the same text."""
