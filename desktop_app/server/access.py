"""Who may ask: whoever has the token, where there is one."""

import hmac

from fastapi import Request

from desktop_app.server.errors import Refused

_SCHEME = "bearer"


class Access:
    """Compares tokens in a time that does not depend on where they differ."""

    def __init__(self, token: str) -> None:
        """token: '' lets everybody in."""
        self._token = token.encode()

    def is_granted(self, request: Request) -> bool:
        """Whether the request has the token."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        has_token = hmac.compare_digest(token.strip().encode(), self._token)
        return not self._token or (scheme.lower() == _SCHEME and has_token)

    def require(self, request: Request) -> None:
        """Refused unless the request has it."""
        if not self.is_granted(request):
            headers = {"WWW-Authenticate": "Bearer"}
            raise Refused(401, "unauthorised", "Send the token as 'Authorization: Bearer TOKEN'.", headers=headers)
