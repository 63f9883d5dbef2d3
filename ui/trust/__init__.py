"""Can this run be believed? Laws that hold for every queue, theory where it has an answer, and how sure the mean is."""
