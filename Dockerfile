FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Node bundles plotly.js (docs/decisions/0005-plotly-by-npm.md).
RUN apt-get update \
    && apt-get install -y --no-install-recommends nodejs npm \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY SpotifyDashboard/SpotifyDashboard.csproj SpotifyDashboard/
COPY SpotifyDashboard/build SpotifyDashboard/build
RUN dotnet restore SpotifyDashboard
COPY SpotifyDashboard SpotifyDashboard
RUN dotnet publish SpotifyDashboard -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The base has neither; an older SQLite than 3.40 fails the build (docs/decisions/0004-sqlite-runtime.md).
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends libsqlite3-0 tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && dpkg --compare-versions "$(dpkg-query -W -f='${Version}' libsqlite3-0)" ge 3.40 \
    && mkdir /data && chown 1654:1654 /data
WORKDIR /app
COPY --from=build /app .
# Access:Mode stays Local until accounts exist: docs/decisions/0009-access-of-the-image.md.
ENV PORT=8080 \
    ConnectionStrings__Dashboard="Data Source=/data/dashboard.db"
# The number of the base's user "app".
USER 1654
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /health/live HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "SpotifyDashboard.dll"]
