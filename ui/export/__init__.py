"""What leaves the window as files: the results of the session, the picture of the diagram."""
