"""All result files of a run, replication by replication."""

from pathlib import Path
from types import TracebackType

from simulator.output import messages, parquet, requests, timeseries, trace
from simulator.output.digits import header
from simulator.output.folder import ResultsFolder
from simulator.output.inputs import Inputs
from simulator.output.rendered import Rendered, blocks
from simulator.output.summary import as_csv, as_json
from simulator.record import Record
from simulator.scenario import Scenario
from simulator.statistics import Replications


class Results:
    """Give it each finished replication (`add`), then `commit`; without that the folder stays as it was.

    `scenario` is the scenario as it is run, its seed and replications included. Raises ResultsError.
    """

    def __init__(
        self,
        path: Path,
        scenario: Scenario,
        *,
        has_requests: bool = True,
        has_trace: bool = False,
        has_parquet: bool = False,
    ) -> None:
        self.path = path
        self.names: tuple[str, ...] = ()
        """The files that were written, once they were."""
        self._folder = ResultsFolder(path)
        self._scenario = scenario
        self._has_requests = has_requests
        self._has_trace = has_trace
        self._has_parquet = has_parquet
        self._series: list[tuple[int, bytes]] = []
        self._series_columns: tuple[str, ...] = ()

    def __enter__(self) -> "Results":
        self._folder.__enter__()
        try:
            # Read now what the run reads: the files may change while it goes on.
            self._inputs = Inputs(self._scenario)
            for name, data in self._inputs.files.items():
                self._folder.write(name, data)
            if self._has_requests:
                self._folder.append("requests.csv", header(requests.COLUMNS))
            if self._scenario.broker is not None:
                self._folder.append("tasks.csv", header(messages.COLUMNS))
            if self._has_trace:
                self._folder.append("trace.csv", header(trace.columns(self._scenario)))
        except BaseException:
            self._folder.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._folder.__exit__(kind, error, traceback)

    def add(self, record: Record) -> None:
        """The rows of a closed replication; it is not needed afterwards."""
        for name, block in blocks(record, has_requests=self._has_requests, has_trace=self._has_trace):
            self._folder.append(name, block)
        self._add_series(*timeseries.table(record))

    def add_rendered(self, rows: Rendered) -> None:
        """The same rows, from where the replication was run."""
        for name, block in rows.blocks:
            self._folder.append(name, block)
        self._add_series(rows.series_columns, rows.series)

    def _add_series(self, columns: tuple[str, ...], text: bytes) -> None:
        self._series.append((len(columns), text))
        self._series_columns = max(self._series_columns, columns, key=len)

    def write(self, name: str, data: bytes) -> None:
        """A further file, whole."""
        self._folder.write(name, data)

    def commit(self, replications: Replications) -> None:
        """Write the summaries and the scenario, and give all files their names."""
        width = len(self._series_columns)
        self._folder.append("timeseries.csv", header(self._series_columns))
        for columns, text in self._series:
            self._folder.append("timeseries.csv", timeseries.widened(text, width - columns))
        if self._has_parquet:
            for name in self._folder.names:
                if name.endswith(".csv"):
                    self._folder.derive(name.replace(".csv", ".parquet"), name, parquet.convert)
        overall = replications.overall()
        self._folder.write("summary.json", as_json(overall).encode())
        self._folder.write("summary.csv", as_csv(replications.summaries, overall).encode())
        self._folder.write("scenario.toml", self._inputs.text(len(replications.summaries)).encode())
        self.names = self._folder.names
        self._folder.commit()
