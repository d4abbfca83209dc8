"""A watch that is killed at any moment, over servers that fail at any moment: no post is lost.

python tests/faults/watching.py            60 runs
python tests/faults/watching.py --short    8 runs
python tests/faults/watching.py --soak     3,000 rounds of one watch, by a clock of its own

A channel of this machine grows by a few posts between runs and answers now and then with 500,
429, half an answer, a wall or nothing. Most runs are killed after a random time. At the end one
run is left to finish: every post must be in the ledger once, the ledger must be sound, and what
was seen must not be asked to be read again.
"""

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests/watching")]

from watching_samples import post, preview, serving  # noqa: E402

AT_ONCE = 20
WALL = "<html><head><title>Just a moment...</title></head><body>Verify you are human</body></html>"


def watch(address: str, ledger: Path) -> subprocess.Popen:
    command = ("watch", "--once", "--allow-local", "--pause", "0", "--json", "--outlet", "reuters")
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "lossledger",
            *command,
            "--feed",
            f"telegram={address}",
            "--ledger",
            ledger,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin", "HOME": str(ledger.parent)},
    )


def text(number: int) -> str:
    return f"Ukraine's General Staff said on Thursday that Russia lost {number + 100} soldiers."


def show(site, posts: list[int]) -> None:
    """The last posts on the first page, and a page before each of them."""
    for first in range(len(posts)):
        earlier = posts[max(0, first - AT_ONCE) : first]
        site.put(f"/s/desk?before={posts[first]}", preview(*(post(n, text(n)) for n in earlier)))
    site.put("/s/desk", preview(*(post(n, text(n)) for n in posts[-AT_ONCE:])))


def spoil(site, draw: random.Random) -> None:
    """Let the first page fail in one of the ways in which servers do."""
    ways = (
        lambda: site.put("/s/desk", "", 500),
        lambda: site.put("/s/desk", "", 429, Retry_After="90"),
        lambda: site.put("/s/desk", "<html>", Content_Length="9999"),
        lambda: site.put("/s/desk", WALL),
        lambda: site.put("/s/desk", ""),
    )
    draw.choice(ways)()


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--short", action="store_true")
    options.add_argument("--soak", action="store_true")
    given = options.parse_args()
    if given.soak:
        return soak(3000)
    runs = 8 if given.short else 60
    draw = random.Random(20240222)
    killed, posts = 0, [1, 2, 3]
    with serving() as site, tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "war.ledger"
        address = f"{site.address}/s/desk"
        for _ in range(runs):
            posts += range(posts[-1] + 1, posts[-1] + draw.randrange(1, 30))
            show(site, posts)
            if draw.random() < 0.2:
                spoil(site, draw)
            running = watch(address, ledger)
            try:
                running.communicate(timeout=draw.uniform(0.3, 1.1) if draw.random() < 0.8 else 60)
            except subprocess.TimeoutExpired:
                running.send_signal(signal.SIGKILL)
                running.communicate()
                killed += 1
        show(site, posts)
        new = 0
        for _ in range(2):
            said, _ = watch(address, ledger).communicate(timeout=120)
            new = json.loads(said)["texts"]
        faults = judged(ledger, posts, new)
    print(f"{runs} runs, {killed} killed, {len(posts)} posts")
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


def soak(rounds: int) -> int:
    """A month of rounds over a server that fails one time in five: memory must not grow."""
    from datetime import timedelta

    from watching_samples import Clock

    from lossledger.ledger import open_ledger
    from lossledger.sources import Feed
    from lossledger.watching import Courier, Watch

    draw, clock, posts = random.Random(20240222), Clock(), [1, 2, 3]
    held: list[int] = []
    with (
        serving() as site,
        tempfile.TemporaryDirectory() as folder,
        open_ledger(Path(folder) / "war.ledger") as ledger,
    ):
        feed = Feed("telegram", f"{site.address}/s/desk", "reuters", stale_after=36)
        courier = Courier(clock, clock.sleep, allow_local=True)
        watch = Watch(ledger, [feed], courier, every=timedelta(minutes=15), tool="soak")
        for number in range(rounds):
            if number % 10 == 0:
                posts.append(posts[-1] + 1)
            show(site, posts[-AT_ONCE - 1 :])
            if draw.random() < 0.2:
                spoil(site, draw)
            for _ in watch.round():
                pass
            site.asked.clear()
            clock.slept.clear()
            clock.sleep(watch.wait())
            held.append(memory())
        documents = sum(held.characters > 0 for held in ledger.documents())
        troubles = ledger.verify().troubles
    early, late = max(held[: rounds // 5]), max(held)
    print(f"{rounds:,} rounds, {documents} of {len(posts)} posts, {len(troubles)} troubles")
    print(f"memory: {early / 1e6:.0f} MB in the first fifth, {late / 1e6:.0f} MB in all")
    return 1 if late > 1.2 * early or troubles else 0


def memory() -> int:
    """Bytes of this process that are in memory now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096


def judged(where: Path, posts: list[int], new: int) -> list[str]:
    """What does not hold at the end; posts older than the pages that are asked for do not count."""
    from lossledger.ledger import open_ledger

    with open_ledger(where) as ledger:
        origins = [held.origin for held in ledger.documents() if held.characters]
        troubles = ledger.verify().troubles
    wanted = {f"https://t.example/desk/{n}" for n in posts[-3 * AT_ONCE :]}
    faults = [f"missing: {one}" for one in sorted(wanted - set(origins))]
    faults += [f"twice: {one}" for one in {o for o in origins if origins.count(o) > 1}]
    faults += [f"not sound: {trouble}" for trouble in troubles]
    return faults + ([f"the last run read {new} texts again"] if new else [])


if __name__ == "__main__":
    sys.exit(main())
