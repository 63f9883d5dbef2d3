"""The real uvicorn: mechanics, cleaning up; how close the model comes is told by tests/benchmarks/reality.py."""
