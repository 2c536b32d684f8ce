# Abdi in one container. Written with care, but never built where it was written: no container engine was at
# hand there. What was tried is the install line, the start line and the health check, outside a container.
#
#   docker build -t abdi .
#   docker run --env-file .env -p 127.0.0.1:3000:3000 -v abdi-data:/data abdi

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Optional packages are a second Node 24 and native speed-ups; this image has its Node, and Abdi needs no speed-up.
RUN npm ci --omit=dev --omit=optional

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    NODE_OPTIONS=--disable-warning=ExperimentalWarning \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
# What reads scanned regulations.
RUN apt-get update && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-ind poppler-utils \
  && rm -rf /var/lib/apt/lists/*
RUN install -d -o node -g node -m 700 /data
WORKDIR /app
COPY package.json ./
COPY --from=packages /app/node_modules node_modules
COPY src src
COPY prompts prompts
COPY knowledge knowledge
COPY scripts scripts
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# SIGTERM lets it finish the answers under way; give it 30 seconds.
CMD ["node", "src/main.ts"]
