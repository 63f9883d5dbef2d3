"""Which attempt of a client's a request is."""

from simulator.model import System


class Attempts:
    """Reads the requests in flight, and the rows of those that have ended."""

    def __init__(self, system: System) -> None:
        self._system = system

    def of(self, request_id: int) -> tuple[int, int]:
        """The number of the attempt, from 1, and the id of the first one."""
        request = self._system.in_flight.get(request_id) or self._system.ledger.orphans.get(request_id)
        if request is not None:
            return request.attempt, request.first_id
        requests = self._system.record.requests
        if not any(client.retries for client in self._system.scenario.clients) or not requests.is_kept(request_id):
            return 1, request_id
        row = requests.row(request_id)
        return int(row["attempt"]), int(row["first_request_id"])
