"""Programs run in turn, so that what slows the machine down for a while slows down all of them."""
from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Program:
    """One peer: `commands` run one after the other as one piece of work."""

    name: str
    commands: list[list[str]]
    # What each run needs in place; not timed.
    prepare: Callable[[], None] = lambda: None
    runs: list[Run] = field(default_factory=list)

    def median(self, what: str) -> float:
        return statistics.median(getattr(run, what) for run in self.runs)


@dataclass
class Run:
    wall: float  # seconds
    cpu: float  # seconds, user and system, of all threads
    peak: float  # MiB, of the largest process


def run(program: Program) -> Run:
    program.prepare()
    wall, cpu, peak = 0.0, 0.0, 0.0
    silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    for command in program.commands:
        start = time.perf_counter()
        # No fork: a copy of this process would count as the program's start.
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=silent)
        _, status, usage = os.wait4(child, 0)
        wall += time.perf_counter() - start
        if status:
            raise SystemExit(f"{program.name} failed with status {status}: {' '.join(command)}")
        cpu += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss / 1024)
    return Run(wall, cpu, peak)


def in_turn(programs: list[Program], rounds: int) -> None:
    """One round that does not count, so that all files lie in memory, then `rounds` of them."""
    for program in programs:
        run(program)
    for _ in range(rounds):
        for program in programs:
            program.runs.append(run(program))


def ratio(ours: Program, peer: Program, what: str) -> float:
    """The median of the ratios of runs that lay side by side."""
    return statistics.median(getattr(a, what) / getattr(b, what) for a, b in zip(ours.runs, peer.runs))
