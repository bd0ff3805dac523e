"""Google's consent pages, in plain accessible HTML."""

from collections.abc import Iterable
from html import escape

from terminplaner.simulator.oauth import Authorization
from terminplaner.simulator.scopes import DESCRIPTIONS

_STYLE = """
body{font:16px/1.5 Roboto,Arial,sans-serif;color:#1f1f1f;background:#f0f4f9;margin:0;padding:48px 16px}
main{max-width:640px;margin:auto;background:#fff;border-radius:28px;padding:36px}
h1{font-size:28px;font-weight:400;line-height:1.3;margin:0 0 16px}
fieldset{border:0;margin:24px 0;padding:0}legend{font-weight:500;padding:0;margin-bottom:8px}
.scope{display:flex;gap:12px;align-items:flex-start;padding:12px 0;border-top:1px solid #dadce0}
.scope input{width:20px;height:20px;margin:2px 0 0;flex:none}
button{font:inherit;padding:10px 24px;border-radius:20px;border:1px solid #747775;background:#fff;color:#0b57d0}
button.main{background:#0b57d0;border-color:#0b57d0;color:#fff}
button:focus-visible,input:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
.account{display:block;width:100%;text-align:left;margin:8px 0;border-radius:8px}
footer{text-align:center;color:#5f6368;padding:16px}
.actions{display:flex;gap:12px;justify-content:flex-end}
"""

_REFUSALS = {
    "invalid_client": "Der OAuth-Client wurde nicht gefunden.",
    "redirect_uri_mismatch": "Die Weiterleitungsadresse dieser App ist nicht zulässig.",
    "invalid_scope": "Mindestens ein angeforderter Bereich ist unbekannt.",
    "invalid_request": "Die Anfrage dieser App ist ungültig.",
    "session_expired": "Diese Anmeldung ist nicht mehr gültig. Bitte beginnen Sie in der App noch einmal.",
}


def account_page(request: Authorization, session: str, accounts: Iterable[str], action: str) -> str:
    """The choice of the account."""
    buttons = "".join(
        f'<button class="account" type="submit" name="account" value="{escape(email)}">{escape(email)}</button>'
        for email in accounts
    )
    name = escape(request.client.app_name)
    return _page(
        "Konto auswählen",
        f"""<h1>Konto auswählen</h1>
<p>Weiter zu <strong>{name}</strong></p>
<form method="post" action="{action}">
<input type="hidden" name="session" value="{escape(session)}">
{buttons}
</form>""",
    )


def consent_page(request: Authorization, session: str, account: str, action: str) -> str:
    """The tick boxes; where only one thing is asked for, Google shows it without a box.

    "Abbrechen" belongs to a form of its own, else the Enter key on a tick box would press it.
    """
    name = escape(request.client.app_name)
    if len(request.scopes) == 1:
        scope = request.scopes[0]
        asked = (
            f"<p>{name} erhält damit diese Berechtigung:</p><ul><li>{escape(DESCRIPTIONS[scope])}</li></ul>"
            f'<input type="hidden" name="scope" value="{escape(scope)}">'
        )
    else:
        boxes = "".join(_box(number, scope) for number, scope in enumerate(request.scopes))
        asked = f"<fieldset><legend>Wählen Sie aus, worauf {name} zugreifen darf</legend>{boxes}</fieldset>"
    return _page(
        f"{name} möchte auf Ihr Google-Konto zugreifen",
        f"""<h1>{name} möchte auf Ihr Google-Konto zugreifen</h1>
<p>{escape(account)}</p>
<form method="post" action="{action}" id="deny">
<input type="hidden" name="session" value="{escape(session)}">
</form>
<form method="post" action="{action}">
<input type="hidden" name="session" value="{escape(session)}">
{asked}
<p>Sie können den Zugriff jederzeit in Ihrem Google-Konto widerrufen.</p>
<div class="actions">
<button type="submit" form="deny" name="decision" value="deny">Abbrechen</button>
<button class="main" type="submit" name="decision" value="allow">Weiter</button>
</div>
</form>""",
    )


def refusal_page(status: int, code: str) -> str:
    """Google's own error page; the application hears nothing of it."""
    return _page(
        "Zugriff blockiert",
        f"<h1>Zugriff blockiert: Autorisierungsfehler</h1><p>{_REFUSALS[code]}</p><p>Fehler {status}: {code}</p>",
    )


def _box(number: int, scope: str) -> str:
    return (
        f'<div class="scope"><input type="checkbox" id="scope{number}" name="scope" value="{escape(scope)}">'
        f'<label for="scope{number}">{escape(DESCRIPTIONS[scope])}</label></div>'
    )


def _page(title: str, content: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>{title}</title><style>{_STYLE}</style></head>
<body><main>{content}</main><footer>Simuliertes Google: nur zum Vorführen und Prüfen</footer></body>
</html>
"""
