"""The scenario on a real uvicorn, from the window: runs in a process of its own, so that nothing here is slower."""
