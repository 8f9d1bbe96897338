package main

import (
	"time"

	"github.com/digitalocean/godo"
)

func databases() {
	var database *godo.Database
	call("Databases.Create", func() (shown []any, err error) {
		database, _, err = client.Databases.Create(ctx, &godo.DatabaseCreateRequest{
			Name: "orders", EngineSlug: "pg", Version: "17", SizeSlug: "db-s-2vcpu-4gb", Region: region, NumNodes: 2, Tags: []string{"stored"}})
		return show(database.Name, database.EngineSlug, database.NumNodes, database.Connection.Port > 0), err
	})
	call("Databases.List", func() ([]any, error) {
		databases, _, err := client.Databases.List(ctx, all)
		return show(has(databases, func(found godo.Database) bool { return found.ID == database.ID })), err
	})
	call("Databases.Get", func() ([]any, error) {
		found, _, err := client.Databases.Get(ctx, database.ID)
		for end := time.Now().Add(10 * time.Second); err == nil && found.Status == "creating" && time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			found, _, err = client.Databases.Get(ctx, database.ID)
		}
		return show(found.SizeSlug, found.RegionSlug, found.Status), err
	})
	call("Databases.Resize", func() ([]any, error) {
		shown, err := status(client.Databases.Resize(ctx, database.ID, &godo.DatabaseResizeRequest{SizeSlug: "db-s-4vcpu-8gb", NumNodes: 3}))
		if err != nil {
			return nil, err
		}
		found, _, err := client.Databases.Get(ctx, database.ID)
		return append(shown, found.NumNodes), err
	})
	call("Databases.Migrate", func() ([]any, error) {
		return status(client.Databases.Migrate(ctx, database.ID, &godo.DatabaseMigrateRequest{Region: "lon1"}))
	})
	call("Databases.UpdateMaintenance", func() ([]any, error) {
		return status(client.Databases.UpdateMaintenance(ctx, database.ID, &godo.DatabaseUpdateMaintenanceRequest{Day: "tuesday", Hour: "14:00"}))
	})
	call("Databases.ListBackups", func() ([]any, error) {
		backups, _, err := client.Databases.ListBackups(ctx, database.ID, all)
		return show(len(backups) > 0), err
	})
	databaseUsers(database)
	databaseContent(database)
	databaseReplicas(database)
	databaseSettings(database)
	call("Databases.Delete", func() ([]any, error) {
		shown, err := status(client.Databases.Delete(ctx, database.ID))
		_, response, failure := client.Databases.Get(ctx, database.ID)
		return append(shown, missing(response, failure)), err
	})
}

func databaseUsers(database *godo.Database) {
	call("Databases.CreateUser", func() ([]any, error) {
		user, _, err := client.Databases.CreateUser(ctx, database.ID, &godo.DatabaseCreateUserRequest{Name: "reader"})
		return show(user.Name, user.Role, user.Password != ""), err
	})
	call("Databases.ListUsers", func() ([]any, error) {
		users, _, err := client.Databases.ListUsers(ctx, database.ID, all)
		return show(has(users, func(user godo.DatabaseUser) bool { return user.Name == "reader" })), err
	})
	call("Databases.GetUser", func() ([]any, error) {
		user, _, err := client.Databases.GetUser(ctx, database.ID, "reader")
		return show(user.Name), err
	})
	call("Databases.ResetUserAuth", func() ([]any, error) {
		user, _, err := client.Databases.ResetUserAuth(ctx, database.ID, "reader", &godo.DatabaseResetUserAuthRequest{})
		return show(user.Name, user.Password != ""), err
	})
	call("Databases.DeleteUser", func() ([]any, error) {
		shown, err := status(client.Databases.DeleteUser(ctx, database.ID, "reader"))
		_, response, failure := client.Databases.GetUser(ctx, database.ID, "reader")
		return append(shown, missing(response, failure)), err
	})
}

func databaseContent(database *godo.Database) {
	call("Databases.CreateDB", func() ([]any, error) {
		content, _, err := client.Databases.CreateDB(ctx, database.ID, &godo.DatabaseCreateDBRequest{Name: "alpha"})
		return show(content.Name), err
	})
	call("Databases.ListDBs", func() ([]any, error) {
		list, _, err := client.Databases.ListDBs(ctx, database.ID, all)
		return show(has(list, func(content godo.DatabaseDB) bool { return content.Name == "alpha" })), err
	})
	call("Databases.GetDB", func() ([]any, error) {
		content, _, err := client.Databases.GetDB(ctx, database.ID, "alpha")
		return show(content.Name), err
	})
	call("Databases.CreatePool", func() ([]any, error) {
		pool, _, err := client.Databases.CreatePool(ctx, database.ID, &godo.DatabaseCreatePoolRequest{Name: "backend", Mode: "transaction", Size: 10, Database: "alpha", User: "doadmin"})
		return show(pool.Name, pool.Mode, pool.Size, pool.Database), err
	})
	call("Databases.ListPools", func() ([]any, error) {
		pools, _, err := client.Databases.ListPools(ctx, database.ID, all)
		return show(has(pools, func(pool godo.DatabasePool) bool { return pool.Name == "backend" })), err
	})
	call("Databases.GetPool", func() ([]any, error) {
		pool, _, err := client.Databases.GetPool(ctx, database.ID, "backend")
		return show(pool.Name, pool.User), err
	})
	call("Databases.DeletePool", func() ([]any, error) {
		shown, err := status(client.Databases.DeletePool(ctx, database.ID, "backend"))
		_, response, failure := client.Databases.GetPool(ctx, database.ID, "backend")
		return append(shown, missing(response, failure)), err
	})
	call("Databases.DeleteDB", func() ([]any, error) {
		shown, err := status(client.Databases.DeleteDB(ctx, database.ID, "alpha"))
		_, response, failure := client.Databases.GetDB(ctx, database.ID, "alpha")
		return append(shown, missing(response, failure)), err
	})
}

func databaseReplicas(database *godo.Database) {
	call("Databases.CreateReplica", func() ([]any, error) {
		replica, _, err := client.Databases.CreateReplica(ctx, database.ID, &godo.DatabaseCreateReplicaRequest{Name: "read-1", Region: region, Size: "db-s-2vcpu-4gb"})
		return show(replica.Name, replica.Region), err
	})
	call("Databases.ListReplicas", func() ([]any, error) {
		replicas, _, err := client.Databases.ListReplicas(ctx, database.ID, all)
		return show(has(replicas, func(replica godo.DatabaseReplica) bool { return replica.Name == "read-1" })), err
	})
	call("Databases.GetReplica", func() ([]any, error) {
		replica, _, err := client.Databases.GetReplica(ctx, database.ID, "read-1")
		return show(replica.Name), err
	})
	call("Databases.DeleteReplica", func() ([]any, error) {
		shown, err := status(client.Databases.DeleteReplica(ctx, database.ID, "read-1"))
		_, response, failure := client.Databases.GetReplica(ctx, database.ID, "read-1")
		return append(shown, missing(response, failure)), err
	})
}

func databaseSettings(database *godo.Database) {
	call("Databases.SetEvictionPolicy", func() ([]any, error) {
		return status(client.Databases.SetEvictionPolicy(ctx, database.ID, godo.EvictionPolicyAllKeysLRU))
	})
	call("Databases.GetEvictionPolicy", func() ([]any, error) {
		policy, _, err := client.Databases.GetEvictionPolicy(ctx, database.ID)
		return show(policy), err
	})
	call("Databases.SetSQLMode", func() ([]any, error) {
		return status(client.Databases.SetSQLMode(ctx, database.ID, godo.SQLModeANSI, godo.SQLModeTraditional))
	})
	call("Databases.GetSQLMode", func() ([]any, error) {
		mode, _, err := client.Databases.GetSQLMode(ctx, database.ID)
		return show(mode), err
	})
	call("Databases.UpdateFirewallRules", func() ([]any, error) {
		return status(client.Databases.UpdateFirewallRules(ctx, database.ID, &godo.DatabaseUpdateFirewallRulesRequest{
			Rules: []*godo.DatabaseFirewallRule{{Type: "ip_addr", Value: "192.0.2.1"}}}))
	})
	call("Databases.GetFirewallRules", func() ([]any, error) {
		rules, _, err := client.Databases.GetFirewallRules(ctx, database.ID)
		return show(names(rules, func(rule godo.DatabaseFirewallRule) string { return rule.Type + " " + rule.Value })), err
	})
}
