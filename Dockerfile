# The service as an image: built in one stage, and run in another that has only what runs it, as a user without rights.
#   docker build -t rocade . && docker run --rm -p 3000:3000 -v rocade-data:/data rocade
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build \
  && npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY --from=build /build/db ./db
COPY --from=build /build/geodata/calais ./geodata/calais
RUN install --directory --owner=node --group=node /data
USER node
VOLUME /data
EXPOSE 3000
# The first start makes and fills the database.
HEALTHCHECK --interval=15s --timeout=6s --start-period=180s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1, and hears SIGTERM.
CMD ["node", "dist/server/main.js"]
