using System.Collections;

namespace IntegrationPlatform.Contracts.Tests;

/// <summary>Makes the same value of a type each time, every member filled.</summary>
internal static class Sample
{
    /// <summary>A value of a type that a contract may use.</summary>
    /// <exception cref="NotSupportedException">A contract may not hold this type.</exception>
    public static object Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(Guid) => new Guid("0190a5b6-0000-7000-8000-000000000001"),
            _ when type == typeof(string) => "text",
            _ when type == typeof(int) => 1,
            _ when type == typeof(long) => 1L,
            _ when type == typeof(decimal) => 37.5m,
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateOnly) => new DateOnly(2016, 10, 1),
            _ when type == typeof(TimeOnly) => new TimeOnly(8, 30),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2016, 10, 1, 8, 30, 0, TimeSpan.Zero),
            { IsEnum: true } => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
            { IsGenericType: true } when type.IsAssignableTo(typeof(IEnumerable)) => OneOf(
                type.GetGenericArguments()[0]
            ),
            _ when type.Assembly.GetName().Name!.EndsWith(".Contracts", StringComparison.Ordinal) => Made(type),
            _ => throw new NotSupportedException($"A contract may not hold {type.FullName}: plain values only."),
        };
    }

    private static Array OneOf(Type element)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Of(element), 0);
        return array;
    }

    private static object Made(Type record)
    {
        var constructor = record.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType))]);
    }
}
