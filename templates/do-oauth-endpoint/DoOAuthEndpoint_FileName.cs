#if (NeedsUsings)
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
#endif
using System.Text.Json;
using System.Text.Json.Serialization;
using DoOAuth;
using DoOAuth.Api;
#if (NeedsUsings)
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
#endif
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
#if (NeedsUsings)
using Microsoft.AspNetCore.Routing;
#endif

namespace DoOAuthEndpoint_Namespace;

DoOAuthEndpoint_Code
