// What the settings limit, so that nobody can take the service from the others.

/** Of what one client may ask for. */
export type ClientLimits = {
  /** Points that a client may spend a minute; 0 for no limit. */
  readonly pointsPerMinute: number;
  /** Proxies before the service whose word on who asks is believed. */
  readonly trustedProxies: number;
  /** Whether clients on this machine are limited too. */
  readonly limitsLoopback: boolean;
};

export type SocketLimits = {
  /** Connections in all. */
  readonly connections: number;
  /** Connections that one client may hold; 0 for no limit. Behind a proxy all are the proxy's. */
  readonly connectionsPerClient: number;
  readonly limitsLoopback: boolean;
};

export type PictureLimits = {
  /** Pictures that are drawn at the same time. */
  readonly threads: number;
  /** What may wait, in megapixels and twice the maps. */
  readonly queue: number;
};
