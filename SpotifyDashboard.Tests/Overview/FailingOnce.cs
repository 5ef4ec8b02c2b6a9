using Microsoft.AspNetCore.Components;

namespace SpotifyDashboard.Tests.Overview;

/// <summary>Puts a component that throws in the place of another the first time it is made; later ones are made as usual.</summary>
internal sealed class FailingOnce(Type broken) : IComponentActivator
{
    private int _made;

    public IComponent CreateInstance(Type componentType) =>
        componentType == broken && Interlocked.Increment(ref _made) == 1
            ? new Broken()
            : (IComponent)(Activator.CreateInstance(componentType) ?? throw new InvalidOperationException($"{componentType} could not be made."));

    private sealed class Broken : ComponentBase
    {
        public override Task SetParametersAsync(ParameterView parameters) => throw new InvalidOperationException("Broken by a test.");
    }
}
