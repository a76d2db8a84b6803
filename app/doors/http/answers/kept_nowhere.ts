/** ASVS 14.3.2: what a person saw stays in no cache of a browser. lynx knows `no-cache` only, and only at the end. */
export const keptNowhere = 'no-store, no-cache'
