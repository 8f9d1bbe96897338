"""Calls every public method of python-digitalocean."""
import os

import digitalocean

import account
import methods
import droplets
import networking
import report
import storage

# The client's own setting for another address.
os.environ["DIGITALOCEAN_END_POINT"] = os.environ["SANDBOX_ADDRESS"] + "/v2/"
token = os.environ["SANDBOX_TOKEN"]
manager = digitalocean.Manager(token=token)

account.run(manager, token)
droplet = droplets.run(manager, token)
droplets.run_images(manager, token, droplet)
networking.run(manager, token, droplet)
storage.run(manager, token, droplet)
droplets.run_destroy(manager, droplet)
report.call("methods without a call", lambda: methods.run(report.called))
