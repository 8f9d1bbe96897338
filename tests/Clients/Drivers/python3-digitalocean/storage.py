"""Volumes, snapshots, tags and projects."""
import digitalocean

from report import Shown, call

REGION = "nyc3"


def run(manager, token, droplet):
    run_volumes(manager, token, droplet)
    run_tags(manager, token, droplet)
    run_snapshots(manager, token)
    run_projects(manager, token, droplet)


def run_volumes(manager, token, droplet):
    volume = call("Volume.create", lambda: create_volume(token))
    call("Manager.get_all_volumes", lambda: "data" in [found.name for found in manager.get_all_volumes()])
    call("Manager.get_all_volumes by region", lambda: [is_in(manager, volume, REGION), is_in(manager, volume, "fra1")])
    call("Manager.get_volume", lambda: manager.get_volume(volume.id).size_gigabytes)
    call("Volume.get_object", lambda: digitalocean.Volume.get_object(token, volume.id).description)
    call("Volume.load", lambda: volume.load().region["slug"])
    call("Volume.attach", lambda: [volume.attach(droplet.id, REGION)["action"]["type"], volume.load().droplet_ids == [droplet.id]])
    call("Droplet.update_volumes_data", lambda: volumes_of(droplet))
    call("Volume.detach", lambda: [volume.detach(droplet.id, REGION)["action"]["type"], volume.load().droplet_ids])
    call("Volume.resize", lambda: [volume.resize(20, REGION)["action"]["type"], volume.load().size_gigabytes])
    call("Volume.snapshot", lambda: volume.snapshot("nightly")["snapshot"]["name"])
    snapshots = call("Volume.get_snapshots", lambda: snapshots_of(volume))
    call("Volume.create_from_snapshot", lambda: from_snapshot(token, snapshots[0]))
    call("Volume.destroy", lambda: [volume.destroy(), volume.id in [left.id for left in manager.get_all_volumes()]])


def create_volume(token):
    volume = digitalocean.Volume(token=token, name="data", region=REGION, size_gigabytes=10, description="Files")
    return Shown([volume.create().id is not None, volume.created_at is not None], volume)


def is_in(manager, volume, region):
    return volume.id in [found.id for found in manager.get_all_volumes(region=region)]


def volumes_of(droplet):
    droplet.load()
    droplet.update_volumes_data()
    return [volume.name for volume in droplet.volumes]


def snapshots_of(volume):
    snapshots = volume.get_snapshots()
    return Shown([snapshot.name for snapshot in snapshots], snapshots)


def from_snapshot(token, snapshot):
    copy = digitalocean.Volume(token=token, name="copy", region=REGION, size_gigabytes=20, snapshot_id=snapshot.id).create_from_snapshot()
    return digitalocean.Volume.get_object(token, copy.id).name


def run_tags(manager, token, droplet):
    tag = digitalocean.Tag(token=token, name="staging")
    call("Tag.create", lambda: [tag.create(), tag.name, tag.resources["count"]])
    call("Manager.get_all_tags", lambda: "staging" in [found.name for found in manager.get_all_tags()])
    call("Tag.get_object", lambda: digitalocean.Tag.get_object(token, "staging").name)
    call("Tag.add_droplets", lambda: [tag.add_droplets(droplet), tag.load().resources["droplets"]["count"]])
    call("Tag.load", lambda: [tag.load().resources["count"], "staging" in droplet.load().tags])
    call("Tag.remove_droplets", lambda: [tag.remove_droplets([droplet.id]), tag.load().resources["count"]])
    call("Tag.add_snapshots", lambda: [tag.add_snapshots(snapshots(manager)), tag.load().resources["volume_snapshots"]["count"]])
    call("Tag.remove_snapshots", lambda: [tag.remove_snapshots(snapshots(manager)), tag.load().resources["count"]])
    call("Tag.delete", lambda: [tag.delete(), "staging" in [left.name for left in manager.get_all_tags()]])


def run_snapshots(manager, token):
    call("Manager.get_all_snapshots", lambda: {"before", "nightly"} <= {found.name for found in manager.get_all_snapshots()})
    call("Manager.get_droplet_snapshots", lambda: "before" in [found.name for found in manager.get_droplet_snapshots()])
    snapshot = call("Manager.get_volume_snapshots", lambda: nightly(manager))
    call("Manager.get_snapshot", lambda: manager.get_snapshot(snapshot.id).resource_type)
    call("Snapshot.get_object", lambda: digitalocean.Snapshot.get_object(token, snapshot.id).min_disk_size)
    call("Snapshot.load", lambda: snapshot.load().name)
    call("Snapshot.destroy", lambda: [snapshot.destroy(), len(snapshots(manager))])


def snapshots(manager):
    return [found for found in manager.get_volume_snapshots() if found.name == "nightly"]


def nightly(manager):
    found = snapshots(manager)
    return Shown(len(found) == 1 and all(snapshot.resource_type == "volume" for snapshot in manager.get_volume_snapshots()), found[0])


def run_projects(manager, token, droplet):
    project = call("Project.create_project", lambda: create_project(token))
    call("Manager.get_all_projects", lambda: "site" in [found.name for found in manager.get_all_projects()])
    call("Manager.get_project", lambda: manager.get_project(project.id).purpose)
    before = call("Manager.get_default_project", lambda: default_of(manager))
    call("Project.get_object", lambda: digitalocean.Project.get_object(token, project.id).environment)
    call("Project.load", lambda: [project.load(), project.description])
    call("Project.update_project", lambda: [project.update_project(name="shop"), manager.get_project(project.id).name])
    call("Project.assign_resource", lambda: project.assign_resource([f"do:droplet:{droplet.id}"])["resources"][0]["urn"] == f"do:droplet:{droplet.id}")
    call("Project.get_all_resources", lambda: project.get_all_resources() == [f"do:droplet:{droplet.id}"])
    call("Project.load_resources", lambda: [project.load_resources(), len(project.resources)])
    call("Project.set_as_default_project", lambda: [project.set_as_default_project()["project"]["is_default"], manager.get_default_project().name])
    # A project goes only when it is not the default one and has no resources.
    call("Project.delete_project", lambda: delete(manager, project, before, droplet))


def create_project(token):
    project = digitalocean.Project(token=token, name="site", description="Our site", purpose="Web Application", environment="Development")
    project.create_project()
    return Shown([project.name, project.is_default, project.id is not None], project)


def default_of(manager):
    project = manager.get_default_project()
    return Shown(project.is_default, project)


def delete(manager, project, before, droplet):
    before.set_as_default_project()
    before.assign_resource([f"do:droplet:{droplet.id}"])
    return [project.delete_project(), project.id in [left.id for left in manager.get_all_projects()]]
