/** What is set off in a picture, by row of the network: whom a focus keeps, who is picked, which ties are marked. */
export interface Emphasis {
  /** 1 = stays as it is, 0 = fades. Null = no focus. */
  kept: Uint8Array | null
  /** 1 = in the selection. */
  picked: Uint8Array | null
  /** By tie; 1 = drawn as chosen. */
  lit: Uint8Array | null
  /** Rows that are named before others. */
  named?: readonly number[]
}

export const NO_EMPHASIS: Emphasis = { kept: null, picked: null, lit: null }
