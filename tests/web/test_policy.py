import base64
import hashlib

from framing.web.policy import content_security_policy, headers


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (part.split() for part in policy.split("; "))}


def test_each_inline_script_of_the_page_is_allowed_by_its_hash_and_no_other() -> None:
    page = "<script>\n  one()\n</script><script type='module' src='./a.js'></script><script>two()</script>"
    allowed = directives(content_security_policy(page))["script-src"]
    hashes = [base64.b64encode(hashlib.sha256(script).digest()).decode() for script in (b"\n  one()\n", b"two()")]
    assert allowed == ["'self'", "blob:", *(f"'sha256-{digest}'" for digest in hashes)]


def test_nothing_may_come_from_elsewhere() -> None:
    for sources in directives(content_security_policy("")).values():
        assert set(sources) <= {"'self'", "'none'", "'unsafe-inline'", "blob:", "data:"}


def test_no_script_is_allowed_for_standing_in_the_page_or_in_a_text() -> None:
    scripts = directives(content_security_policy(""))["script-src"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "data:"} & set(scripts)


def test_streamlits_page_has_one_inline_script() -> None:
    policy = dict(headers())[b"content-security-policy"].decode()
    assert policy.count("sha256-") == 1
