"""The dashboard that scripts/superset serves: Apache Superset, installed, filled and run for one warehouse."""
