"""Wall seconds and peak megabytes of a command, and medians of pairs of them."""
import os
import resource
import statistics
import subprocess
import time


def timed(command, output=subprocess.DEVNULL, must_succeed=False):
    """Wall seconds and peak megabytes of a command, whose output is thrown away or goes to a file."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if must_succeed and status != 0:
        raise SystemExit(f"failed: {' '.join(command)}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def processor_seconds():
    """What all commands that have ended took of all processors, which other work on the machine changes little."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def heading():
    return f"{'children':>9}  {'kith s':>8}  {'validator s':>11}  {'times faster':>12}  {'kith MB':>8}  {'validator MB':>12}  {'share':>6}"


def row(size, pairs):
    """A line of medians of pairs of Kith's and the validator's figures; the ratio is the median of the pairs' ratios."""
    seconds = [statistics.median(pair[side][0] for pair in pairs) for side in (0, 1)]
    memory = [statistics.median(pair[side][1] for pair in pairs) for side in (0, 1)]
    ratio = statistics.median(theirs[0] / ours[0] for ours, theirs in pairs)
    return f"{size:>9}  {seconds[0]:>8.3f}  {seconds[1]:>11.2f}  {ratio:>12.0f}  {memory[0]:>8.0f}  {memory[1]:>12.0f}  {memory[0] / memory[1]:>6.1%}"
