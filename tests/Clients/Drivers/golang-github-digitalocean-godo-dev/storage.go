package main

import (
	"fmt"

	"github.com/digitalocean/godo"
)

func volumes() {
	var volume *godo.Volume
	call("Storage.CreateVolume", func() (shown []any, err error) {
		volume, _, err = client.Storage.CreateVolume(ctx, &godo.VolumeCreateRequest{Name: "data", Region: region, SizeGigaBytes: 10, Description: "Files", Tags: []string{"stored"}})
		return show(volume.Name, volume.SizeGigaBytes, volume.Region.Slug), err
	})
	call("Storage.ListVolumes", func() ([]any, error) {
		named, _, err := client.Storage.ListVolumes(ctx, &godo.ListVolumeParams{Name: "data", Region: region, ListOptions: all})
		if err != nil {
			return nil, err
		}
		elsewhere, _, err := client.Storage.ListVolumes(ctx, &godo.ListVolumeParams{Region: "fra1"})
		return show(names(named, func(found godo.Volume) string { return found.Name }), has(elsewhere, func(found godo.Volume) bool { return found.ID == volume.ID })), err
	})
	call("Storage.GetVolume", func() ([]any, error) {
		found, _, err := client.Storage.GetVolume(ctx, volume.ID)
		return show(found.Description, found.Tags, !found.CreatedAt.IsZero()), err
	})
	var attach *godo.Action
	call("StorageActions.Attach", func() (shown []any, err error) {
		attach, _, err = client.StorageActions.Attach(ctx, volume.ID, droplet.ID)
		return show(attach.Type), err
	})
	call("StorageActions.Get", func() ([]any, error) {
		shown, err := done(client.StorageActions.Get(ctx, volume.ID, attach.ID))
		if err != nil {
			return nil, err
		}
		found, _, err := client.Storage.GetVolume(ctx, volume.ID)
		return append(shown, len(found.DropletIDs)), err
	})
	call("StorageActions.DetachByDropletID", func() ([]any, error) {
		return done(client.StorageActions.DetachByDropletID(ctx, volume.ID, droplet.ID))
	})
	call("StorageActions.Resize", func() ([]any, error) {
		shown, err := done(client.StorageActions.Resize(ctx, volume.ID, 20, region))
		if err != nil {
			return nil, err
		}
		found, _, err := client.Storage.GetVolume(ctx, volume.ID)
		return append(shown, found.SizeGigaBytes), err
	})
	call("StorageActions.List", func() ([]any, error) {
		actions, _, err := client.StorageActions.List(ctx, volume.ID, all)
		return show(has(actions, func(action godo.Action) bool { return action.ID == attach.ID })), err
	})
	volumeSnapshots(volume)
	call("Storage.DeleteVolume", func() ([]any, error) {
		shown, err := status(client.Storage.DeleteVolume(ctx, volume.ID))
		_, response, failure := client.Storage.GetVolume(ctx, volume.ID)
		return append(shown, missing(response, failure)), err
	})
}

func volumeSnapshots(volume *godo.Volume) {
	var snapshot *godo.Snapshot
	is := func(found godo.Snapshot) bool { return found.ID == snapshot.ID }
	call("Storage.CreateSnapshot", func() (shown []any, err error) {
		snapshot, _, err = client.Storage.CreateSnapshot(ctx, &godo.SnapshotCreateRequest{VolumeID: volume.ID, Name: "nightly"})
		return show(snapshot.Name, snapshot.ResourceType, snapshot.ResourceID == volume.ID), err
	})
	call("Storage.ListSnapshots", func() ([]any, error) {
		snapshots, _, err := client.Storage.ListSnapshots(ctx, volume.ID, all)
		return show(names(snapshots, func(found godo.Snapshot) string { return found.Name })), err
	})
	call("Storage.GetSnapshot", func() ([]any, error) {
		found, _, err := client.Storage.GetSnapshot(ctx, snapshot.ID)
		return show(found.Name, found.MinDiskSize), err
	})
	call("Snapshots.List", func() ([]any, error) {
		snapshots, _, err := client.Snapshots.List(ctx, all)
		return show(has(snapshots, is), has(snapshots, func(found godo.Snapshot) bool { return found.Name == "before" })), err
	})
	call("Snapshots.ListVolume", func() ([]any, error) {
		snapshots, _, err := client.Snapshots.ListVolume(ctx, all)
		return show(has(snapshots, is), has(snapshots, func(found godo.Snapshot) bool { return found.ResourceType != "volume" })), err
	})
	call("Snapshots.ListDroplet", func() ([]any, error) {
		snapshots, _, err := client.Snapshots.ListDroplet(ctx, all)
		return show(has(snapshots, is), has(snapshots, func(found godo.Snapshot) bool { return found.ResourceID == fmt.Sprint(droplet.ID) })), err
	})
	call("Snapshots.Get", func() ([]any, error) {
		found, _, err := client.Snapshots.Get(ctx, snapshot.ID)
		return show(found.Name, found.Regions), err
	})
	call("Storage.DeleteSnapshot", func() ([]any, error) {
		other, _, err := client.Storage.CreateSnapshot(ctx, &godo.SnapshotCreateRequest{VolumeID: volume.ID, Name: "other"})
		if err != nil {
			return nil, err
		}
		return status(client.Storage.DeleteSnapshot(ctx, other.ID))
	})
	call("Snapshots.Delete", func() ([]any, error) {
		shown, err := status(client.Snapshots.Delete(ctx, snapshot.ID))
		_, response, failure := client.Snapshots.Get(ctx, snapshot.ID)
		return append(shown, missing(response, failure)), err
	})
}

func tags() {
	call("Tags.Create", func() ([]any, error) {
		tag, _, err := client.Tags.Create(ctx, &godo.TagCreateRequest{Name: "staging"})
		return show(tag.Name, tag.Resources.Count), err
	})
	call("Tags.List", func() ([]any, error) {
		tags, _, err := client.Tags.List(ctx, all)
		return show(has(tags, func(tag godo.Tag) bool { return tag.Name == "staging" }), has(tags, func(tag godo.Tag) bool { return tag.Name == "godo" })), err
	})
	resources := []godo.Resource{{ID: fmt.Sprint(droplet.ID), Type: godo.DropletResourceType}}
	call("Tags.TagResources", func() ([]any, error) {
		return status(client.Tags.TagResources(ctx, "staging", &godo.TagResourcesRequest{Resources: resources}))
	})
	call("Tags.Get", func() ([]any, error) {
		tag, _, err := client.Tags.Get(ctx, "staging")
		return show(tag.Resources.Count, tag.Resources.Droplets.Count), err
	})
	call("Tags.UntagResources", func() ([]any, error) {
		shown, err := status(client.Tags.UntagResources(ctx, "staging", &godo.UntagResourcesRequest{Resources: resources}))
		if err != nil {
			return nil, err
		}
		tag, _, err := client.Tags.Get(ctx, "staging")
		return append(shown, tag.Resources.Count), err
	})
	call("Tags.Delete", func() ([]any, error) {
		shown, err := status(client.Tags.Delete(ctx, "staging"))
		_, response, failure := client.Tags.Get(ctx, "staging")
		return append(shown, missing(response, failure)), err
	})
}

func projects() {
	var project *godo.Project
	call("Projects.Create", func() (shown []any, err error) {
		project, _, err = client.Projects.Create(ctx, &godo.CreateProjectRequest{Name: "site", Description: "Our site", Purpose: "Web Application", Environment: "Development"})
		return show(project.Name, project.IsDefault), err
	})
	call("Projects.List", func() ([]any, error) {
		projects, _, err := client.Projects.List(ctx, all)
		return show(has(projects, func(found godo.Project) bool { return found.ID == project.ID })), err
	})
	call("Projects.GetDefault", func() ([]any, error) {
		found, _, err := client.Projects.GetDefault(ctx)
		return show(found.IsDefault), err
	})
	call("Projects.Get", func() ([]any, error) {
		found, _, err := client.Projects.Get(ctx, project.ID)
		return show(found.Purpose, found.Environment), err
	})
	call("Projects.Update", func() ([]any, error) {
		found, _, err := client.Projects.Update(ctx, project.ID, &godo.UpdateProjectRequest{Name: "shop"})
		return show(found.Name, found.Description), err
	})
	call("Projects.AssignResources", func() ([]any, error) {
		resources, _, err := client.Projects.AssignResources(ctx, project.ID, droplet)
		return show(len(resources), resources[0].URN == droplet.URN()), err
	})
	call("Projects.ListResources", func() ([]any, error) {
		resources, _, err := client.Projects.ListResources(ctx, project.ID, all)
		return show(has(resources, func(found godo.ProjectResource) bool { return found.URN == droplet.URN() })), err
	})
	call("Projects.Delete", func() ([]any, error) {
		// A project goes only when it has no resources.
		if _, _, err := client.Projects.AssignResources(ctx, "default", droplet); err != nil {
			return nil, err
		}
		shown, err := status(client.Projects.Delete(ctx, project.ID))
		_, response, failure := client.Projects.Get(ctx, project.ID)
		return append(shown, missing(response, failure)), err
	})
}
