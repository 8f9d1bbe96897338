"""Droplets, their actions, and images."""
import digitalocean

from report import Shown, call

IMAGE, SIZE, REGION = "ubuntu-24-04-x64", "s-1vcpu-1gb", "nyc3"


def run(manager, token):
    droplet = call("Droplet.create", lambda: create(token))
    call("Droplet.create_multiple", lambda: create_several(manager, token))
    call("Manager.get_all_droplets", lambda: {"web-1", "db-1", "db-2"} <= {found.name for found in manager.get_all_droplets()})
    call("Manager.get_all_droplets by tag", lambda: [found.name for found in manager.get_all_droplets(tag_name="python")])
    call("Manager.get_droplet", lambda: manager.get_droplet(droplet.id).name)
    call("Droplet.get_object", lambda: digitalocean.Droplet.get_object(token, droplet.id).size_slug)
    call("Droplet.load", lambda: [droplet.load().status, droplet.region["slug"], droplet.image["slug"], droplet.ip_address is not None])
    call("Droplet.get_data", lambda: droplet.get_data(f"droplets/{droplet.id}")["droplet"]["name"])
    run_power(droplet)
    run_actions(manager, droplet)
    run_features(manager, droplet)
    return droplet


def create(token):
    droplet = digitalocean.Droplet(token=token, name="web-1", region=REGION, image=IMAGE, size_slug=SIZE, tags=["python"], user_data="#cloud-config")
    droplet.create()
    action = droplet.get_action(droplet.action_ids[0])
    action.wait(0.05)
    return Shown([isinstance(droplet.id, int), action.type, action.status], droplet)


def create_several(manager, token):
    droplets = digitalocean.Droplet.create_multiple(
        token=token, names=["db-1", "db-2"], region=REGION, image=IMAGE, size_slug=SIZE, tags=["db"])
    names = [droplet.name for droplet in droplets]
    return [*names, all(manager.get_droplet(droplet.id).name in names for droplet in droplets)]


def done(action):
    """Waits as the client's own documentation does."""
    return [action.type, action.wait(0.05), action.status]


def run_power(droplet):
    """Each of these methods sends an action of the same name, apart from power_off and the like, whose state is read afterwards."""
    for name in ["reboot", "power_cycle", "reset_root_password"]:
        call(f"Droplet.{name}", lambda: done(getattr(droplet, name)(return_dict=False)))
    call("Droplet.shutdown", lambda: [*done(droplet.shutdown(return_dict=False)), droplet.load().status])
    call("Droplet.power_on", lambda: [*done(droplet.power_on(return_dict=False)), droplet.load().status])
    call("Droplet.power_off", lambda: [*done(droplet.power_off(return_dict=False)), droplet.load().status])


def run_actions(manager, droplet):
    call("Droplet.resize", lambda: [*done(droplet.resize("s-2vcpu-4gb", return_dict=False)), droplet.load().size_slug])
    call("Droplet.rename", lambda: [*done(droplet.rename("web-2", return_dict=False)), droplet.load().name])
    call("Droplet.take_snapshot", lambda: done(droplet.take_snapshot("before", return_dict=False, power_off=True)))
    call("Droplet.get_snapshots", lambda: snapshots(droplet))
    call("Droplet.restore", lambda: done(droplet.restore(droplet.get_snapshots()[0].id, return_dict=False)))
    call("Droplet.rebuild", lambda: done(droplet.rebuild("debian-12-x64", return_dict=False)))
    call("Droplet.get_actions", lambda: {"create", "reboot", "resize", "rename"} <= {action.type for action in droplet.get_actions()})
    call("Droplet.get_events", lambda: len(droplet.get_events()) == len(droplet.get_actions()))
    action = call("Droplet.get_action", lambda: reload(droplet))
    call("Manager.get_action", lambda: manager.get_action(action.id).type)
    call("Action.get_object", lambda: digitalocean.Action.get_object(droplet.tokens, action.id).resource_type)
    call("Action.load_directly", lambda: [action.load_directly(), action.status])
    call("Action.load", lambda: [action.load(), action.resource_id == droplet.id])
    call("Action.wait", lambda: action.wait(0.05))


def snapshots(droplet):
    droplet.load()
    found = droplet.get_snapshots()
    return [len(found), *[digitalocean.Image.get_object(droplet.tokens, image.id).name for image in found]]


def reload(droplet):
    action = droplet.get_action(droplet.action_ids[0])
    action.droplet_id = droplet.id
    return Shown(action.status, action)


def run_features(manager, droplet):
    call("Droplet.enable_backups", lambda: [*done(droplet.enable_backups(return_dict=False)), "backups" in droplet.load().features])
    call("Droplet.disable_backups", lambda: [*done(droplet.disable_backups(return_dict=False)), "backups" in droplet.load().features])
    call("Droplet.enable_ipv6", lambda: [*done(droplet.enable_ipv6(return_dict=False)), "ipv6" in droplet.load().features])
    # The API no longer has this action.
    call("Droplet.enable_private_networking", lambda: refused(lambda: droplet.enable_private_networking()))
    call("Droplet.get_kernel_available", lambda: type(droplet.get_kernel_available()).__name__)
    call("Droplet.change_kernel", lambda: done(droplet.change_kernel(digitalocean.Kernel(id=7515), return_dict=False)))


def run_images(manager, token, droplet):
    call("Manager.get_all_images", lambda: "before" in [image.name for image in manager.get_all_images()])
    call("Manager.get_images", lambda: IMAGE in [image.slug for image in manager.get_images()])
    call("Manager.get_my_images", lambda: [image.name for image in manager.get_my_images() if image.name == "before"])
    call("Manager.get_global_images", lambda: [len(manager.get_global_images()) > 10, all(image.public for image in manager.get_global_images())])
    call("Manager.get_distro_images", lambda: {IMAGE, "debian-12-x64"} <= {image.slug for image in manager.get_distro_images()})
    call("Manager.get_app_images", lambda: len(manager.get_app_images()) > 0)
    call("Manager.get_image", lambda: manager.get_image(IMAGE).distribution)
    call("Image.load", lambda: digitalocean.Image(token=token, slug=IMAGE).load().slug)
    image = call("Image.create", lambda: create_image(token))
    call("Image.get_object", lambda: digitalocean.Image.get_object(token, image.id).name)
    call("Image.rename", lambda: image.rename("nixos")["image"]["name"])
    call("Image.transfer", lambda: image.transfer("sfo3")["action"]["type"])
    call("Image.destroy", lambda: [image.destroy(), image.id in [left.id for left in manager.get_my_images()]])


def create_image(token):
    image = digitalocean.Image(
        token=token, name="nix", url="https://example.com/nixos.qcow2", region=REGION, distribution="Unknown", description="Ours", tags=["base"])
    image.create()
    return Shown([isinstance(image.id, int), image.name, image.status], image)


def run_destroy(manager, droplet):
    call("Droplet.destroy", lambda: [droplet.destroy(), droplet.id in [left.id for left in manager.get_all_droplets()]])
    call("Manager.get_droplet, destroyed", lambda: not_found(lambda: manager.get_droplet(droplet.id)))


def refused(run):
    try:
        run()
    except digitalocean.DataReadError:
        return "DataReadError"


def not_found(run):
    try:
        run()
    except digitalocean.NotFoundError:
        return "NotFoundError"
