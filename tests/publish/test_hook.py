"""The content security policy of pages."""

import base64
import hashlib

from publish.hook import forget_notebooks, lock_pages


def _hash(code):
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() + "'"


def test_all_pages_share_one_policy_that_knows_every_inline_script(tmp_path):
    (tmp_path / "sub").mkdir()
    one, other = tmp_path / "index.html", tmp_path / "sub" / "index.html"
    one.write_text(
        '<html><head><title>x</title></head><script>let a=1</script><script src="x.js"></script>', encoding="utf-8"
    )
    other.write_text(
        '<html><head lang="es"></head><script type="application/json">{}</script><SCRIPT>let b=2</SCRIPT>',
        encoding="utf-8",
    )
    lock_pages(tmp_path)
    policies = {page.read_text(encoding="utf-8").split('content="')[1].split('"')[0] for page in (one, other)}
    assert len(policies) == 1
    policy = policies.pop()
    assert {word for word in policy.replace(";", " ").split() if "sha256" in word} == {
        _hash("let a=1"),
        _hash("let b=2"),
    }
    assert policy.startswith("default-src 'none'")
    assert "'unsafe-eval'" not in policy
    assert "script-src 'self' 'unsafe-inline'" not in policy


def test_the_policy_comes_before_every_script(tmp_path):
    page = tmp_path / "a.html"
    page.write_text("<head><script>1</script></head>", encoding="utf-8")
    lock_pages(tmp_path)
    assert page.read_text(encoding="utf-8").startswith('<head><meta http-equiv="Content-Security-Policy"')


def test_executed_notebooks_are_kept_while_their_sources_stay_the_same(tmp_path):
    cache, source = tmp_path / "cache", tmp_path / "checker"
    source.mkdir()
    (source / "a.py").write_text("1", encoding="utf-8")
    forget_notebooks(cache, [source])
    executed = cache / "notebook.json"
    executed.write_text("{}", encoding="utf-8")
    forget_notebooks(cache, [source])
    assert executed.exists()
    (source / "a.py").write_text("2", encoding="utf-8")
    forget_notebooks(cache, [source])
    assert not executed.exists()
