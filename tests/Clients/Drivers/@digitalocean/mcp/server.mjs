// DigitalOcean's MCP server as a process, and how a tool of it is called and shown.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { call, sandbox } from '../../driving.mjs';

const program = createRequire(import.meta.url).resolve('@digitalocean/mcp/index.js');
const server = spawn(process.execPath, [program], {
  env: { ...process.env, DIGITALOCEAN_API_TOKEN: sandbox.token, DIGITALOCEAN_API_ENDPOINT: sandbox.address },
  stdio: ['pipe', 'pipe', 'ignore'],
});
const waiting = new Map();
const used = new Set();
createInterface({ input: server.stdout }).on('line', (line) => {
  const message = JSON.parse(line);
  waiting.get(message.id)?.(message);
});

const patience = 10000;

function send(method, params) {
  const id = waiting.size + 1;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The server does not answer.')), patience);
    waiting.set(id, ({ result, error }) => {
      clearTimeout(timer);
      return error ? reject(new Error(error.message)) : resolve(result);
    });
    server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
  });
}

export async function start() {
  const { serverInfo } = await send('initialize', { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'driver', version: '1' } });
  server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
  return serverInfo;
}

export const end = () => server.kill();

async function run(name, input) {
  const result = await send('tools/call', { name, arguments: input ?? {} });
  const text = (result.content ?? []).map((part) => part.text ?? '').join('');
  if (result.isError) {
    throw new Error(text);
  }

  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Whether an answer says something: a sentence, or an object or list with content. */
const isFilled = (answer) => (answer !== null && typeof answer === 'object' ? Object.keys(answer).length > 0 : Boolean(answer));

/** Calls a tool and returns its answer, read from JSON where it is JSON. Shows whether there is any, or what `show` picks. */
export function tool(name, input, show = isFilled) {
  const [tooled] = name.split(',');
  used.add(tooled);
  return call(name, () => run(tooled, input), show);
}

/** Calls a tool whose request the API must refuse, and shows the status. */
export function refused(name, input) {
  used.add(name);
  return call(name, () => run(name, input).then(() => 'done', (error) => / (4\d\d) /.exec(error.message)?.[1] ?? error.message));
}

/** The tools that were not called, without those that need something else than the API. */
export async function unused(elsewhere) {
  const names = [];
  for (let cursor; ;) {
    const page = await send('tools/list', cursor ? { cursor } : {});
    names.push(...page.tools.map((found) => found.name));
    cursor = page.nextCursor;
    if (!cursor) {
      return names.filter((name) => !used.has(name) && !elsewhere.some((pattern) => pattern.test(name)));
    }
  }
}

/** Waits a moment, for actions that the sandbox completes later. */
export const moment = () => new Promise((resolve) => setTimeout(resolve, 300));
export const region = 'nyc3';
export const page = { Page: 1, PerPage: 50 };
/** Tells whether a list contains something. */
export const has = (is) => (list) => list.some(is);
