namespace Grpc.AspNetCore.Server;

/// <summary>Stands in for what grpc-dotnet marks its endpoints with.</summary>
internal sealed class GrpcMethodMetadata;
