/** `npm run test:stress` runs everything in full; within `npm test` each part runs once and small. */
export const IN_FULL = process.env['STRESS'] === 'full'

export const extent = <T>(full: T, small: T): T => (IN_FULL ? full : small)
