"""What tools for charts and dashboards need to read the published file."""
