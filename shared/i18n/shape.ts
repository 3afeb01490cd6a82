/** The keys of a namespace with any words: what a second language must fill. */
export type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }
