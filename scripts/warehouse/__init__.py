"""The warehouse as files: where they are, who may write, how a build reaches its readers."""
