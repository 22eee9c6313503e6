using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;

namespace MoniGo.AspNetCore;

/// <summary>One path of the API: who answers which method, and what the OpenAPI document says about it.</summary>
/// <param name="Pattern">Path below the group it is mapped into.</param>
/// <param name="Answers">One answer per method; GET answers HEAD too.</param>
internal sealed record ApiRoute(string Pattern, ImmutableArray<ApiRoute.Answer> Answers)
{
    /// <summary>Describes a path that is read with GET.</summary>
    public static ApiRoute Get(string pattern, string summary, Func<HttpContext, Task<Reply>> handler, Type response) =>
        new(pattern, [new(HttpMethods.Get, summary, handler, response)]);

    /// <summary>Describes a path that is asked with POST and a JSON body.</summary>
    public static ApiRoute Post(string pattern, string summary, Func<HttpContext, Task<Reply>> handler, Type request, Type response) =>
        new(pattern, [new(HttpMethods.Post, summary, handler, response) { Request = request }]);

    /// <summary>Gives every method that the path answers, HEAD included.</summary>
    public IEnumerable<string> Methods() => Answers.SelectMany(static answer => answer.Methods());

    /// <summary>How one method of the path is answered.</summary>
    internal sealed record Answer(string Method, string Summary, Func<HttpContext, Task<Reply>> Handler, Type Response)
    {
        /// <summary>Gets the type of the body; null without.</summary>
        public Type? Request { get; init; }

        /// <summary>Gets the media type of the answer.</summary>
        public string ContentType { get; init; } = "application/json";

        /// <summary>Gets the status of a good answer.</summary>
        public int Status { get; init; } = StatusCodes.Status200OK;

        /// <summary>Gets whether the call changes something.</summary>
        public bool ChangesState { get; init; }

        /// <summary>Gives the methods this answer serves.</summary>
        public string[] Methods() => HttpMethods.IsGet(Method) ? [HttpMethods.Get, HttpMethods.Head] : [Method];
    }
}
