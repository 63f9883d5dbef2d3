"""What a scenario is to be made from, as a call of `simulate calibrate`. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Source(StrEnum):
    """Where it comes from."""

    LOG = "log"
    APP = "app"
    ASYNCFLOW = "asyncflow"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was filled in; texts as they were typed."""

    source: Source
    file: str = ""
    """Of a log or a topology."""
    app: str = ""
    folder: str = ""
    routes: str = ""
    """`/items=3, /buy`."""
    handler: str = ""
    """Empty: not known."""
    out: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether there is enough to begin."""
        own = (self.app, self.folder, self.routes) if self.source is Source.APP else (self.file,)
        return all(text.strip() for text in (*own, self.out))

    @property
    def directory(self) -> Path:
        """Where the call is made."""
        return Path(self.folder) if self.source is Source.APP else Path(self.file).parent

    @property
    def arguments(self) -> list[str]:
        """Of `simulate`."""
        out = ["--out", str(Path(self.out.strip()).absolute()), "--json", "--progress-lines"]
        if self.source is Source.APP:
            routes = [part.strip() for part in self.routes.replace("\n", ",").split(",") if part.strip()]
            return ["calibrate", "--app", self.app.strip(), *(f"--route={route}" for route in routes), *out]
        handler = ["--handler", self.handler] if self.handler and self.source is Source.LOG else []
        return ["calibrate", f"--{self.source}", str(Path(self.file.strip()).absolute()), *handler, *out]


def proposal(file: str) -> str:
    """Where to save what comes from a file: beside it, under a name that is free."""
    path = Path(file.strip())
    if not file.strip():
        return ""
    stem, number = path.name.partition(".")[0] or "scenario", 2
    out = path.with_name(f"{stem}.toml")
    while out.exists():
        out, number = path.with_name(f"{stem}_{number}.toml"), number + 1
    return str(out)
