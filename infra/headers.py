"""The headers that every page and file of the portal bears, at the edge and locally alike."""


def security_headers(uploads: str) -> dict[str, str]:
    """The strict headers; `uploads` is the origin, besides our own, that files go to and come from."""
    policy = {
        "default-src": "'none'",
        "base-uri": "'none'",
        "connect-src": f"'self' {uploads}",
        "font-src": "'self'",
        "form-action": f"'self' {uploads}",
        "frame-ancestors": "'none'",
        "frame-src": "'self' blob:",
        "img-src": f"'self' data: blob: {uploads}",
        "manifest-src": "'self'",
        "media-src": f"'self' blob: {uploads}",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "worker-src": "'self'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
