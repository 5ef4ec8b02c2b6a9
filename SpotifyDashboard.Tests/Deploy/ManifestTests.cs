using SpotifyDashboard.Operations;
using SpotifyDashboard.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace SpotifyDashboard.Tests.Deploy;

/// <summary>The manifests of Kubernetes say what the design promises, and nothing that the program does not know.</summary>
public sealed class ManifestTests
{
    private static readonly YamlNode s_deployment = Base("deployment.yaml").Single();
    private static readonly YamlNode s_pod = s_deployment.At("spec", "template", "spec");
    private static readonly YamlNode s_container = s_pod.Items("containers").Single();
    private static readonly YamlNode s_backup = Base("backup.yaml").Single(document => document.Text("kind") == "CronJob").At("spec", "jobTemplate", "spec", "template", "spec");

    public static TheoryData<string> Kustomizations =>
        [.. Directory.GetFiles(Folder, "kustomization.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(file)!))];

    private static string Folder => Path.Combine(SourceTree.Root, "deploy", "kubernetes");

    [Fact]
    public void Deployment_HasTheSizeThatWasAgreed()
    {
        Assert.Equal(("spotify-dashboard", "3"), (s_deployment.Text("metadata", "name"), s_deployment.Text("spec", "replicas")));
        Assert.Equal(("256Mi", "250m"), (s_container.Text("resources", "requests", "memory"), s_container.Text("resources", "requests", "cpu")));
        Assert.Equal(("512Mi", "500m"), (s_container.Text("resources", "limits", "memory"), s_container.Text("resources", "limits", "cpu")));
    }

    [Fact]
    public void Deployment_TakesSecretsByReferenceOnly()
    {
        var client = s_container.Items("env").Single(variable => variable.Text("name") == "Spotify__ClientId");

        Assert.Equal(("spotify-secrets", "client-id"), (client.Text("valueFrom", "secretKeyRef", "name"), client.Text("valueFrom", "secretKeyRef", "key")));
        Assert.All(s_container.Items("env").Concat(s_backup.Items("containers", "0", "env")), variable => Assert.True(variable.Has("valueFrom")));
        var mounted = s_container.Items("volumeMounts").Single(mount => mount.Text("name") == "key-ring").Text("mountPath");
        Assert.StartsWith(mounted + "/", Base("configmap.yaml").Single().Text("data", "Access__KeyRingCertificate"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pods_MayDoNothingButTheirWork()
    {
        Assert.All([s_pod, s_backup], static pod =>
        {
            Assert.Equal(("true", "RuntimeDefault", "false"), (pod.Text("securityContext", "runAsNonRoot"), pod.Text("securityContext", "seccompProfile", "type"), pod.Text("automountServiceAccountToken")));
            Assert.Equal(DockerfileText.Last("USER"), pod.Text("securityContext", "runAsUser"));
            var limits = pod.Items("containers").Single().At("securityContext");
            Assert.Equal(("false", "true", "ALL"), (limits.Text("allowPrivilegeEscalation"), limits.Text("readOnlyRootFilesystem"), limits.Items("capabilities", "drop").Single().Text()));
            Assert.Equal("/tmp", pod.Items("containers", "0", "volumeMounts").Single(mount => mount.Text("name") == "tmp").Text("mountPath"));
            Assert.Contains(pod.Items("containers", "0", "volumeMounts"), static mount => mount.Text("mountPath") == DockerfileText.Last("VOLUME"));
        });
    }

    [Fact]
    public void Probes_AskWhatTheProgramAnswers()
    {
        Assert.Equal(
            ["/health/live", "/health/live", "/health/ready"],
            new[] { "startupProbe", "livenessProbe", "readinessProbe" }.Select(static probe => s_container.Text(probe, "httpGet", "path")));
        Assert.Equal(DockerfileText.Last("EXPOSE"), s_container.Items("ports").Single().Text("containerPort"));
    }

    [Fact]
    public void Replicas_AreReachedAndKept()
    {
        var labels = s_deployment.Pairs("spec", "selector", "matchLabels");
        var service = Base("service.yaml").Single();
        var budget = Base("poddisruptionbudget.yaml").Single();

        Assert.Equal(labels, s_deployment.Pairs("spec", "template", "metadata", "labels"));
        Assert.Equal(labels, service.Pairs("spec", "selector"));
        Assert.Equal(labels, budget.Pairs("spec", "selector", "matchLabels"));
        Assert.Equal("ClientIP", service.Text("spec", "sessionAffinity"));
        Assert.Equal("cookie", Base("ingress.yaml").Single().Pairs("metadata", "annotations")["nginx.ingress.kubernetes.io/affinity"]);
        Assert.InRange(int.Parse(budget.Text("spec", "minAvailable"), System.Globalization.CultureInfo.InvariantCulture), 1, 2);
        Assert.All(s_pod.Items("topologySpreadConstraints"), spread => Assert.Equal(labels, spread.Pairs("labelSelector", "matchLabels")));
        Assert.Equal(["Ingress", "Egress"], Base("networkpolicy.yaml").Single().Items("spec", "policyTypes").Select(static type => type.Text()));
    }

    [Fact]
    public void Backup_RunsTheProgramsOwnCommand()
    {
        var command = s_backup.Items("containers", "0", "command").Select(static word => word.Text()).ToList();

        Assert.Contains("dotnet SpotifyDashboard.dll backup ", command[^1], StringComparison.Ordinal);
        Assert.Equal("""["dotnet", "SpotifyDashboard.dll"]""", DockerfileText.Last("ENTRYPOINT"));
        Assert.Contains($"\"{HealthCommand.Name}\"", DockerfileText.Last("HEALTHCHECK"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kustomizations))]
    public void Kustomization_NamesWhatIsThere(string folder)
    {
        var kustomization = YamlFile.Load(folder, "kustomization.yaml").Single();

        var named = new[] { "resources", "components" }.Where(kustomization.Has).SelectMany(list => kustomization.Items(list)).Select(static item => item.Text()).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(Path.Exists(Path.Combine(SourceTree.Root, folder, name)), name));
        Assert.Empty(Directory.GetFiles(Path.Combine(SourceTree.Root, folder), "*.yaml").Select(file => Path.GetFileName(file)!).Except([.. named, "kustomization.yaml"]));
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public void Overlay_ReplacesOnlyWhatIsInTheBase(string overlay)
    {
        var bases = Directory.GetFiles(Path.Combine(Folder, "base"), "*.yaml").SelectMany(static file => YamlFile.Load(file)).Where(static document => document.Has("kind")).ToList();

        foreach (var patch in YamlFile.Load("deploy", "kubernetes", "overlays", overlay, "kustomization.yaml").Single().Items("patches"))
        {
            var target = bases.Single(document => document.Text("kind") == patch.Text("target", "kind") && document.Text("metadata", "name") == patch.Text("target", "name"));
            using var text = new StringReader(patch.Text("patch"));
            var operations = new YamlStream();
            operations.Load(text);
            Assert.All(operations.Documents.Single().RootNode.Items().Where(static step => step.Text("op") == "replace"), step => target.At(step.Text("path").Split('/')[1..]));
        }
    }

    private static IReadOnlyList<YamlNode> Base(string file) => YamlFile.Load("deploy", "kubernetes", "base", file);
}
