"""The published warehouse in other forms: files with a data dictionary, other databases."""
