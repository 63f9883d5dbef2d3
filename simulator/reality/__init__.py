"""The same scenario against a real uvicorn on this machine: made into an app, driven, measured beside simulated."""
