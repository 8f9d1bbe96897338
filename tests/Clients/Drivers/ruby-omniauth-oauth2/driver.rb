# omniauth-oauth2 signs in, in a Rack app.

require "net/http"
require "rack"
require "rack/mock"
require_relative "digital_ocean"

OmniAuth.config.logger.level = Logger::FATAL
# The form's token against forgery is a matter of the app's own pages.
OmniAuth.config.request_validation_phase = nil
OmniAuth.config.on_failure = ->(env) { [500, {}, [env["omniauth.error"].inspect]] }

def call(name)
  shown, result = yield
  puts "#{name}\tok\t#{Array(shown).join(', ')}"
  result
rescue StandardError => e
  puts "#{name}\terror\t#{e.class}: #{e.message.split.join(' ')}"
  nil
end

signed_in = nil
app = Rack::Builder.new do
  use Rack::Session::Cookie, secret: "a secret that is long enough for the session of this driver only, and no other one"
  use OmniAuth::Strategies::DigitalOcean, ENV.fetch("SANDBOX_CLIENT_ID"), ENV.fetch("SANDBOX_CLIENT_SECRET")
  run lambda { |env|
    signed_in = env["omniauth.auth"]
    [200, {}, ["signed in"]]
  }
end.to_app
visitor = Rack::MockRequest.new(app)

start = call("request phase") do
  response = visitor.post("/auth/digitalocean")
  [[response.status, URI(response.location).path], response]
end

callback = call("approval") do
  location = URI(Net::HTTP.get_response(URI(start.location))["location"])
  [location.path, location]
end

auth = call("callback phase") do
  cookie = start.headers["Set-Cookie"].split(";").first
  response = visitor.get("/auth/digitalocean/callback?#{callback.query}", "HTTP_COOKIE" => cookie)
  raise response.body unless response.ok?

  [[signed_in.uid.length, signed_in.info.email, signed_in.extra.account.status, signed_in.credentials.expires], signed_in]
end

client = OAuth2::Client.new(
  ENV.fetch("SANDBOX_CLIENT_ID"), ENV.fetch("SANDBOX_CLIENT_SECRET"), site: ENV.fetch("SANDBOX_ADDRESS"), token_url: "/v1/oauth/token"
)

def account(token)
  token.get("/v2/account").parsed["account"]["email"]
end

token = call("from_hash") do
  token = OAuth2::AccessToken.new(client, auth.credentials.token, refresh_token: auth.credentials.refresh_token)
  [account(token), token]
end

refreshed = call("refresh!") do
  fresh = token.refresh!
  [[account(fresh), fresh.refresh_token != token.refresh_token], fresh]
end

call("replaced token") do
  account(token)
rescue OAuth2::Error => e
  e.response.status
end

call("refresh!, spent token") do
  token.refresh!
rescue OAuth2::Error => e
  e.code
end
