using System.Text.Json;
using System.Text.RegularExpressions;
using SpotifyDashboard.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace SpotifyDashboard.Tests.Deploy;

/// <summary>Dockerfile, compose files and workflows agree with the program and with each other.</summary>
public sealed partial class ImageTests
{
    /// <summary>Settings that the program reads without a default among <c>appsettings.json</c>.</summary>
    private static readonly string[] s_others = ["ConnectionStrings:Dashboard"];

    [Fact]
    public void Settings_NamedAnywhere_AreKnownToTheProgram()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Program, "appsettings.json")));
        var known = Keys(settings.RootElement, "").Concat(s_others).ToHashSet(StringComparer.Ordinal);

        var named = Directory.GetFiles(Path.Combine(SourceTree.Root, "deploy"), "*.yaml", SearchOption.AllDirectories)
            .Concat(["Dockerfile", "compose.yaml", "compose.postgres.yaml", ".env.example"])
            .SelectMany(file => Names().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, file))))
            .Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("Access:Mode", named);
        Assert.Empty(named.Except(known));
    }

    [Fact]
    public void Image_AsksEveryoneToSignInAndIsNotRoot()
    {
        var variables = DockerfileText.Variables();

        Assert.Equal(("Accounts", "json", DockerfileText.Last("EXPOSE")), (variables["Access__Mode"], variables["Logging__Console__FormatterName"], variables["PORT"]));
        Assert.Matches("^[1-9][0-9]*$", DockerfileText.Last("USER"));
    }

    [Fact]
    public void Image_IsBackedUpDailyByItself_ButNotInEveryPod()
    {
        Assert.Equal("1.00:00:00", DockerfileText.Variables()["Backup__Every"]);
        Assert.Equal("", YamlFile.Load("deploy", "kubernetes", "base", "configmap.yaml").Single().Text("data", "Backup__Every"));
    }

    [Fact]
    public void Image_ItsCommandsRunInCi()
    {
        var steps = File.ReadAllLines(Path.Combine(SourceTree.Root, ".ci", "run")).ToList();

        Assert.InRange(steps.IndexOf(".ci/image || wrong=1"), steps.FindIndex(static line => line.EndsWith(" dotnet test || wrong=1", StringComparison.Ordinal)) + 1, steps.Count - 1);
    }

    [Fact]
    public void Memory_FirstGeneration_IsBoundedWhateverTheProcessorHolds()
    {
        Assert.Equal(16L << 20, Assert.Contains("GCGen0MaxBudget", GC.GetConfigurationVariables()));
    }

    [Fact]
    public void Image_LayersThatChangeSeldomComeFirst()
    {
        var steps = DockerfileText.Instructions().Select(static step => $"{step.Name} {step.Words}").ToList();

        int[] order =
        [
            steps.FindIndex(static step => step.StartsWith("RUN apt-get", StringComparison.Ordinal)),
            steps.FindIndex(static step => step.Contains("Directory.Packages.props", StringComparison.Ordinal)),
            steps.FindIndex(static step => step.StartsWith("RUN dotnet restore", StringComparison.Ordinal)),
            steps.FindIndex(static step => step == "COPY SpotifyDashboard SpotifyDashboard"),
            steps.FindIndex(static step => step.StartsWith("ARG VERSION", StringComparison.Ordinal)),
            steps.FindIndex(static step => step.StartsWith("RUN dotnet publish", StringComparison.Ordinal)),
        ];
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    [Theory]
    [InlineData("compose.yaml", "dashboard")]
    [InlineData("compose.postgres.yaml", "postgres")]
    public void Compose_GivesNoRightsThatAreNotNeeded(string file, string name)
    {
        var service = YamlFile.Load(file).Single().At("services", name);

        Assert.Equal(("true", "unless-stopped"), (service.Text("read_only"), service.Text("restart")));
        Assert.Equal("ALL", service.Items("cap_drop").Single().Text());
        Assert.Equal("no-new-privileges:true", service.Items("security_opt").Single().Text());
        Assert.Contains(service.Items("tmpfs"), static mount => mount.Text().StartsWith("/tmp:", StringComparison.Ordinal));
        Assert.False(service.Has("privileged"));
    }

    [Fact]
    public void Compose_PublishesThePortOfTheImageOnThisMachineOnly()
    {
        var service = YamlFile.Load("compose.yaml").Single().At("services", "dashboard");

        Assert.Equal($"${{BIND_ADDRESS:-127.0.0.1}}:${{PORT:-5080}}:{DockerfileText.Last("EXPOSE")}", service.Items("ports").Single().Text());
        Assert.Equal(DockerfileText.Last("EXPOSE"), service.Text("environment", "PORT"));
        Assert.Equal($"data:{DockerfileText.Last("VOLUME")}", service.Items("volumes").Single().Text());
    }

    [Fact]
    public void Workflows_PinWhatTheyUse()
    {
        var used = Directory.GetFiles(Path.Combine(SourceTree.Root, ".github", "workflows"), "*.yml")
            .SelectMany(static file => YamlFile.Load(file))
            .SelectMany(static workflow => ((YamlMappingNode)workflow.At("jobs")).Children.Values)
            .SelectMany(static job => job.Items("steps"))
            .Where(static step => step.Has("uses"))
            .Select(static step => step.Text("uses"))
            .ToList();

        Assert.NotEmpty(used);
        Assert.All(used, static action => Assert.Matches("^[a-z-]+/[a-z-]+@[0-9a-f]{40}$", action));
    }

    [Fact]
    public void Publishing_IsForBothArchitecturesAndAfterTheImageAnswered()
    {
        var workflow = YamlFile.Load(".github", "workflows", "docker-publish.yml").Single();
        var steps = workflow.Items("jobs", "publish", "steps");
        var pushing = steps.Single(static step => step.Has("with") && step.At("with").Has("push"));

        Assert.Equal("v*", workflow.Items("on", "push", "tags").Single().Text());
        Assert.Equal("linux/amd64,linux/arm64", pushing.Text("with", "platforms"));
        Assert.Equal(("mode=max", "true"), (pushing.Text("with", "provenance"), pushing.Text("with", "sbom")));
        Assert.Contains(steps.TakeWhile(step => step != pushing), static step => step.Has("run") && step.Text("run").Contains(".ci/smoke", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Keys(JsonElement element, string prefix) =>
        element.EnumerateObject().SelectMany(property => property.Value.ValueKind == JsonValueKind.Object ? Keys(property.Value, $"{prefix}{property.Name}:") : [$"{prefix}{property.Name}"]);

    [GeneratedRegex("[A-Z][A-Za-z]+(__[A-Z][A-Za-z]+)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
