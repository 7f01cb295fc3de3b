"""Options that come in groups: a command takes the one value that is made of them."""

from collections.abc import Callable, Iterator
from inspect import Parameter, Signature, signature
from typing import Any

Maker = Callable[..., object]
"""A function whose parameters are options, declared as Typer wants them."""
Command = Callable[..., None]


def takes(**makers: Maker) -> Callable[[Command], Command]:
    """A command in whose place for a made value the options of its maker stand."""

    def around(command: Command) -> Command:
        def run(**given: Any) -> None:
            made = {name: maker(**{key: given.pop(key) for key in _names(maker)}) for name, maker in makers.items()}
            command(**given, **made)

        options = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in _spread(command, makers)]
        run.__signature__ = Signature(options)  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in options}
        run.__name__, run.__doc__, run.__module__ = command.__name__, command.__doc__, command.__module__
        return run

    return around


def _spread(command: Command, makers: dict[str, Maker]) -> Iterator[Parameter]:
    for one in signature(command).parameters.values():
        if one.name in makers:
            yield from signature(makers[one.name]).parameters.values()
        else:
            yield one


def _names(maker: Maker) -> list[str]:
    return list(signature(maker).parameters)
