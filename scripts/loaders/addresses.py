"""Connections to public addresses only, checked at the moment of connecting, and so after redirects too."""

import ipaddress
import socket

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection


class ForbiddenAddress(ValueError):
    """A host whose address is not public: loopback, link-local, private, reserved."""


def public_addresses(host: str, port: int) -> list[str]:
    """The addresses of `host`. Raises ForbiddenAddress where one is not public, OSError where there is none."""
    addresses = [entry[4][0] for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for text in addresses:
        address = ipaddress.ip_address(text.partition("%")[0])
        # IPv6 can carry an IPv4 address inside, in more than one way; each of them counts.
        inside = [getattr(address, form, None) for form in ("ipv4_mapped", "sixtofour")]
        for each in [address, *filter(None, inside)]:
            if not each.is_global or each.is_multicast:
                raise ForbiddenAddress(
                    f"{host} is at {text}, which is not a public address (--allow-private permits it)"
                )
    return addresses


class _Checked:
    """A connection that goes to the very address that was checked, so that a name cannot change its mind between."""

    def _new_conn(self) -> socket.socket:
        address = public_addresses(self._dns_host, self.port)[0]
        return socket.create_connection((address, self.port), self.timeout)


class _CheckedHTTP(_Checked, HTTPConnection):
    pass


class _CheckedHTTPS(_Checked, HTTPSConnection):
    pass


class _CheckedHTTPPool(HTTPConnectionPool):
    ConnectionCls = _CheckedHTTP


class _CheckedHTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _CheckedHTTPS


def pool_manager(allow_private: bool, **settings: object) -> PoolManager:
    """A pool of connections, to public addresses only unless `allow_private`."""
    manager = PoolManager(**settings)
    if not allow_private:
        manager.pool_classes_by_scheme = {"http": _CheckedHTTPPool, "https": _CheckedHTTPSPool}
    return manager
