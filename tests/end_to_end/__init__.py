"""The application from end to end: a real window on an X server, led by a pointer and keys, as a hand would."""
