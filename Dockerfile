# Builds in one stage, runs in another without compiler, sources and development packages.
#   docker build -t hostmedic .
#   docker run -p 3978:3978 -v hostmedic-data:/data --env-file .env hostmedic
# Settings: docs/deploy.md. TLS belongs to what stands in front of it.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && rm -rf lib/test lib/bench

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production PORT=3978 HOSTMEDIC_STORAGE=sqlite:/data/hostmedic.db
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/lib lib
COPY --from=build /app/catalog catalog
COPY --from=build /app/web web
COPY --from=build /app/scripts/*.mjs scripts/
COPY package.json ./
# The folder of the volume belongs to the account that writes there; the program itself stays root's, which it is not.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No npm and no shell in between: SIGTERM reaches the bot, which finishes running turns and closes the database.
CMD ["node", "lib/src/index.js"]
