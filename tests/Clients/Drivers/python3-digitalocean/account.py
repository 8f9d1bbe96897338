"""The account, SSH keys, and the lists of what DigitalOcean offers."""
import digitalocean

from report import Shown, call

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE9cwPQ1xW1T4q2uY7o3cZt3yq8pVv0m1rT6mXg8b2Zk sammy@example.com"


def run(manager, token):
    call("Manager.get_account", lambda: manager.get_account().email)
    call("Account.get_object", lambda: digitalocean.Account.get_object(token).status)
    call("Account.load", lambda: load_account(token))
    call("Manager.get_balance", lambda: isinstance(float(manager.get_balance().account_balance), float))
    call("Balance.get_object", lambda: isinstance(float(digitalocean.Balance.get_object(token).month_to_date_usage), float))
    call("Balance.load", lambda: load_balance(token))
    call("Manager.get_all_regions", lambda: {"nyc3", "ams3", "fra1"} <= {region.slug for region in manager.get_all_regions()})
    call("Manager.get_all_sizes", lambda: "s-1vcpu-1gb" in [size.slug for size in manager.get_all_sizes()])
    run_keys(manager, token)


def load_account(token):
    account = digitalocean.Account(token=token)
    account.load()
    return account.email_verified


def load_balance(token):
    balance = digitalocean.Balance(token=token)
    balance.load()
    return balance.generated_at is not None


def run_keys(manager, token):
    key = call("SSHKey.create", lambda: create_key(token))
    call("Manager.get_all_sshkeys", lambda: [key.name for key in manager.get_all_sshkeys() if key.public_key == KEY])
    call("Manager.get_ssh_key", lambda: manager.get_ssh_key(key.id).name)
    call("SSHKey.get_object", lambda: digitalocean.SSHKey.get_object(token, key.id).public_key == KEY)
    call("SSHKey.load", lambda: load_by_fingerprint(token, digitalocean.SSHKey.get_object(token, key.id).fingerprint))
    call("SSHKey.load_by_pub_key", lambda: digitalocean.SSHKey(token=token).load_by_pub_key(KEY).name)
    call("SSHKey.edit", lambda: edit_key(manager, key))
    call("SSHKey.destroy", lambda: [key.destroy(), KEY in [key.public_key for key in manager.get_all_sshkeys()]])


def create_key(token):
    key = digitalocean.SSHKey(token=token, name="laptop", public_key=KEY)
    key.create()
    return Shown(isinstance(key.id, int), key)


def load_by_fingerprint(token, fingerprint):
    key = digitalocean.SSHKey(token=token, fingerprint=fingerprint)
    key.load()
    return key.name


def edit_key(manager, key):
    key.name = "workstation"
    key.edit()
    return manager.get_ssh_key(key.id).name
