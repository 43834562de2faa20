FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The lock file names this folder as a package.
COPY src/delivery/charts/canvas ./src/delivery/charts/canvas
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY src ./src
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
# Others reach this address, so the service starts only once there is a key: see README.md.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 PFV_DATA=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
# node_modules/canvas is a link to this folder.
COPY --from=build /app/src/delivery/charts/canvas ./src/delivery/charts/canvas
COPY --from=build /app/dist ./dist
COPY scenarios ./scenarios
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# Nothing outside /data is written: docker run --read-only --tmpfs /tmp -v pfv:/data
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/delivery/http/main.js"]
