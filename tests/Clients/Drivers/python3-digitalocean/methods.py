"""Which public methods of the client no call has used."""
import inspect

import digitalocean

# Read from inside a droplet, at an address of its own, and the shared machinery below all of them.
ELSEWHERE = {"BaseAPI", "Metadata"}


def run(called):
    public = {
        f"{kind.__name__}.{name}"
        for kind in vars(digitalocean).values() if inspect.isclass(kind) and kind.__name__ not in ELSEWHERE
        for name in vars(kind) if not name.startswith("_") and callable(getattr(kind, name))
    }
    return sorted(public - called)
