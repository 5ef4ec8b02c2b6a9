# Where images for several architectures are made, the program is compiled on the builder's own: it is the same for all of them.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Node bundles plotly.js (docs/decisions/0005-plotly-by-npm.md).
RUN apt-get update \
    && apt-get install -y --no-install-recommends nodejs npm \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
# What packages are needed changes seldom, so they stay in layers of their own.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY SpotifyDashboard/SpotifyDashboard.csproj SpotifyDashboard/
COPY SpotifyDashboard/build SpotifyDashboard/build
RUN dotnet restore SpotifyDashboard
COPY SpotifyDashboard SpotifyDashboard
# Empty: the version of Directory.Build.props. The style of the code is checked by .ci/run, not here.
ARG VERSION=
RUN dotnet publish SpotifyDashboard -c Release --no-restore -o /app -p:RunAnalyzers=false ${VERSION:+-p:Version=$VERSION}

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The base has neither; an older SQLite than 3.40 fails the build (docs/decisions/0004-sqlite-runtime.md).
# What the program stores below its folder goes to the volume; 1654 is the number of the base's user "app".
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends libsqlite3-0 tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && dpkg --compare-versions "$(dpkg-query -W -f='${Version}' libsqlite3-0)" ge 3.40 \
    && mkdir -p /app /data \
    && chown 1654:1654 /data \
    && ln -s /data /app/data
WORKDIR /app
COPY --from=build /app .
# Nobody gets in but those who sign in: docs/decisions/0048-image.md.
ENV PORT=8080 \
    Access__Mode=Accounts \
    Logging__Console__FormatterName=json \
    Backup__Every=1.00:00:00
USER 1654
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
    CMD ["dotnet", "SpotifyDashboard.dll", "health"]
ENTRYPOINT ["dotnet", "SpotifyDashboard.dll"]
# Last, so that a new version makes no layer anew.
ARG VERSION=
LABEL org.opencontainers.image.title="Spotify Dashboard" \
      org.opencontainers.image.description="A self-hosted dashboard over one's own Spotify listening" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION"
