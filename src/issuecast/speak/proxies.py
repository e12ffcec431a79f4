"""The proxy that the environment names (HTTPS_PROXY, ALL_PROXY, NO_PROXY), and what may be told of it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, getproxies, proxy_bypass

from issuecast.errors import EngineUnavailable
from issuecast.speak.address import is_address

HTTP = ("http", "https")


def proxy_for(url: str) -> str:
    """The proxy's address for an address, "" for none; that of http serves for ws, and of https for wss."""
    address, proxies = urlsplit(url), getproxies()
    if proxy_bypass(address.netloc.rpartition("@")[2]):
        return ""
    own, like_it = address.scheme, address.scheme.replace("ws", "http")
    proxy = proxies.get(own) or proxies.get(like_it) or proxies.get("all") or ""
    return proxy if not proxy or "://" in proxy else f"http://{proxy}"  # as urllib has it


def by_way_of(url: str) -> str:
    """What follows the name of the address's host in a sentence, " by way of the proxy p:8080", or ""."""
    proxy = proxy_for(url)
    return f" by way of the proxy {_place(proxy)}" if proxy else ""


def usable_proxy_for(url: str, engine: str, schemes: tuple[str, ...] = HTTP) -> str:
    """The proxy's address for an address, "" for none.

    Raises:
        EngineUnavailable: it is of another scheme than these, or no address.
    """
    proxy = proxy_for(url)
    if proxy and not is_address(proxy, *schemes):
        raise unusable(proxy, engine)
    return proxy


def handler(proxy: str) -> ProxyHandler:
    """By which urllib asks through a proxy, or none, whatever it makes of the environment itself."""
    return ProxyHandler({"http": proxy, "https": proxy} if proxy else {})


def unusable(proxy: str, engine: str) -> EngineUnavailable:
    """The error that an engine cannot use such a proxy."""
    return EngineUnavailable(
        f"{engine} cannot use the proxy {proxy.partition('://')[0]}://{_place(proxy)}",
        "name an http proxy in HTTPS_PROXY and ALL_PROXY, or the host in NO_PROXY, "
        "or name another cast with --cast",
    )


def _place(proxy: str) -> str:
    """Host and port, without a name and a password, however the address is written."""
    return re.sub(r"^[^/]*://|/.*", "", proxy.rpartition("@")[2])
