#!/bin/sh
# A client of an MCP server reads from tools/list which arguments a tool takes, and sends exactly these (Model Context Protocol, "Tools":
# inputSchema is a JSON Schema of the parameters). A language model has no other source, so most people expect that a call that follows the
# schema is understood.
#
# What happens (@digitalocean/mcp 1.0.70, DigitalOcean's own server, 2026-12-01): the schema of byoip-prefix-create requires Prefix, Signature and
# Region, and the tool answers "prefix is required" to a call with them. It reads prefix, signature and region, which the schema does not have.
# The schema of lb-create says that each item of ForwardingRules is a string, and the tool answers "invalid rule format" to any string. It
# takes objects with EntryProtocol, EntryPort, TargetProtocol and TargetPort.
#
# Found when all its tools were called against the sandbox (tests/Clients/Drivers/@digitalocean/mcp).
# Exits non-zero when that changes. Needs Node.js and npm; installs the package in a temporary folder. No request leaves this machine: the API's
# address is that of a small server of the script.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @digitalocean/mcp@1.0.70
cat > call.mjs <<'P'
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

const requests = [];
const api = createServer((request, response) => {
  requests.push(`${request.method} ${request.url}`);
  request.resume().on('end', () => response.writeHead(202, { 'content-type': 'application/json' }).end('{"uuid":"f47ac10b-58cc-4372-a567-0e02b2c3d479","region":"nyc3","status":"pending"}'));
});
await new Promise((resolve) => api.listen(0, '127.0.0.1', resolve));
const server = spawn(process.execPath, ['node_modules/@digitalocean/mcp/index.js'], {
  env: { ...process.env, DIGITALOCEAN_API_TOKEN: 'none', DIGITALOCEAN_API_ENDPOINT: `http://127.0.0.1:${api.address().port}` }, stdio: ['pipe', 'pipe', 'ignore'],
});
const waiting = new Map();
createInterface({ input: server.stdout }).on('line', (line) => { const message = JSON.parse(line); waiting.get(message.id)?.(message.result); });
const send = (method, params) => new Promise((resolve) => {
  const id = waiting.size + 1;
  waiting.set(id, resolve);
  server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
});
await send('initialize', { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'finding', version: '1' } });
server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
const { tools } = await send('tools/list', {});
const schema = (name) => tools.find((tool) => tool.name === name).inputSchema;
const call = async (name, input) => (await send('tools/call', { name, arguments: input })).content[0].text.split('\n')[0];

const required = schema('byoip-prefix-create').required.join(', ');
const asDescribed = await call('byoip-prefix-create', { Prefix: '203.0.113.0/24', Signature: 'a signature', Region: 'nyc3' });
const before = requests.length;
await call('byoip-prefix-create', { prefix: '203.0.113.0/24', signature: 'a signature', region: 'nyc3' });
console.log(`byoip-prefix-create requires ${required}: ${asDescribed}`);
console.log(`with prefix, signature and region: ${requests.slice(before).join(', ') || 'no request'}`);
const items = schema('lb-create').properties.ForwardingRules.items.type;
const text = await call('lb-create', { Name: 'lb-1', Region: 'nyc3', Type: 'REGIONAL', ForwardingRules: ['entry_protocol:http,entry_port:80,target_protocol:http,target_port:80'] });
console.log(`lb-create takes ForwardingRules of type ${items}: ${text}`);
server.kill();
api.close();
process.exit(required === 'Prefix, Signature, Region' && asDescribed === 'prefix is required' && requests[before] === 'POST /v2/byoip_prefixes' && items === 'string' && text === 'invalid rule format' ? 0 : 1);
P
node call.mjs
