using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace MoniGo.Tests;

/// <summary>What an assembly promises: its public types and members as sorted C#-like lines.</summary>
internal static class PublicSurface
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly MemberTypes[] Order = [MemberTypes.Field, MemberTypes.Constructor, MemberTypes.Property, MemberTypes.Event, MemberTypes.Method];

    public static string Of(Assembly assembly) => Of(assembly.GetTypes());

    public static string Of(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.Where(IsPromised).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var member in Members(type))
                text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static bool IsPromised(Type type) => !Written(type.Name) ? false : type.IsNested
        ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsPromised(type.DeclaringType!)
        : type.IsPublic;

    /// <summary>The compiler's own names hold characters that nobody can write.</summary>
    private static bool Written(string name) => !name.Contains('<', StringComparison.Ordinal);

    private static string Header(Type type)
    {
        var bases = new List<string>();
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object) && !IsDelegate(type))
            bases.Add(CSharpNames.Of(parent));
        if (!type.IsEnum && !IsDelegate(type))
            bases.AddRange(type.GetInterfaces().Where(port => port.IsVisible).Select(port => CSharpNames.Of(port)).Order(StringComparer.Ordinal));
        var place = type.Namespace is null ? "" : type.Namespace + ".";
        return $"{Obsolete(type)}public {Kind(type)} {place}{CSharpNames.Of(type)}{(bases.Count > 0 ? " : " + string.Join(", ", bases) : "")}{Constraints(type.IsNested ? [] : type.GetGenericArguments())}";
    }

    private static string Kind(Type type)
    {
        var record = type.GetMethod("PrintMembers", Own) is { } print && print.IsDefined(typeof(CompilerGeneratedAttribute)) ? "record " : "";
        return type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + record + "struct",
            _ when IsDelegate(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract " + record + "class",
            { IsSealed: true } => "sealed " + record + "class",
            _ => record + "class",
        };
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(choice => choice.GetRawConstantValue()).Select(choice => $"{choice.Name} = {choice.GetRawConstantValue()}");
        if (IsDelegate(type))
            return [Method(type.GetMethod("Invoke")!)];
        return type.GetMembers(Own)
            .Where(member => Written(member.Name))
            .Select(member => (member.MemberType, member.Name, Line: Line(member)))
            .Where(member => member.Line is not null)
            .OrderBy(member => Array.IndexOf(Order, member.MemberType)).ThenBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Line, StringComparer.Ordinal)
            .Select(member => member.Line!);
    }

    private static string? Line(MemberInfo member) => member switch
    {
        FieldInfo field when Access(field.Attributes) is { } access => $"{Obsolete(field)}{access}{FieldWords(field)}{CSharpNames.Of(field)} {field.Name}{(field.IsLiteral ? $" = {CSharpNames.Constant(field.GetRawConstantValue())}" : "")}",
        PropertyInfo property => Property(property),
        EventInfo happening when Access(happening.AddMethod!) is { } access => $"{Obsolete(happening)}{access}event {CSharpNames.Of(happening.EventHandlerType!)} {happening.Name}",
        ConstructorInfo constructor when Access(constructor) is { } access && !Synthesized(constructor) && !constructor.IsStatic => $"{Obsolete(constructor)}{access}{constructor.DeclaringType!.Name.Split('`')[0]}({CSharpNames.Parameters(constructor.GetParameters())})",
        MethodInfo method when Access(method) is { } access && !Synthesized(method) && !IsAccessor(method) => $"{Obsolete(method)}{access}{Words(method)}{Method(method)}",
        _ => null,
    };

    private static string? Property(PropertyInfo property)
    {
        var accessors = new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(accessor => Access(accessor) is not null).ToList();
        if (accessors.Count == 0 || property.Name == "EqualityContract")
            return null;
        var widest = accessors.Select(accessor => Access(accessor)!).Order(StringComparer.Ordinal).Last();
        var inside = string.Join(" ", accessors.Select(accessor => (Access(accessor) == widest ? "" : Access(accessor)) + (accessor == property.GetMethod ? "get;" : IsInit(accessor) ? "init;" : "set;")));
        var index = property.GetIndexParameters() is { Length: > 0 } by ? $"this[{CSharpNames.Parameters(by)}]" : property.Name;
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Obsolete(property)}{widest}{Words(accessors[0])}{required}{CSharpNames.Of(property)} {index} {{ {inside} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        var extends = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        var reference = method.ReturnType.IsByRef ? "ref " : "";
        return $"{reference}{CSharpNames.Of(method.ReturnParameter)} {method.Name}{generic}({extends}{CSharpNames.Parameters(method.GetParameters())}){Constraints(method.IsGenericMethodDefinition ? method.GetGenericArguments() : [])}";
    }

    private static string Constraints(IEnumerable<Type> parameters)
        => string.Concat(parameters.Where(parameter => parameter.IsGenericParameter).Select(parameter => (parameter.Name, Demands: Demands(parameter).ToList()))
            .Where(parameter => parameter.Demands.Count > 0)
            .Select(parameter => $" where {parameter.Name} : {string.Join(", ", parameter.Demands)}"));

    private static IEnumerable<string> Demands(Type parameter)
    {
        var demands = parameter.GenericParameterAttributes;
        var isStruct = demands.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (demands.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class";
        if (isStruct)
            yield return "struct";
        foreach (var constraint in parameter.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType)))
            yield return CSharpNames.Of(constraint);
        if (demands.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
            yield return "new()";
        if (demands.HasFlag(GenericParameterAttributes.AllowByRefLike))
            yield return "allows ref struct";
    }

    private static string Words(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
            return (method.IsStatic ? "static " : "") + (method.IsAbstract ? "" : "virtual ");
        if (method.IsStatic)
            return "static ";
        if (method.GetBaseDefinition() != method)
            return method.IsFinal ? "sealed override " : "override ";
        return method switch { { IsAbstract: true } => "abstract ", { IsVirtual: true, IsFinal: false } => "virtual ", _ => "" };
    }

    private static string FieldWords(FieldInfo field) => field switch { { IsLiteral: true } => "const ", { IsStatic: true, IsInitOnly: true } => "static readonly ", { IsStatic: true } => "static ", { IsInitOnly: true } => "readonly ", _ => "" };

    private static string? Access(MethodBase method) => Access((FieldAttributes)(method.Attributes & MethodAttributes.MemberAccessMask));

    private static string? Access(FieldAttributes attributes) => (attributes & FieldAttributes.FieldAccessMask) switch
    {
        FieldAttributes.Public => "public ",
        FieldAttributes.Family or FieldAttributes.FamORAssem => "protected ",
        _ => null,
    };

    private static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(Delegate));

    private static bool Synthesized(MethodBase method) => method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Obsolete(MemberInfo member) => member.IsDefined(typeof(ObsoleteAttribute)) ? "[Obsolete] " : "";
}
