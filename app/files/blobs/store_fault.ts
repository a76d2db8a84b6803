/** The store could not be reached or did not do what it was asked; nobody's upload is to blame. */
export class StoreFault extends Error {
  constructor(cause: unknown) {
    super('The store of the bytes did not answer as it should', { cause })
  }
}
