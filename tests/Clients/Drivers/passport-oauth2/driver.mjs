// passport-oauth2 signs in, in an app on Node's own server; passport-oauth2-refresh refreshes.
import { createServer } from 'node:http';
import passport from 'passport';
import OAuth2Strategy from 'passport-oauth2';
import refresh from 'passport-oauth2-refresh';
import { browse, call, readAccount, sandbox } from '../driving.mjs';

const strategy = new OAuth2Strategy({
  authorizationURL: `${sandbox.address}/v1/oauth/authorize`,
  tokenURL: `${sandbox.address}/v1/oauth/token`,
  clientID: sandbox.clientId,
  clientSecret: sandbox.clientSecret,
  callbackURL: sandbox.callback,
  scope: ['account:read', 'droplet:read'],
  state: true,
  pkce: true,
}, (accessToken, refreshToken, answer, profile, done) => done(null, { accessToken, refreshToken, info: answer.info, profile }));
strategy.userProfile = function readProfile(accessToken, done) {
  this._oauth2.useAuthorizationHeaderforGET(true);
  this._oauth2.get(`${sandbox.address}/v2/account`, accessToken, (error, body) => (error ? done(error) : done(null, JSON.parse(body).account)));
};
passport.use('digitalocean', strategy);
refresh.use('digitalocean', strategy);

// One visitor, whose session is kept here.
const session = {};
const server = createServer((request, response) => {
  request.query = Object.fromEntries(new URL(request.url, 'http://localhost').searchParams);
  request.session = session;
  passport.authenticate('digitalocean', { session: false })(request, response, (error) => {
    response.statusCode = error ? 500 : 200;
    response.end(JSON.stringify(error ? { error: `${error.name}: ${error.message} ${error.oauthError?.data ?? ''}` } : request.user));
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const app = `http://127.0.0.1:${server.address().port}`;

const start = await call('authenticate', () => fetch(`${app}/login`, { redirect: 'manual' }).then((response) => response.headers.get('location')), (address) => new URL(address).pathname);
const user = await call('callback', async () => {
  const redirect = await browse(start);
  const answer = await (await fetch(`${app}/callback${redirect.search}`)).json();
  if (answer.error) {
    throw new Error(answer.error);
  }

  return answer;
}, (user) => [user.info.email, user.profile.email, user.profile.status]);
const tokens = await call('requestNewAccessToken', () => new Promise((resolve, reject) => {
  refresh.requestNewAccessToken('digitalocean', user.refreshToken, (error, accessToken, refreshToken) => (error ? reject(new Error(error.data ?? error)) : resolve({ accessToken, refreshToken })));
}), (fresh) => fresh.refreshToken !== user.refreshToken);
await call('account, refreshed', () => readAccount(tokens.accessToken));
await call('account, replaced token', () => readAccount(user.accessToken));
await call('requestNewAccessToken, spent token', () => new Promise((resolve) => {
  refresh.requestNewAccessToken('digitalocean', user.refreshToken, (error) => resolve(error ? JSON.parse(error.data).error : 'worked'));
}));
server.close();
