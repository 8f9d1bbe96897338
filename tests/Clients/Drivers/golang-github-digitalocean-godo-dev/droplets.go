package main

import (
	"strings"
	"time"

	"github.com/digitalocean/godo"
)

const (
	region = "nyc3"
	size   = "s-1vcpu-1gb"
	image  = "ubuntu-24-04-x64"
)

var droplet *godo.Droplet

func droplets() {
	call("Droplets.Create", func() (shown []any, err error) {
		var response *godo.Response
		droplet, response, err = client.Droplets.Create(ctx, &godo.DropletCreateRequest{
			Name: "web-1", Region: region, Size: size, Image: godo.DropletCreateImage{Slug: image}, Tags: []string{"godo"}, Monitoring: true, UserData: "#cloud-config"})
		if err != nil {
			return nil, err
		}
		return show(response.StatusCode, droplet.Name, droplet.Status, droplet.SizeSlug, len(response.Links.Actions)), nil
	})
	call("Droplets.Get", func() ([]any, error) {
		shown, err := waitUntilActive()
		if err != nil {
			return nil, err
		}
		public, err := droplet.PublicIPv4()
		return append(shown, strings.Count(public, "."), droplet.Image.Slug, droplet.Region.Slug, droplet.Vcpus, droplet.Memory), err
	})
	call("Droplets.CreateMultiple", func() ([]any, error) {
		droplets, response, err := client.Droplets.CreateMultiple(ctx, &godo.DropletMultiCreateRequest{
			Names: []string{"db-1", "db-2"}, Region: region, Size: size, Image: godo.DropletCreateImage{Slug: image}, Tags: []string{"many"}})
		if err != nil {
			return nil, err
		}
		return show(names(droplets, func(droplet godo.Droplet) string { return droplet.Name }), len(response.Links.Actions) > 0), nil
	})
	call("Droplets.List", func() ([]any, error) {
		droplets, response, err := client.Droplets.List(ctx, all)
		return show(has(droplets, func(found godo.Droplet) bool { return found.ID == droplet.ID }), response.Meta.Total == len(droplets)), err
	})
	call("Droplets.List, a page", func() ([]any, error) {
		droplets, response, err := client.Droplets.List(ctx, &godo.ListOptions{Page: 2, PerPage: 1})
		if err != nil {
			return nil, err
		}
		page, err := response.Links.CurrentPage()
		return show(len(droplets), page, response.Links.IsLastPage()), err
	})
	call("Droplets.ListByTag", func() ([]any, error) {
		droplets, _, err := client.Droplets.ListByTag(ctx, "many", all)
		return show(names(droplets, func(droplet godo.Droplet) string { return droplet.Name })), err
	})
	call("Droplets.Neighbors", func() ([]any, error) {
		_, response, err := client.Droplets.Neighbors(ctx, droplet.ID)
		return status(response, err)
	})
	call("Droplets.Kernels", func() ([]any, error) {
		_, response, err := client.Droplets.Kernels(ctx, droplet.ID, all)
		return status(response, err)
	})
}

func waitUntilActive() (shown []any, err error) {
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		droplet, _, err = client.Droplets.Get(ctx, droplet.ID)
		if err != nil || droplet.Status == "active" || time.Now().After(end) {
			return show(droplet.Status), err
		}
	}
}

func dropletActions() {
	act := func(name string, run func(godo.DropletActionsService, int) (*godo.Action, *godo.Response, error), after func(*godo.Droplet) any) {
		call("DropletActions."+name, func() ([]any, error) {
			shown, err := done(run(client.DropletActions, droplet.ID))
			if err == nil && after != nil {
				droplet, _, err = client.Droplets.Get(ctx, droplet.ID)
				shown = append(shown, after(droplet))
			}
			return shown, err
		})
	}
	state := func(droplet *godo.Droplet) any { return droplet.Status }
	act("Reboot", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.Reboot(ctx, id)
	}, state)
	act("PowerCycle", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.PowerCycle(ctx, id)
	}, state)
	act("PasswordReset", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.PasswordReset(ctx, id)
	}, nil)
	act("Shutdown", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.Shutdown(ctx, id)
	}, state)
	act("PowerOn", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.PowerOn(ctx, id)
	}, state)
	act("PowerOff", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.PowerOff(ctx, id)
	}, state)
	act("Resize", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.Resize(ctx, id, "s-2vcpu-4gb", true)
	}, func(droplet *godo.Droplet) any { return droplet.Memory })
	act("Rename", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.Rename(ctx, id, "web-2")
	}, func(droplet *godo.Droplet) any { return droplet.Name })
	act("Snapshot", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.Snapshot(ctx, id, "before")
	}, func(droplet *godo.Droplet) any { return len(droplet.SnapshotIDs) })
	feature := func(name string) func(*godo.Droplet) any {
		return func(droplet *godo.Droplet) any {
			return has(droplet.Features, func(found string) bool { return found == name })
		}
	}
	act("EnableBackups", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.EnableBackups(ctx, id)
	}, feature("backups"))
	act("DisableBackups", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.DisableBackups(ctx, id)
	}, feature("backups"))
	act("EnableIPv6", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.EnableIPv6(ctx, id)
	}, feature("ipv6"))
	call("DropletActions.EnablePrivateNetworking", func() ([]any, error) {
		// The API no longer has this action.
		_, response, err := client.DropletActions.EnablePrivateNetworking(ctx, droplet.ID)
		return refusal(response, err)
	})
	act("RebuildByImageSlug", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.RebuildByImageSlug(ctx, id, "debian-12-x64")
	}, func(droplet *godo.Droplet) any { return droplet.Image.Slug })
	act("RebuildByImageID", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.RebuildByImageID(ctx, id, droplet.Image.ID)
	}, nil)
	act("Restore", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.Restore(ctx, id, droplet.SnapshotIDs[0])
	}, nil)
	act("ChangeKernel", func(actions godo.DropletActionsService, id int) (*godo.Action, *godo.Response, error) {
		return actions.ChangeKernel(ctx, id, 7515)
	}, nil)
	dropletHistory()
}

func dropletHistory() {
	call("Droplets.Snapshots", func() ([]any, error) {
		snapshots, _, err := client.Droplets.Snapshots(ctx, droplet.ID, all)
		return show(names(snapshots, func(image godo.Image) string { return image.Name })), err
	})
	call("Droplets.Backups", func() ([]any, error) {
		_, response, err := client.Droplets.Backups(ctx, droplet.ID, all)
		return status(response, err)
	})
	var actions []godo.Action
	call("Droplets.Actions", func() (shown []any, err error) {
		actions, _, err = client.Droplets.Actions(ctx, droplet.ID, all)
		return show(has(actions, func(action godo.Action) bool { return action.Type == "create" }), has(actions, func(action godo.Action) bool { return action.Type == "rename" })), err
	})
	call("DropletActions.Get", func() ([]any, error) {
		action, _, err := client.DropletActions.Get(ctx, droplet.ID, actions[0].ID)
		return show(action.ResourceID == droplet.ID, action.ResourceType), err
	})
	call("DropletActions.GetByURI", func() ([]any, error) {
		_, response, err := client.Droplets.Create(ctx, &godo.DropletCreateRequest{
			Name: "extra", Region: region, Size: size, Image: godo.DropletCreateImage{Slug: image}, Tags: []string{"many"}})
		if err != nil {
			return nil, err
		}
		return done(client.DropletActions.GetByURI(ctx, response.Links.Actions[0].HREF))
	})
	call("Actions.List", func() ([]any, error) {
		list, _, err := client.Actions.List(ctx, all)
		return show(has(list, func(action godo.Action) bool { return action.ID == actions[0].ID })), err
	})
	call("Actions.Get", func() ([]any, error) {
		action, _, err := client.Actions.Get(ctx, actions[0].ID)
		return show(action.ID == actions[0].ID, action.Status), err
	})
}

func dropletActionsByTag() {
	byTag := func(name string, run func(godo.DropletActionsService) ([]godo.Action, *godo.Response, error)) {
		call("DropletActions."+name, func() ([]any, error) {
			actions, _, err := run(client.DropletActions)
			return show(len(actions), has(actions, func(action godo.Action) bool { return action.ID > 0 })), err
		})
	}
	byTag("ShutdownByTag", func(actions godo.DropletActionsService) ([]godo.Action, *godo.Response, error) {
		return actions.ShutdownByTag(ctx, "many")
	})
	byTag("PowerOffByTag", func(actions godo.DropletActionsService) ([]godo.Action, *godo.Response, error) {
		return actions.PowerOffByTag(ctx, "many")
	})
	byTag("PowerOnByTag", func(actions godo.DropletActionsService) ([]godo.Action, *godo.Response, error) {
		return actions.PowerOnByTag(ctx, "many")
	})
	byTag("PowerCycleByTag", func(actions godo.DropletActionsService) ([]godo.Action, *godo.Response, error) {
		return actions.PowerCycleByTag(ctx, "many")
	})
	byTag("SnapshotByTag", func(actions godo.DropletActionsService) ([]godo.Action, *godo.Response, error) {
		return actions.SnapshotByTag(ctx, "many", "nightly")
	})
	byTag("EnableBackupsByTag", func(actions godo.DropletActionsService) ([]godo.Action, *godo.Response, error) {
		return actions.EnableBackupsByTag(ctx, "many")
	})
	byTag("DisableBackupsByTag", func(actions godo.DropletActionsService) ([]godo.Action, *godo.Response, error) {
		return actions.DisableBackupsByTag(ctx, "many")
	})
	byTag("EnableIPv6ByTag", func(actions godo.DropletActionsService) ([]godo.Action, *godo.Response, error) {
		return actions.EnableIPv6ByTag(ctx, "many")
	})
	call("DropletActions.EnablePrivateNetworkingByTag", func() ([]any, error) {
		_, response, err := client.DropletActions.EnablePrivateNetworkingByTag(ctx, "many")
		return refusal(response, err)
	})
}

// deletions come last, when nothing needs the droplets any longer.
func deletions() {
	call("Droplets.DeleteByTag", func() ([]any, error) {
		shown, err := status(client.Droplets.DeleteByTag(ctx, "many"))
		if err != nil {
			return nil, err
		}
		left, _, err := client.Droplets.ListByTag(ctx, "many", all)
		return append(shown, len(left)), err
	})
	call("Droplets.Delete", func() ([]any, error) {
		shown, err := status(client.Droplets.Delete(ctx, droplet.ID))
		_, response, failure := client.Droplets.Get(ctx, droplet.ID)
		return append(shown, missing(response, failure)), err
	})
}
