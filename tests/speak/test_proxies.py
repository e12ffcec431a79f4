from __future__ import annotations

import pytest

from issuecast.speak.proxies import by_way_of, proxy_for

NAMES = ("http_proxy", "https_proxy", "ws_proxy", "wss_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy but the test's."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("variables", "url", "proxy"),
    [
        ({}, "https://voices.example/list", ""),
        ({"HTTPS_PROXY": "http://p:8080"}, "https://voices.example/list", "http://p:8080"),
        ({"HTTPS_PROXY": "http://p:8080"}, "wss://voices.example/edge", "http://p:8080"),
        ({"HTTPS_PROXY": "http://p:8080", "WSS_PROXY": "http://q:1"}, "wss://voices.example", "http://q:1"),
        ({"HTTPS_PROXY": "http://p:8080"}, "http://voices.example/v1", ""),
        ({"ALL_PROXY": "p:8080"}, "http://voices.example/v1", "http://p:8080"),
        ({"HTTPS_PROXY": "http://p:8080", "NO_PROXY": "voices.example"}, "wss://voices.example", ""),
        ({"HTTPS_PROXY": "http://p:8080", "NO_PROXY": ".example, other"}, "https://voices.example", ""),
        ({"HTTP_PROXY": "http://p:8080", "NO_PROXY": "localhost:8880"}, "http://localhost:8880/v1", ""),
        ({"HTTP_PROXY": "http://p:8080", "NO_PROXY": "host:1"}, "http://host:2/v1", "http://p:8080"),
        ({"HTTP_PROXY": "http://p:8080", "NO_PROXY": "*"}, "http://voices.example", ""),
    ],
)
def test_the_proxy_is_the_one_that_the_environment_names(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], url: str, proxy: str
) -> None:
    """By the address's scheme, a web socket's by that of http, else by ALL_PROXY; and NO_PROXY is heeded."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(url) == proxy


@pytest.mark.parametrize(
    "proxy",
    [
        *("http://p:8080", "p:8080", "http://p:8080/", "http://bob:s3cret@p:8080", "bob:s3cret@p:8080/x"),
        *("socks5://bob:s3:cr@et@p:8080", "http://bob:s3/cret@p:8080"),
    ],
)
def test_a_proxy_is_told_by_its_host_and_port(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    """And by nothing else, however it is written."""
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    assert by_way_of("https://voices.example/list") == " by way of the proxy p:8080"
