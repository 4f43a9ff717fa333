"""Loaders: turn inputs into documents and articles, exactly, and say what could not be read.

One module per format. No facts and no cleaning beyond finding an article's text: that is SQL's work.
"""
