"""From an app, a log or a topology to a scenario."""
