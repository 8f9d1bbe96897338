// dots-wrapper calls the API with each of its functions.
import { call } from '../driving.mjs';
import { account, monitoring, pages, projects, tags } from './account.mjs';
import { agents } from './agents.mjs';
import { unused } from './client.mjs';
import { createDroplets, deletions, images } from './droplets.mjs';
import { certificates, domains, firewalls, floatingIps, loadBalancers, vpcs } from './networking.mjs';
import { apps, kubernetes } from './platforms.mjs';
import { databases, registry, volumes } from './storage.mjs';

// One area after the other. Where an answer lacks what the next call needs, the area ends with that error and the driver goes on.
const area = (run, ...input) => run(...input).catch((error) => call(`${run.name}, to its end`, () => { throw error; }));

await area(account);
const droplet = await area(createDroplets);
await area(images);
await area(pages);
await area(tags, droplet);
await area(projects, droplet);
await area(monitoring, droplet);
await area(domains);
await area(floatingIps, droplet);
await area(loadBalancers, droplet);
await area(firewalls, droplet);
await area(vpcs);
await area(certificates);
await area(volumes, droplet);
await area(databases);
await area(registry);
await area(kubernetes);
await area(apps);
await area(agents);
await area(deletions, droplet);
await call('functions without a call', unused);
