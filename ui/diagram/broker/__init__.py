"""The message queue below the server: its zone, its consumers, and the messages in it."""
