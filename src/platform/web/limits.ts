/** Bodies carry at most ten long texts; larger ones are refused before they are read. */
export const BODY_LIMIT = 4 * 1024 * 1024

/** STACK.md: the defaults leave slow-body sockets open for ever; these three belong together. Milliseconds. */
export const TIMEOUTS = {
  requestTimeout: 20_000,
  connectionTimeout: 0,
  keepAliveTimeout: 72_000,
  http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
} as const
