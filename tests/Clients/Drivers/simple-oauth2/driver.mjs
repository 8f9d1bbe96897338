// simple-oauth2 signs in.
import { AuthorizationCode } from 'simple-oauth2';
import { browse, call, readAccount, sandbox } from '../driving.mjs';

const client = new AuthorizationCode({
  client: { id: sandbox.clientId, secret: sandbox.clientSecret },
  auth: { tokenHost: sandbox.address, tokenPath: '/v1/oauth/token', authorizePath: '/v1/oauth/authorize', revokePath: '/v1/oauth/revoke' },
  // DigitalOcean takes the client's secret in the form only.
  options: { authorizationMethod: 'body' },
});

const scope = ['account:read', 'droplet:read'];
const redirect = await call('authorizeURL', () => browse(client.authorizeURL({ redirect_uri: sandbox.callback, scope, state: 'the-state' })), (address) => address.searchParams.get('state'));
const token = await call('getToken',
  () => client.getToken({ code: redirect.searchParams.get('code'), redirect_uri: sandbox.callback }),
  (token) => [token.token.token_type, token.token.info.email, token.expired()]);
await call('account', () => readAccount(token.token.access_token));
const refreshed = await call('refresh', () => token.refresh(), (fresh) => fresh.token.refresh_token !== token.token.refresh_token);
await call('account, refreshed', () => readAccount(refreshed.token.access_token));
await call('account, replaced token', () => readAccount(token.token.access_token));
await call('refresh, spent token', () => token.refresh().then(() => 'worked', (error) => error.data.payload.error));
const restored = await call('createToken', () => client.createToken(JSON.parse(JSON.stringify(refreshed))), (token) => token.expired());
// The client authenticates with its credentials alone (RFC 7009). DigitalOcean documents the bearer token.
await call('revoke', () => restored.revoke('access_token').then(() => 'revoked', (error) => error.output.statusCode));
await call('account, not revoked', () => readAccount(restored.token.access_token));
await call('revokeAll', async () => {
  const next = await browse(client.authorizeURL({ redirect_uri: sandbox.callback, scope, state: 'another' }));
  const another = await client.getToken({ code: next.searchParams.get('code'), redirect_uri: sandbox.callback });
  return another.revokeAll().then(() => 'revoked', (error) => error.output.statusCode);
});
