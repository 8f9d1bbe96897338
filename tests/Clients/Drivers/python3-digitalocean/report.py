"""Prints one line for each call: its name, ok or error, and what came back, with tabs between them."""


called = set()


def text(value):
    if isinstance(value, (list, tuple)):
        return ", ".join(text(item) for item in value)
    return " ".join(str(value).split())


def call(name, run):
    """Runs a call. Later calls get its result, or None if it failed."""
    called.add(name.split(" ")[0].rstrip(","))
    try:
        result = run()
    except Exception as error:  # Whatever the client throws is what the test is about.
        print(f"{name}\terror\t{type(error).__name__}: {text(error)}", flush=True)
        return None
    return shown(name, result)


def shown(name, result):
    shown_text, value = result if isinstance(result, Shown) else (text(result), result)
    print(f"{name}\tok\t{shown_text}", flush=True)
    return value


class Shown(tuple):
    """What to print of a result that later calls need as an object."""

    def __new__(cls, what, value):
        return super().__new__(cls, (text(what), value))
