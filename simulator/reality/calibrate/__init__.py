"""From a user's own app, log or AsyncFlow topology to a scenario; what a source cannot tell is marked as assumed."""
