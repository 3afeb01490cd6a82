/** Passed on as it stands: the page reads it tolerantly itself, and its reader stays out of the first load. */
export const asItStands =
  <Search>() =>
  (search: Readonly<Record<string, unknown>>) =>
    search as Search
