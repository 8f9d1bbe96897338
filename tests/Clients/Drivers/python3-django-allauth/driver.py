"""django-allauth signs in with its own provider for DigitalOcean, whose three addresses lead to the sandbox."""
import logging
import os
import sys
from urllib.parse import parse_qs, urlsplit

os.environ["DJANGO_SETTINGS_MODULE"] = "settings"

import django  # noqa: E402

django.setup()
logging.disable(logging.CRITICAL)

import requests  # noqa: E402
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken  # noqa: E402
from allauth.socialaccount.providers.digitalocean.views import DigitalOceanOAuth2Adapter  # noqa: E402
from django.contrib.sites.models import Site  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

address = os.environ["SANDBOX_ADDRESS"]
DigitalOceanOAuth2Adapter.access_token_url = f"{address}/v1/oauth/token"
DigitalOceanOAuth2Adapter.authorize_url = f"{address}/v1/oauth/authorize"
DigitalOceanOAuth2Adapter.profile_url = f"{address}/v2/account"


def call(name, run):
    try:
        shown, result = run()
    except Exception as error:  # Whatever the client throws is what the test is about.
        print(f"{name}\terror\t{type(error).__name__}: {' '.join(str(error).split())}")
        return None
    print(f"{name}\tok\t{', '.join(str(item) for item in shown)}")
    return result


def login():
    response = visitor.get("/accounts/digitalocean/login/")
    return [response.status_code, urlsplit(response["Location"]).path], response["Location"]


def approve():
    location = requests.get(start, allow_redirects=False).headers["Location"]
    return [urlsplit(location).path], location


def finish():
    response = visitor.get("/accounts/digitalocean/login/callback/?" + urlsplit(callback).query)
    if response.status_code != 302:
        raise RuntimeError(response.content.decode())
    return [response.status_code, response["Location"]], response


def account():
    found = SocialAccount.objects.get()
    return [found.provider, found.extra_data["account"]["email"], found.uid == found.extra_data["account"]["uuid"]], found


def token():
    stored = SocialToken.objects.get()
    response = requests.get(f"{address}/v2/account", headers={"Authorization": f"Bearer {stored.token}"})
    return [response.status_code, bool(stored.token_secret), stored.expires_at is not None], stored


def again():
    response = Client().get("/accounts/digitalocean/login/callback/?" + parse_again(callback))
    return [response.status_code, SocialAccount.objects.count()], response


def parse_again(location):
    return "code=" + parse_qs(urlsplit(location).query)["code"][0]


call_command("migrate", verbosity=0, stdout=sys.stderr)
# Registered in the database, as in the admin: only then are tokens kept.
app = SocialApp.objects.create(
    provider="digitalocean", name="DigitalOcean", client_id=os.environ["SANDBOX_CLIENT_ID"], secret=os.environ["SANDBOX_CLIENT_SECRET"])
app.sites.add(Site.objects.get())
visitor = Client(SERVER_NAME="localhost", SERVER_PORT="5000")
start = call("login", login)
callback = call("approval", approve)
call("callback", finish)
call("home", lambda: ([visitor.get("/home/").content.decode()], None))
call("account", account)
call("token", token)
call("callback, without the session", again)
