using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>JSON metadata of everything the API reads and writes, made at compile time and out of the host's reach.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MetricsResponse))]
[JsonSerializable(typeof(ServiceInfoResponse))]
[JsonSerializable(typeof(SeriesRequest))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(IReadOnlyList<FieldRowResponse>))]
[JsonSerializable(typeof(GoroutinesResponse))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, FunctionResponse>))]
[JsonSerializable(typeof(FunctionDetailsResponse))]
[JsonSerializable(typeof(ExportersResponse))]
[JsonSerializable(typeof(OperationsResponse))]
[JsonSerializable(typeof(OperationResponse))]
[JsonSerializable(typeof(EventsResponse))]
[JsonSerializable(typeof(FunctionsResponse))]
[JsonSerializable(typeof(FunctionHistoryResponse))]
[JsonSerializable(typeof(SamplingRequest))]
[JsonSerializable(typeof(ActiveCallsResponse))]
[JsonSerializable(typeof(TracesResponse))]
[JsonSerializable(typeof(TraceResponse))]
[JsonSerializable(typeof(ExceptionsResponse))]
[JsonSerializable(typeof(ExceptionGroupResponse))]
[JsonSerializable(typeof(BackgroundServicesResponse))]
internal sealed partial class ApiJson : JsonSerializerContext;
