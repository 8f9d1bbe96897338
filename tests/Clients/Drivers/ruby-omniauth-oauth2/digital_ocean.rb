# The strategy for DigitalOcean, as apps write it on omniauth-oauth2.

require "omniauth-oauth2"

module OmniAuth
  module Strategies
    class DigitalOcean < OmniAuth::Strategies::OAuth2
      option :name, "digitalocean"
      option :scope, "account:read droplet:read"
      option :pkce, true
      option :client_options, {
        site: ENV.fetch("SANDBOX_ADDRESS"),
        authorize_url: "/v1/oauth/authorize",
        token_url: "/v1/oauth/token"
      }

      uid { access_token.params["info"]["uuid"] }
      info { { email: access_token.params["info"]["email"], name: access_token.params["info"]["name"] } }
      extra { { account: access_token.get("/v2/account").parsed["account"] } }

      # Without the query of the request, as DigitalOcean compares the address with the registered one.
      def callback_url
        ENV.fetch("SANDBOX_CALLBACK")
      end
    end
  end
end
