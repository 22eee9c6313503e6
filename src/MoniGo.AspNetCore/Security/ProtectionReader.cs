using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace MoniGo.AspNetCore;

/// <summary>Reads the protection of an endpoint from its metadata, as ASP.NET Core's authorization middleware does.</summary>
internal static class ProtectionReader
{
    public static Protection Of(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<IAllowAnonymous>() is not null)
            return Protection.Anonymous;

        return metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<AuthorizationPolicy>() is not null
            || metadata.GetMetadata<IAuthorizationRequirementData>() is not null
            ? Protection.Policy
            : Protection.Unsaid;
    }
}
