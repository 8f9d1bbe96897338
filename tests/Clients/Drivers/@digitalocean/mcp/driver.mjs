// DigitalOcean's MCP server calls the API with the tools that need nothing else.
import { call } from '../../driving.mjs';
import { account, certificates, domains, monitoring } from './account.mjs';
import { databases, vectorDatabases } from './databases.mjs';
import { createDroplet, deletions, images, volumes } from './droplets.mjs';
import { evaluations, models } from './models.mjs';
import { firewalls, loadBalancers, reservedIps, vpcs } from './networking.mjs';
import { apps, functions, kubernetes, registries } from './platforms.mjs';
import { end, start, unused } from './server.mjs';

// What is not part of the API: DigitalOcean's documentation, models from other hosts, an action that the API no longer has, the host of a
// functions namespace, the inference host, uploads of files to Spaces, and simulations, which the description does not have. One tool reads a
// size as a number, which the description has as text.
const elsewhere = [
  /^docs-/, /custom-models-(import|get|update|delete)/, /private-net/, /^functions-.*(action|activation|package)/, /batch-inference/, /workflow|dataset/,
  /simulation/, /^genai-model-eval-.*(run|download-url|preset)/, /list-evaluation-test-cases/,
];

const area = (run, ...input) => run(...input).catch((error) => call(`${run.name}, to its end`, () => { throw error; }));

await call('initialize', start, ({ name, version }) => [name, version]);
await area(account);
const droplet = await area(createDroplet);
for (const run of [images, volumes, reservedIps, loadBalancers, firewalls]) {
  await area(run, droplet);
}

for (const run of [vpcs, domains, certificates, monitoring, databases, vectorDatabases, kubernetes, registries, apps, functions, models, evaluations]) {
  await area(run);
}

await area(deletions, droplet);
await call('tools without a call', () => unused(elsewhere));
end();
