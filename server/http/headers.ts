/** On every answer, whatever its status (`docs/decisions`, OWASP ASVS 5.0.0 V3). */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "object-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

/** Pages and data are nobody's to keep. */
export const NOT_STORED = 'no-store';

/** What lies at an address that changes with its content may be kept for a year, which is the most there is. */
export const KEPT = 'public, max-age=31536000, immutable';

/** Two years, as browsers ask for before they believe it without a first visit. */
const ONLY_TLS = 'max-age=63072000; includeSubDomains';

/** The headers of security for an origin; over TLS it says that there is no other way. */
export function securityHeaders(origin: string): Readonly<Record<string, string>> {
  return origin.startsWith('https:')
    ? { ...SECURITY_HEADERS, 'strict-transport-security': ONLY_TLS }
    : SECURITY_HEADERS;
}
