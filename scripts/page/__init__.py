"""The page that scripts/report writes: what a warehouse holds, each mark with the words it comes from."""
